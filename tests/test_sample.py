"""The sample seminar is what people see first: 240 invented people who fit the programme."""

import csv
import re
import tomllib
from collections import Counter
from itertools import pairwise

import pytest

from checkin.assets import resources

SAMPLE = resources() / "sample"
HEADER = (
    "First name,Last name,E-mail,Organisation,Type of organisation,Job title,Country,Category,"
    "Days,Workshops,Meal,Notes,Registration status,Registration no."
)
# The letters beyond a to z that names in these languages are written with.
LETTERS = {
    "Latvia": "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ",
    "Lithuania": "ąčęėįšųūžĄČĖĮŠŪŽ",
    "Estonia": "äõöüšžÄÕÖÜŠŽ",
    "Poland": "ąćęłńóśźżĆŁÓŚŹŻ",
    "Germany": "äöüßÄÖÜ",
    "Sweden": "åäöéÅÄÖ",
    "Finland": "åäöÅÄÖ",
    "Denmark": "æøåÆØÅ",
    "Norway": "æøåÅØ",
    "Ukraine": "іїєґІЇЄҐ’",
    "Greece": "άέίόώήϋςΖΑ",
}
INACTIVE = {"Canceled"}


@pytest.fixture(scope="module")
def text():
    return (SAMPLE / "registrations.csv").read_text("utf-8")


@pytest.fixture(scope="module")
def people(text):
    return list(csv.DictReader(text.splitlines()))


@pytest.fixture(scope="module")
def seminar():
    return tomllib.loads((SAMPLE / "seminar.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def sessions(seminar):
    return seminar["session"]


def full_name(person):
    return f"{person['First name']} {person['Last name']}"


def test_240_people_each_once(text, people):
    assert text.splitlines()[0] == HEADER
    assert len(people) == 240
    assert all(None not in person and None not in person.values() for person in people)
    assert all(value == value.strip() for person in people for value in person.values())
    for column in ("E-mail", "Registration no."):
        assert len({person[column] for person in people}) == 240


def test_two_people_of_one_name_come_from_different_organisations(people):
    names = Counter(map(full_name, people))
    [(twice, count)] = [(name, count) for name, count in names.items() if count > 1]
    assert count == 2
    assert len({person["Organisation"] for person in people if full_name(person) == twice}) == 2


def test_every_address_is_one_that_nobody_can_have(people):
    for person in people:
        assert re.fullmatch(r"[a-z]+(?:[.-][a-z]+)*@[a-z0-9-]+\.example", person["E-mail"])


def test_an_organisation_has_one_address_one_country_and_one_kind(people):
    facts = {
        (
            person["Organisation"],
            person["E-mail"].partition("@")[2],
            person["Country"],
            person["Type of organisation"],
        )
        for person in people
    }
    organisations = Counter(fact[0] for fact in facts)
    assert 60 <= len(organisations) <= 80
    assert set(organisations.values()) == {1}
    assert len({fact[1] for fact in facts}) == len(organisations)
    assert {fact[3] for fact in facts} == {
        "Company", "Cluster", "Company network", "Public body", "Research", "Other",
    }  # fmt: skip


@pytest.mark.parametrize("country", LETTERS)
def test_names_are_written_with_all_their_letters(people, country):
    written = {
        letter
        for person in people
        if person["Country"] == country
        for letter in full_name(person) + person["Organisation"]
    }
    assert set(LETTERS[country]) <= written


def test_names_are_long_short_double_and_with_particles(people):
    families = [person["Last name"] for person in people]
    assert {"von der Heide", "Graf zu Hohenfels", "af Ekeblad", "Ås"} <= set(families)
    assert sum("-" in family for family in families) >= 8
    assert max(len(full_name(person)) for person in people) >= 30


def test_every_country_of_the_letters_comes(people):
    assert {person["Country"] for person in people} == set(LETTERS)


def test_statuses_and_categories_are_mixed_but_staff_is_in(people):
    statuses = Counter(person["Registration status"] for person in people)
    assert set(statuses) == {"Registered", "Canceled", "Unpaid", "Unapproved"}
    assert statuses["Registered"] >= 216
    staff = [person for person in people if person["Category"] != "Participant"]
    assert {person["Category"] for person in staff} == {"Speaker", "Organizer", "Press"}
    assert {person["Registration status"] for person in staff} == {"Registered"}


def workshops(person):
    return person["Workshops"].split(", ") if person["Workshops"] else []


def test_every_workshop_is_in_the_programme_and_every_one_has_takers(people, sessions):
    titles = [session["title"] for session in sessions if session["kind"] == "workshop"]
    offered = {re.match(r"Workshop ([A-Z]): \S", title)[1] for title in titles}
    assert {letter for person in people for letter in workshops(person)} == offered
    assert len(offered) == len(titles) == 4


def test_people_take_workshops_of_their_days_and_one_at_a_time(people, sessions):
    day_of = {
        session["title"][9]: f"{session['day'].day} June"
        for session in sessions
        if session["kind"] == "workshop"
    }
    for person in people:
        days = [day_of[letter] for letter in workshops(person)]
        assert len(days) == len(set(days))
        assert person["Days"] in {"both", "2 June", "3 June"}
        assert person["Days"] == "both" or set(days) <= {person["Days"]}


def test_no_room_is_overbooked(people, sessions):
    coming = [person for person in people if person["Registration status"] not in INACTIVE]
    taken = Counter(letter for person in coming for letter in workshops(person))
    for session in sessions:
        if session["kind"] == "workshop":
            assert 0.8 * session["capacity"] <= taken[session["title"][9]] <= session["capacity"]
        elif "capacity" in session:
            assert len(coming) <= session["capacity"]


def test_notes_agree_with_the_rest(people):
    for person in people:
        if "Vegetarian" in person["Notes"]:
            assert person["Meal"] == "Vegetarian"
        for day in ("2 June", "3 June"):
            if day in person["Notes"]:
                assert person["Days"] in {"both", day}


def test_the_programme_is_two_days_of_sessions_that_fit(seminar, sessions):
    assert (seminar["last_day"] - seminar["first_day"]).days == 1
    assert len({session["title"] for session in sessions}) == len(sessions)
    for session in sessions:
        assert seminar["first_day"] <= session["day"] <= seminar["last_day"]
        assert session["start"] < session["end"]
        assert session["counted"] == (session["kind"] != "break")
        assert session["kind"] in {"plenary", "workshop", "break"}
        assert session["room"]


def test_only_two_workshops_in_two_rooms_run_at_once(sessions):
    ordered = sorted(sessions, key=lambda session: (session["day"], session["start"]))
    overlapping = [
        (one, other)
        for one, other in pairwise(ordered)
        if one["day"] == other["day"] and other["start"] < one["end"]
    ]
    assert len(overlapping) == 2
    for one, other in overlapping:
        assert one["kind"] == other["kind"] == "workshop"
        assert (one["start"], one["end"]) == (other["start"], other["end"])
        assert one["room"] != other["room"]
