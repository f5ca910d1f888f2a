"""The programme at the command line."""

import pytest

from tests.cli.desk import FIRST, LAST, Desk

PLENARY = ("--day", FIRST, "--starts", "09:00", "--ends", "10:30", "--kind", "plenary")


def test_a_programme_is_made_changed_and_shown(desk: Desk) -> None:
    made = desk.done("sessions", "add", "Plenary", *PLENARY, "--room", "Hall", "--json").json
    assert (made["counted"], made["own_door"], made["room"]) == (True, False, "Hall")
    hours = ("--day", LAST, "--starts", "13:00", "--ends", "15:00")
    desk.done("sessions", "add", "Lasers", *hours, "--kind", "workshop", "--capacity", "20")
    changed = desk.done("sessions", "edit", "Plen", "--ends", "11:00", "--room", "", "--json").json
    assert (changed["ends"], changed["room"], changed["id"]) == ("11:00", "", made["id"])
    told = desk.done("sessions", "--json").json
    assert [(one["name"], one["day"], one["inside"]) for one in told] == [
        ("Plenary", FIRST, 0),
        ("Lasers", LAST, 0),
    ]
    assert (
        "13:00–15:00  Lasers  (workshop; 20 places; counted; own door)" in desk.done("sessions").out
    )
    assert "Lasers" in desk.done("lists").out
    desk.done("sessions", "remove", "Lasers")
    assert "Lasers" not in desk.done("lists").out


def test_hours_are_told_by_the_programme(desk: Desk) -> None:
    desk.done("sessions", "add", "Plenary", *PLENARY)
    desk.scan(desk.add("Ada")["code"])
    (day, _) = desk.done("attendance", "--json").json["days"]
    (ada,) = day["attendees"]
    assert (ada["hours"], ada["share"]) == (1.5, 1.0)
    (alone,) = desk.done("attendance", "--list", "Plenary", "--json").json["days"]
    assert (alone["present"], alone["attendees"][0]["hours"]) == (1, 1.5)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (("add", "X", "--day", FIRST, "--starts", "10:00", "--ends", "09:00"), "cannot end"),
        (("add", "X", "--day", FIRST, "--starts", "22:00", "--ends", "05:00"), "until 04:00"),
        (("add", "X", "--starts", "09:00", "--ends", "10:00"), "a day of the event"),
        (("add", "X", "--day", FIRST), "a start and an end"),
        (("edit", "Entrance day 1", "--room", "Hall"), "without a start"),
        (("remove", "Nothing"), "no"),
    ],
)
def test_what_cannot_be_is_one_sentence(desk: Desk, wrong: tuple[str, ...], words: str) -> None:
    assert words in desk("sessions", *wrong).one_sentence()
