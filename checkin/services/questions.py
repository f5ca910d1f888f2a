"""Says what is asked of people at check-in: adds, changes and removes questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkin.domain.entry import Kind
from checkin.domain.identity import random_id
from checkin.domain.questions import Question, QuestionKind, called, is_heading
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean, fold
from checkin.errors import CheckinError
from checkin.services.browsing import known_words
from checkin.services.permission import require
from checkin.store.store import Store

LONGEST_QUESTION = 200
LONGEST_CHOICE = 60
FEWEST_CHOICES, MOST_CHOICES = 2, 9
MOST_QUESTIONS = 20
NONE_YET = Question("", "")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a question is to be; None leaves it as it is. `lists` are ids, none for every list.

    Choices without a kind make it a question of choices.
    """

    text: str | None = None
    kind: QuestionKind | None = None
    choices: tuple[str, ...] | None = None
    lists: tuple[str, ...] | None = None
    optional: bool | None = None


def questions(store: Store, operator: Operator) -> list[Question]:
    """Return what is asked, in order."""
    require(store, operator, Action.SEARCH)
    return store.programme.questions()


def find_question(store: Store, text: str) -> Question:
    """Return the question meant by its text or a unique beginning of it."""
    known = store.programme.questions()
    found = called(known, text)
    if len(found) != 1:
        names = ", ".join(one.text for one in found or known) or "–"
        code = "question-ambiguous" if found else "question-unknown"
        raise CheckinError(code, question=text, questions=names)
    return found[0]


def add_question(store: Store, operator: Operator, wording: Wording) -> Question:
    """Add a question behind the others."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    known = store.programme.questions()
    if len(known) >= MOST_QUESTIONS:
        raise CheckinError("too-many-questions", most=MOST_QUESTIONS)
    body = changes(NONE_YET, replace(wording, text=wording.text or ""), known)
    body["position"] = max((one.position for one in known), default=0) + 1
    return _save(store, operator, random_id(), body)


def change_question(
    store: Store, operator: Operator, question: Question, wording: Wording
) -> Question:
    """Change what `wording` speaks of; answers given before stay under the text they answered."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    body = changes(question, wording, store.programme.questions())
    if not body:
        raise CheckinError("nothing-to-change")
    return _save(store, operator, question.id, body)


def remove_question(store: Store, operator: Operator, question: Question) -> None:
    """Ask it no more; the answers stay with the people."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    with store.write(operator) as pen:
        pen.append(Kind.QUESTION_SET, question.id, {"removed": True})


def bring_back(store: Store, operator: Operator, question: Question) -> Question:
    """Ask a question again that was removed."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    return _save(store, operator, question.id, {"removed": False})


def changes(known: Question, wording: Wording, others: Sequence[Question]) -> dict[str, object]:
    """Return the fields in which a question is to differ, None for a default.

    CheckinError says what is wrong with them. `others` may hold the question itself.
    """
    body: dict[str, object] = {}
    if wording.text is not None and (text := clean(wording.text)) != (known.text or None):
        body["text"] = _checked_text(text, [one for one in others if one.id != known.id])
    kind = wording.kind or (QuestionKind.CHOICE if wording.choices else known.kind)
    wanted = {
        "kind": (known.kind.value, kind.value),
        "choices": (known.choices, _choices_of(kind, known, wording)),
        "lists": (known.lists, known.lists if wording.lists is None else wording.lists),
        "optional": (
            known.optional,
            known.optional if wording.optional is None else wording.optional,
        ),
    }
    return body | {
        name: after or None for name, (before, after) in wanted.items() if before != after
    }


def _save(store: Store, operator: Operator, identity: str, body: dict[str, object]) -> Question:
    if text := body.get("text"):
        # As the column of a list spells it, where there is one of that name.
        columns = known_words(store, operator).custom_fields
        same = (one for one in columns if fold(one) == fold(str(text)))
        body = {**body, "text": next(same, text)}
    with store.write(operator) as pen:
        pen.append(Kind.QUESTION_SET, identity, body)
    return next(one for one in store.programme.questions() if one.id == identity)


def _choices_of(kind: QuestionKind, known: Question, wording: Wording) -> tuple[str, ...]:
    choices = known.choices if wording.choices is None else _choices(wording.choices)
    if kind is QuestionKind.CHOICE:
        if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
            raise CheckinError("choices-wrong", least=FEWEST_CHOICES, most=MOST_CHOICES)
        return choices
    if wording.choices:
        raise CheckinError("choices-not-asked")
    return ()


def _choices(texts: Sequence[str]) -> tuple[str, ...]:
    """Return choices as they are kept, each once; CheckinError for one too long."""
    kept: dict[str, str] = {}
    for text in map(clean, texts):
        if len(text) > LONGEST_CHOICE:
            raise CheckinError("text-too-long", field="choice", most=LONGEST_CHOICE)
        if text:
            kept.setdefault(fold(text), text)
    return tuple(kept.values())


def _checked_text(text: str, others: Sequence[Question]) -> str:
    if not text:
        raise CheckinError("question-missing")
    if len(text) > LONGEST_QUESTION:
        raise CheckinError("text-too-long", field="question", most=LONGEST_QUESTION)
    if is_heading(text):
        raise CheckinError("question-is-a-field", question=text)
    if any(fold(one.text) == fold(text) for one in others):
        raise CheckinError("question-taken", question=text)
    return text
