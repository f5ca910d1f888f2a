"""The door is rehearsed in a window of its own, and nothing of it reaches the event."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from checkin.cli.context import Session
from checkin.cli.window import open_rehearsal
from checkin.domain.kiosk import KioskPlan
from checkin.domain.rehearsal import Practice, code_to_practise
from checkin.domain.roles import Operator, Role
from checkin.domain.tickets import TicketWords
from checkin.errors import CheckinError
from checkin.render.practicepage import PAGE_HEIGHT, area_of
from checkin.services.badges import badges_to_print
from checkin.services.desk import Desk
from checkin.services.permission import refuse_in_rehearsal
from checkin.services.rehearsal import codes_to_practise
from checkin.ui.badges.findings import Meant
from checkin.ui.badges.output import Output
from checkin.ui.rehearsal.window import RehearsalWindow
from checkin.ui.roles.signin import SignInDialog
from tests.render.paper import Pages, read_by_opencv, read_by_zxing
from tests.ui.conftest import OPERATOR
from tests.ui.rehearsal.conftest import Evening
from tests.ui.roles.conftest import CTRL, PIN, SHIFT, Guarded, answering, sign

KEY = Qt.Key


def kept(evening: Evening) -> dict[Path, bytes]:
    """Return every file of event and installation, but locks, byte for byte."""
    folder = evening.laptop.path.parent
    found = (one for one in folder.rglob("*") if one.is_file() and not one.name.endswith("-lock"))
    return {one.relative_to(folder): one.read_bytes() for one in found}


def codes_of(evening: Evening):
    with evening.laptop.app.open_event(evening.laptop.path) as store:
        return codes_to_practise(store, OPERATOR)


def test_it_is_plainly_marked_and_plays_the_days_morning(evening):
    assert evening.begin() == ["Tuesday 2 June, 08:45", "Wednesday 3 June, 08:45"]
    window = evening.playing
    assert window.windowTitle().startswith("REHEARSAL · Clusters go international")
    assert window.band.isVisible()
    assert window.band.accessibleName().startswith("REHEARSAL — nothing here counts. It is played")
    assert "Tuesday 2 June, 08:45" in window.band.accessibleName()
    assert window.view.reception.title.text() == "Tuesday 2 June — Entrance"
    assert not evening.laptop.window.isVisible()
    assert evening.laptop.window.view is None
    evening.end()


def test_each_test_code_shows_what_it_is_there_for_and_is_counted(evening):
    evening.begin()
    for code in codes_of(evening):
        if not code.torn:
            assert (evening.scan(code.text) == "Welcome") == (code.reason is None)
    said = evening.end()
    assert said == (
        "The rehearsal is over and nothing of it was kept. Scans: 9 (Welcome 3, Unknown code 2,"
        " Already checked in 1, Badge replaced 1, Registration canceled 1, Not paid yet 1)"
    )


def test_nothing_of_it_reaches_any_file_of_event_or_installation(evening):
    (ada,) = evening.laptop.register("Ada Ozola")
    code = evening.laptop.code(ada)
    evening.laptop.rest()
    evening.laptop.window.close_event()
    before = kept(evening)
    evening.laptop.open()
    evening.begin()
    assert evening.scan(code) == "Welcome"
    evening.playing.staffing._become(Operator("Pēteris", OPERATOR.role))
    evening.playing.view.backups.look()
    evening.rest()
    evening.end()
    evening.laptop.window.close_event()
    after = kept(evening)
    assert {path for path in after if "rehearsal" in path.parts} == set()
    place = Path("installation/settings.json")
    assert before.keys() == after.keys()
    assert {path for path in before if before[path] != after[path]} <= {place}
    assert "Pēteris" not in after[place].decode()
    assert evening.laptop.app.settings.recent == (str(evening.laptop.path.resolve()),)
    assert evening.laptop.app.settings.last_event == str(evening.laptop.path.resolve())


def test_from_a_rehearsal_there_is_no_way_to_an_event(evening):
    evening.begin()
    window = evening.playing
    for lock in (True, False):
        window.staffing._on_locked(lock)
    for key in (KEY.Key_N, KEY.Key_D):
        evening.press(window, key, CTRL | SHIFT)
    evening.press(window, KEY.Key_O, CTRL)
    evening.rest()
    shown = {one.text() for one in window.actions() if one.isEnabled()}
    assert not shown & {"New event", "Open event…", "Try the demo", "Rehearse the door"}
    assert window.view is not None
    evening.end()


def test_closing_its_window_comes_back_to_the_event_too(evening):
    evening.begin()
    assert evening.end(evening.playing.close).startswith("The rehearsal is over")
    assert evening.laptop.window.isVisible()
    assert evening.laptop.window.rehearsing.playing is None


def test_nothing_is_exported_or_printed_from_it(evening, tmp_path):
    evening.begin()
    outside = evening.playing.view.bench.outside
    for write in (
        lambda: outside.export.write(None, tmp_path / "a.xlsx", None, None, lambda *_: True),
        lambda: outside.write_roster(tmp_path / "r.csv", [], []),
    ):
        with pytest.raises(CheckinError, match="rehearsal-stays"):
            write()
    refused = []
    bench = evening.playing.view.bench
    bench.door.ask(lambda desk: refuse_in_rehearsal(desk.store), failed=refused.append)
    evening.rest()
    assert refused[0].code == "rehearsal-stays"
    assert not list(tmp_path.glob("*.xlsx")) + list(tmp_path.glob("*.csv"))
    evening.end()


@pytest.mark.parametrize("way", ["save", "draft"])
def test_no_tickets_are_written_from_it(evening, tmp_path, way):
    evening.laptop.register("Ada Ozola", email="ada@example.lv")
    evening.begin()
    bench, folder, refused = evening.playing.view.bench, tmp_path / "tickets", []
    words = (TicketWords(),) if way == "draft" else ()

    def write(desk):
        badges = badges_to_print(desk.store, desk.operator)
        getattr(bench.outside.post, way)(desk, folder, badges, *words, lambda *_: True)

    bench.door.ask(write, failed=refused.append)
    evening.rest()
    assert refused[0].code == "rehearsal-stays"
    assert not folder.exists()
    evening.end()


def test_badges_are_not_printed_from_it(evening, tmp_path, monkeypatch):
    evening.begin()
    file = tmp_path / "badges.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    view = evening.playing.view
    everybody = Meant(lambda desk: badges_to_print(desk.store, desk.operator), 1)
    Output(view.bench, view).save_pdf(everybody)
    evening.rest()
    assert view.notices.notices[0].text.startswith("This is a rehearsal")
    assert not file.exists()
    evening.end()


def test_the_page_of_codes_is_read_by_two_readers_and_says_what_the_door_says(
    evening, tmp_path, monkeypatch
):
    evening.begin()
    file = tmp_path / "codes.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    evening.press(evening.playing, KEY.Key_T, CTRL | SHIFT)
    evening.rest()
    assert "codes.pdf holds the test codes" in evening.playing.view.notices.notices[0].text
    pages = Pages(file)
    assert len(pages) == 1
    for place, code in enumerate(codes_of(evening)):
        picture, words = cut(pages, place), text_of(pages, place)
        if code.torn:
            assert (read_by_zxing(picture), read_by_opencv(picture)) == ("", "")
            assert "Shows: nothing, it cannot be read" in words
        else:
            assert read_by_zxing(picture) == code.text
            assert read_by_opencv(picture) == code.text
            assert f"Shows: {evening.scan(code.text)}" in words
    evening.end()


def test_the_letters_below_a_torn_code_let_its_person_in(evening):
    evening.begin()
    with evening.laptop.app.open_event(evening.laptop.path) as store:
        torn = code_to_practise(store.key, Practice.TORN)
    field = evening.playing.view.reception.field
    number = "-".join(torn.text[at : at + 4] for at in range(0, 12, 4))
    evening.laptop.qtbot.keyClicks(field, number)
    evening.laptop.qtbot.keyClick(field, KEY.Key_Return)
    evening.rest()
    assert evening.playing.view.reception.panel.screen_shown.name == torn.name
    evening.end()


def test_who_signed_in_is_asked_no_pin_there_and_back_but_another_is(guarded: Guarded):
    with answering(SignInDialog, lambda one: sign(one, "Elīna", Role.COORDINATOR, PIN)):
        guarded.laptop.open()
    evening = Evening(guarded.laptop)
    evening.begin()
    assert evening.playing.view.bench.operator.name == "Elīna"
    evening.end()
    assert guarded.operator.proof
    evening.begin()
    evening.playing.view.bench.duty.take_up(Operator("Guna", Role.RECEPTION))
    with answering(SignInDialog, lambda one: sign(one, "Elīna", Role.COORDINATOR, PIN)):
        evening.end()


def test_a_rehearsal_left_locked_opens_no_event(guarded: Guarded):
    with answering(SignInDialog, lambda one: sign(one, "Elīna", Role.COORDINATOR, PIN)):
        guarded.laptop.open()
    evening = Evening(guarded.laptop)
    evening.begin()
    evening.playing.view.lock.lock()
    evening.rest()
    with (
        answering(SignInDialog, lambda one: one.reject()),
        guarded.laptop.qtbot.waitSignal(guarded.laptop.window.refused, timeout=10_000) as refused,
    ):
        evening.playing.close()
    assert refused.args[0].code == "not-signed-in"
    assert guarded.laptop.window.view is None


def test_on_a_day_of_the_event_it_may_be_played_as_of_now(at_event):
    evening = Evening(at_event)
    assert evening.begin()[0] == "Now"
    assert "Tuesday 2 June, 09:00" in evening.playing.band.accessibleName()
    evening.end()


def test_a_kiosk_is_rehearsed_too_and_forgotten(evening):
    evening.begin()
    kiosk = evening.playing.view.kiosk
    plan = KioskPlan(str(evening.playing.view.path.resolve()), pin="-")
    kiosk.run(plan)
    (guest, *_) = codes_of(evening)
    kiosk.take(guest.text)
    evening.rest()
    assert kiosk.page.face.screen_shown.name == guest.name
    assert evening.playing.band.isVisible()
    kiosk.leave(OPERATOR)
    assert evening.end().endswith("Scans: 1 (Welcome 1)")
    assert evening.laptop.app.settings.kiosk == ""


def test_the_command_line_plays_without_the_window_of_the_event(evening):
    laptop = evening.laptop
    laptop.window.close()
    session = Session(laptop.app, str(laptop.path), "Elīna", None)

    def close_it() -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, RehearsalWindow) and one.view and one.idle:
                timer.stop()
                # The last window closed ends the program; should another be left, this does.
                ending.start(2_000)
                one.close()

    timer, ending = QTimer(), QTimer()
    ending.timeout.connect(QApplication.quit)
    timer.timeout.connect(close_it)
    timer.start(20)
    with session.open() as store:
        said = open_rehearsal(session, Desk(store, session.operator), laptop.app.now())
    # Once more would end the loops of tests to come.
    ending.stop()
    assert said == "The rehearsal is over and nothing of it was kept. Nothing was scanned yet."
    assert list((laptop.app.folder / "rehearsal").iterdir()) == []


def cut(pages: Pages, place: int):
    left, top, _, height = area_of(place)
    dots = 200 / 25.4
    rows = slice(round((top - 6) * dots), round((top + height - 8) * dots))
    columns = slice(round((left - 6) * dots), round((left + 33.5) * dots))
    return pages.picture(0, 200)[rows, columns].copy()


def text_of(pages: Pages, place: int) -> str:
    left, top, width, height = area_of(place)
    points = 72 / 25.4
    page = pages._document[0].get_textpage()
    return page.get_text_bounded(
        left=left * points,
        right=(left + width) * points,
        top=(PAGE_HEIGHT - top + 2) * points,
        bottom=(PAGE_HEIGHT - top - height + 2) * points,
    ).replace("\r\n", " ")
