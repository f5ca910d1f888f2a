"""Keeps somebody's free words about a check-in with the person, so that they can be erased."""

from checkin.domain.entry import Kind
from checkin.domain.text import clean
from checkin.store.pen import Pen

LONGEST_WHY = 500


def explain(pen: Pen, attendee: str, check_in: str, why: str, *, annulled: bool = False) -> None:
    """Append why a check-in was forced or, with `annulled`, why it was annulled."""
    body: dict[str, object] = {"check_in": check_in, "why": clean(why)[:LONGEST_WHY]}
    if annulled:
        body["annulled"] = True
    pen.append(Kind.CHECK_IN_EXPLAINED, attendee, body)
