"""Who holds the event: names, logos and their order, the same on every laptop."""

import pytest

from checkin.domain.entry import Kind
from checkin.domain.event import Organizer
from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.services.exchange import exchange
from checkin.services.organizers import (
    move_organizer,
    organizers,
    remove_organizer,
    save_organizer,
)
from checkin.services.pictures import MOST_PICTURE_BYTES
from checkin.services.safekeeping import rebuild, verify
from tests.world import COORDINATOR, World

LOGO = b"\x89PNG\r\n\x1a\n and so on"


def add(world: World, name: str, picture: bytes | None = None) -> Organizer:
    return save_organizer(world.store, world.operator, None, name, picture)


def names(world: World) -> list[str]:
    return [one.name for one in organizers(world.store, world.operator)]


def entries(world: World, kind: str) -> int:
    return sum(entry.kind == kind for entry in world.store.journal.in_order())


def test_organizers_stand_in_the_order_they_were_added(world: World) -> None:
    added = [add(world, name) for name in ("Zemgale Cluster", "Ada Foundation")]
    assert organizers(world.store, world.operator) == added
    assert [one.position for one in added] == [1, 2]


def test_a_logo_is_kept_changed_and_taken_away(world: World) -> None:
    made = add(world, "Cluster", LOGO)
    assert made.picture == LOGO

    def saved(name: str, picture: bytes | None) -> Organizer:
        return save_organizer(world.store, world.operator, made.id, name, picture)

    assert saved("The Cluster", None).picture == LOGO
    assert saved("The Cluster", LOGO + b"!").picture == LOGO + b"!"
    assert saved("The Cluster", b"") == Organizer(made.id, "The Cluster", 1)
    assert verify(world.store, COORDINATOR).sound
    rebuild(world.store, COORDINATOR)
    assert organizers(world.store, world.operator) == [Organizer(made.id, "The Cluster", 1)]


def test_one_logo_used_twice_is_kept_once(world: World) -> None:
    for name in ("One", "Other"):
        assert add(world, name, LOGO).picture == LOGO
    assert entries(world, Kind.PICTURE_ADDED) == 1


def test_saving_what_is_so_already_writes_nothing(world: World) -> None:
    made = add(world, "Cluster", LOGO)
    before = world.store.journal.count()
    assert save_organizer(world.store, world.operator, made.id, " Cluster ", LOGO) == made
    assert world.store.journal.count() == before


@pytest.mark.parametrize(
    ("name", "picture", "code"),
    [
        (" ", None, "organizer-name-missing"),
        ("x" * 201, None, "text-too-long"),
        ("Cluster", b"GIF89a", "picture-not-png"),
        ("Cluster", LOGO.ljust(MOST_PICTURE_BYTES + 1), "picture-too-heavy"),
    ],
)
def test_what_cannot_be_an_organizer_is_refused(
    world: World, name: str, picture: bytes | None, code: str
) -> None:
    with pytest.raises(CheckinError) as refused:
        add(world, name, picture)
    assert refused.value.code == code
    assert names(world) == []


def test_the_largest_logo_passes(world: World) -> None:
    largest = LOGO.ljust(MOST_PICTURE_BYTES)
    assert add(world, "Cluster", largest).picture == largest


def test_organizers_move_up_and_down_and_stop_at_the_ends(world: World) -> None:
    _, two, three = (add(world, name) for name in ("One", "Two", "Three"))
    move_organizer(world.store, world.operator, three.id, up=True)
    assert names(world) == ["One", "Three", "Two"]
    move_organizer(world.store, world.operator, three.id, up=True)
    move_organizer(world.store, world.operator, three.id, up=True)
    assert names(world) == ["Three", "One", "Two"]
    move_organizer(world.store, world.operator, two.id, up=False)
    move_organizer(world.store, world.operator, three.id, up=False)
    assert names(world) == ["One", "Three", "Two"]


def test_one_who_was_removed_is_gone(world: World) -> None:
    one, _ = add(world, "One"), add(world, "Two")
    remove_organizer(world.store, world.operator, one.id)
    assert names(world) == ["Two"]
    for act in (
        lambda: remove_organizer(world.store, world.operator, one.id),
        lambda: move_organizer(world.store, world.operator, one.id, up=True),
        lambda: save_organizer(world.store, world.operator, one.id, "One"),
    ):
        with pytest.raises(CheckinError) as refused:
            act()
        assert refused.value.code == "organizer-unknown"


def test_two_laptops_come_to_the_same_organizers(world: World) -> None:
    with world.other_laptop() as other:
        add(world, "One", LOGO)
        add(other, "Two", LOGO)
        exchange(world.store, other.store, COORDINATOR)
        assert organizers(world.store, COORDINATOR) == organizers(other.store, COORDINATOR)
        assert [one.picture for one in organizers(other.store, COORDINATOR)] == [LOGO, LOGO]


def test_reception_sees_organizers_and_changes_none(world: World) -> None:
    world.operator = Operator("Elīna", Role.RECEPTION)
    assert names(world) == []
    with pytest.raises(CheckinError) as refused:
        add(world, "Mine")
    assert refused.value.code == "not-allowed"
