"""What the reception page shows of a verdict: a pure function, so that it can never lag behind."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.domain.questions import Question
from checkin.domain.verdict import (
    OVERRIDABLE,
    Direction,
    Person,
    Previous,
    Reason,
    Verdict,
)
from checkin.ui.dates import ago, days_span, moment
from checkin.ui.reception.facts import fields_of, flag_of
from checkin.ui.reception.refusals import BAD, CALM, CAREFUL, GOOD, REFUSALS, marks_of
from checkin.ui.shapes import Shape
from checkin.ui.sound.scores import Sound

_BADGE_LETTERS_SHOWN = 8
_UNTIL_NEXT = 0
_GLANCE_MS = 12_000


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything the panel shows. `tone` is a name of the theme's tones. An `aside` comes after.

    `undoes_last` lets the last check-in of all be undone where none is shown. `holds_ms` is how
    long it stays before the panel turns calm, 0 until the next scan: a green that stays would be
    taken for the next person's. `fields` are what the event chose to show, each with what it is
    called; `instruction` is to be acknowledged and `questions` to be answered before they are in.
    `sound` is None for what is shown in silence.
    """

    tone: str
    shape: Shape
    headline: str
    name: str = ""
    origin: str = ""
    detail: str = ""
    advice: str = ""
    flag: str = ""
    aside: str = ""
    undoes_last: bool = False
    holds_ms: int = _UNTIL_NEXT
    fields: tuple[tuple[str, str], ...] = ()
    instruction: str = ""
    questions: tuple[Question, ...] = ()
    sound: Sound | None = None

    @property
    def asks(self) -> bool:
        """Tell whether somebody waits for something to be acknowledged or answered."""
        return bool(self.instruction or self.questions)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Screen", text)


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
            sound=Sound.TO_DO,
        )
    person = verdict.attendee
    return Screen(
        GOOD,
        Shape.ARROW if verdict.direction is Direction.EXIT else Shape.TICK,
        _welcome(verdict),
        name=person.name,
        origin=_origin(person),
        detail=_detail(person, verdict.previous, event, now),
        flag=flag_of(person) if verdict.direction is Direction.ENTRY else "",
        holds_ms=_GLANCE_MS,
        fields=fields_of(person) if verdict.direction is Direction.ENTRY else (),
        sound=_greeting(verdict),
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


def about(verdict: Verdict, now: Attendee) -> Verdict:
    """Return the same verdict with its person as they are since they were put right."""
    if verdict.attendee is None:
        return verdict
    person = replace(
        verdict.attendee,
        name=now.name,
        organisation=now.organisation,
        job_title=now.job_title,
        badge=now.badge,
    )
    return replace(verdict, attendee=person)


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
    headline = _tr("NOT recorded")
    return Screen(BAD, Shape.CROSS, headline, advice=text, sound=Sound.UNRECORDED)


def _welcome(verdict: Verdict) -> str:
    if verdict.direction is Direction.EXIT:
        return _tr("Goodbye")
    if verdict.forced:
        return _tr("Admitted anyway")
    return _tr("Welcome back") if verdict.previous else _tr("Welcome")


def _greeting(verdict: Verdict) -> Sound:
    if verdict.direction is Direction.EXIT:
        return Sound.GOODBYE
    return Sound.WELCOME_BACK if verdict.previous else Sound.WELCOME


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
        fields=fields_of(person) if person and tone is CAREFUL else (),
        instruction=verdict.instruction,
        questions=verdict.questions,
        sound=_objection(reason, tone),
    )


def _objection(reason: Reason, tone: str) -> Sound:
    if reason is Reason.ALREADY_REDEEMED:
        return Sound.ALREADY_IN
    if reason is Reason.INVALID:
        return Sound.UNKNOWN
    return Sound.TO_DO if tone is CAREFUL else Sound.REFUSED


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
