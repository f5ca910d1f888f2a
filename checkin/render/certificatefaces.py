"""Tells what stands on a certificate: the facts it was issued with, in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from checkin.domain.certificates import Facts
from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.domain.session import Session
from checkin.render.face import BadgeFace

# What the words of a certificate's template may name, besides any field of one's own.
CERTIFICATE_FIELDS = (
    *("name", "given_name", "family_name", "organisation", "job_title", "category", "country"),
    *("registration", "event", "where", "days", "hours", "programme", "share", "sessions"),
    *("topics", "organizers", "number", "issue", "date"),
)
_MINUTE, _HOUR = 60_000, 60


class CertificateWriter:
    """Made once for many certificates of an event; `sessions` and `organizers` are all it has."""

    def __init__(
        self, event: Event, sessions: Iterable[Session], organizers: Sequence[str] = ()
    ) -> None:
        self._event = event
        self._sessions = {one.id: one for one in sessions}
        self._organizers = ", ".join(organizers)

    def face(
        self, attendee: Attendee, facts: Facts, number: str, code: str, issue: int, at: int
    ) -> BadgeFace:
        """Return what stands on a certificate that was issued `at` a moment (Unix ms)."""
        attended = [self._sessions[one] for one in facts.sessions if one in self._sessions]
        day = self._event.local(at).date()
        values = dict(attendee.custom)
        values |= {
            "name": attendee.name,
            "given_name": attendee.given_name or attendee.family_name,
            "family_name": attendee.family_name if attendee.given_name else "",
            "organisation": attendee.organisation,
            "job_title": attendee.job_title,
            "category": attendee.category,
            "country": attendee.country,
            "registration": attendee.registration,
            "event": self._event.title,
            "where": self._event.venue,
            "days": days_words(facts.days),
            "hours": hours_words(facts.hours),
            "programme": hours_words(facts.programme),
            "share": share_words(facts.hours, facts.programme),
            "sessions": _listed(one.name for one in attended),
            "topics": _listed(one.topic or one.name for one in attended),
            "organizers": self._organizers,
            "number": printed(number),
            "issue": str(issue),
            "date": f"{day.day} {day:%B %Y}",
        }
        return BadgeFace(values, code)


def hours_words(milliseconds: int) -> str:
    """Return a length of time such as `11 h 30 min`, minutes that are not whole left out."""
    hours, minutes = divmod(milliseconds // _MINUTE, _HOUR)
    said = [f"{hours} h"] if hours else []
    if minutes or not hours:
        said.append(f"{minutes} min")
    return " ".join(said)


def share_words(hours: int, programme: int) -> str:
    """Return a share such as `95 %`, never more than it is; empty without a programme."""
    return f"{hours * 100 // programme} %" if programme else ""


def days_words(days: Sequence[date]) -> str:
    """Return days as people write them, such as `2–3 June 2026`."""
    runs: list[list[date]] = []
    for day in days:
        if runs and (day - runs[-1][-1]).days == 1 and day.month == runs[-1][-1].month:
            runs[-1].append(day)
        else:
            runs.append([day])
    said = [_run(run) for run in runs]
    years = {day.year for day in days}
    if len(years) == 1:
        return f"{', '.join(said)} {years.pop()}"
    return ", ".join(f"{words} {run[0].year}" for words, run in zip(said, runs, strict=True))


def _run(run: Sequence[date]) -> str:
    first, last = run[0], run[-1]
    return f"{last.day} {last:%B}" if first == last else f"{first.day}–{last.day} {last:%B}"


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))
