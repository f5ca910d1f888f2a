"""PINs in the services: set, asked for, recovered, carried to other laptops, and waited for."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from checkin.domain.entry import Kind
from checkin.domain.roles import Action, Operator, Role
from checkin.errors import CheckinError
from checkin.services import exchange as exchanging
from checkin.services import forks, safekeeping
from checkin.services.permission import require
from checkin.services.pins import clear_pin, recover, set_pin
from checkin.services.signing_in import roles_with_pin, sign_in, step_down
from checkin.store.stations import StationBook
from checkin.store.store import Store
from tests.store.histories import Tables
from tests.world import COORDINATOR, World

PIN, OTHER = "4711", "0815"


def refused(does: Callable[[], object]) -> str:
    """Return the code of the fault that comes of it."""
    with pytest.raises(CheckinError) as fault:
        does()
    return fault.value.code


def coordinator(world: World, pin: str = PIN) -> Operator:
    return sign_in(world.store, "Māris", Role.COORDINATOR, pin)


@pytest.fixture
def code(world: World) -> str:
    """The recovery code of an event whose coordinator has a PIN."""
    return set_pin(world.store, COORDINATOR, Role.COORDINATOR, PIN)


def test_without_a_pin_roles_are_chosen_freely(world: World) -> None:
    assert roles_with_pin(world.store) == set()
    assert sign_in(world.store, " Elīna ", Role.COORDINATOR) == Operator("Elīna")
    assert refused(lambda: sign_in(world.store, " ", Role.RECEPTION)) == "operator-missing"


def test_the_first_pin_is_the_coordinators_and_it_goes_last(world: World) -> None:
    first = partial(set_pin, world.store, COORDINATOR, Role.RECEPTION, OTHER)
    assert refused(first) == "coordinator-pin-first"
    assert set_pin(world.store, COORDINATOR, Role.COORDINATOR, PIN)
    who = coordinator(world)
    assert set_pin(world.store, who, Role.RECEPTION, OTHER) == ""
    assert roles_with_pin(world.store) == {Role.COORDINATOR, Role.RECEPTION}
    last = partial(clear_pin, world.store, who, Role.COORDINATOR)
    assert refused(last) == "coordinator-pin-last"
    clear_pin(world.store, who, Role.RECEPTION)
    assert refused(lambda: clear_pin(world.store, who, Role.RECEPTION)) == "pin-not-set"
    clear_pin(world.store, who, Role.COORDINATOR)
    assert roles_with_pin(world.store) == set()


def test_a_pin_or_code_is_nowhere_in_the_files(world: World, code: str) -> None:
    coordinator(world)
    bodies = "".join(entry.body for entry in world.store.journal.in_order())
    world.close()
    written = b"".join(one.read_bytes() for one in world.path.parent.rglob("*") if one.is_file())
    assert code not in bodies
    assert code.replace("-", "").encode() not in written
    assert f'"{PIN}"'.encode() not in written


def test_a_proof_ends_with_the_pin_it_was_of(world: World, code: str) -> None:
    before = coordinator(world)
    set_pin(world.store, before, Role.COORDINATOR, OTHER)
    assert refused(lambda: require(world.store, before, Action.SCAN)) == "pin-needed"
    assert refused(lambda: coordinator(world)) == "pin-wrong"
    require(world.store, coordinator(world, OTHER), Action.SET_PINS)


def test_five_wrong_tries_are_free_then_each_waits_also_in_a_new_process(
    world: World, code: str
) -> None:
    for _ in range(5):
        assert refused(lambda: coordinator(world, "0000")) == "pin-wrong"
    again = World(world.path, StationBook(world.path.parent / "installation"), world.clock)
    with pytest.raises(CheckinError) as waiting:
        coordinator(again)
    assert (waiting.value.code, waiting.value.facts) == ("pin-wait", {"wait": "0:30"})
    world.later(seconds=29)
    assert refused(lambda: coordinator(world)) == "pin-wait"
    world.later(seconds=1)
    assert refused(lambda: coordinator(world, "0000")) == "pin-wrong"
    world.later(seconds=31)
    assert refused(lambda: coordinator(world)) == "pin-wait"
    world.later(seconds=30)
    coordinator(again)
    assert refused(lambda: coordinator(world, "0000")) == "pin-wrong"
    coordinator(world)
    again.close()


def test_a_new_pin_need_not_wait_for_those_who_guessed_the_old_one(world: World, code: str) -> None:
    who = coordinator(world)
    for _ in range(5):
        assert refused(lambda: coordinator(world, "0000")) == "pin-wrong"
    set_pin(world.store, who, Role.COORDINATOR, OTHER)
    coordinator(world, OTHER)


def test_a_clock_put_back_makes_nobody_wait_longer_than_a_whole_wait(
    world: World, code: str
) -> None:
    for _ in range(5):
        assert refused(lambda: coordinator(world, "0000")) == "pin-wrong"
    world.later(days=-300)
    assert refused(lambda: coordinator(world)) == "pin-wait"
    world.later(seconds=30)
    coordinator(world)


def test_what_cannot_be_a_pin_is_said_and_is_no_try(world: World, code: str) -> None:
    for _ in range(9):
        assert refused(lambda: coordinator(world, "12a4")) == "pin-form"
    assert refused(lambda: coordinator(world, "")) == "pin-needed"
    coordinator(world)


def test_the_printed_code_sets_a_new_pin_once(world: World, code: str) -> None:
    for _ in range(7):
        refused(lambda: coordinator(world, "0000"))
    who, following = recover(world.store, "Māris", code.lower().replace("-", " "), OTHER)
    require(world.store, who, Action.SET_PINS)
    assert refused(lambda: recover(world.store, "Māris", code, PIN)) == "pin-wrong"
    assert refused(lambda: recover(world.store, "Māris", "ABC", PIN)) == "recovery-form"
    assert refused(lambda: recover(world.store, "Māris", following, "12")) == "pin-form"
    coordinator(world, OTHER)
    recover(world.store, "Māris", following, PIN)
    coordinator(world)


def test_without_a_pin_there_is_nothing_to_recover(world: World) -> None:
    code = "-".join(["BCDEF"] * 5)
    assert refused(lambda: recover(world.store, "Māris", code, PIN)) == "pin-not-set"


def test_whoever_signed_in_may_step_down_to_reception(world: World, code: str) -> None:
    who = coordinator(world)
    set_pin(world.store, who, Role.RECEPTION, OTHER)
    stepped = step_down(world.store, who)
    assert stepped == Operator("Māris", Role.RECEPTION)
    require(world.store, stepped, Action.SCAN)
    forged = Operator("Māris", Role.COORDINATOR)
    assert refused(lambda: step_down(world.store, forged)) == "pin-needed"
    assert refused(lambda: require(world.store, Operator("x", Role.RECEPTION), Action.SCAN)) == (
        "pin-needed"
    )


def test_a_pin_set_at_one_laptop_holds_at_the_other(world: World) -> None:
    with world.other_laptop() as other:
        set_pin(world.store, COORDINATOR, Role.COORDINATOR, PIN)
        other.later(seconds=5)
        set_pin(other.store, COORDINATOR, Role.COORDINATOR, OTHER)
        who = coordinator(world)
        exchanging.exchange(world.store, other.store, who)
        for laptop in (world, other):
            assert refused(lambda at=laptop: coordinator(at)) == "pin-wrong"
            assert safekeeping.verify(laptop.store, coordinator(laptop, OTHER)).sound
        shown = [Tables.of(one.store.database, one.store.event_id).dump() for one in (world, other)]
        assert shown[0] == shown[1]
        safekeeping.rebuild(world.store, coordinator(world, OTHER))
        coordinator(world, OTHER)


def test_a_copy_is_restored_and_brought_together_only_with_the_pin(
    world: World, code: str, tmp_path: Path
) -> None:
    who, copy = coordinator(world), tmp_path / "copy.checkin"
    safekeeping.backup(world.store, who, copy)
    path, book, now = world.path, world.book, world.clock
    world.close()
    before = path.read_bytes()
    restoring = partial(safekeeping.restore, path, copy, COORDINATOR, book, now)
    assert refused(restoring) == "pin-needed"
    reissuing = partial(forks.reissue, path, copy, "0" * 32, COORDINATOR, book, now)
    assert refused(reissuing) == "pin-needed"
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.before-*"))
    safekeeping.restore(path, copy, who, book, now)
    with Store.open(path, book, now) as ours, Store.open(copy, book, now) as theirs:
        bringing = partial(exchanging.exchange, ours, theirs, COORDINATOR)
        assert refused(bringing) == "pin-needed"
        assert exchanging.exchange(ours, theirs, who).whole


def test_pins_are_entries_of_the_journal(world: World, code: str) -> None:
    [entry] = [one for one in world.store.journal.in_order() if one.kind == Kind.PIN_SET]
    assert "scrypt$" in entry.body
    assert code not in entry.body
