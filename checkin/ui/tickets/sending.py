"""Brings tickets and certificates out from their page, and says what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.event import Event
from checkin.domain.roles import Action
from checkin.domain.tickets import TicketWords
from checkin.render.faces import FIELDS, face_of
from checkin.services.badges import badges_to_print
from checkin.services.browsing import known_words
from checkin.services.desk import Desk
from checkin.services.tickets import Due, Sending, due
from checkin.ui.badges import phrases
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.parts import action
from checkin.ui.saving import documents, open_folder
from checkin.ui.tickets.dialog import Ground, TicketsDialog, Way
from checkin.ui.tickets.wording import Wording, of_tickets
from checkin.ui.trust import may
from checkin.ui.words import sentence

_FEW = 5


@dataclass(frozen=True, slots=True)
class Mailed:
    """What goes out by e-mail: whose is due, and the functions of `outside` that bring it out."""

    ground: Callable[[Desk], Ground]
    save: Callable[[Desk, Path, Sequence[Any], Progress], int]
    draft: Callable[[Desk, Path, Sequence[Any], TicketWords, Progress], int]
    send: Callable[[Desk, Sequence[Any], TicketWords, str, Progress], Sending[Any]]


def tickets_of(bench: Bench) -> Mailed:
    """Return what goes out where tickets do, for everybody neither canceled nor blocked."""

    def ground(desk: Desk) -> Ground:
        return ground_of(desk, bench.programme().event)

    post = bench.outside.post
    return Mailed(ground, post.save, post.draft, post.send)


class Ticketing(QObject):
    """Asks whose tickets, or what else is `mailed`, go where, and brings them there."""

    def __init__(
        self, bench: Bench, page: QWidget, words: TicketWords, wording: Wording, mailed: Mailed
    ) -> None:
        super().__init__(page)
        self._bench, self._page = bench, page
        self._password, self._words = "", words
        self._wording, self._mailed = wording, mailed

    def ask(self) -> None:
        """Ask whose go where."""
        if may(self._bench, Action.CHANGE_ROSTER):
            self._bench.reading.ask(self._mailed.ground, self._show)

    def _show(self, ground: Ground) -> None:
        dialog = TicketsDialog(self._page, self._bench, ground, self._words, self._wording)
        dialog.password = self._password
        chosen = dialog.exec()
        # Whoever is sent the rest later is to read the same.
        self._password, self._words = dialog.password, dialog.words
        if not chosen:
            return
        if dialog.way is Way.SEND:
            self._send(dialog)
        elif folder := QFileDialog.getExistingDirectory(
            self._page, self._wording.folder, str(documents())
        ):
            self._write(dialog, Path(folder))

    def _write(self, dialog: TicketsDialog, folder: Path) -> None:
        mailed, words, found, drafts = (
            self._mailed,
            dialog.words,
            dialog.due,
            dialog.way is Way.DRAFT,
        )

        def work(desk: Desk, progress: Progress) -> int:
            if drafts:
                return mailed.draft(desk, folder, found.to_send, words, progress)
            return mailed.save(desk, folder, _everybody(found), progress)

        def say(count: int) -> None:
            said = self._wording.written.format(count=phrases.number(count), folder=folder.name)
            offer = (self.tr("Open folder"), lambda: open_folder(folder))
            self._bench.notices.done(said, offer)

        self._bench.long.start(self._wording.writing, work, say)

    def _send(self, dialog: TicketsDialog) -> None:
        mailed, words, found, password = (
            self._mailed,
            dialog.words,
            dialog.due,
            dialog.password,
        )

        def work(desk: Desk, progress: Progress) -> Sending[Any]:
            return mailed.send(desk, found.to_send, words, password, progress)

        self._bench.long.start(self._wording.sending, work, self._say_sent)

    def _say_sent(self, sending: Sending[Any]) -> None:
        count = phrases.number(len(sending.sent))
        said = self._wording.sent.format(count=count)
        go_on = (self.tr("Send the rest"), self.ask)
        if sending.stopped:
            self._bench.notices.fail(sending.stopped, go_on)
        elif sending.left:
            left = phrases.number(len(sending.left))
            said = f"{said} {self.tr('{count} are still to be sent.').format(count=left)}"
        if sending.refused:
            why = " ".join(
                f"{one.attendee.name}: {sentence(error)}" for one, error in sending.refused[:_FEW]
            )
            more = len(sending.refused) - _FEW
            if more > 0:
                why = f"{why} {phrases.and_more(more)}."
            self._bench.notices.warn(why)
        self._bench.notices.done(said, *([go_on] if sending.left else []))


class TicketSending(Ticketing):
    """Its action asks about the tickets of everybody neither canceled nor blocked."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(bench, page, TicketWords(), of_tickets(), tickets_of(bench))
        self.action = action(page, self.tr("Tickets…"), "Ctrl+T", "tickets")
        self.action.triggered.connect(self.ask)


def ground_of(desk: Desk, event: Event) -> Ground:
    """Return whose tickets are due, and the fields that a message may have."""
    badges = badges_to_print(desk.store, desk.operator)
    once = due(desk.store, desk.operator, badges)
    again = due(desk.store, desk.operator, badges, again=True)
    first = next(iter(again.to_send or badges), None)
    values = (
        face_of(event, first.attendee, first.code, programme=first.programme).values
        if first
        else {}
    )
    custom = known_words(desk.store, desk.operator).custom_fields
    return Ground(once, again, values, frozenset({*FIELDS, *custom}))


def _everybody(found: Due[Any]) -> list[Any]:
    return [*found.to_send, *found.sent, *found.without_email]
