"""Knows what a door still wants of somebody: an instruction to acknowledge, questions to ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checkin.domain.event import CheckInList
from checkin.domain.questions import Question, called, unanswered
from checkin.errors import CheckinError
from checkin.store.holders import Holder
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Given:
    """What was said at the door: the instruction was heard, and answers as kept, by field.

    `too_late` tells that nothing can be asked any more, as of who signed on paper.
    """

    heard: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    too_late: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a door wants of somebody before they are let in; an empty instruction is none."""

    instruction: str = ""
    questions: tuple[Question, ...] = ()

    def lacks(self, given: Given) -> bool:
        """Tell whether anything is left open by what was said.

        Whoever answered was asked, and so need not say that besides.
        """
        if given.too_late or not (self.instruction or self.questions):
            return False
        asked = given.heard or (bool(given.answers) and not self.instruction)
        answered = all(one.optional or given.answers.get(one.field) for one in self.questions)
        return not (asked and answered)

    def answers(self, given: Given) -> dict[str, object]:
        """Return the answers that were wanted, by field; another's of meanwhile stands."""
        return {
            one.field: one.kept(answer)
            for one in self.questions
            if (answer := given.answers.get(one.field))
        }


NOTHING = Wanted()


class Asking:
    """What one list asks, as it was when the door opened."""

    def __init__(self, store: Store, check_in_list: CheckInList) -> None:
        questions = store.programme.questions()
        self._questions = tuple(one for one in questions if one.asked_on(check_in_list.id))

    def wanted(self, holder: Holder, entries: int) -> Wanted:
        """Return what is wanted of somebody who entered the list so many times.

        Who comes back has acknowledged the instruction, and was asked what may be left open.
        """
        person, first = holder.person, entries == 0
        if person is None or not (self._questions or person.instruction):
            return NOTHING
        questions = unanswered(self._questions, holder.extra, first=first)
        return Wanted(person.instruction if first else "", questions)

    def given(self, heard: bool, answers: Mapping[str, str]) -> Given:
        """Return what was said, the answers given by question; CheckinError names a wrong one."""
        read = {}
        for text, answer in answers.items():
            question = self._named(text)
            try:
                read[question.field] = question.read(answer)
            except ValueError as error:
                raise wrong_answer(question, str(error)) from error
        return Given(heard, read)

    def _named(self, text: str) -> Question:
        found = called(self._questions, text)
        if len(found) != 1:
            asked = ", ".join(one.text for one in self._questions)
            raise CheckinError("question-not-asked", question=text, questions=asked or "–")
        return found[0]


def wrong_answer(question: Question, reason: str) -> CheckinError:
    """Return what is wrong with an answer that `Question.read` did not take."""
    if reason == "answer-choice":
        choices = ", ".join(question.choices)
        return CheckinError("answer-not-a-choice", question=question.text, choices=choices)
    return CheckinError("answer-wrong", question=question.text, reason=reason)
