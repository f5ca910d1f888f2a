"""Signed sheets typed in: what is written, what was there already, what is refused, and back."""

import pytest

from checkin.domain.paperrows import EnteredRow, Entering, Outcome
from checkin.domain.people import Status
from checkin.domain.verdict import Reason
from checkin.errors import CheckinError
from checkin.services.attendance import attendance
from checkin.services.merging import merge
from checkin.services.paperentry import enter_rows, foresee_rows
from checkin.services.paperundoing import take_back, take_back_rows
from checkin.services.questions import Wording, add_question
from checkin.services.registration import set_status
from checkin.services.safekeeping import verify
from checkin.services.sheets import find_sheet, print_sheet
from tests.world import COORDINATOR, DAY_ONE, RECEPTION, World

EVENING = "2026-06-02 18:00"


@pytest.fixture
def world(tmp_path):
    made = World.new(tmp_path)
    yield made
    made.close()


class Paper:
    """A sheet of three, signed while there was no electricity."""

    def __init__(self, world: World, door: str | None = None) -> None:
        self.world = world
        self.people = [world.register(name) for name in ("Ada", "Bob", "Carl")]
        self.sheet = self.printed(door)

    def printed(self, door: str | None = None):
        world = self.world
        code = print_sheet(world.store, world.operator, world.list(door), lambda one: one.code)
        return find_sheet(world.store, world.operator, code)

    def enter(self, text: str, **how: object) -> list[EnteredRow]:
        wished = Entering(**how)  # type: ignore[arg-type]
        return enter_rows(self.world.store, self.world.operator, self.sheet, text, wished)

    def foresee(self, text: str) -> list[EnteredRow]:
        return foresee_rows(self.world.store, self.world.operator, self.sheet, text)

    def times(self) -> dict[str, tuple[str, str]]:
        (day,) = attendance(self.world.store, COORDINATOR, day=DAY_ONE)
        return {
            one.attendee.name: tuple(
                f"{at:%H:%M}" if at else "" for at in (one.first_in, one.last_out)
            )
            for one in day.presences
        }  # type: ignore[return-value]


def outcomes(row: EnteredRow) -> tuple[Outcome | None, Outcome | None]:
    return (row.came and row.came.outcome, row.left and row.left.outcome)


def test_rows_with_times_and_without(world):
    paper = Paper(world)
    world.clock.set(EVENING)
    found = paper.enter("1 9:05-16:40, 2-3")
    assert paper.times() == {
        "Ada": ("09:05", "16:40"),
        "Bob": ("09:00", "17:00"),
        "Carl": ("09:00", "17:00"),
    }
    assert [row.name for row in found] == ["Ada", "Bob", "Carl"]
    assert not any(row.refused for row in found)


def test_without_times_they_are_those_of_the_session(world):
    world.session("Workshop", "10:00-11:30")
    paper = Paper(world, "Workshop")
    world.clock.set(EVENING)
    paper.enter("1")
    assert paper.times()["Ada"] == ("10:00", "11:30")


def test_they_are_marked_as_from_paper_and_the_journal_is_sound(world):
    paper = Paper(world)
    world.clock.set(EVENING)
    paper.enter("1-3 9:05-16:40")
    rows = world.store.database.execute_sql("SELECT DISTINCT paper FROM check_in").fetchall()
    assert rows == [(1,)]
    assert verify(world.store, COORDINATOR).sound


def test_who_was_scanned_keeps_the_time_that_is_known(world):
    paper = Paper(world)
    world.clock.set("2026-06-02 09:20")
    world.scan(paper.people[0])
    world.clock.set("2026-06-02 15:00")
    world.scan(paper.people[0], leaving=True)
    world.clock.set(EVENING)
    (row,) = paper.enter("1")
    assert outcomes(row) == (Outcome.THERE, Outcome.THERE)
    assert paper.times()["Ada"] == ("09:20", "15:00")


def test_who_was_scanned_in_and_signed_goes_out_at_the_end(world):
    paper = Paper(world)
    world.scan(paper.people[0])
    world.clock.set(EVENING)
    (row,) = paper.enter("1")
    assert outcomes(row) == (Outcome.THERE, Outcome.WRITTEN)
    assert paper.times()["Ada"] == ("09:00", "17:00")


def test_the_same_sheet_typed_in_twice_adds_nothing(world):
    paper = Paper(world)
    world.clock.set(EVENING)
    paper.enter("1-2 9:05-16:40, 3")
    entries = world.store.journal.count()
    again = paper.enter("1-2 9:05-16:40, 3")
    assert {outcomes(row) for row in again} == {(Outcome.THERE, Outcome.THERE)}
    assert world.store.journal.count() == entries


def test_before_the_end_nobody_has_left(world):
    paper = Paper(world)
    world.clock.set("2026-06-02 12:00")
    (row,) = paper.enter("1")
    assert outcomes(row) == (Outcome.WRITTEN, None)
    assert paper.times()["Ada"] == ("09:00", "")


def test_exits_may_be_left_out(world):
    paper = Paper(world)
    world.clock.set(EVENING)
    (row,) = paper.enter("1", exits=False)
    assert outcomes(row) == (Outcome.WRITTEN, None)


def test_to_look_writes_nothing_and_says_the_same(world):
    paper = Paper(world)
    set_status(world.store, world.operator, paper.people[1], Status.CANCELED)
    world.clock.set(EVENING)
    entries = world.store.journal.count()
    foreseen = paper.foresee("1-3 9:05-16:40")
    assert world.store.journal.count() == entries
    entered = paper.enter("1-3 9:05-16:40")
    assert [outcomes(row) for row in foreseen] == [outcomes(row) for row in entered]


def test_whom_the_door_refuses_is_named_and_the_others_are_in(world):
    paper = Paper(world)
    set_status(world.store, world.operator, paper.people[1], Status.CANCELED)
    world.clock.set(EVENING)
    found = paper.enter("1-3 9:05-16:40")
    assert [row.refused for row in found] == [False, True, False]
    assert found[1].came.reason is Reason.CANCELED
    assert found[1].left is None
    assert paper.times() == {"Ada": ("09:05", "16:40"), "Carl": ("09:05", "16:40")}


def test_a_word_of_why_admits_who_came_before_it_opened(world):
    paper = Paper(world)
    world.rules(opens=world.clock.now.time())
    world.clock.set(EVENING)
    (refused,) = paper.enter("1 8:50")
    assert refused.came.reason is Reason.INVALID_TIME
    (forced,) = paper.enter("1 8:50", force="she signed")
    assert not forced.refused
    assert paper.times()["Ada"] == ("08:50", "17:00")


def test_what_a_door_would_ask_is_not_asked_of_paper(world):
    paper = Paper(world)
    add_question(world.store, world.operator, Wording("Meal"))
    world.clock.set(EVENING)
    (row,) = paper.enter("1")
    assert not row.refused


def test_it_is_taken_back_as_a_whole_by_who_typed_it_in(world):
    paper = Paper(world)
    world.operator = RECEPTION
    world.scan(paper.people[0])
    world.clock.set(EVENING)
    found = paper.enter("1-3 9:05-16:40")
    assert take_back(world.store, world.operator, found) == 5
    assert paper.times()["Ada"] == ("09:00", "")
    again = paper.enter("2")
    world.later(minutes=16)
    with pytest.raises(CheckinError, match="not-allowed"):
        take_back(world.store, world.operator, again)


def test_rows_are_taken_back_by_their_numbers_and_what_was_scanned_stays(world):
    paper = Paper(world)
    world.scan(paper.people[0])
    world.clock.set(EVENING)
    paper.enter("1-3 9:05-16:40")
    assert take_back_rows(world.store, world.operator, paper.sheet, "1-2") == 3
    assert paper.times() == {
        "Ada": ("09:00", ""),
        "Bob": ("", ""),
        "Carl": ("09:05", "16:40"),
    }
    with pytest.raises(CheckinError, match="sheet-nothing-typed"):
        take_back_rows(world.store, world.operator, paper.sheet, "1-2")


def test_who_was_found_to_be_somebody_else_is_in_once(world):
    paper = Paper(world)
    merge(world.store, world.operator, paper.people[0], paper.people[1])
    world.clock.set(EVENING)
    rows = paper.enter("1-2 9:05-16:40")
    assert [outcomes(row)[0] for row in rows] == [Outcome.WRITTEN, Outcome.THERE]
    assert len({row.name for row in rows}) == 1


def test_who_was_removed_is_named_by_the_number(world):
    paper = Paper(world)
    with world.store.write(world.operator) as pen:
        pen.append("attendee.set", paper.people[0].id, {"removed": True})
    world.clock.set(EVENING)
    gone, there = paper.enter("1-2")
    assert (gone.gone, gone.refused, there.refused) == (True, True, False)


def test_a_row_stays_whose_it_was_when_others_register(world):
    paper = Paper(world)
    world.register("Aaron")
    world.clock.set(EVENING)
    (row,) = paper.enter("1")
    assert row.name == "Ada"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "sheet-rows-missing"),
        ("4", "sheet-row-unknown"),
        ("1,1", "sheet-row-twice"),
        ("1 x", "sheet-rows-unread"),
        ("1 19:00", "sheet-row-ahead"),
        ("2 16:00-9:00", "sheet-row-backwards"),
    ],
)
def test_what_cannot_be_meant_writes_nothing(world, text, code):
    paper = Paper(world)
    world.clock.set(EVENING)
    entries = world.store.journal.count()
    with pytest.raises(CheckinError, match=code):
        paper.enter(text)
    assert world.store.journal.count() == entries


def test_after_midnight_is_the_same_day(world):
    world.rules(closes=world.clock.now.time().replace(hour=1))
    paper = Paper(world)
    world.clock.set("2026-06-03 02:00")
    paper.enter("1 23:30-0:45")
    assert paper.times()["Ada"] == ("23:30", "00:45")
