"""`checkin sessions`: the programme."""

from pathlib import Path
from typing import Any

import click

from checkin.cli.context import (
    DAY,
    HOUR,
    Command,
    Session,
    echo_json,
    json_option,
    pass_session,
)
from checkin.cli.sessionsaid import (
    booked_line,
    bookings_shape,
    clash_line,
    plan_shape,
    session_line,
    session_shape,
)
from checkin.domain import session as domain
from checkin.domain.session import SessionKind
from checkin.sentences import phrase
from checkin.services.bookings import book, bookings
from checkin.services.programmeimport import import_programme, plan_import_of_programme
from checkin.services.registration import find_attendee
from checkin.services.rooms import occupancy
from checkin.services.sessions import (
    SessionWords,
    add_session,
    change_session,
    find_session,
    remove_session,
    sessions,
)

FOUND_WANTING = 1


def _words_options(command: Command) -> Command:
    options = (
        click.option("--day", type=DAY),
        click.option("--starts", type=HOUR, help="Before the day boundary is after midnight."),
        click.option("--ends", type=HOUR),
        click.option("--room", help="Empty for none."),
        click.option("--kind", type=click.Choice([one.value for one in SessionKind])),
        click.option("--capacity", type=int, help="How many places, 0 for no limit."),
        click.option("--counted/--not-counted", default=None, help="Whether it makes up hours."),
        click.option(
            "--own-door/--no-own-door",
            default=None,
            help="Whether its own list proves who was there, or the entrance.",
        ),
        click.option("--topic"),
        click.option("--categories", help="Admit only these, with commas between; empty for all."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _words(kind: str | None, categories: str | None, **words: Any) -> SessionWords:
    admitted = None
    if categories is not None:
        admitted = tuple(name.strip() for name in categories.split(",") if name.strip())
    return SessionWords(kind=SessionKind(kind) if kind else None, categories=admitted, **words)


@click.group(name="sessions", invoke_without_command=True)
@json_option
@click.pass_context
def sessions_command(context: click.Context, as_json: bool) -> None:
    """Show the programme, or add, edit and remove a session."""
    if context.invoked_subcommand:
        return
    run: Session = context.obj
    with run.open() as store:
        found = sessions(store, run.operator)
        inside = occupancy(store, run.operator)
    if as_json:
        echo_json([session_shape(one) | {"inside": inside.get(one.id, 0)} for one in found])
    else:
        for one in found:
            click.echo(session_line(one))


def _show(one: domain.Session, as_json: bool) -> None:
    if as_json:
        echo_json(session_shape(one))
    else:
        click.echo(session_line(one))


@sessions_command.command(name="add")
@click.argument("name")
@_words_options
@json_option
@pass_session
def add_command(run: Session, name: str, as_json: bool, **words: Any) -> None:
    """Add a session; it is a check-in list as well."""
    with run.open() as store:
        _show(add_session(store, run.operator, _words(name=name, **words)), as_json)


@sessions_command.command(name="edit")
@click.argument("session")
@click.option("--rename", "name", help="A new name.")
@_words_options
@json_option
@pass_session
def edit_command(run: Session, session: str, as_json: bool, **words: Any) -> None:
    """Change what is named of a session."""
    with run.open() as store:
        found = find_session(store, session, run.app.now())
        _show(change_session(store, run.operator, found, _words(**words)), as_json)


@sessions_command.command(name="remove")
@click.argument("session")
@pass_session
def remove_command(run: Session, session: str) -> None:
    """Remove a session nobody was scanned against."""
    with run.open() as store:
        found = find_session(store, session, run.app.now())
        remove_session(store, run.operator, found)
        click.echo(f"removed: {found.name}")


@sessions_command.command(name="book")
@click.argument("attendee")
@click.argument("names", metavar="SESSION...", nargs=-1, required=True)
@json_option
@pass_session
def book_command(run: Session, attendee: str, names: tuple[str, ...], as_json: bool) -> None:
    """Book sessions for an attendee; a full or parallel one is said, and booked all the same."""
    _book(run, attendee, names, as_json, booking=True)


@sessions_command.command(name="unbook")
@click.argument("attendee")
@click.argument("names", metavar="SESSION...", nargs=-1, required=True)
@json_option
@pass_session
def unbook_command(run: Session, attendee: str, names: tuple[str, ...], as_json: bool) -> None:
    """Take bookings of an attendee back."""
    _book(run, attendee, names, as_json, booking=False)


def _book(
    run: Session, reference: str, names: tuple[str, ...], as_json: bool, *, booking: bool
) -> None:
    with run.open() as store:
        who = find_attendee(store, reference)
        named = {find_session(store, name, run.app.now()).id for name in names}
        there = {one.id: one for one in store.programme.sessions()}
        before = set(who.bookings) & there.keys()
        after = book(store, run.operator, who, before | named if booking else before - named)
        facts = bookings(store, run.operator)
    mine = [there[one].name for one in after.bookings if one in there]
    if as_json:
        echo_json({"id": after.id, "name": after.name, "sessions": mine})
        return
    click.echo(f"{after.name}: {'; '.join(mine) or 'no session booked'}")
    for one in facts.booked:
        if one.over and one.session.id in named:
            click.echo(f"! {booked_line(one)}", err=True)
    for clash in facts.clashes:
        if clash.attendee.id == after.id:
            click.echo(f"! {clash_line(clash)}", err=True)


@sessions_command.command(name="bookings")
@json_option
@pass_session
def bookings_command(run: Session, as_json: bool) -> None:
    """Tell how many booked each session, and who booked two at the same time."""
    with run.open() as store:
        found = bookings(store, run.operator)
    if as_json:
        echo_json(bookings_shape(found))
        return
    for one in found.booked:
        click.echo(f"{'! ' if one.over else ''}{booked_line(one)}")
    for clash in found.clashes:
        click.echo(f"! {clash_line(clash)}")


@sessions_command.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@json_option
@pass_session
def import_command(run: Session, file: Path, dry_run: bool, as_json: bool) -> int:
    """Take in a programme from CSV, a workbook or a calendar (.ics)."""
    from checkin.gateways.programmefile import read_programme

    with run.open() as store:
        rows, faults = read_programme(file, store.programme.event().timezone)
        if dry_run:
            plan = plan_import_of_programme(store, run.operator, rows, faults)
        else:
            plan = import_programme(store, run.operator, rows, faults).plan
    if as_json:
        echo_json(plan_shape(plan))
    else:
        for fault in plan.rejected:
            value = f": {fault.value}" if fault.value else ""
            column = f" {fault.column}" if fault.column else ""
            click.echo(f"row {fault.row}{column}: {phrase(fault.reason)}{value}")
        click.echo(
            f"{len(plan.added)} added, {len(plan.changed)} changed, {plan.unchanged} unchanged,"
            f" {len(plan.rejected)} not taken." + (" Nothing was written." if dry_run else "")
        )
    return FOUND_WANTING if plan.rejected else 0


COMMANDS = (sessions_command,)
