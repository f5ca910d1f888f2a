"""Questions, instructions and chosen fields on the command line."""

import pytest

from tests.cli.desk import Desk


def test_questions_are_added_shown_edited_and_removed(desk: Desk) -> None:
    desk.done("questions", "add", "T-shirt", "--choice", "S", "--choice", "M", "--optional")
    desk.done("questions", "add", "Dinner?", "--kind", "yesno", "--list", "Entrance day 2")
    shirt, dinner = desk.done("questions", "--json").json
    assert (shirt["question"], shirt["kind"], shirt["choices"]) == ("T-shirt", "choice", ["S", "M"])
    assert (shirt["required"], shirt["lists"]) == (False, None)
    assert (dinner["kind"], dinner["lists"]) == ("yesno", ["Entrance day 2"])
    changed = desk.done("questions", "edit", "dinner", "--all-lists", "--text", "Gala dinner?")
    assert changed.out == "Gala dinner?  (yes or no)\n"
    assert desk.done("questions", "remove", "T-sh").out == "removed: T-shirt\n"
    assert desk.done("questions").out == "Gala dinner?  (yes or no)\nQuestions: 1.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "Country"), "Country: every attendee has a field called so"),
        (("add", "Size", "--kind", "choice"), "needs 2 to 9 of them"),
        (("add", "Size", "--kind", "text", "--choice", "S"), "Only a question of --kind choice"),
        (("add", "Meal"), "Meal: that is asked already"),
        (("add", "x" * 201), "question: too long"),
        (("add", "Size", "--list", "Gala"), "no check-in list is called so"),
        (("edit", "Meal"), "Nothing to change"),
        (("remove", "Size"), "Size: there is no such question; there are Meal."),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    desk.done("questions", "add", "Meal")
    assert said in desk("questions", *words).one_sentence()


def test_a_scan_says_what_is_wanted_and_takes_it(desk: Desk) -> None:
    desk.done("questions", "add", "Meal", "--choice", "Fish", "--choice", "Meat")
    desk.done("questions", "add", "Diet", "--optional")
    ada = desk.add("Ada", "--instruction", "Hand over the folder")
    (first,) = desk.scan(ada["code"])
    assert (first["status"], first["reason"]) == ("incomplete", "incomplete")
    assert first["instruction"] == "Hand over the folder"
    assert [one["question"] for one in first["questions"]] == ["Meal", "Diet"]
    assert [one["required"] for one in first["questions"]] == [True, False]
    said = desk("scan", ada["code"])
    assert said.code == 1
    assert said.out.splitlines() == [
        "! Ada: not let in yet: something is to be acknowledged or asked first",
        "    acknowledge (--ack): Hand over the folder",
        "    ask (--answer): Meal (Fish, Meat)",
        "    ask (--answer), may be left open: Diet",
    ]
    (done,) = desk.scan("--ack", "--answer", "meal=fish", ada["code"])
    assert (done["status"], done["instruction"], done["questions"]) == ("ok", "", [])
    (now,) = desk.done("attendees", "--json").json
    assert (now["custom"], now["instruction"]) == ({"Meal": "Fish"}, "Hand over the folder")


def test_a_wrong_answer_is_one_sentence_and_nothing_is_recorded(desk: Desk) -> None:
    desk.done("questions", "add", "Meal", "--choice", "Fish", "--choice", "Meat")
    ada = desk.add("Ada")
    for answer, said in (
        ("Meal=Soup", "Meal: choose one of Fish, Meat."),
        ("Meal=", "Meal: an answer is needed."),
        ("Shoes=42", "Shoes: that is not asked on this list, but Meal."),
        ("Meal", "Meal: write FIELD=TEXT."),
    ):
        assert said in desk("scan", ada["code"], "--answer", answer).one_sentence()
    assert desk.scan(ada["code"])[0]["previous"] is None


def test_an_instruction_too_long_is_one_sentence(desk: Desk) -> None:
    said = desk("add", "--name", "Ada", "--instruction", "x" * 10_000).one_sentence()
    assert "instruction: too long, at most 1000 letters" in said
    odd = desk.add("Ada", "--instruction", "Sign\x1b[31m here\n\x07now")
    assert odd["instruction"] == "Sign[31m here now"


def test_fields_for_the_door_are_chosen_and_shown_with_a_scan(desk: Desk) -> None:
    ada = desk.add("Ada", "--country", "Latvia", "--custom", "Meal=Fish", "--custom", "Bus=")
    assert desk.done("shown").out == "Shown at the door: nothing but the name.\n"
    assert desk.done("shown", "meal", "country", "--json").json == ["Meal", "country"]
    (verdict,) = desk.scan(ada["code"])
    assert verdict["attendee"]["fields"] == {"Meal": "Fish", "country": "Latvia"}
    assert desk.done("shown", "--none", "--json").json == []
    assert "nobody has such a field" in desk("shown", "Shoe").one_sentence()
    assert (
        "at most 4"
        in desk(*("shown", "meal", "country", "days", "category", "registration")).one_sentence()
    )
    assert "either fields or --none" in desk("shown", "meal", "--none").one_sentence()


def test_instructions_are_exported_and_come_back(desk: Desk) -> None:
    desk.add("Ada Ozola", "--instruction", "Hand over the folder", "--custom", "Meal=Fish")
    desk.done("attendees", "--out", "roster.csv")
    desk.done("new", "other", "--title", "T", "--from", "2026-06-02", "--timezone", "UTC")
    answer = desk.done("--event", "other.checkin", "import", "roster.csv", "--json")
    assert answer.json["columns"]["Instruction"] == "instruction"
    (ada,) = desk.done("--event", "other.checkin", "attendees", "--json").json
    assert (ada["instruction"], ada["custom"]["Meal"]) == ("Hand over the folder", "Fish")
