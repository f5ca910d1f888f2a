"""What is asked at check-in and shown of people: set, changed, and refused in a sentence."""

import pytest

from checkin.domain.details import Details
from checkin.domain.questions import QuestionKind
from checkin.errors import CheckinError
from checkin.services.programme import programme
from checkin.services.questions import (
    MOST_QUESTIONS,
    Wording,
    add_question,
    bring_back,
    change_question,
    find_question,
    questions,
    remove_question,
)
from checkin.services.registration import edit, register
from checkin.services.safekeeping import rebuild, verify
from checkin.services.shownfields import show_fields, showable_fields
from tests.world import COORDINATOR, DAY_ONE, World


def add(world: World, text: str, **rules: object):
    return add_question(world.store, COORDINATOR, Wording(text, **rules))  # type: ignore[arg-type]


def texts(world: World) -> list[str]:
    return [one.text for one in questions(world.store, COORDINATOR)]


def code_of(refused: pytest.ExceptionInfo[CheckinError]) -> str:
    return refused.value.code


def test_questions_stand_in_the_order_they_were_added(world: World) -> None:
    for text in ("Meal", "Diet", "Bus"):
        add(world, text)
    assert texts(world) == ["Meal", "Diet", "Bus"]
    assert [one.text for one in programme(world.store, COORDINATOR).questions] == texts(world)


def test_choices_make_a_question_of_choices_each_once(world: World) -> None:
    question = add(world, " Meal ", choices=("Fish", "fish ", "", "Meat"))
    assert (question.text, question.kind, question.choices) == (
        *("Meal", QuestionKind.CHOICE),
        ("Fish", "Meat"),
    )


def test_a_question_of_choices_that_becomes_another_has_none(world: World) -> None:
    question = add(world, "Meal", choices=("Fish", "Meat"), optional=True)
    wording = Wording(kind=QuestionKind.YES_NO, text="Meal?")
    changed = change_question(world.store, COORDINATOR, question, wording)
    assert (changed.id, changed.text, changed.kind, changed.choices, changed.optional) == (
        *(question.id, "Meal?", QuestionKind.YES_NO),
        *((), True),
    )
    rebuild(world.store, COORDINATOR)
    assert questions(world.store, COORDINATOR) == [changed]


def test_a_removed_question_can_be_brought_back_as_it_was(world: World) -> None:
    question = add(world, "Meal", choices=("Fish", "Meat"))
    add(world, "Bus")
    remove_question(world.store, COORDINATOR, question)
    assert texts(world) == ["Bus"]
    assert bring_back(world.store, COORDINATOR, question) == question
    assert texts(world) == ["Meal", "Bus"]
    assert verify(world.store, COORDINATOR).sound


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        (Wording(""), "question-missing"),
        (Wording("\x00 \u200b"), "question-missing"),
        (Wording("a" * 201), "text-too-long"),
        (Wording("meal"), "question-taken"),
        (Wording("Job  Title:"), "question-is-a-field"),
        (Wording("Country"), "question-is-a-field"),
        (Wording("Size", kind=QuestionKind.CHOICE), "choices-wrong"),
        (Wording("Size", choices=("S",)), "choices-wrong"),
        (Wording("Size", choices=tuple("abcdefghij")), "choices-wrong"),
        (Wording("Size", choices=("S", "M" * 61)), "text-too-long"),
        (Wording("Size", kind=QuestionKind.TEXT, choices=("S", "M")), "choices-not-asked"),
    ],
)
def test_what_cannot_be_asked_is_refused(world: World, wording: Wording, code: str) -> None:
    question = add(world, "Meal")
    with pytest.raises(CheckinError) as refused:
        add_question(world.store, COORDINATOR, wording)
    assert code_of(refused) == code
    if wording.text and wording.text != "meal":
        with pytest.raises(CheckinError) as refused:
            change_question(world.store, COORDINATOR, question, wording)
        assert code_of(refused) == code
    assert questions(world.store, COORDINATOR) == [question]


def test_only_so_many_are_asked(world: World) -> None:
    for number in range(MOST_QUESTIONS):
        add(world, f"Question {number}")
    with pytest.raises(CheckinError) as refused:
        add(world, "One more")
    assert code_of(refused) == "too-many-questions"


def test_nothing_to_change_is_said(world: World) -> None:
    question = add(world, "Meal")
    with pytest.raises(CheckinError) as refused:
        change_question(world.store, COORDINATOR, question, Wording("Meal", optional=False))
    assert code_of(refused) == "nothing-to-change"


def test_a_question_is_found_by_its_beginning(world: World) -> None:
    meal = add(world, "Meal on the first day")
    add(world, "Meal on the second day")
    assert find_question(world.store, "meal on the FIRST") == meal
    for text, code in (("Meal", "question-ambiguous"), ("Bus", "question-unknown")):
        with pytest.raises(CheckinError) as refused:
            find_question(world.store, text)
        assert code_of(refused) == code


def test_a_question_is_spelled_as_the_column_of_a_list(world: World) -> None:
    register(world.store, COORDINATOR, Details({"name": "Ada"}, custom={"T-Shirt": "M"}))
    assert add(world, "T-shirt").text == "T-Shirt"


def test_the_door_shows_the_chosen_fields_in_their_order_and_no_empty_one(world: World) -> None:
    ada = world.register("Ada", days=(DAY_ONE,), country="Latvia", category="speaker")
    edit(world.store, COORDINATOR, ada, Details({}, custom={"Meal": "fish", "Bus": ""}))
    add(world, "Bus", optional=True, lists=("0" * 32,))
    show_fields(world.store, COORDINATOR, ["meal", "bus", "days", "Country"])
    shown = world.scan(ada).attendee
    assert shown
    assert shown.fields == (
        *(("custom.Meal", "fish"), ("days", "2026-06-02"), ("country", "Latvia")),
    )
    assert world.scan(ada).attendee == shown
    show_fields(world.store, COORDINATOR, [])
    after = world.scan(ada).attendee
    assert after
    assert after.fields == ()
    assert verify(world.store, COORDINATOR).sound


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["Shoe size"], "field-not-there"),
        (["notes"], "field-not-there"),
        ([""], "field-not-there"),
        (["category", "job_title", "country", "days", "registration"], "too-many-shown"),
    ],
)
def test_a_field_that_cannot_be_shown_is_refused(world: World, names: list[str], code: str) -> None:
    with pytest.raises(CheckinError) as refused:
        show_fields(world.store, COORDINATOR, names)
    assert code_of(refused) == code


def test_fields_named_twice_are_shown_once(world: World) -> None:
    names = ["country", "Country", "days", "COUNTRY", "days"]
    assert show_fields(world.store, COORDINATOR, names).shown_fields == ("country", "days")
    assert set(showable_fields(world.store, COORDINATOR)) > {"country", "days"}
