"""What is to be acknowledged and asked at the door: when, of whom, and what becomes of it."""

import pytest

from checkin.domain.details import Details
from checkin.domain.entry import Kind, read_body
from checkin.domain.people import Attendee
from checkin.domain.questions import QuestionKind
from checkin.domain.verdict import Person, Reason, Verdict, VerdictStatus
from checkin.errors import CheckinError
from checkin.services.admission import Door
from checkin.services.annulment import undo
from checkin.services.exchange import exchange
from checkin.services.history import What, history
from checkin.services.lists import ListRules, add_list
from checkin.services.questions import Wording, add_question, change_question, remove_question
from checkin.services.reception import latest, overview
from checkin.services.registration import edit
from checkin.services.safekeeping import verify
from checkin.services.shownfields import show_fields
from tests.world import COORDINATOR, DAY_ONE, RECEPTION, World

FOLDER = "Hand over the presenter folder"
SIZES = Wording("T-shirt", choices=("S", "M", "L"))


def ask(world: World, text: str, *choices: str, **rules: object) -> None:
    """Have the doors ask something."""
    wording = Wording(text, choices=choices or None, **rules)  # type: ignore[arg-type]
    add_question(world.store, COORDINATOR, wording)


def say(
    world: World, who: Attendee | str, door: str | None = None, force: str = "", **answers: str
) -> Verdict:
    """Acknowledge what there is, with answers, as somebody of the reception."""
    code = who if isinstance(who, str) else world.code(who)
    at = Door(world.store, RECEPTION, world.list(door))
    return at.scan(code, ack=True, answers=answers, force=force)


def now(world: World, who: Attendee) -> Attendee:
    found = world.store.roster.by_id(who.id)
    assert found
    return found


def test_who_has_an_instruction_is_let_in_once_it_was_acknowledged(world: World) -> None:
    ada = world.register("Ada", instruction=FOLDER)
    first = world.scan(ada)
    assert (first.status, first.reason) == (VerdictStatus.INCOMPLETE, Reason.INCOMPLETE)
    assert (first.instruction, first.questions) == (FOLDER, ())
    assert overview(world.store, COORDINATOR, world.list()).present == 0
    second = say(world, ada)
    assert (second.status, second.reason, second.instruction) == (VerdictStatus.OK, None, "")
    assert second.previous is None
    assert overview(world.store, COORDINATOR, world.list()).present == 1


def test_who_was_left_standing_is_listed_as_not_let_in(world: World) -> None:
    world.scan(world.register("Ada", instruction=FOLDER))
    world.scan(world.register("Boriss"))
    reasons = {one.name: one.reason for one in latest(world.store, COORDINATOR)}
    assert reasons == {"Ada": Reason.INCOMPLETE, "Boriss": None}


def test_who_comes_back_has_acknowledged_it(world: World) -> None:
    ada = world.register("Ada", instruction=FOLDER)
    say(world, ada)
    world.scan(ada, leaving=True)
    assert world.scan(ada).reason is None


def test_at_another_list_and_after_an_undone_entry_it_is_acknowledged_anew(world: World) -> None:
    ada = world.register("Ada", instruction=FOLDER)
    add_list(world.store, COORDINATOR, "Workshop", DAY_ONE, ListRules())
    say(world, ada)
    assert world.scan(ada, door="Workshop").reason is Reason.INCOMPLETE
    undo(world.store, RECEPTION)
    assert world.scan(ada).reason is Reason.INCOMPLETE


def test_nobody_is_asked_on_the_way_out(world: World) -> None:
    ask(world, "Meal")
    ada = world.register("Ada", instruction=FOLDER)
    assert world.scan(ada, leaving=True).reason is None


def test_it_is_asked_after_everything_else(world: World) -> None:
    ada, boriss = world.register("Ada", instruction=FOLDER), world.register("Boriss")
    say(world, ada)
    world.rules(capacity=1)
    ask(world, "Meal")
    assert world.scan(ada).reason is Reason.ALREADY_REDEEMED
    full = world.scan(boriss)
    assert (full.reason, full.questions) == (Reason.FULL, ())


def test_an_answer_is_a_field_of_the_person_and_not_asked_again(world: World) -> None:
    ask(world, "T-shirt", "S", "M", "L")
    ada = world.register("Ada")
    (asked,) = world.scan(ada).questions
    assert (asked.text, asked.kind, asked.choices) == (
        *("T-shirt", QuestionKind.CHOICE),
        ("S", "M", "L"),
    )
    verdict = say(world, ada, **{"t-shirt": " m "})
    assert verdict.reason is None
    assert now(world, ada).custom == {"T-shirt": "M"}
    world.clock.set("2026-06-03 09:00")
    assert world.scan(ada).reason is None
    assert verify(world.store, COORDINATOR).sound


def test_an_answer_is_written_by_who_stood_there_and_never_on_a_check_in(world: World) -> None:
    ask(world, "Meal")
    ada = world.register("Ada")
    say(world, ada, Meal="fish")
    (scanned, changed, *_) = history(world.store, COORDINATOR, ada.id)
    assert {scanned.what, changed.what} == {What.SCANNED, What.CHANGED}
    assert changed.operator == RECEPTION.name
    entries = world.store.journal.in_order()
    scans = [read_body(one.body) for one in entries if one.kind == Kind.CHECK_IN_RECORDED]
    assert "fish" not in str(scans)


def test_what_a_list_said_is_not_asked(world: World) -> None:
    ask(world, "meal", "fish", "meat")
    details = Details({"name": "Ada"}, custom={"meal": "Halibut"})
    ada = edit(world.store, COORDINATOR, world.register("Ada"), details)
    assert world.scan(ada).reason is None


def test_what_is_answered_at_another_door_meanwhile_stands(world: World) -> None:
    ask(world, "Meal")
    ada = world.register("Ada")
    add_list(world.store, COORDINATOR, "Workshop", DAY_ONE, ListRules())
    say(world, ada, "Workshop", Meal="fish")
    say(world, ada, Meal="meat")
    assert now(world, ada).custom == {"Meal": "fish"}


def test_who_was_let_in_elsewhere_meanwhile_is_in_already_and_nothing_is_written(
    world: World,
) -> None:
    ask(world, "Meal")
    ada = world.register("Ada")
    with world.other_laptop() as other:
        world.scan(ada)
        say(other, ada, Meal="fish")
        exchange(world.store, other.store, COORDINATOR)
    verdict = say(world, ada, Meal="meat")
    assert (verdict.status, verdict.reason) == (VerdictStatus.ERROR, Reason.ALREADY_REDEEMED)
    assert now(world, ada).custom == {"Meal": "fish"}


def test_a_question_is_asked_on_its_lists_only(world: World) -> None:
    workshop = add_list(world.store, COORDINATOR, "Workshop", DAY_ONE, ListRules())
    ask(world, "Laptop", kind=QuestionKind.YES_NO, lists=(workshop.id,))
    ada = world.register("Ada")
    assert world.scan(ada).reason is None
    assert world.scan(ada, door="Workshop").reason is Reason.INCOMPLETE
    assert say(world, ada, "Workshop", Laptop="Jā").reason is None
    assert now(world, ada).custom == {"Laptop": "yes"}


def test_what_may_be_left_open_is_asked_once_a_list(world: World) -> None:
    ask(world, "Diet", optional=True)
    ada = world.register("Ada")
    assert world.scan(ada).reason is Reason.INCOMPLETE
    assert say(world, ada, Diet="").reason is None
    world.scan(ada, leaving=True)
    assert world.scan(ada).reason is None
    assert now(world, ada).custom == {}


def test_what_must_be_answered_keeps_somebody_out_even_if_acknowledged(world: World) -> None:
    ask(world, "Meal")
    ada = world.register("Ada", instruction=FOLDER)
    verdict = say(world, ada)
    assert (verdict.reason, verdict.instruction) == (Reason.INCOMPLETE, FOLDER)
    assert [one.text for one in verdict.questions] == ["Meal"]


def test_whoever_answers_need_not_acknowledge_that_there_is_nothing_else(world: World) -> None:
    ask(world, "Meal")
    ada, boriss = world.register("Ada", instruction=FOLDER), world.register("Boriss")
    door = Door(world.store, RECEPTION, world.list())
    answers = {"Meal": "fish"}
    assert door.scan(world.code(ada), answers=answers).reason is Reason.INCOMPLETE
    assert door.scan(world.code(boriss), answers=answers).reason is None
    assert now(world, ada).custom == {}


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        ("T-shirt", "XXL", "answer-not-a-choice"),
        ("T-shirt", "  ", "answer-wrong"),
        ("Meal", "a" * 1001, "answer-wrong"),
        ("Photo", "perhaps", "answer-wrong"),
        ("Shoe size", "42", "question-not-asked"),
    ],
)
def test_a_wrong_answer_names_its_question_and_nothing_is_recorded(
    world: World, question: str, answer: str, code: str
) -> None:
    add_question(world.store, COORDINATOR, SIZES)
    ask(world, "Meal")
    ask(world, "Photo", kind=QuestionKind.YES_NO)
    ada = world.register("Ada")
    before = world.store.journal.count()
    with pytest.raises(CheckinError) as refused:
        say(world, ada, **{question: answer})
    assert (refused.value.code, refused.value.facts["question"]) == (code, question)
    assert world.store.journal.count() == before


def test_force_does_not_skip_what_is_to_be_acknowledged(world: World) -> None:
    ada, boriss = world.register("Ada", instruction=FOLDER), world.register("Boriss")
    world.rules(capacity=1)
    world.scan(boriss)
    assert world.scan(ada).reason is Reason.FULL
    forced = world.scan(ada, force="She speaks")
    assert (forced.reason, forced.forced, forced.why) == (Reason.INCOMPLETE, False, "She speaks")
    done = say(world, ada, force=forced.why)
    assert (done.reason, done.forced) == (None, True)
    scans = [one for one in history(world.store, COORDINATOR, ada.id) if one.what is What.SCANNED]
    assert (scans[0].forced, scans[0].why) == (Reason.FULL, "She speaks")
    assert [one.why for one in scans[1:]] == ["", ""]


def test_who_is_blocked_is_blocked_whatever_is_acknowledged(world: World) -> None:
    ada = world.register("Ada", instruction=FOLDER, status="blocked")
    assert say(world, ada, force="I know her").reason is Reason.BLOCKED


def test_a_badge_nobody_here_knows_is_asked_nothing(world: World) -> None:
    with world.other_laptop() as other:
        code = other.code(other.register("Ada", instruction=FOLDER))
    ask(world, "Meal")
    assert world.scan(code).reason is None


def test_a_question_in_two_journals_is_asked_once(world: World) -> None:
    with world.other_laptop() as other:
        for one in (world, other):
            ask(one, "Meal")
        exchange(world.store, other.store, COORDINATOR)
    ada = world.register("Ada")
    assert [one.text for one in world.scan(ada).questions] == ["Meal"]
    assert say(world, ada, Meal="fish").reason is None


def test_answers_of_a_merged_record_are_the_persons(world: World) -> None:
    from checkin.services.merging import merge

    ask(world, "Meal")
    ada, double = world.register("Ada"), world.register("Ada Ozola")
    code = world.code(double)
    merge(world.store, COORDINATOR, ada, double)
    say(world, code, Meal="fish")
    assert [one.custom for one in world.store.roster.everyone()] == [{"Meal": "fish"}]


def test_a_door_asks_what_was_asked_when_it_opened(world: World) -> None:
    question = add_question(world.store, COORDINATOR, SIZES)
    change_question(world.store, COORDINATOR, question, Wording(optional=True))
    assert [one.optional for one in world.scan(world.register("Ada")).questions] == [True]
    remove_question(world.store, COORDINATOR, question)
    assert world.scan(world.register("Boriss")).reason is None


def test_consent_that_is_asked_at_the_door_is_kept_as_such_and_asked_once(world: World) -> None:
    ask(world, "May others reach you?", kind=QuestionKind.CONSENT)
    ada, bob = world.register("Ada"), world.register("Bob")
    known = world.register("Zane", contacts="no")
    assert world.scan(known).reason is None
    assert [one.text for one in world.scan(ada).questions] == ["May others reach you?"]
    assert say(world, ada, **{"May others reach you?": "jā"}).reason is None
    assert say(world, bob, **{"May others reach you?": "no"}).reason is None
    assert (now(world, ada).contacts, now(world, bob).contacts) == (True, False)
    assert now(world, bob).custom == {}
    assert world.scan(bob, leaving=True).reason is None
    assert world.scan(bob).questions == ()
    assert verify(world.store, COORDINATOR).sound


def test_consent_is_shown_at_the_door(world: World) -> None:
    show_fields(world.store, COORDINATOR, ["contacts"])
    people = [world.register(f"P{said}", contacts=said) for said in ("yes", "no", "")]
    fields = [(world.scan(one).attendee or Person("", "", "")).fields for one in people]
    assert fields == [(("contacts", "yes"),), (("contacts", "no"),), ()]
