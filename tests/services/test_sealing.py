"""A closed day is sealed: what comes later is an annex, what is changed shows."""

from datetime import date

import pytest

from checkin.domain.entry import Kind
from checkin.domain.identity import random_id
from checkin.domain.seals import fingerprint, heads_body, read_heads
from checkin.errors import CheckinError
from checkin.services.annulment import undo
from checkin.services.correcting import add_check_in
from checkin.services.exchange import exchange
from checkin.services.safekeeping import verify
from checkin.services.sealing import Late, annex, day_to_close, latest_seal, seal_day, seals
from tests.world import COORDINATOR, DAY_ONE, DAY_TWO, World

EVENING = "2026-06-02 18:00"


@pytest.fixture
def evening(world: World) -> World:
    """Ada and Bob came at nine, Bob left at ten; it is six in the evening."""
    ada, bob = world.register("Ada"), world.register("Bob")
    world.scan(ada)
    world.scan(bob)
    world.later(hours=1)
    world.scan(bob, leaving=True)
    world.clock.set(EVENING)
    return world


def test_a_seal_names_the_last_entry_of_every_station(evening: World) -> None:
    heads = evening.store.journal.heads()
    seal = seal_day(evening.store, COORDINATOR, DAY_ONE)
    assert read_heads(heads_body(seal.heads)) == seal.heads
    assert {one: (seq, digest) for one, seq, digest in seal.heads} == {
        one: (head.seq, head.digest) for one, head in heads.items()
    }
    assert (seal.number, seal.operator) == (1, COORDINATOR.name)
    assert latest_seal(evening.store, DAY_ONE) == seal
    assert latest_seal(evening.store, DAY_TWO) is None
    assert verify(evening.store, COORDINATOR).sound


def test_a_fingerprint_is_what_the_guide_says() -> None:
    heads = (("0a" * 16, 3, "cd" * 32),)
    # printf '["check-in seal","2026-06-02",[["0a…",3,"cd…"]]]' | sha256sum
    assert fingerprint(date(2026, 6, 2), heads) == "11F6-FCF8-6144-1466-E988-B46F"
    assert fingerprint(date(2026, 6, 2), heads) != fingerprint(date(2026, 6, 3), heads)
    assert fingerprint(date(2026, 6, 2), heads) != fingerprint(date(2026, 6, 2), ())


def test_what_comes_after_a_seal_is_an_annex_and_a_second_seal_covers_it(evening: World) -> None:
    first = seal_day(evening.store, COORDINATOR, DAY_ONE)
    assert annex(evening.store, COORDINATOR, first) == []
    eve = evening.register("Eve")
    evening.later(minutes=5)
    at = evening.clock() - 3_600_000
    add_check_in(evening.store, COORDINATOR, eve, evening.list(), at, "came by the garden")
    added = annex(evening.store, COORDINATOR, first)
    assert [(one.late, one.scan.name, one.why) for one in added] == [
        (Late.RECORDED, "Eve", "came by the garden")
    ]
    assert added[0].arrived == evening.clock()
    second = seal_day(evening.store, COORDINATOR, DAY_ONE)
    assert (second.number, second.fingerprint != first.fingerprint) == (2, True)
    assert annex(evening.store, COORDINATOR, second) == []
    undo(evening.store, COORDINATOR, why="not her")
    (gone,) = annex(evening.store, COORDINATOR, second)
    assert (gone.late, gone.why, gone.scan.name) == (Late.ANNULLED, "not her", "Eve")
    assert len(seals(evening.store, COORDINATOR)) == 2


def test_what_another_laptop_brings_later_is_an_annex(evening: World) -> None:
    with evening.other_laptop() as other:
        zoe = other.register("Zoe")
        other.scan(zoe)
        seal = seal_day(evening.store, COORDINATOR, DAY_ONE)
        exchange(evening.store, other.store, COORDINATOR)
    (late,) = annex(evening.store, COORDINATOR, seal)
    assert (late.scan.name, late.late) == ("Zoe", Late.RECORDED)
    assert verify(evening.store, COORDINATOR).sound


def test_before_a_day_is_closed_it_is_said_who_is_in_twice(evening: World) -> None:
    with evening.other_laptop() as other:
        ann = evening.register("Ann")
        exchange(evening.store, other.store, COORDINATOR)
        for laptop in (evening, other):
            laptop.scan(ann)
            laptop.later(minutes=1)
        exchange(evening.store, other.store, COORDINATOR)
    assert day_to_close(evening.store, COORDINATOR, DAY_ONE).in_twice == ("Ann",)
    assert day_to_close(evening.store, COORDINATOR, DAY_TWO).in_twice == ()


def test_before_a_day_is_closed_it_is_said_what_is_open(evening: World) -> None:
    told = day_to_close(evening.store, COORDINATOR, DAY_ONE)
    assert (told.present, told.registered, told.without_exit) == (2, 2, ("Ada",))
    assert told.open
    evening.clock.set("2026-06-03 05:00")
    assert not day_to_close(evening.store, COORDINATOR, DAY_ONE).open


def test_a_seal_over_an_entry_that_was_changed_is_said(evening: World) -> None:
    seal_day(evening.store, COORDINATOR, DAY_ONE)
    connection = evening.store.database.connection()
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    (station, seq, _) = latest_seal(evening.store, DAY_ONE).heads[0]
    entry = evening.store.journal.id_of(station, seq)
    connection.execute("UPDATE entry SET digest = ? WHERE id = ?", (b"\0" * 32, entry))
    found = verify(evening.store, COORDINATOR)
    assert found.seals == [
        f"2026-06-02, seal 1: station {station[:8]}, entry {seq} is missing or was changed"
    ]


def test_only_days_of_the_event_are_closed(evening: World) -> None:
    for ask in (seal_day, day_to_close):
        with pytest.raises(CheckinError) as refused:
            ask(evening.store, COORDINATOR, date(2026, 7, 1))
        assert refused.value.code == "not-an-event-day"


def test_a_seal_of_a_day_written_oddly_is_left_out(evening: World) -> None:
    with evening.store.write(COORDINATOR) as pen:
        pen.append(Kind.DAY_SEALED, random_id(), {"day": "tomorrow", "heads": {}})
    assert seals(evening.store, COORDINATOR) == []
    assert verify(evening.store, COORDINATOR).sound
    assert seal_day(evening.store, COORDINATOR, DAY_ONE).number == 1
