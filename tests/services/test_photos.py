"""Photos of people: set, replaced, taken away, matched by file names, and gone with the person."""

from pathlib import Path

import pytest

from checkin.domain.entry import Kind
from checkin.domain.roles import Operator
from checkin.errors import CheckinError
from checkin.services.exchange import exchange
from checkin.services.history import What, history
from checkin.services.merging import merge
from checkin.services.photos import (
    MOST_BYTES,
    has_photos,
    photo_of,
    plan_photos,
    set_photo,
    set_photos,
)
from checkin.services.safekeeping import rebuild, verify
from checkin.services.undoing_import import undo_import
from tests.services.lists import bring, list_of
from tests.world import COORDINATOR, World

ONE, OTHER = b"\xff\xd8\xffone", b"\xff\xd8\xffother"
WHO = COORDINATOR


def shown(world: World, attendee) -> bytes:
    return photo_of(world.store, WHO, attendee.id)


def told(world: World, attendee) -> list[What]:
    return [one.what for one in history(world.store, WHO, attendee.id)]


def test_a_photo_is_set_replaced_and_taken_away(world):
    ada = world.register("Ada Ozola")
    assert (shown(world, ada), has_photos(world.store, WHO)) == (b"", False)
    for photo in (ONE, OTHER):
        set_photo(world.store, WHO, ada, photo)
        assert shown(world, ada) == photo
    assert has_photos(world.store, WHO)
    set_photo(world.store, WHO, ada, b"")
    assert (shown(world, ada), has_photos(world.store, WHO)) == (b"", False)
    assert told(world, ada)[:3] == [What.PHOTO_REMOVED, What.PHOTO_SET, What.PHOTO_SET]


@pytest.mark.parametrize("wrong", [b"GIF89a", b"\xff\xd8\xff" + b"0" * MOST_BYTES])
def test_what_is_no_photo_is_not_kept(world, wrong):
    ada = world.register("Ada Ozola")
    before = world.store.journal.count()
    with pytest.raises(CheckinError, match="photo-wrong"):
        set_photo(world.store, WHO, ada, wrong)
    assert world.store.journal.count() == before


def test_the_record_holds_when_the_tables_are_made_anew(world):
    ada = world.register("Ada Ozola")
    set_photo(world.store, WHO, ada, ONE)
    assert verify(world.store, WHO).sound
    rebuild(world.store, WHO)
    assert shown(world, ada) == ONE


def test_who_has_two_records_has_the_photo_of_either(world):
    ada, again = world.register("Ada Ozola"), world.register("Ada Ozola", email="ada@example.lv")
    set_photo(world.store, WHO, again, ONE)
    merge(world.store, WHO, ada, again)
    found = world.store.roster.by_id(ada.id)
    assert found
    assert shown(world, found) == ONE
    set_photo(world.store, WHO, found, b"")
    assert shown(world, found) == b""


def test_a_photo_reaches_another_laptop_and_the_later_word_stands(world):
    ada = world.register("Ada Ozola")
    with world.other_laptop() as other:
        set_photo(world.store, WHO, ada, ONE)
        world.later(minutes=1)
        set_photo(other.store, WHO, ada, OTHER)
        exchange(world.store, other.store, WHO)
        assert shown(world, ada) == shown(other, ada) == OTHER


def erase(world: World, attendee) -> None:
    with world.store.write(WHO) as pen:
        pen.append(Kind.PERSONAL_DATA_ERASED, attendee.id, {})


def test_nothing_of_a_photo_is_left_of_somebody_erased(world):
    ada, bob = world.register("Ada Ozola"), world.register("Bob Berg")
    for photo in (ONE, OTHER):
        set_photo(world.store, WHO, ada, photo)
    set_photo(world.store, WHO, bob, ONE)
    erase(world, ada)
    about = world.store.journal.about(ada.id)
    assert [one.body for one in about if one.kind == Kind.PHOTO_SET] == ["", ""]
    assert shown(world, ada) == b""
    assert shown(world, bob) == ONE
    assert verify(world.store, WHO).sound


def test_a_photo_that_comes_after_the_erasure_is_emptied_too(world):
    ada = world.register("Ada Ozola")
    with world.other_laptop() as other:
        erase(world, ada)
        world.later(minutes=1)
        set_photo(other.store, WHO, ada, ONE)
        exchange(world.store, other.store, WHO)
        for laptop in (world, other):
            bodies = [one.body for one in laptop.store.journal.about(ada.id)]
            assert not any("image/jpeg" in body for body in bodies)
            assert shown(laptop, ada) == b""
            assert verify(laptop.store, WHO).sound


def plan(world: World, *names: str):
    return plan_photos(world.store, WHO, [Path(name) for name in names])


@pytest.mark.parametrize(
    "name",
    [
        "R-17.jpg",
        "r-17.PNG",
        "anna.kalnina@example.lv.jpg",
        "Anna Kalniņa.jpg",
        "anna_kalnina.jpeg",
        "Kalnina, Anna.png",
        "KALNIŅA-ANNA.tiff",
    ],
)
def test_a_picture_is_matched_by_number_mail_or_name(world, name):
    world.register("Bob Berg", registration="R-18")
    anna = world.register("Anna Kalniņa", email="Anna.Kalnina@example.lv", registration="R-17")
    found = plan(world, name)
    assert [person.id for _, person in found.fits] == [anna.id]
    assert not found.nobody


def test_what_fits_nobody_several_or_twice_is_told_apart(world):
    for organisation in ("Riga Photonics", "Baltic Wood"):
        world.register("Ada Ozola", organisation=organisation)
    bob = world.register("Bob Berg", registration="7")
    found = plan(world, "7.jpg", "Ada Ozola.jpg", "Bob Berg.jpg", "Cecil.jpg", "__.jpg")
    assert found.fits == ((Path("7.jpg"), bob),)
    assert [(path.name, len(people)) for path, people in found.several] == [("Ada Ozola.jpg", 2)]
    assert found.twice == ((Path("Bob Berg.jpg"), bob),)
    assert [path.name for path in found.nobody] == ["Cecil.jpg", "__.jpg"]


def test_many_are_set_at_once_and_what_is_no_picture_is_told(world):
    people = [world.register(f"Guest {number}", registration=str(number)) for number in range(45)]

    def read(path: Path) -> bytes:
        if path.stem == "3":
            raise CheckinError("picture-unknown", path=path)
        return ONE

    found = plan(world, *(f"{number}.jpg" for number in range(45)))
    seen: list[int] = []
    done = set_photos(world.store, WHO, found, read, lambda at, _all: not seen.append(at))
    assert (len(done.changed), len(done.unchanged), len(done.wrong)) == (44, 0, 1)
    assert seen == [0, 20, 40]
    assert [shown(world, one) for one in people[2:5]] == [ONE, b"", ONE]
    again = set_photos(world.store, WHO, found, read, lambda *_: True)
    assert (len(again.changed), len(again.unchanged)) == (0, 44)


def test_whoever_stops_it_keeps_what_is_set(world):
    for number in range(45):
        world.register(f"Guest {number}", registration=str(number))
    found = plan(world, *(f"{number}.jpg" for number in range(45)))
    done = set_photos(world.store, WHO, found, lambda _path: ONE, lambda at, _all: at < 20)
    assert done.stopped
    assert len(done.changed) == 20


def test_who_was_given_a_photo_since_an_import_stays_when_it_is_undone(world):
    bring(world, list_of(("Ada",), ("Bob",)))
    ada = next(one for one in world.store.roster.everyone() if one.name == "Ada")
    set_photo(world.store, WHO, ada, ONE)
    result = undo_import(world.store, WHO)
    assert (result.removed, [one.name for one in result.kept]) == (1, ["Ada"])


def test_reception_may_look_but_not_set(world):
    ada = world.register("Ada Ozola")
    set_photo(world.store, WHO, ada, ONE)
    assert photo_of(world.store, Operator("Elīna"), ada.id) == ONE
