"""What the door answers to a scan: a status, a reason code and the facts, never a sentence."""

from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.questions import Question


class Reason(StrEnum):
    """Why a scan was not simply accepted, in the order asked. Stored: never rename one."""

    INVALID = "invalid"
    REVOKED = "revoked"
    CANCELED = "canceled"
    BLOCKED = "blocked"
    UNAPPROVED = "unapproved"
    UNPAID = "unpaid"
    INVALID_TIME = "invalid_time"
    CATEGORY = "category"
    ALREADY_REDEEMED = "already_redeemed"
    FULL = "full"
    INCOMPLETE = "incomplete"


OVERRIDABLE = frozenset(
    {
        Reason.ALREADY_REDEEMED,
        Reason.INVALID_TIME,
        Reason.CATEGORY,
        Reason.FULL,
        Reason.UNPAID,
        Reason.UNAPPROVED,
    }
)


class VerdictStatus(StrEnum):
    """How a scan ended."""

    OK = "ok"
    INCOMPLETE = "incomplete"
    ERROR = "error"


def status_of(reason: Reason | None) -> VerdictStatus:
    """Return how a scan ended that was refused for a reason, or for none."""
    if reason is None:
        return VerdictStatus.OK
    return VerdictStatus.INCOMPLETE if reason is Reason.INCOMPLETE else VerdictStatus.ERROR


class Direction(StrEnum):
    """Which way somebody went. Values are stored: never rename one."""

    ENTRY = "entry"
    EXIT = "exit"


@dataclass(frozen=True, slots=True)
class Person:
    """What a door shows of an attendee; `badge` is the number of the one that counts now.

    `instruction` is what has to be done before they are let in. `fields` are those chosen for the
    event that are not empty: each field's name and its text, days as ISO dates with commas between.
    """

    id: str
    name: str
    organisation: str
    job_title: str = ""
    category: str = ""
    notes: str = ""
    badge: str = ""
    instruction: str = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Previous:
    """The accepted check-in that this scan found: when (Unix ms), which way, where, by whom."""

    at: int
    direction: Direction
    station: str
    operator: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one scan, given only once its check-in is on disk.

    `code` is the code as recognised, or how an invalid one begins; `attendee` is None for one, and
    for a genuine badge whose registration has not reached this station. `check_in` names the
    recorded check-in as STATION:SEQ. `at` is Unix milliseconds, and so is `revoked_at`, of a badge
    refused because it was revoked.

    An incomplete one says what is to be acknowledged, `instruction`, which may be nothing, and
    what is to be asked; `why` is the word of why they are admitted all the same, once that is done.
    """

    code: str
    status: VerdictStatus
    reason: Reason | None
    attendee: Person | None
    list: str
    direction: Direction
    at: int
    previous: Previous | None
    forced: bool
    check_in: str
    revoked_at: int | None = None
    instruction: str = ""
    questions: tuple[Question, ...] = ()
    why: str = ""

    @property
    def counted_only(self) -> bool:
        """Tell whether this is one of a flood of invalid codes, which are not recorded singly."""
        return not self.check_in
