"""Work goes on in another thread, and is answered in the window's."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event as Flag
from threading import get_ident

import pytest

from checkin.domain.details import Details
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.registration import register, roster
from checkin.services.watching import Changed
from checkin.store.store import Store
from checkin.ui.background import Background
from checkin.ui.line import Line
from checkin.ui.longwork import LongWork
from tests.world import COORDINATOR, World


@pytest.fixture
def background(qapp) -> Iterator[Background]:
    made = Background()
    yield made
    made.close(lambda: None)


@pytest.fixture
def lines(world: World) -> Iterator[list[Line]]:
    """Two lines to one event, the first watching it."""

    def opened() -> Desk:
        return Desk(Store.open(world.path, world.book, world.clock), COORDINATOR)

    made = [Line(opened, watching=True), Line(opened)]
    yield made
    for line in made:
        line.close()


def test_work_is_done_elsewhere_and_answered_here(background, qtbot):
    heard = []
    background.ask(get_ident, lambda there: heard.append((there, get_ident())))
    qtbot.waitUntil(lambda: background.idle)
    ((there, here),) = heard
    assert here == get_ident() != there


def test_answers_come_in_the_order_of_asking(background, qtbot):
    heard: list[int] = []
    for number in range(50):
        background.ask(lambda number=number: number, heard.append)
    qtbot.waitUntil(lambda: background.idle)
    assert heard == list(range(50))


def test_what_goes_wrong_is_heard_by_whoever_asked_else_by_all(background, qtbot):
    heard: list[Exception] = []

    def fail() -> None:
        raise CheckinError("disk-full", path="x")

    background.ask(fail, failed=heard.append)
    with qtbot.waitSignal(background.failed) as said:
        background.ask(fail)
    assert [error.code for error in (*heard, *said.args)] == ["disk-full", "disk-full"]


def test_nobody_hears_after_closing(qtbot):
    background, heard, go = Background(), [], Flag()
    background.ask(go.wait, heard.append)
    go.set()
    background.close(lambda: heard.append("closed"))
    background.ask(lambda: "never", heard.append)
    qtbot.waitUntil(lambda: background.idle)
    assert heard == ["closed"]


def test_a_watching_line_tells_what_it_wrote_itself(lines, qtbot):
    watching, _ = lines
    with qtbot.waitSignal(watching.changed) as said:
        watching.ask(lambda desk: register(desk.store, desk.operator, Details({"name": "Ada"})))
    assert said.args[0] & Changed.ATTENDEES


def test_a_watching_line_tells_what_another_wrote(lines, qtbot):
    watching, other = lines
    watching.ask(lambda desk: roster(desk.store, desk.operator))
    qtbot.waitUntil(lambda: watching.idle)
    other.ask(lambda desk: register(desk.store, desk.operator, Details({"name": "Ada"})))
    qtbot.waitUntil(lambda: other.idle)
    with qtbot.waitSignal(watching.changed) as said:
        watching.look()
    assert said.args[0] & Changed.ATTENDEES


def test_long_work_tells_how_far_it_is_and_can_be_canceled(lines, qtbot):
    work, stopped = LongWork(lines[1]), Flag()

    def count(_desk: Desk, progress) -> None:
        done = 0
        while progress(done, 1000):
            done = min(done + 1, 999)
        stopped.set()
        raise CheckinError("canceled")

    with qtbot.waitSignal(work.progressed):
        assert work.start("Counting", count)
    with qtbot.waitSignal(work.canceled):
        work.cancel()
    assert stopped.is_set()
    assert not work.busy


def test_long_work_is_done_one_at_a_time(lines, qtbot):
    work, go = LongWork(lines[1]), Flag()
    work.start("First", lambda _desk, _progress: go.wait())
    with qtbot.waitSignal(lines[1].failed) as said:
        assert not work.start("Second", lambda _desk, _progress: None)
    assert said.args[0].code == "other-work"
    with qtbot.waitSignal(work.ended):
        go.set()


def test_a_line_that_cannot_open_the_event_says_why(tmp_path: Path, qtbot):
    def opened() -> Desk:
        raise CheckinError("event-missing", path=tmp_path)

    line = Line(opened)
    with qtbot.waitSignal(line.failed) as said:
        line.ask(lambda _desk: None)
    assert said.args[0].code == "event-missing"
    line.close()
