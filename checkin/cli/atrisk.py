"""Says who is at risk today, for `checkin attendance --at-risk`."""

import click

from checkin.cli.context import Session, echo_json
from checkin.cli.shapes import iso
from checkin.domain.reckoning import Record
from checkin.services.risks import Risks, risks

_HOUR_MS, _MINUTE_MS = 3_600_000, 60_000


def tell_risks(session: Session, as_json: bool) -> None:
    """Print who reaches the threshold only by coming today, and who cannot any more."""
    with session.open() as store:
        found = risks(store, session.operator)
    if as_json:
        echo_json(_shape(found))
        return
    for risk in found.at_risk:
        needed, rest = _clock(risk.needed), _clock(risk.rest)
        click.echo(f"{_person(risk.record)}: needs {needed} of the {rest} left today.")
    for record in found.out_of_reach:
        click.echo(f"{_person(record)}: out of reach.")
    threshold = found.event.threshold
    click.echo(
        f"{len(found.at_risk)} must still come today to reach {threshold} %,"
        f" {len(found.out_of_reach)} cannot any more."
    )


def _person(record: Record) -> str:
    who = record.attendee
    named = f"{who.name} ({who.organisation})" if who.organisation else who.name
    return f"{named}, {_clock(record.hours)} of {_clock(record.programme)}"


def _shape(found: Risks) -> dict[str, object]:
    return {
        "event": found.event.title,
        "at": iso(found.at, found.event),
        "threshold": found.event.threshold,
        "at_risk": [
            {
                **_person_shape(risk.record),
                "needed": risk.needed / _HOUR_MS,
                "rest": risk.rest / _HOUR_MS,
            }
            for risk in found.at_risk
        ],
        "out_of_reach": [_person_shape(record) for record in found.out_of_reach],
    }


def _person_shape(record: Record) -> dict[str, object]:
    who = record.attendee
    return {
        "id": who.id,
        "name": who.name,
        "organisation": who.organisation,
        "hours": record.hours / _HOUR_MS,
        "programme": record.programme / _HOUR_MS,
    }


def _clock(milliseconds: int) -> str:
    """Return a length as hours and minutes, rounded up, so that it is enough."""
    minutes = -(-milliseconds // _MINUTE_MS)
    return f"{minutes // 60}:{minutes % 60:02d}"
