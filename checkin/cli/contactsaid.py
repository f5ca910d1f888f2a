"""Says in lines and as JSON who met whom, and who might."""

from checkin.cli.shapes import iso
from checkin.domain.code import printed
from checkin.domain.contacts import Fit, Suggestion
from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.services.contacts import Contact, Scanned


def line(one: Attendee) -> str:
    """Return somebody in a line, their badge first."""
    origin = f" · {one.organisation}" if one.organisation else ""
    return f"{printed(one.badge) or '-' * 14}  {one.name}{origin}"


def scanned_line(one: Scanned) -> str:
    """Return what came of a badge; nothing of the first of a group."""
    if not one.agreed:
        return f"{one.person.name} did not agree that their contact is passed on: not recorded."
    parts = [", ".join(other.name for other in one.met)] if one.met else []
    if one.before:
        parts.append("before already " + ", ".join(other.name for other in one.before))
    return f"{one.person.name} met {'; '.join(parts)}." if parts else ""


def reasons(one: Suggestion) -> list[str]:
    """Return why somebody is worth meeting, said to whom they are suggested to."""
    return [f"offers {fit.offered} – you seek {_it(fit, fit.sought)}" for fit in one.offers] + [
        f"seeks {fit.sought} – you offer {_it(fit, fit.offered)}" for fit in one.seeks
    ]


def _it(fit: Fit, topic: str) -> str:
    return "it" if fit.is_one else topic


def _person_shape(one: Attendee) -> dict[str, object]:
    return {"id": one.id, "name": one.name, "organisation": one.organisation}


def scanned_shape(one: Scanned) -> dict[str, object]:
    """Return what came of a badge as `contacts meet --json` prints it."""
    return {
        **_person_shape(one.person),
        "agreed": one.agreed,
        "met": [_person_shape(other) for other in one.met],
        "met_before": [_person_shape(other) for other in one.before],
    }


def contact_shape(one: Contact, event: Event) -> dict[str, object]:
    """Return a contact as `contacts show --json` prints it."""
    return {**_person_shape(one.attendee), "email": one.attendee.email, "at": iso(one.at, event)}


def suggestion_shape(one: Suggestion) -> dict[str, object]:
    """Return a suggestion as `contacts suggest --json` prints it."""
    return {
        **_person_shape(one.attendee),
        "offers": [{"offered": fit.offered, "sought": fit.sought} for fit in one.offers],
        "seeks": [{"sought": fit.sought, "offered": fit.offered} for fit in one.seeks],
    }
