"""Says whose badge was printed when and by whom, for `checkin badges --printed`."""

import click

from checkin.cli.context import Session, echo_json
from checkin.cli.shapes import iso
from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.services.printlog import Print, prints


def show_prints(session: Session, as_json: bool) -> None:
    """Print every print, the latest first, as lines or as JSON."""
    with session.open() as store:
        found, event = prints(store, session.operator), store.programme.event()
    if as_json:
        echo_json([_shape(one, event) for one in found])
        return
    for one in found:
        at = event.local(one.at)
        again = "" if one.first else "  (again)"
        click.echo(f"{at:%Y-%m-%d %H:%M}  {one.name}  {printed(one.badge)}  {one.operator}{again}")
    click.echo(f"Prints: {len(found)}.")


def _shape(one: Print, event: Event) -> dict[str, object]:
    return {
        "attendee": one.attendee,
        "name": one.name,
        "badge": printed(one.badge),
        "at": iso(one.at, event),
        "operator": one.operator,
        "station": one.station,
        "first": one.first,
    }
