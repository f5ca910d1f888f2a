"""A self-service kiosk: what it was set to, what it asks of who types, and how patiently."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Self

from checkin.domain.code import ALPHABET, NUMBER_LETTERS, tidy
from checkin.domain.people import Attendee
from checkin.domain.roles import Operator, Role
from checkin.domain.text import fold
from checkin.domain.verdict import Direction

NAME = "Kiosk"
FEWEST_SECONDS, USUAL_SECONDS, MOST_SECONDS = 3, 6, 30
LONGEST_WORDS = 120
LONGEST_TYPED = 200

_FEWEST_LETTERS = 3
# A registration number of fewer signs is soon found by counting.
_HARD_TO_GUESS = 6
_REMEMBERED_MS = 5 * 60_000
_FREE_TRIES = 4
_FIRST_WAIT_MS, _LONGEST_WAIT_MS = 5_000, 60_000


@dataclass(frozen=True, slots=True)
class KioskPlan:
    """What a kiosk was set to; `written` is how a station remembers it.

    `event` is a path; `list` an id, empty for the entrance of each day. `seconds` is how long an
    answer stays, `words` are said after a welcome. `name` and `role` are whose PIN ends it, unless
    `pin` keeps one that was set for this kiosk alone (see `pins.kept_of`). `proof` is of reception.
    """

    event: str
    list: str = ""
    direction: Direction = Direction.ENTRY
    prints: bool = False
    seconds: int = USUAL_SECONDS
    words: str = ""
    name: str = ""
    role: Role = Role.RECEPTION
    pin: str = ""
    proof: str = ""

    @property
    def operator(self) -> Operator:
        """In whose name the kiosk checks in."""
        return Operator(NAME, Role.RECEPTION, self.proof)

    def written(self) -> str:
        """Return the plan as one line of text."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the plan that was written so; None for an empty or damaged text."""
        try:
            found = json.loads(text)
            direction, role = Direction(found.pop("direction")), Role(found.pop("role"))
            return cls(**found, direction=direction, role=role)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None


def badge_letters(text: str) -> str:
    """Return the twelve letters of a badge number typed in any form, empty for another text."""
    letters = tidy(text).replace("-", "").replace(" ", "").upper()
    fits = len(letters) == NUMBER_LETTERS and not set(letters) - set(ALPHABET)
    return letters if fits else ""


def needs_more(text: str) -> bool:
    """Tell, by its form alone, whether something else only they know is asked with a text.

    Asked of a name whether or not anybody is called so: the question tells nothing.
    """
    if "@" in text or badge_letters(text):
        return False
    return len(text.strip()) < _HARD_TO_GUESS or not any(one.isdigit() for one in text)


def is_meant(attendee: Attendee, text: str, more: str = "") -> bool:
    """Tell whether a text is a whole key of somebody, and `more` what only they know."""
    wanted = fold(text)
    keys = {fold(attendee.registration), fold(attendee.email)}
    named = sorted(wanted.split()) == sorted(fold(attendee.name).split())
    if not wanted or not (wanted in keys or named):
        return False
    return not needs_more(text) or _knows(attendee, fold(more))


def _knows(attendee: Attendee, more: str) -> bool:
    if len(more) < _FEWEST_LETTERS:
        return False
    begins = fold(attendee.organisation).startswith(more)
    return begins or more == fold(attendee.email)


def wait_ms(wrong: Collection[int], now: int) -> int:
    """Return how long nobody may type after wrong tries at those moments, in milliseconds."""
    lately = sum(1 for at in wrong if 0 <= now - at < _REMEMBERED_MS)
    if lately < _FREE_TRIES:
        return 0
    return min(_FIRST_WAIT_MS << min(lately - _FREE_TRIES, 10), _LONGEST_WAIT_MS)
