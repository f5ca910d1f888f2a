"""Two copies of one event, worked on apart and brought together."""

from pathlib import Path

import pytest

from checkin.domain.entry import Kind
from checkin.domain.verdict import Reason
from checkin.errors import CheckinError
from checkin.services.annulment import undo
from checkin.services.attendance import attendance, double_admissions
from checkin.services.badges import replace_badge
from checkin.services.exchange import exchange
from checkin.services.forks import reissue
from checkin.services.safekeeping import verify
from checkin.store.stations import StationBook
from checkin.store.store import Store
from tests.store.histories import Tables
from tests.world import COORDINATOR, World


def dump(world: World) -> dict:
    """Return all tables of a laptop, as they are and as its journal folds to."""
    shown = Tables.of(world.store.database, world.store.event_id).dump()
    folded = Tables().take(list(world.store.journal.in_order())).dump()
    assert shown == folded
    return shown


def test_both_laptops_admit_one_person_and_it_counts_once(world: World) -> None:
    ada = world.register("Ada")
    with world.other_laptop() as other:
        world.scan(ada)
        other.later(minutes=3)
        assert other.scan(ada).reason is None
        done = exchange(world.store, other.store, COORDINATOR)
        assert done.whole
        assert (done.received, done.sent) == (1, 1)
        assert dump(world) == dump(other)
        for laptop in (world, other):
            [day, _] = attendance(laptop.store, COORDINATOR)
            assert day.present == 1
            [twice] = double_admissions(laptop.store, COORDINATOR)
            assert (twice.second.at - twice.first.at) == 3 * 60_000
            assert laptop.scan(ada).reason is Reason.ALREADY_REDEEMED
            assert verify(laptop.store, COORDINATOR).sound


def test_exchanging_again_changes_nothing(world: World) -> None:
    with world.other_laptop() as other:
        other.register("Bob")
        exchange(world.store, other.store, COORDINATOR)
        done = exchange(world.store, other.store, COORDINATOR)
        assert (done.received, done.sent) == (0, 0)


def test_everything_done_apart_meets(world: World) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")
    with world.other_laptop() as other:
        old = other.code(ada)
        other.scan(bob)
        replace_badge(world.store, COORDINATOR, ada)
        carol = other.register("Carol", organisation="Riga Photonics")
        world.scan(carol_code := other.code(carol))
        undo(other.store, COORDINATOR)
        assert other.scan(old).reason is None
        exchange(other.store, world.store, COORDINATOR)
        assert dump(world) == dump(other)
        assert other.scan(old).reason is Reason.REVOKED
        verdict = world.scan(carol_code)
        assert verdict.reason is Reason.ALREADY_REDEEMED
        assert verdict.attendee
        assert verdict.attendee.organisation == "Riga Photonics"
        assert world.scan(bob).reason is None


def test_an_exchange_cut_off_goes_on_where_it_was(world: World, monkeypatch) -> None:
    with world.other_laptop() as other:
        for number in range(30):
            other.register(f"Person {number}")
        monkeypatch.setattr("checkin.services.exchange.BATCH", 7)
        receive, calls = Store.receive, []

        def cut_off(store: Store, entries: list) -> None:
            calls.append(entries)
            if len(calls) == 4:
                raise OSError(5, "the stick was pulled out")
            receive(store, entries)

        monkeypatch.setattr(Store, "receive", cut_off)
        with pytest.raises(CheckinError):
            exchange(world.store, other.store, COORDINATOR)
        assert verify(world.store, COORDINATOR).sound
        monkeypatch.setattr(Store, "receive", receive)
        done = exchange(world.store, other.store, COORDINATOR)
        assert done.received == 60 - 21
        assert dump(world) == dump(other)


def test_an_erased_person_is_erased_everywhere_even_if_changed_meanwhile(world: World) -> None:
    ada = world.register("Ada", email="ada@example.lv")
    with world.other_laptop() as other:
        with world.store.write(COORDINATOR) as pen:
            pen.append(Kind.PERSONAL_DATA_ERASED, ada.id, {"category": "speaker"})
        from checkin.domain.details import Details
        from checkin.services.registration import edit

        edit(other.store, COORDINATOR, ada, Details({"notes": "vegetarian"}))
        exchange(world.store, other.store, COORDINATOR)
        for laptop in (world, other):
            bodies = [e.body for e in laptop.store.journal.about(ada.id) if e.body]
            assert not any("Ada" in body or "vegetarian" in body for body in bodies)
            assert laptop.store.roster.search("ada", 10) == []
            assert verify(laptop.store, COORDINATOR).sound


def test_a_station_whose_clock_is_weeks_ahead_waits_to_be_trusted(world: World) -> None:
    with world.other_laptop() as other:
        world.later(days=8)
        other.register("Early bird")
        world.later(days=-8)
        done = exchange(world.store, other.store, COORDINATOR)
        assert (done.received, len(done.ahead)) == (0, 1)
        [station] = done.ahead
        done = exchange(world.store, other.store, COORDINATOR, [station[:8]])
        assert done.received == 2
        assert dump(world) == dump(other)


def test_a_tampered_chain_is_not_taken_over(world: World) -> None:
    with world.other_laptop() as other:
        other.register("Mallory")
        connection = other.store.database.connection()
        connection.execute("DROP TRIGGER entry_is_never_changed")
        connection.execute("UPDATE entry SET body = '{}' WHERE kind = 'attendee.set'")
        done = exchange(world.store, other.store, COORDINATOR)
        assert (done.received, len(done.broken)) == (0, 1)
        assert verify(world.store, COORDINATOR).sound


def test_another_event_is_refused(world: World, tmp_path: Path) -> None:
    (tmp_path / "else").mkdir()
    elsewhere = World.new(tmp_path / "else")
    with pytest.raises(CheckinError) as refused:
        exchange(world.store, elsewhere.store, COORDINATOR)
    assert refused.value.code == "other-event"
    elsewhere.close()


def test_a_fork_is_told_and_mended_without_loss_or_double_counting(world: World) -> None:
    """A disk image of the whole laptop, installation and all, is the one way to fork."""
    ada, bob = world.register("Ada"), world.register("Bob")
    world.store.close()
    twin_path = world.path.with_name("twin.checkin")
    twin_path.write_bytes(world.path.read_bytes())
    event_id = world.store.event_id
    twin_book = StationBook(world.path.parent / "twin installation")
    here, there = world.book.memory(event_id, world.path), twin_book.memory(event_id, twin_path)
    mark = here.read()
    assert mark
    there.write(mark)
    here.close()
    there.close()
    world.store = Store.open(world.path, world.book, world.clock)
    twin = World(twin_path, twin_book, world.clock)

    world.scan(ada)
    twin.later(minutes=1)
    annulled = twin.scan(ada)
    undo(twin.store, COORDINATOR, annulled.check_in)
    twin.scan(bob)
    twin.scan(ada, force="lost her coat")
    done = exchange(world.store, twin.store, COORDINATOR)
    assert list(done.forked) == [world.store.station]
    assert (done.received, done.sent) == (0, 0)

    forked = twin.store.station
    assert forked
    twin.close()
    reissue(twin_path, world.path, forked, COORDINATOR, twin_book, world.clock)
    mended = World(twin_path, twin_book, world.clock)
    done = exchange(world.store, mended.store, COORDINATOR)
    assert done.whole
    assert dump(world) == dump(mended)
    for laptop in (world, mended):
        assert verify(laptop.store, COORDINATOR).sound
        [day, _] = attendance(laptop.store, COORDINATOR)
        assert day.present == 2
    assert mended.store.station not in (None, forked)
    mended.close()
