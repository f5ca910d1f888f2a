"""The pictures of the programme: a clash, a session on its way, the dialogs over it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QWidget

from checkin.domain.programmeplan import ProgrammePlan, SessionChange
from checkin.domain.session import words_of
from checkin.domain.table import RowFault
from checkin.domain.timetable import STEP, place_of, timetable
from checkin.services.programme import Programme
from checkin.ui.programme.dialog import SessionDialog
from checkin.ui.programme.facts import FactsDialog, clash_facts
from checkin.ui.programme.importing import PlanDialog
from checkin.ui.programme.page import ProgrammePage
from checkin.ui.programme.phrases import Counts
from checkin.ui.programme.rulesdialog import RulesDialog
from checkin.ui.window import Window

_PAGE = 3


def programme_scenes(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield each scene as it is to be seen, and what its picture is called."""
    view = window.view
    assert view
    view.show_page(_PAGE)
    page = view.pages[_PAGE]
    assert isinstance(page, ProgrammePage)
    page.live.blockSignals(True)
    found = _crowded(page.bench.programme())
    board, day = page.view, found.event.first_day
    workshop = next(one for one in found.sessions if one.capacity == 84)
    board.show_table(found.event, timetable(found.event, day, found.sessions))
    board.show_counts(Counts(inside={workshop.id: 84}))
    board.show_now(14 * 60 + 20)
    page.facts.show_facts(clash_facts(found))
    board.select(workshop.id)
    yield "programme-crowded", window
    board.step(9 * STEP)
    yield "programme-moving", window
    board.cancel()
    place = place_of(found.event, workshop)
    dialog = SessionDialog(window, found, place, workshop)
    yield "programme-dialog-session", dialog
    dialog = SessionDialog(window, found, replace(place, end=place.begin - STEP))
    dialog.accept()
    yield "programme-dialog-session-wrong", dialog
    yield "programme-dialog-rules", RulesDialog(window, found.event)
    yield "programme-dialog-facts", FactsDialog(window, clash_facts(found))
    yield "programme-dialog-import", PlanDialog(window, "Programme (final).xlsx", _planned(found))
    page.live.blockSignals(False)
    page.refresh(page.reads)


def _planned(found: Programme) -> ProgrammePlan:
    """Return what a file might change: one session longer, one new, a row that is wrong."""
    known, last = found.sessions[0], words_of(found.sessions[-1])
    longer = replace(words_of(known), ends=time(23, 30))
    new = replace(last, name="Workshop E: Research and companies in one laboratory", room="Attic")
    return ProgrammePlan(
        added=(SessionChange(3, new, None),),
        changed=(SessionChange(2, longer, known),),
        unchanged=14,
        rejected=(RowFault(4, "ends", "session-reversed", "12:00–11:00"),),
    )


def _crowded(found: Programme) -> Programme:
    """Return the programme with one workshop in the room of another, half an hour later."""
    sessions = list(found.sessions)
    at = next(number for number, one in enumerate(sessions) if one.capacity == 96)
    moved = replace(sessions[at], room="Linden Room", starts=time(14, 30), ends=time(16))
    return replace(found, sessions=(*sessions[:at], moved, *sessions[at + 1 :]))
