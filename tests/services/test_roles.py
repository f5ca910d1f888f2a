"""Every service as every role: it is done, or refused in one sentence with nothing changed."""

import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from checkin import services
from checkin.domain.roles import Action, Operator, Role, trusted_with
from checkin.errors import CheckinError
from checkin.sentences import sentence
from checkin.services.pins import set_pin
from checkin.services.signing_in import sign_in
from checkin.store.stations import StationBook
from tests.services.everyservice import EVERY_SERVICE, NAME, PIN, Asked, Desk, fill
from tests.store.histories import Tables
from tests.world import World

# What asks itself: to sign in is for everybody, to step down for who signed in.
ASKING = {"signing_in", "permission"}
# Made by themselves, or of what would be lost: a PIN set meanwhile may not stand in their way.
# A new event has no PIN yet.
WITHOUT_PIN = {
    "backups.backups", "backups.back_up", "backups.back_up_changes", "backups.back_up_when_due",
    "emergency.emergency", "safekeeping.rescue", "events.create_event",
}  # fmt: skip
# Something is done for them first, by another; with PINs they are in test_pins.
PREPARED = {
    "safekeeping.restore", "forks.reissue", "exchange.exchange", "annulment.undo, another's",
    "sessions.bring_session_back", "withdrawing.withdraw", "paperundoing.take_back",
    "paperundoing.take_back_rows",
}  # fmt: skip

Opens = Callable[..., Desk]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The event, to be copied: it takes longer to make than anything that is done with it."""
    world = World.new(tmp_path_factory.mktemp("prepared"))
    fill(world)
    yield world
    world.close()


@pytest.fixture
def opens(prepared: World, tmp_path: Path) -> Iterator[Opens]:
    """Opens a copy of the event as the laptop that made it, with a coordinator's PIN or none."""
    opened: list[World] = []

    def copy(with_pin: bool = False) -> Desk:
        path, folder = tmp_path / "seminar.checkin", tmp_path / "folder"
        prepared.store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(prepared.path, path)
        shutil.copytree(prepared.path.parent / "installation", tmp_path / "installation")
        book = StationBook(tmp_path / "installation")
        book.moved(prepared.store.event_id, prepared.path, path)
        folder.mkdir()
        opened.append(World(path, book, prepared.clock))
        if with_pin:
            set_pin(opened[0].store, Operator(NAME), Role.COORDINATOR, PIN)
        return Desk(opened[0], folder)

    yield copy
    for world in opened:
        world.close()


def state(desk: Desk) -> object:
    """Return all that must not change where something is refused."""
    tables = Tables.of(desk.store.database, desk.store.event_id).dump()
    return desk.store.journal.count(), tables, sorted(desk.folder.iterdir())


def told_who_works() -> set[str]:
    """Return every public function of the services, and the door, that is told an operator."""
    found = set()
    for module in pkgutil.iter_modules(services.__path__):
        for name, one in vars(import_module(f"checkin.services.{module.name}")).items():
            own = getattr(one, "__module__", "") == f"checkin.services.{module.name}"
            told = own and (inspect.isfunction(one) or name == "Door")
            if told and "operator" in inspect.signature(one).parameters and name[0] != "_":
                found.add(f"{module.name}.{name}")
    return {name for name in found if name.partition(".")[0] not in ASKING}


def named(asked: Asked) -> str:
    return asked.name


def test_every_service_that_is_told_who_works_is_tried() -> None:
    assert {one.name for one in EVERY_SERVICE if "," not in one.name} == told_who_works()
    assert {one.action for one in EVERY_SERVICE} == set(Action)


MATRIX = [(asked, role) for asked in EVERY_SERVICE for role in Role]
ALLOWED = [(asked, role) for asked, role in MATRIX if role in trusted_with(asked.action)]
REFUSED = [pair for pair in MATRIX if pair not in ALLOWED]


def told(pairs: list[tuple[Asked, Role]]) -> list[str]:
    return [f"{asked.name} as {role.value}" for asked, role in pairs]


@pytest.mark.parametrize(("asked", "role"), ALLOWED, ids=told(ALLOWED))
def test_what_a_role_may_is_done(opens: Opens, asked: Asked, role: Role) -> None:
    clearing = asked.name == "pins.clear_pin"
    desk = opens(with_pin=clearing)
    who = sign_in(desk.store, NAME, role, PIN if clearing else "")
    entries = desk.store.journal.count()
    if asked.name == "forks.reissue":
        with pytest.raises(CheckinError, match="station-not-forked"):
            asked.does(desk, who)
    else:
        asked.does(desk, who)
    assert (desk.store.journal.count() > entries) == asked.writes


@pytest.mark.parametrize(("asked", "role"), REFUSED, ids=told(REFUSED))
def test_what_a_role_may_not_is_refused_and_nothing_changes(
    opens: Opens, asked: Asked, role: Role
) -> None:
    desk = opens()
    before = state(desk)
    with pytest.raises(CheckinError) as refused:
        asked.does(desk, Operator(NAME, role))
    assert refused.value.code == "not-allowed"
    others = " or ".join(trusted_with(asked.action))
    assert sentence(refused.value).endswith(f"ask somebody who is {others}.")
    if asked.name not in PREPARED:
        assert state(desk) == before


GUARDED = [one for one in EVERY_SERVICE if one.name not in WITHOUT_PIN | PREPARED]


@pytest.mark.parametrize("asked", GUARDED, ids=named)
def test_where_there_is_a_pin_nothing_is_done_without(opens: Opens, asked: Asked) -> None:
    desk = opens(with_pin=True)
    before = state(desk)
    with pytest.raises(CheckinError) as refused:
        asked.does(desk, Operator(NAME))
    assert refused.value.code == "pin-needed"
    assert state(desk) == before
