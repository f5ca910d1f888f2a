"""`checkin correct`: attendance put right by hand, with who and why."""

import click

from checkin.cli.context import Session, echo_json, json_option, moment, pass_session
from checkin.cli.shapes import iso
from checkin.domain.event import CheckInList, Event
from checkin.domain.roles import Operator
from checkin.domain.verdict import Direction
from checkin.services.annulment import named
from checkin.services.correcting import (
    Correction,
    add_check_in,
    annul_check_in,
    move_check_in,
)
from checkin.services.lists import find_list
from checkin.services.registration import find_attendee
from checkin.services.withdrawing import fallen
from checkin.store.store import Store

_why = click.option("--why", metavar="TEXT", required=True, help="Why it is corrected.")
_LONGEST_HOUR = len("09:15:30")


@click.group()
def correct() -> None:
    """Correct attendance: add a missed check-in, change a time, or annul one."""


@correct.command(name="add")
@click.argument("attendee")
@click.option("--list", "list_name", required=True, help="A list's name, or its day.")
@click.option("--at", metavar="TIME", required=True, help="When it was: 09:15 of the list's day.")
@click.option("--exit", "leaving", is_flag=True, help="They left.")
@_why
@json_option
@pass_session
def add_command(
    session: Session,
    attendee: str,
    list_name: str,
    at: str,
    leaving: bool,
    why: str,
    as_json: bool,
) -> None:
    """Add a check-in that was missed."""
    with session.open() as store:
        found = find_list(store, list_name, session.app.now())
        who = find_attendee(store, attendee)
        direction = Direction.EXIT if leaving else Direction.ENTRY
        at_ms = _moment(at, store.programme.event(), found, session.app.now())
        done = add_check_in(store, session.operator, who, found, at_ms, why, direction)
        _show(store, session.operator, done, as_json)


@correct.command(name="move")
@click.argument("check_in")
@click.argument("at", metavar="TIME")
@_why
@json_option
@pass_session
def move_command(session: Session, check_in: str, at: str, why: str, as_json: bool) -> None:
    """Change when a check-in, named STATION:SEQ, was."""
    with session.open() as store:
        recorded = store.door.check_in(*named(check_in))
        lists = (one for one in store.programme.lists() if recorded and one.id == recorded.list)
        at_ms = _moment(at, store.programme.event(), next(lists, None), session.app.now())
        done = move_check_in(store, session.operator, check_in, at_ms, why)
        _show(store, session.operator, done, as_json)


@correct.command(name="annul")
@click.argument("check_in")
@_why
@json_option
@pass_session
def annul_command(session: Session, check_in: str, why: str, as_json: bool) -> None:
    """Annul a check-in, named STATION:SEQ, whoever recorded it."""
    with session.open() as store:
        done = annul_check_in(store, session.operator, check_in, why)
        _show(store, session.operator, done, as_json)


def _moment(text: str, event: Event, check_in_list: CheckInList | None, now: int) -> int:
    """Return a moment in Unix ms; a time alone is of the list's day."""
    of_day = event.moment(check_in_list.day, event.day_boundary) if check_in_list else now
    at = moment(text, event, of_day)
    if len(text) <= _LONGEST_HOUR and check_in_list:
        return event.moment(check_in_list.day, event.local(at).time())
    return at


def _show(store: Store, operator: Operator, done: Correction, as_json: bool) -> None:
    event = store.programme.event()
    recorded = store.door.check_in(*named(done.check_in))
    at = recorded.at if recorded else done.before
    if as_json:
        echo_json({"check_in": done.check_in, "done": done.done, "at": iso(at, event)})
    else:
        click.echo(f"{done.done}: {done.check_in} at {iso(at, event)[:16]}")
    if gone := fallen(store, operator):
        names = ", ".join(one.attendee.name for one in gone)
        click.echo(
            f"checkin: certificates that do not hold any more: {names}; withdraw them with"
            " `checkin certificates check --withdraw`.",
            err=True,
        )


COMMANDS = (correct,)
