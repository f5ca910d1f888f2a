"""Corrections: who was missed is added, a time changed, one annulled; the past is never edited."""

import pytest

from checkin.domain.details import Details
from checkin.domain.entry import Kind
from checkin.domain.people import Status
from checkin.domain.roles import Operator, Role
from checkin.domain.verdict import Direction
from checkin.errors import CheckinError
from checkin.services.annulment import undo
from checkin.services.attendance import attendance
from checkin.services.correcting import (
    Correction,
    add_check_in,
    annul_check_in,
    move_check_in,
    take_back,
)
from checkin.services.history import history
from checkin.services.registration import edit, set_status
from checkin.services.safekeeping import verify
from tests.world import COORDINATOR, DAY_ONE, World


@pytest.fixture
def evening(world: World) -> World:
    """Ada came at nine and Bob unseen; it is six in the evening."""
    world.scan(world.register("Ada"))
    world.register("Bob")
    world.clock.set("2026-06-02 18:00")
    return world


def person(world: World, name: str):
    return next(one for one in world.store.roster.everyone() if one.name == name)


def moment(world: World, text: str) -> int:
    hours, minutes = map(int, text.split(":"))
    event = world.store.programme.event()
    return event.moment(DAY_ONE, event.local(world.clock()).time().replace(hours, minutes))


def times(world: World, name: str) -> tuple[str, str]:
    (day, _) = attendance(world.store, COORDINATOR)
    (found,) = [one for one in day.presences if one.attendee.name == name]
    return tuple(f"{at:%H:%M}" if at else "" for at in (found.first_in, found.last_out))


def adas(world: World) -> str:
    station, seq = world.store.door.last_accepted_by(world.store.station or "", "Māris") or ("", 0)
    return f"{station}:{seq}"


def whys(world: World, name: str) -> list[str]:
    told = history(world.store, COORDINATOR, person(world, name).id)
    return [one.why for one in told if one.why]


def test_a_missed_check_in_is_added_and_taken_back(evening: World) -> None:
    bob = person(evening, "Bob")
    added = add_check_in(
        evening.store, COORDINATOR, bob, evening.list(), moment(evening, "09:10"), "was in the room"
    )
    out = add_check_in(
        evening.store,
        COORDINATOR,
        bob,
        evening.list(),
        moment(evening, "16:00"),
        "left early",
        Direction.EXIT,
    )
    assert times(evening, "Bob") == ("09:10", "16:00")
    assert whys(evening, "Bob") == ["left early", "was in the room"]
    for correction in (out, added):
        take_back(evening.store, COORDINATOR, correction, "a mistake")
    assert times(evening, "Bob") == ("", "")
    assert verify(evening.store, COORDINATOR).sound


def test_a_time_is_changed_and_taken_back_and_both_words_stay(evening: World) -> None:
    before = evening.store.journal.count()
    moved = move_check_in(
        evening.store, COORDINATOR, adas(evening), moment(evening, "08:40"), "queue at the door"
    )
    assert times(evening, "Ada") == ("08:40", "")
    take_back(evening.store, COORDINATOR, moved, "it was right")
    assert times(evening, "Ada") == ("09:00", "")
    scans = [
        entry for entry in evening.store.journal.in_order() if entry.kind == Kind.CHECK_IN_RECORDED
    ]
    assert len(scans) == 3
    assert moved.check_in in scans[-1].body
    assert evening.store.journal.count() > before
    assert verify(evening.store, COORDINATOR).sound


def test_one_is_annulled_and_put_back(evening: World) -> None:
    done = annul_check_in(evening.store, COORDINATOR, adas(evening), "wrong badge")
    assert times(evening, "Ada") == ("", "")
    take_back(evening.store, COORDINATOR, done, "it was hers")
    assert times(evening, "Ada") == ("09:00", "")


def test_whoever_is_blocked_is_not_added(evening: World) -> None:
    bob = person(evening, "Bob")
    set_status(evening.store, COORDINATOR, bob, Status.BLOCKED)
    with pytest.raises(CheckinError) as refused:
        add_check_in(evening.store, COORDINATOR, bob, evening.list(), evening.clock(), "why not")
    assert refused.value.code == "correction-refused"


@pytest.mark.parametrize(
    ("clock", "why", "code"),
    [
        ("09:10", " ", "correction-why-missing"),
        ("19:00", "later", "at-in-future"),
        ("03:00", "at night", "not-that-day"),
    ],
)
def test_a_correction_that_cannot_be_changes_nothing(
    evening: World, clock: str, why: str, code: str
) -> None:
    hours = moment(evening, clock) - (86_400_000 if clock == "03:00" else 0)
    before = evening.store.journal.heads()
    for correct in (
        lambda: add_check_in(
            evening.store, COORDINATOR, person(evening, "Bob"), evening.list(), hours, why
        ),
        lambda: move_check_in(evening.store, COORDINATOR, adas(evening), hours, why),
    ):
        with pytest.raises(CheckinError) as refused:
            correct()
        assert refused.value.code == code
    assert evening.store.journal.heads() == before


def test_after_a_seal_whatever_is_corrected_by_hand_needs_a_word_of_why(evening: World) -> None:
    with evening.store.write(COORDINATOR) as pen:
        pen.append(Kind.DAY_SEALED, "ab" * 16, {"day": DAY_ONE.isoformat(), "heads": {}})
    bob = person(evening, "Bob")
    assert evening.scan(bob).reason is None, "a door is never refused by a seal"
    for correct in (
        lambda: evening.scan(bob, leaving=True, at="2026-06-02 17:00"),
        lambda: undo(evening.store, COORDINATOR),
    ):
        with pytest.raises(CheckinError) as refused:
            correct()
        assert refused.value.code == "sealed-why-missing"
    undo(evening.store, COORDINATOR, why="scanned for another")
    assert times(evening, "Bob") == ("", "")


def test_a_correction_is_a_coordinators(evening: World) -> None:
    for role in (Role.RECEPTION, Role.ORGANIZER):
        with pytest.raises(CheckinError) as refused:
            annul_check_in(evening.store, Operator("Elīna", role), adas(evening), "no")
        assert refused.value.code == "not-allowed"


def test_what_was_taken_back_of_another_record_stays_the_persons(evening: World) -> None:
    moved = move_check_in(
        evening.store, COORDINATOR, adas(evening), moment(evening, "08:40"), "queue"
    )
    edit(evening.store, COORDINATOR, person(evening, "Ada"), Details({"name": "Ada Byron"}))
    assert isinstance(moved, Correction)
    assert times(evening, "Ada Byron") == ("08:40", "")
