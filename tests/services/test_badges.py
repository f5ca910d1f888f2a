"""Which badges are printed: all, those never printed, those that would look different now."""

import pytest

from checkin.domain.entry import Kind
from checkin.domain.people import Attendee
from checkin.domain.roles import Operator, Role
from checkin.domain.template import Area, Picture, Template
from checkin.services.badges import (
    Choice,
    Why,
    badge_of,
    badges_to_print,
    chosen,
    printed_faces,
    record_printed,
    replace_badge,
)
from checkin.services.exchange import exchange
from checkin.services.history import What, history
from checkin.services.photos import set_photo
from checkin.services.safekeeping import verify
from checkin.services.templates import remove_template, save_template
from tests.world import COORDINATOR, World

BEFORE, NOW = "00" * 8, "ff" * 8


def prints(world: World, *people: Attendee, face: str = BEFORE) -> None:
    record_printed(world.store, world.operator, [(one.id, one.badge, face) for one in people])


def names(world: World, choice: Choice, changed: tuple[Attendee, ...] = ()) -> list[str]:
    """Return whose badges `choice` means, the faces of `changed` being other ones now."""
    badges = badges_to_print(world.store, world.operator)
    faces = {one.attendee.badge: BEFORE for one in badges} | {one.badge: NOW for one in changed}
    printed = printed_faces(world.store, world.operator)
    return [one.attendee.name for one in chosen(badges, faces, printed, choice)]


def test_new_badges_are_those_never_printed(world: World) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")
    prints(world, ada)
    assert names(world, Choice.NEW) == ["Bob"]
    assert names(world, Choice.ALL) == names(world, Choice.CHOSEN) == ["Ada", "Bob"]
    prints(world, bob)
    assert names(world, Choice.NEW) == []


def test_changed_badges_are_those_printed_with_another_face(world: World) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")
    world.register("Never printed")
    prints(world, ada, bob)
    assert names(world, Choice.CHANGED) == []
    assert names(world, Choice.CHANGED, changed=(bob,)) == ["Bob"]
    world.later(seconds=1)
    prints(world, bob, face=NOW)
    assert names(world, Choice.CHANGED, changed=(bob,)) == []


def test_a_replaced_badge_is_new_again(world: World) -> None:
    ada = world.register("Ada")
    prints(world, ada)
    replace_badge(world.store, world.operator, ada)
    assert names(world, Choice.NEW) == ["Ada"]


def test_another_laptop_knows_what_was_printed(world: World) -> None:
    ada = world.register("Ada")
    with world.other_laptop() as other:
        prints(world, ada)
        exchange(world.store, other.store, COORDINATOR)
        assert printed_faces(other.store, other.operator) == {ada.badge: BEFORE}


def test_nothing_printed_writes_nothing(world: World) -> None:
    before = world.store.journal.count()
    prints(world)
    assert world.store.journal.count() == before


@pytest.mark.parametrize("first", ["printed", "erased"])
def test_what_an_erased_person_wore_is_forgotten(world: World, first: str) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")

    def erase() -> None:
        with world.store.write(world.operator) as pen:
            pen.append(Kind.PERSONAL_DATA_ERASED, ada.id, {})

    if first == "printed":
        prints(world, ada, bob)
        erase()
    else:
        erase()
        prints(world, ada, bob)
    assert printed_faces(world.store, world.operator) == {bob.badge: BEFORE}
    kept = [one.body for one in world.store.journal.about(ada.id) if one.kind == "badge.printed"]
    assert kept == [""]
    assert verify(world.store, COORDINATOR).sound


def test_a_print_is_salted_as_it_tells_of_a_person(world: World) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")
    prints(world, ada, bob)
    bodies = [one.body for who in (ada, bob) for one in world.store.journal.about(who.id)]
    assert sum('"face"' in body and '"salt"' in body for body in bodies) == 2


def test_reception_may_print(world: World) -> None:
    world.operator = Operator("Elīna", Role.RECEPTION)
    assert printed_faces(world.store, world.operator) == {}


def test_why_a_badge_was_replaced_is_told(world: World) -> None:
    ada = world.register("Ada")
    for why in (Why.LOST, Why.DAMAGED, Why.OTHER):
        replace_badge(world.store, world.operator, ada, why)
    told = history(world.store, world.operator, ada.id)
    whys = [one.why for one in told if one.what is What.BADGE_REVOKED]
    assert whys == ["replaced", "damaged", "lost"]


def test_a_photo_is_on_the_badge_where_a_template_shows_it(world: World) -> None:
    ada, jpeg = world.register("Ada"), b"\xff\xd8\xff Ada"
    set_photo(world.store, COORDINATOR, ada, jpeg)
    assert badge_of(world.store, ada).photo == b""
    shown = Picture(Area(0, 0, 2000, 3000), photo=True)
    identity = save_template(world.store, COORDINATOR, Template("Face", 9000, 5500, (shown,)))
    assert badge_of(world.store, ada).photo == jpeg
    assert badge_of(world.store, world.register("Bob")).photo == b""
    remove_template(world.store, COORDINATOR, identity)
    assert badge_of(world.store, ada).photo == b""
