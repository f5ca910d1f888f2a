"""How the command line shows certificates, in lines and as JSON."""

from collections.abc import Iterator

from checkin.cli.shapes import HOUR
from checkin.domain.certificates import Certificate, Proof, Withdrawal
from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.render.certificate import Trouble
from checkin.render.certificatefaces import days_words, hours_words, share_words
from checkin.services.certificates import Candidate, Standing
from checkin.services.verifying import Logged, Verified

WHY = {
    Withdrawal.BELOW: "attendance was corrected below the threshold",
    Withdrawal.CANCELED: "the registration is canceled",
    Withdrawal.BLOCKED: "the person is blocked",
    Withdrawal.MISTAKE: "it was issued by mistake",
    Withdrawal.OTHER: "for another reason",
}
_PROOFS = {
    Proof.ALTERED: "was altered in this event file: do not trust it, and run `checkin verify`",
    Proof.UNKNOWN: "was made with the key of this event, but is not in this copy of it: exchange"
    " with the laptop that issued it",
    Proof.BADGE: "is the code of a badge, not of a certificate",
    Proof.NOT_OURS: "is not ours",
}


def candidate_line(one: Candidate) -> str:
    """Return what is said of somebody in one line."""
    facts = one.facts
    said = f"{one.standing:<11} {one.attendee.name}  {hours_words(facts.hours)}"
    said += f" of {hours_words(facts.programme)}  {share_words(facts.hours, facts.programme)}"
    if one.certificate:
        said += f"  {printed(one.certificate.number)}"
    if one.standing is Standing.BELOW:
        said += f"  lacks {hours_words(one.lacking)}"
    elif one.why:
        said += f"  ({WHY[one.why]})"
    return said


def candidate_shape(one: Candidate) -> dict[str, object]:
    """Return somebody as `certificates --json` prints them; hours are decimals."""
    facts = one.facts
    return {
        "id": one.attendee.id,
        "name": one.attendee.name,
        "organisation": one.attendee.organisation,
        "standing": one.standing.value,
        "hours": facts.hours / HOUR,
        "programme": facts.programme / HOUR,
        "share": facts.share,
        "lacking": one.lacking / HOUR,
        "days": [day.isoformat() for day in facts.days],
        "number": printed(one.certificate.number) if one.certificate else "",
        "why": one.why.value if one.why else None,
    }


def trouble_lines(name: str, trouble: Trouble) -> Iterator[str]:
    """Yield what comes out badly of somebody's certificate."""
    if trouble.cut_short:
        yield f"words are cut short on the certificate of {name}: {', '.join(trouble.cut_short)}."
    for script, letters in trouble.letters.items():
        yield f"no font on this computer has {letters} ({script}) of {name}."


def verified_line(one: Verified, event: Event) -> str:
    """Return what is said of a certificate that somebody shows."""
    what = one.text if one.certificate is None else printed(one.certificate.number)
    if one.proof is Proof.VALID:
        return f"{what} is valid: {facts_line(one, event)}"
    if one.proof is Proof.WITHDRAWN and one.why:
        said = f"was withdrawn {_when(one.since, event)} by {one.by or '–'}: {WHY[one.why]}"
        return f"{what} {said}. It said: {facts_line(one, event)}"
    if one.proof is Proof.REPLACED:
        said = f"was replaced {_when(one.since, event)} by {printed(one.newer)}"
        return f"{what} {said}. It said: {facts_line(one, event)}"
    return f"{what} {_PROOFS[one.proof]}."


def facts_line(one: Verified, event: Event) -> str:
    """Return what stands on the certificate, to be compared with the paper."""
    if one.certificate is None:
        return ""
    facts = one.certificate.facts
    name = one.attendee.name if one.attendee else "somebody whose name was erased"
    hours = f"{hours_words(facts.hours)} of {hours_words(facts.programme)}"
    return (
        f"{name}; {event.title}; {days_words(facts.days)}; {hours}; issued {_when(one.at, event)}."
    )


def verified_shape(one: Verified, event: Event) -> dict[str, object]:
    """Return a certificate as `certificates verify --json` prints it."""
    facts = one.certificate.facts if one.certificate else None
    return {
        "text": one.text,
        "proof": one.proof.value,
        "valid": one.proof is Proof.VALID,
        "number": printed(one.certificate.number) if one.certificate else "",
        "name": one.attendee.name if one.attendee else "",
        "hours": facts.hours / HOUR if facts else None,
        "programme": facts.programme / HOUR if facts else None,
        "days": [day.isoformat() for day in facts.days] if facts else [],
        "issued": _iso(one.at, event),
        "since": _iso(one.since, event),
        "why": one.why.value if one.why else None,
        "by": one.by,
        "newer": printed(one.newer) if one.newer else "",
    }


def logged_line(one: Logged, event: Event) -> str:
    """Return one thing that was done with a certificate."""
    why = f" ({WHY[one.why]})" if one.why else ""
    name = one.attendee.name if one.attendee else "–"
    return (
        f"{_when(one.at, event)}  {_numbered(one.certificate)}  {name}  {one.deed}{why}  {one.by}"
    )


def logged_shape(one: Logged, event: Event) -> dict[str, object]:
    """Return the same as `certificates log --json` prints it."""
    return {
        "at": _iso(one.at, event),
        "number": printed(one.certificate.number),
        "issue": one.certificate.issue,
        "id": one.certificate.facts.attendee,
        "name": one.attendee.name if one.attendee else "",
        "deed": one.deed.value,
        "why": one.why.value if one.why else None,
        "by": one.by,
    }


def _numbered(one: Certificate) -> str:
    return f"{printed(one.number)} (issue {one.issue})"


def _when(at: int | None, event: Event) -> str:
    return f"{event.local(at):%Y-%m-%d %H:%M}" if at is not None else "–"


def _iso(at: int | None, event: Event) -> str | None:
    return event.local(at).isoformat(timespec="seconds") if at is not None else None
