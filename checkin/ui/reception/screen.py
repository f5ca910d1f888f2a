"""What the reception page shows of a verdict: a pure function, so that it can never lag behind."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.verdict import (
    OVERRIDABLE,
    Direction,
    Person,
    Previous,
    Reason,
    Verdict,
)
from checkin.ui.dates import ago, days_span, moment
from checkin.ui.shapes import Shape

GOOD, CAREFUL, BAD, CALM = "good", "careful", "bad", "calm"
_BADGE_LETTERS_SHOWN = 8
_UNTIL_NEXT = 0
_GLANCE_MS = 12_000


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything the panel shows. `tone` is a name of the theme's tones.

    `undoes_last` lets the last check-in of all be undone where none is shown. `holds_ms` is how
    long it stays before the panel turns calm, 0 until the next scan: a green that stays would be
    taken for the next person's.
    """

    tone: str
    shape: Shape
    headline: str
    name: str = ""
    origin: str = ""
    detail: str = ""
    advice: str = ""
    flag: str = ""
    undoes_last: bool = False
    holds_ms: int = _UNTIL_NEXT


def _tr(text: str) -> str:
    return QCoreApplication.translate("Screen", text)


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
}


def screen_for(verdict: Verdict, event: Event, now: int) -> Screen:
    """Return the screen for a verdict; `now` is Unix milliseconds."""
    if verdict.counted_only:
        return _stuck()
    if verdict.reason is not None:
        return _refused(verdict, verdict.reason, event, now)
    if verdict.attendee is None:
        return Screen(
            CAREFUL,
            Shape.EXCLAMATION,
            _tr("Genuine badge"),
            name=printed(verdict.code[:12])[: _BADGE_LETTERS_SHOWN + 1],
            advice=_tr("Let in. The registration is not on this laptop yet: check the name."),
        )
    person = verdict.attendee
    return Screen(
        GOOD,
        Shape.ARROW if verdict.direction is Direction.EXIT else Shape.TICK,
        _welcome(verdict),
        name=person.name,
        origin=_origin(person),
        detail=_detail(person, verdict.previous, event, now),
        flag=person.notes if verdict.direction is Direction.ENTRY else "",
        holds_ms=_GLANCE_MS,
    )


def _stuck() -> Screen:
    advice = _tr(
        "A scanner keeps sending codes that are not of this event: cover or unplug it."
        " Badges are let in meanwhile."
    )
    return Screen(BAD, Shape.CROSS, _tr("Scanner stuck"), advice=advice)


def of_another_event(event: Event) -> Screen:
    """Return the screen for a badge of another event that is known on this computer."""
    advice = _tr("Not of this event. Type the name to find the person, or register a walk-in.")
    return Screen(
        BAD,
        Shape.CROSS,
        _tr("Badge of another event"),
        name=event.title,
        origin=days_span(event),
        advice=advice,
    )


def can_admit_anyway(verdict: Verdict) -> bool:
    """Tell whether an operator may let this person in all the same."""
    return verdict.reason in OVERRIDABLE and verdict.attendee is not None


def ready(hint: str = "") -> Screen:
    """Return the screen between two scans."""
    advice = hint or _tr("Scan a badge, or type.")
    return Screen(CALM, Shape.NONE, _tr("Ready"), advice=advice, undoes_last=True)


def undone(name: str, at: str) -> Screen:
    """Return the screen after a check-in was taken back."""
    advice = _tr("The check-in of {at} no longer counts. It stays in the record.").format(at=at)
    return Screen(CALM, Shape.ARROW, _tr("Undone"), name=name, advice=advice)


def unsaid(text: str) -> Screen:
    """Return the screen for a scan that could not be recorded: never green, never silent."""
    return Screen(BAD, Shape.CROSS, _tr("NOT recorded"), advice=text)


def _welcome(verdict: Verdict) -> str:
    if verdict.direction is Direction.EXIT:
        return _tr("Goodbye")
    if verdict.forced:
        return _tr("Admitted anyway")
    return _tr("Welcome back") if verdict.previous else _tr("Welcome")


def _refused(verdict: Verdict, reason: Reason, event: Event, now: int) -> Screen:
    headline, advice = REFUSALS[reason]
    tone, shape = marks_of(reason)
    person = verdict.attendee
    facts = {
        "when": _replaced(verdict.revoked_at, event, now),
        "came": _came(verdict.previous, event, now),
    }
    return Screen(
        tone,
        shape,
        _tr(headline),
        name=person.name if person else "",
        origin=_origin(person) if person else "",
        detail=_detail(person, None, event, now) if person else "",
        advice=_tr(advice).format(**facts).strip(),
        flag=person.notes if person and tone is CAREFUL else "",
    )


def _replaced(at: int | None, event: Event, now: int) -> str:
    return _tr(" at {when}").format(when=moment(at, event, now)) if at is not None else ""


def _came(before: Previous | None, event: Event, now: int) -> str:
    if before is None:
        return ""
    by = _tr(", recorded by {operator}").format(operator=before.operator) if before.operator else ""
    since = ago(max(0, now - before.at))
    return _tr("Came in at {at}{by} — {ago}.").format(
        at=moment(before.at, event, now), by=by, ago=since
    )


def _origin(person: Person) -> str:
    return " · ".join(text for text in (person.organisation, person.job_title) if text)


def _detail(person: Person, before: Previous | None, event: Event, now: int) -> str:
    badge = printed(person.badge)[: _BADGE_LETTERS_SHOWN + 1]
    parts = [
        person.category[:1].upper() + person.category[1:],
        _tr("badge {badge}").format(badge=badge) if badge else "",
        _before(before, event, now),
    ]
    return " · ".join(part for part in parts if part)


def _before(before: Previous | None, event: Event, now: int) -> str:
    if before is None:
        return ""
    went = before.direction is Direction.EXIT
    words = _tr("went out at {at}") if went else _tr("came in at {at}")
    return words.format(at=moment(before.at, event, now))


def marks_of(reason: Reason | None) -> tuple[str, Shape]:
    """Return tone and shape of a scan in the list of the latest."""
    if reason is None:
        return GOOD, Shape.TICK
    if reason is Reason.ALREADY_REDEEMED:
        return CAREFUL, Shape.EXCLAMATION
    return BAD, Shape.CROSS
