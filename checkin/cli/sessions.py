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
from checkin.domain import session as domain
from checkin.domain.programmeplan import ProgrammePlan
from checkin.domain.session import SessionKind
from checkin.sentences import phrase
from checkin.services.programmeimport import import_programme, plan_import_of_programme
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
            click.echo(_line(one))


def session_shape(one: domain.Session) -> dict[str, object]:
    """Return a session as `sessions --json` prints one."""
    return {
        "id": one.id,
        "name": one.name,
        "day": one.day.isoformat(),
        "starts": one.starts.isoformat("minutes"),
        "ends": one.ends.isoformat("minutes"),
        "room": one.room,
        "kind": one.kind.value,
        "capacity": one.capacity,
        "counted": one.counted,
        "own_door": one.own_door,
        "topic": one.topic,
        "categories": list(one.list.categories),
    }


def _line(one: domain.Session) -> str:
    about = [one.kind.value]
    if one.room:
        about.append(one.room)
    if one.capacity:
        about.append(f"{one.capacity} places")
    about.append("counted" if one.counted else "not counted")
    about.append("own door" if one.own_door else "proved by the entrance")
    return f"{one.day} {one.starts:%H:%M}–{one.ends:%H:%M}  {one.name}  ({'; '.join(about)})"


def _show(one: domain.Session, as_json: bool) -> None:
    if as_json:
        echo_json(session_shape(one))
    else:
        click.echo(_line(one))


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
        echo_json(_plan_shape(plan))
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


def _plan_shape(plan: ProgrammePlan) -> dict[str, object]:
    return {
        "added": [one.words.name for one in plan.added],
        "changed": [one.words.name for one in plan.changed],
        "unchanged": plan.unchanged,
        "rejected": [
            {"row": one.row, "column": one.column, "reason": one.reason, "value": one.value}
            for one in plan.rejected
        ],
    }


COMMANDS = (sessions_command,)
