"""The programme: sessions are lists with a time, changed and taken back without a trace lost."""

from datetime import date, time

import pytest

from checkin.domain.session import SessionKind
from checkin.errors import CheckinError
from checkin.services.attendance import records
from checkin.services.events import EventChanges, change_event
from checkin.services.programme import programme
from checkin.services.safekeeping import verify
from checkin.services.sessions import (
    SessionWords,
    add_session,
    bring_session_back,
    change_session,
    find_session,
    remove_session,
    sessions,
    words_of,
)
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, World


def test_a_session_is_a_list_and_the_programme_is_in_order_of_time(world: World) -> None:
    world.session("Closing", "16:00-17:00", DAY_TWO)
    workshop = world.session("Lasers", "11:00-12:30", room="Blue", kind=SessionKind.WORKSHOP)
    world.session("Plenary", "09:00-10:30", kind=SessionKind.PLENARY, capacity=200)
    assert [one.name for one in sessions(world.store, COORDINATOR)] == [
        "Plenary",
        "Lasers",
        "Closing",
    ]
    assert world.list("Lasers") == workshop.list
    assert workshop.own_door
    assert workshop.counted
    assert programme(world.store, COORDINATOR).sessions[0].capacity == 200
    assert verify(world.store, COORDINATOR).tables == []


def test_only_what_is_said_changes_and_a_change_is_taken_back(world: World) -> None:
    before = world.session("Lasers", "11:00-12:30", room="Blue", topic="Cutting", capacity=20)
    words = SessionWords(day=DAY_TWO, starts=time(14), ends=time(15), room="", capacity=0)
    after = change_session(world.store, COORDINATOR, before, words)
    assert (after.day, after.starts, after.room, after.capacity) == (DAY_TWO, time(14), "", None)
    assert (after.name, after.topic) == ("Lasers", "Cutting")
    assert change_session(world.store, COORDINATOR, after, words_of(before)) == before


def test_a_session_that_was_removed_comes_back_as_it_was(world: World) -> None:
    session = world.session("Lasers", "11:00-12:30", room="Blue")
    remove_session(world.store, COORDINATOR, session)
    assert not sessions(world.store, COORDINATOR)
    assert bring_session_back(world.store, COORDINATOR, session) == session


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (SessionWords("Late", DAY_ONE, time(17), time(16)), "session-ends-first"),
        (SessionWords("Night", DAY_ONE, time(22), time(5)), "session-ends-first"),
        (SessionWords("None", DAY_ONE, time(9), time(9)), "session-ends-first"),
        (SessionWords("Open", DAY_ONE, time(9)), "session-time-missing"),
        (SessionWords("Nowhere", date(2026, 6, 9), time(9), time(10)), "not-an-event-day"),
        (SessionWords("Some day", None, time(9), time(10)), "session-day-missing"),
        (SessionWords(" ", DAY_ONE, time(9), time(10)), "list-name-missing"),
        (SessionWords("Entrance day 1", DAY_ONE, time(9), time(10)), "list-name-taken"),
        (SessionWords("Full", DAY_ONE, time(9), time(10), capacity=-1), "capacity-wrong"),
        (SessionWords("Long", DAY_ONE, time(9), time(10), room="x" * 201), "text-too-long"),
    ],
)
def test_a_session_that_cannot_be_changes_nothing(
    world: World, words: SessionWords, code: str
) -> None:
    before = world.store.journal.heads()
    with pytest.raises(CheckinError) as refused:
        add_session(world.store, COORDINATOR, words)
    assert refused.value.code == code
    assert world.store.journal.heads() == before


def test_a_session_after_midnight_belongs_to_the_day_it_starts(world: World) -> None:
    night = world.session("Night talk", "23:00-01:30")
    event = world.store.programme.event()
    starts, ends = night.span(event)
    assert ends - starts == 150 * 60_000
    assert event.local(ends).date() == DAY_TWO
    assert event.day_of(ends) == DAY_ONE


def test_a_session_with_check_ins_stays_on_its_day(world: World) -> None:
    session = world.session("Plenary", "09:00-10:30")
    world.scan(world.register("Ada"), door="Plenary")
    for tried in (
        lambda: change_session(world.store, COORDINATOR, session, SessionWords(day=DAY_TWO)),
        lambda: remove_session(world.store, COORDINATOR, session),
    ):
        with pytest.raises(CheckinError) as refused:
            tried()
        assert refused.value.code in {"session-in-use", "list-in-use"}
    later = change_session(world.store, COORDINATOR, session, SessionWords(ends=time(11)))
    assert later.ends == time(11)


def test_a_list_without_a_time_is_no_session(world: World) -> None:
    with pytest.raises(CheckinError) as refused:
        find_session(world.store, "Entrance day 1", world.clock())
    assert refused.value.code == "not-a-session"


def test_a_changed_time_zone_leaves_the_programme_on_the_wall_and_hours_are_told_anew(
    world: World,
) -> None:
    world.session("Plenary", "09:00-11:00")
    ada = world.register("Ada", days=(DAY_ONE,))
    world.clock.set("2026-06-02 09:30")
    world.scan(ada)
    (before,) = records(world.store, COORDINATOR).records
    change_event(world.store, COORDINATOR, EventChanges(timezone="Europe/Warsaw"))
    (session,) = sessions(world.store, COORDINATOR)
    (after,) = records(world.store, COORDINATOR).records
    assert session.starts == time(9)
    assert before.hours == 90 * 60_000
    # Half past nine in Riga was half past eight in Warsaw: before the plenary began there.
    assert after.hours == 120 * 60_000
