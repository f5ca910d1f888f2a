"""What a door asks people at check-in, and which of their fields it shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.text import clean, fold
from checkin.domain.things import CUSTOM
from checkin.domain.values import read_yes
from checkin.domain.words import plain, plain_words

MOST_SHOWN = 4
CONTACTS = "contacts"
# Fields a door can show, besides those of somebody's own, which are `custom.` and their name.
SHOWABLE = ("category", "job_title", "country", "days", "registration", CONTACTS)
LONGEST_ANSWER = 1000
YES, NO = "yes", "no"
# What columns of our own are called: an answer under such a heading would be taken for theirs.
_HEADINGS = plain_words(
    """name, given name, family name, e-mail, email, organisation, organisation kind, kind,
    kind of organisation, country, job title, category, status, days, day, notes,
    notes for the desk, at the desk, instruction, registration, registration no,
    registration number, badge, ticket code, code, id, contacts, offers, seeks""",
    ",",
)


class QuestionKind(StrEnum):
    """How a question is answered. Values are stored: never rename one."""

    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yesno"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Question:
    """One question; its answer is the person's field of their own that is called like its `text`,
    that of a consent whether their contact may be passed on.

    `lists` are the ids of the check-in lists it is asked on, none for all of them.
    """

    id: str
    text: str
    kind: QuestionKind = QuestionKind.TEXT
    choices: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    optional: bool = False
    position: int = 0

    @property
    def field(self) -> str:
        """The name of the field that holds the answer."""
        return CONTACTS if self.kind is QuestionKind.CONSENT else CUSTOM + self.text

    @property
    def is_yes_or_no(self) -> bool:
        """Tell whether it is answered by yes or no."""
        return self.kind in {QuestionKind.YES_NO, QuestionKind.CONSENT}

    def kept(self, answer: str) -> object:
        """Return what `read` gave as it stands in the person's field."""
        return answer == YES if self.kind is QuestionKind.CONSENT else answer

    def asked_on(self, check_in_list: str) -> bool:
        """Tell whether it is asked on a list."""
        return not self.lists or check_in_list in self.lists

    def read(self, answer: str) -> str:
        """Return an answer as it is kept; empty for none.

        ValueError says what is wrong with it: `answer-missing`, `answer-too-long`, `answer-choice`
        or `answer-yes-no`.
        """
        given = clean(answer)
        if not given:
            if self.optional:
                return ""
            raise ValueError("answer-missing")
        if len(given) > LONGEST_ANSWER:
            raise ValueError("answer-too-long")
        if self.kind is QuestionKind.CHOICE:
            return self._chosen(given)
        return _yes_or_no(given) if self.is_yes_or_no else given

    def _chosen(self, given: str) -> str:
        for choice in self.choices:
            if fold(choice) == fold(given):
                return choice
        raise ValueError("answer-choice")


def _yes_or_no(given: str) -> str:
    try:
        return YES if read_yes(given) else NO
    except ValueError as error:
        raise ValueError("answer-yes-no") from error


def is_heading(text: str) -> bool:
    """Tell whether a text is what a column of the program's own is called."""
    return plain(text) in _HEADINGS


def called(questions: Iterable[Question], text: str) -> list[Question]:
    """Return the question with that text, or those whose text begins so; of one text the first."""
    wanted = fold(text)
    known: dict[str, Question] = {}
    for one in questions:
        known.setdefault(fold(one.text), one)
    if wanted in known:
        return [known[wanted]]
    return [one for folded, one in known.items() if wanted and folded.startswith(wanted)]


def unanswered(
    questions: Iterable[Question], fields: Mapping[str, object], *, first: bool
) -> tuple[Question, ...]:
    """Return what is still to be asked of somebody with those loose fields.

    One that may be left open is asked at the `first` entry on a list only. Of two questions with
    one text the earlier is asked.
    """
    found: dict[str, Question] = {}
    for one in questions:
        if not fields.get(one.field):
            found.setdefault(one.field, one)
    return tuple(one for one in found.values() if first or not one.optional)


def known_kind(text: str | None) -> QuestionKind:
    """Return a kind of question, text for one that only a newer version knows."""
    try:
        return QuestionKind(text or QuestionKind.TEXT)
    except ValueError:
        return QuestionKind.TEXT
