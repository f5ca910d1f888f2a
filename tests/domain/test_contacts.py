"""Partners: who agreed, of different organisations, by what one offers and another seeks."""

import pytest

from checkin.domain.contacts import Partners, passes_on
from checkin.domain.people import Attendee, Status

ADA = Attendee("a", "Ada", organisation="Riga Tech", contacts=True, offers="laser cutting")
BOB = Attendee("b", "Bob", organisation="Wood", contacts=True, seeks="lazer cutting; paint")


def changed(person, **fields):
    return Attendee(**{name: getattr(person, name) for name in person.__slots__} | fields)


def names(people, attendee, met=()):
    return [one.attendee.name for one in Partners(people).suggested(attendee, met)]


def test_what_one_offers_and_another_seeks_brings_them_together_with_the_reason():
    (found,) = Partners([ADA, BOB]).suggested("a")
    assert found.attendee is BOB
    assert [(one.offered, one.sought) for one in found.seeks] == [
        ("laser cutting", "lazer cutting")
    ]
    assert found.offers == ()
    (other,) = Partners([ADA, BOB]).suggested("b")
    assert (other.attendee, other.offers) == (ADA, found.seeks)


@pytest.mark.parametrize(
    "bob",
    [
        changed(BOB, contacts=False),
        changed(BOB, contacts=None),
        changed(BOB, status=Status.CANCELED),
        changed(BOB, status=Status.BLOCKED),
        changed(BOB, organisation="RIGA  TECH"),
        changed(BOB, seeks="", offers="laser cutting"),
    ],
)
def test_nobody_is_suggested_who_did_not_agree_or_is_of_the_same_house_or_offers_the_same(bob):
    assert names([ADA, bob], "a") == []
    assert names([ADA, bob], "b") == []


def test_nor_somebody_whom_they_met():
    assert names([ADA, BOB], "a", {"b"}) == []


def test_two_without_an_organisation_are_not_of_the_same():
    assert names([changed(ADA, organisation=""), changed(BOB, organisation="")], "a") == ["Bob"]


def test_who_can_give_and_take_comes_first_then_who_fits_more_then_the_name():
    one = changed(ADA, seeks="paint; glue")
    people = [
        one,
        Attendee("1", "Zita", contacts=True, seeks="laser cutting", offers="glue"),
        Attendee("2", "Xenia", contacts=True, offers="paint"),
        Attendee("3", "Yves", contacts=True, offers="paint; glue"),
        Attendee("4", "Anna", contacts=True, offers="paint"),
    ]
    assert names(people, "a") == ["Zita", "Yves", "Anna", "Xenia"]


def test_an_unpaid_registration_is_passed_on():
    assert passes_on(changed(ADA, status=Status.UNPAID))
