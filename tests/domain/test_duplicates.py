"""Who is likely on a list twice: what is found, and that nothing silly is."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.cli.tourpeople import crowd
from checkin.domain.alike import Likeness, distance, likeness, name_words
from checkin.domain.duplicates import Pair, Search, Why, likely_pairs
from checkin.domain.people import Attendee, Status
from tests.benchmarks.bigevent import people as seminar

HERE = {"organisation": "Riga Photonics"}


def person(number: int, name: str, **texts: str) -> Attendee:
    return Attendee(id=f"{number:032x}", name=name, **texts)


def found(one: dict[str, str], other: dict[str, str]) -> tuple[Why, ...] | None:
    """Return why two are thought one person, None where they are not."""
    pairs = likely_pairs([person(1, **one), person(2, **other)])
    return pairs[0].reasons if pairs else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bērziņš Jānis", "Janis Berzins"),
        ("Dr. Anna-Maria Šimkus", "anna maria simkus"),
        ("AnnaMaria Ozola", "Anna Maria Ozola"),
        ("Sean O'Brien", "Sean O’Brien"),
        ("Bērziņš, Jānis, PhD", "Jānis Bērziņš"),
    ],
)
def test_the_same_name_is_enough_however_it_is_written(one, other):
    assert found({"name": one}, {"name": other}) == (Why.NAME,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jānis Bērziņš", "Jānis Bērziņ"),
        ("Jānis Bērziņš", "Jānis Brēziņš"),
        ("J. Bērziņš", "Jānis Bērziņš"),
        ("Bērziņš J", "Jānis Bērziņš"),
        ("Anna Ozola", "Anna Ozola-Liepiņa"),
        ("Anna Marija Ozola", "Anna Ozola"),
        ("Ana Ozola", "Anna Ozola"),
        ("Aleksandra Konstantinovicz", "Aleksandra Konstantynowicz"),
        ("Katrin Müller", "Kathrin Muller"),
    ],
)
def test_names_alike_are_enough_at_one_organisation_or_its_domain(one, other):
    assert found({"name": one}, {"name": other}) is None
    assert found({"name": one, **HERE}, {"name": other, **HERE}) == (Why.ALIKE, Why.ORGANISATION)
    mails = {"email": "a@firm.example"}, {"email": "b@firm.example"}
    assert found({"name": one, **mails[0]}, {"name": other, **mails[1]}) == (Why.ALIKE, Why.DOMAIN)
    for provider in ("gmail.com", "yahoo.co.uk", "inbox.lv"):
        private = {"email": f"a@{provider}"}, {"email": f"b@{provider}"}
        assert found({"name": one, **private[0]}, {"name": other, **private[1]}) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jānis Bērziņš", "Pēteris Bērziņš"),
        ("Jānis Bērziņš", "Jānis Kalniņš"),
        ("Anna Ozola", "Inna Ozola"),
        ("Guest 1", "Guest 2"),
        ("Guest 7", "Guest 79"),
        ("Jānis", "Jānis Bērziņš"),
        ("Jan B", "Jan Bērziņš Kalniņš"),
        ("O", "Ola Nordmann"),
        ("Björn O'Brias", "Björn Ozolski"),
    ],
)
def test_colleagues_are_not_one_person(one, other):
    assert found({"name": one, **HERE}, {"name": other, **HERE}) is None


def test_one_address_is_one_person_unless_it_is_an_offices():
    office = {"email": "office@firm.example"}
    assert found({"name": "Anna Ozola", **office}, {"name": "Jānis Kalns", **office}) is None
    married = found({"name": "Anna Ozola", **office}, {"name": "Anna Liepa", **office})
    assert married == (Why.EMAIL,)
    capital = {"email": "OFFICE@firm.example"}
    assert found({"name": "Anna Ozola", **office}, {"name": "A. Ozola", **capital}) == (
        *(Why.EMAIL, Why.ALIKE),
    )


@pytest.mark.parametrize("field", ["registration", "ticket_code"])
def test_one_number_is_one_person_unless_it_is_an_orders(field):
    number = {field: "A-17"}
    (why,) = found({"name": "Anna Ozola", **number}, {"name": "Jānis Kalns", **number}) or ()
    assert why in (Why.REGISTRATION, Why.TICKET_CODE)
    both = found({"name": "Anna Ozola", **number}, {"name": "Ozola Anna", **number}) or ()
    assert len(both) == 2
    order = [person(n, f"{name} Kalns", **number) for n, name in enumerate("ABCDEFGH", 1)]
    assert likely_pairs(order) == []


def test_the_likeliest_stand_first_and_the_canceled_are_among_them():
    people = [
        person(1, "Anna Ozola", email="a@x.example", **HERE),
        person(2, "Jānis Kalns"),
        Attendee(id=f"{3:032x}", name="Kalns Jānis", status=Status.CANCELED),
        person(4, "Ozola Anna", email="a@x.example", **HERE),
    ]
    first, second = likely_pairs(people)
    assert first.reasons == (Why.EMAIL, Why.NAME, Why.ORGANISATION)
    assert (second.first.name, second.second.name) == ("Jānis Kalns", "Kalns Jānis")
    assert first.rank > second.rank


def test_who_is_kept_apart_is_not_offered():
    people = [person(1, "Anna Ozola"), person(2, "Ozola Anna"), person(3, "ANNA OZOLA")]
    apart = {(people[0].id, people[1].id)}
    pairs = [(one.first.id, one.second.id) for one in likely_pairs(people, apart)]
    assert pairs == [(people[0].id, people[2].id), (people[1].id, people[2].id)]


def test_a_name_that_many_have_says_nothing_alone():
    many = [person(n, "Jānis Bērziņš", organisation=f"Firm {n}") for n in range(1, 40)]
    assert likely_pairs(many) == []
    twins = [*many, person(99, "Jānis Bērziņš", organisation="Firm 7")]
    assert [one.reasons for one in likely_pairs(twins)] == [(Why.NAME, Why.ORGANISATION)]


def distinct(count: int) -> list[Attendee]:
    """Return people of a seminar of whom no two have the same words in their names."""
    seen, some = set(), []
    for number, details in enumerate(seminar(2 * count)):
        words = tuple(sorted(name_words(details.texts["name"])))
        texts = {n: t for n, t in details.texts.items() if n != "organisation_kind"}
        if words not in seen:
            seen.add(words)
            some.append(Attendee(id=f"{number:032x}", **texts))
    return some[:count]


def is_near(pair: Pair) -> bool:
    """Tell whether each word of a name is near one of the other's, by a plain measure."""
    one, other = (name_words(each.name) for each in (pair.first, pair.second))
    return all(min(distance(a, b, 9) for b in other) <= 2 for a in one) or len(one) != len(other)


def test_nothing_silly_is_found_among_5000_distinct_people():
    pairs = likely_pairs(distinct(5000))
    assert len(pairs) < 40
    assert all(map(is_near, pairs))


def test_the_crowd_of_the_tour_holds_whom_it_holds():
    known = [
        Attendee(id=f"{n:032x}", **{f: t for f, t in one.texts.items() if f != "organisation_kind"})
        for n, one in enumerate(crowd(240))
    ]
    for pair in likely_pairs(known):
        assert is_near(pair)


def test_an_organisation_of_5000_is_not_compared_each_with_each():
    people = [
        Attendee(id=one.id, name=one.name, organisation="Everybody", email=f"{n}@one.example")
        for n, one in enumerate(distinct(5000))
    ]
    wrong = person(10**6, f"{people[70].name}x", organisation="Everybody")
    search = Search([*people, wrong])
    compared = {(one.attendee.id, other.attendee.id) for one, other in search.candidates()}
    assert (people[70].id, wrong.id) in compared
    assert len(compared) < 30 * len(people)


def plain_distance(one: str, other: str) -> int:
    """Return the distance by its definition."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        plain_distance(one[1:], other) + 1,
        plain_distance(one, other[1:]) + 1,
        plain_distance(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if one[:2] == other[1::-1] and len(one) > 1 and len(other) > 1:
        ways.append(plain_distance(one[2:], other[2:]) + 1)
    return min(ways)


short = st.text(alphabet="abc", max_size=5)


@given(short, short, st.integers(0, 4))
def test_the_distance_is_what_its_definition_says_as_far_as_asked(one, other, most):
    assert distance(one, other, most) == min(plain_distance(one, other), most + 1)


names = st.text(max_size=30)


@given(names, names)
def test_likeness_has_no_sides_and_a_name_is_like_itself(one, other):
    a, b = name_words(one), name_words(other)
    assert likeness(a, b) is likeness(b, a)
    assert likeness(a, a) is (Likeness.SAME if a else Likeness.DIFFERENT)


@given(st.lists(st.tuples(names, st.sampled_from(["", "a@x.example", "b@gmail.com"])), max_size=8))
def test_anything_may_be_called_a_name(said):
    people = [person(n, name, email=email) for n, (name, email) in enumerate(said, 1)]
    pairs = likely_pairs(people)
    shuffled = people[:]
    Random(1).shuffle(shuffled)
    assert likely_pairs(shuffled) == pairs
    assert all(pair.first.id < pair.second.id for pair in pairs)
