"""What becomes of the rows of a signed sheet that are typed in."""

from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.verdict import Reason


class Outcome(StrEnum):
    """What became of a time: written down, already there, or refused by the door."""

    WRITTEN = "written"
    THERE = "there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Mark:
    """A time of a row (Unix ms) and what became of it; `check_in` names one that was written."""

    at: int
    outcome: Outcome
    reason: Reason | None = None
    check_in: str = ""


@dataclass(frozen=True, slots=True)
class EnteredRow:
    """A row that was typed in; `gone` where nobody is on it any more who has a badge.

    None for a time that is not to be written: nobody left who is still there.
    """

    number: int
    name: str
    organisation: str
    came: Mark | None
    left: Mark | None
    gone: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The times there are."""
        return tuple(one for one in (self.came, self.left) if one)

    @property
    def refused(self) -> bool:
        """Tell whether anything of the row could not be written down."""
        return self.gone or any(one.outcome is Outcome.REFUSED for one in self.marks)


@dataclass(frozen=True, slots=True)
class Entering:
    """How rows are typed in: `exits` False leaves out when people left.

    `force` is the word of why those are admitted whom the door would refuse; `why` of why anything
    is typed in at all, which a day that is sealed asks for.
    """

    exits: bool = True
    force: str = ""
    why: str = ""
