"""`checkin rules`: by what an event tells attendance."""

from datetime import time

import click

from checkin.cli.context import HOUR, Session, echo_json, json_option, pass_session
from checkin.domain.attendancerules import AttendanceRules
from checkin.domain.event import Exits
from checkin.services.attendancerules import attendance_rules, change_attendance_rules


@click.command()
@click.option("--threshold", type=int, help="Per cent of programme hours for a certificate.")
@click.option("--midday", type=HOUR, help="When morning ends and afternoon begins.")
@click.option(
    "--one-room/--several-rooms",
    default=None,
    help="Whether entering a session ends the stay in a parallel one.",
)
@click.option(
    "--exits",
    type=click.Choice([one.value for one in Exits]),
    help="Whether a room is empty after its session, or only of who was scanned out.",
)
@json_option
@pass_session
def rules(
    session: Session,
    threshold: int | None,
    midday: time | None,
    one_room: bool | None,
    exits: str | None,
    as_json: bool,
) -> None:
    """Show by what attendance is told, or change it."""
    wanted = AttendanceRules(threshold, midday, one_room, Exits(exits) if exits else None)
    with session.open() as store:
        if wanted == AttendanceRules():
            found = attendance_rules(store, session.operator)
        else:
            found = change_attendance_rules(store, session.operator, wanted)
    if as_json:
        echo_json(found.fields())
    else:
        for name, value in found.fields().items():
            click.echo(f"{name.replace('_', ' ')}: {value}")


COMMANDS = (rules,)
