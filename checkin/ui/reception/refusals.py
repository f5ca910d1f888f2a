"""What is said of each reason why somebody is not let in, and the mark that goes with it."""

from collections.abc import Mapping

from checkin.domain.verdict import Reason
from checkin.ui.shapes import Shape

GOOD, CAREFUL, BAD, CALM = "good", "careful", "bad", "calm"

# Headline and what to do; `{…}` are facts. Marked here, translated when shown.
REFUSALS: Mapping[Reason, tuple[str, str]] = {
    Reason.INVALID: ("Unknown code", "Not a code of this event. Type the name to find the person."),
    Reason.REVOKED: (
        "Badge replaced",
        "This badge was replaced{when}. Ask for the new badge, or print it with Ctrl+P.",
    ),
    Reason.CANCELED: ("Registration canceled", "Ask the organizer whether this person comes."),
    Reason.BLOCKED: ("Not admitted", "Blocked by the organizer: call the organizer."),
    Reason.UNAPPROVED: (
        "Not approved yet",
        "Ask the organizer, or admit anyway with Ctrl+Enter and say why.",
    ),
    Reason.UNPAID: ("Not paid yet", "Settle it, or admit anyway with Ctrl+Enter and say why."),
    Reason.INVALID_TIME: (
        "Not at this time",
        "This list is not for now. Choose another with Ctrl+L, or admit anyway with Ctrl+Enter.",
    ),
    Reason.CATEGORY: (
        "Not for this list",
        "Registered for other days or rooms. Choose another list with Ctrl+L, or admit anyway"
        " with Ctrl+Enter.",
    ),
    Reason.ALREADY_REDEEMED: ("Already checked in", "{came} Admit again with Ctrl+Enter."),
    Reason.FULL: ("The room is full", "As many are inside as the list allows. Ctrl+Enter admits."),
    Reason.INCOMPLETE: ("One thing first", "Not in yet. Do this first, then press Enter."),
}


def marks_of(reason: Reason | None) -> tuple[str, Shape]:
    """Return tone and shape of a scan in the list of the latest."""
    if reason is None:
        return GOOD, Shape.TICK
    if reason is Reason.ALREADY_REDEEMED:
        return CAREFUL, Shape.EXCLAMATION
    if reason is Reason.INCOMPLETE:
        return CAREFUL, Shape.QUESTION
    return BAD, Shape.CROSS
