"""The contact desk: whoever scan their badges one after the other have met, if they agreed."""

import pytest

from checkin.domain.details import Details
from checkin.domain.entry import Kind
from checkin.domain.people import Attendee, Status
from checkin.errors import CheckinError
from checkin.services.badges import replace_badge
from checkin.services.contacts import (
    agreeing,
    everyones_contacts,
    join,
    meet,
    met,
    suggest,
    unmeet,
)
from checkin.services.exchange import exchange
from checkin.services.merging import merge, take_back_merger
from checkin.services.registration import edit, set_status
from checkin.services.safekeeping import verify
from tests.world import COORDINATOR, RECEPTION, World


def agreed(world: World, *names: str, **texts: str) -> list[Attendee]:
    return [world.register(name, contacts="yes", **texts) for name in names]


def whom(world: World, person: Attendee) -> list[str]:
    return [one.attendee.name for one in met(world.store, COORDINATOR, person)]


def scan(world: World, *people: Attendee) -> None:
    meet(world.store, RECEPTION, [world.code(one) for one in people])


def test_badges_scanned_one_after_the_other_have_met_each_pair(world: World) -> None:
    ada, bob, cecilia = agreed(world, "Ada", "Bob", "Cecīlija")
    scan(world, ada, bob, cecilia)
    assert whom(world, ada) == ["Bob", "Cecīlija"]
    assert whom(world, bob) == ["Ada", "Cecīlija"]
    assert [contact.at for contact in met(world.store, COORDINATOR, cecilia)] == [world.clock()] * 2
    assert verify(world.store, COORDINATOR).sound


def test_what_was_recorded_is_not_recorded_again(world: World) -> None:
    ada, bob, cecilia = agreed(world, "Ada", "Bob", "Cecīlija")
    scan(world, ada, bob)
    before = world.store.journal.count()
    again = join(world.store, RECEPTION, [ada.id], world.code(bob))
    assert ([one.name for one in again.before], again.met) == (["Ada"], ())
    assert world.store.journal.count() == before
    both = join(world.store, RECEPTION, [ada.id, bob.id], world.code(cecilia))
    assert [one.name for one in both.met] == ["Ada", "Bob"]


def test_who_did_not_agree_is_said_and_not_recorded(world: World) -> None:
    ada, bob = agreed(world, "Ada", "Bob")
    egil, dora = world.register("Egils"), world.register("Dora", contacts="no")
    scanned = meet(world.store, RECEPTION, [world.code(one) for one in (ada, egil, bob, dora)])
    assert [one.person.name for one in scanned if not one.agreed] == ["Egils", "Dora"]
    assert (whom(world, ada), whom(world, egil), whom(world, dora)) == (["Bob"], [], [])
    with pytest.raises(CheckinError, match="meeting-without-consent"):
        scan(world, ada, egil)
    with pytest.raises(CheckinError, match="meeting-alone"):
        scan(world, ada, ada)


def test_a_badge_of_nobody_and_one_that_was_replaced_are_refused(world: World) -> None:
    ada, bob = agreed(world, "Ada", "Bob")
    old = world.code(bob)
    replace_badge(world.store, COORDINATOR, bob)
    for code, why in ((old, "contact-badge-replaced"), ("B" * 28, "contact-badge-unknown")):
        before = world.store.journal.count()
        with pytest.raises(CheckinError, match=why):
            join(world.store, RECEPTION, [ada.id], code)
        assert world.store.journal.count() == before
    now = world.store.roster.by_id(bob.id)
    assert now
    assert join(world.store, RECEPTION, [ada.id], now.badge).met


def test_a_meeting_is_taken_back_and_may_be_recorded_again(world: World) -> None:
    ada, bob = agreed(world, "Ada", "Bob")
    scan(world, ada, bob)
    unmeet(world.store, RECEPTION, bob, [ada])
    assert whom(world, ada) == []
    with pytest.raises(CheckinError, match="not-met"):
        unmeet(world.store, RECEPTION, ada, [bob])
    world.later(minutes=5)
    scan(world, ada, bob)
    assert [one.at for one in met(world.store, COORDINATOR, ada)] == [world.clock()]


def test_two_desks_that_saw_the_same_two_meet_agree(world: World) -> None:
    ada, bob = agreed(world, "Ada", "Bob")
    with world.other_laptop() as other:
        scan(world, ada, bob)
        scan(other, bob, ada)
        exchange(world.store, other.store, COORDINATOR)
        assert whom(world, ada) == whom(other, ada) == ["Bob"]


def test_a_person_of_two_records_met_whom_either_met_and_never_themselves(world: World) -> None:
    ada, adah, bob = agreed(world, "Ada", "Adah", "Bob")
    scan(world, adah, bob)
    scan(world, adah, ada)
    merge(world.store, COORDINATOR, ada, adah)
    person = world.store.roster.by_id(ada.id)
    assert person
    assert whom(world, person) == ["Bob"]
    unmeet(world.store, RECEPTION, person, [bob])
    assert whom(world, person) == []
    take_back_merger(world.store, COORDINATOR, person.id)
    assert whom(world, bob) == []


def erase(world: World, person: Attendee) -> None:
    with world.store.write(COORDINATOR) as pen:
        pen.append(Kind.PERSONAL_DATA_ERASED, person.id, {})


GOING = {
    "withdrawn": lambda w, one: edit(w.store, RECEPTION, one, Details({"contacts": "no"})),
    "asked anew": lambda w, one: edit(w.store, RECEPTION, one, Details({"contacts": ""})),
    "canceled": lambda w, one: set_status(w.store, COORDINATOR, one, Status.CANCELED),
    "blocked": lambda w, one: set_status(w.store, COORDINATOR, one, Status.BLOCKED),
    "erased": erase,
}


@pytest.mark.parametrize("how", GOING)
def test_whose_contact_is_passed_on_no_more_is_nowhere_any_more(world: World, how: str) -> None:
    ada, bob, cecilia = agreed(world, "Ada", "Bob", "Cecīlija", offers="wood", seeks="wood")
    scan(world, ada, bob)
    scan(world, cecilia, bob)
    GOING[how](world, ada)
    assert whom(world, bob) == ["Cecīlija"]
    assert whom(world, ada) == []
    assert [one.name for one in agreeing(world.store, COORDINATOR)] == ["Bob", "Cecīlija"]
    everyone = everyones_contacts(world.store, COORDINATOR)
    assert {one.name for one, _ in everyone} == {"Bob", "Cecīlija"}
    assert {x.attendee.name for _, some in everyone for x in some} == {"Bob", "Cecīlija"}
    assert suggest(world.store, COORDINATOR, cecilia) == []
    if how != "erased":
        with pytest.raises(CheckinError, match="contact-not-agreed"):
            suggest(world.store, COORDINATOR, ada)
        assert not join(world.store, RECEPTION, [bob.id], world.code(ada)).agreed


def test_who_agrees_again_has_their_contacts_again(world: World) -> None:
    ada, bob = agreed(world, "Ada", "Bob")
    scan(world, ada, bob)
    withdrawn = edit(world.store, RECEPTION, ada, Details({"contacts": "no"}))
    assert whom(world, bob) == []
    edit(world.store, RECEPTION, withdrawn, Details({"contacts": "yes"}))
    assert whom(world, bob) == ["Ada"]


def test_suggested_is_who_fits_of_another_house_and_was_not_met(world: World) -> None:
    (ada,) = agreed(world, "Ada", organisation="Riga Tech", seeks="welding; wood")
    (bob,) = agreed(world, "Bob", organisation="Vilnius Wood", offers="woods")
    agreed(world, "Cecīlija", organisation="Riga Tech", offers="welding")
    (dace,) = agreed(world, "Dace", offers="weldng")
    assert [one.attendee.name for one in suggest(world.store, RECEPTION, ada)] == ["Bob", "Dace"]
    scan(world, ada, bob)
    (found,) = suggest(world.store, RECEPTION, ada)
    assert (found.attendee.name, found.offers[0].offered) == (dace.name, "weldng")


def test_of_a_removed_name_no_half_remains(world: World) -> None:
    ada, bob = agreed(world, "Ada", "Bob")
    scan(world, ada, bob)
    erase(world, ada)
    assert verify(world.store, COORDINATOR).sound
