"""`checkin lists`: what a door scans against."""

from datetime import date
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
from checkin.cli.shapes import list_shape
from checkin.domain.event import CheckInList
from checkin.services.lists import ListRules, add_list, change_list, find_list, remove_list


def _rules_options(command: Command) -> Command:
    options = (
        click.option("--several-entries/--single-entry", default=None),
        click.option("--entry-after-exit/--no-entry-after-exit", default=None),
        click.option("--categories", help="Admit only these, with commas between; empty for all."),
        click.option("--opens", type=HOUR, help="No entry before."),
        click.option("--closes", type=HOUR, help="No entry after."),
        click.option("--capacity", type=int, help="No entry when so many are inside."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _rules(categories: str | None, **rules: Any) -> ListRules:
    names = None
    if categories is not None:
        names = tuple(name.strip() for name in categories.split(",") if name.strip())
    return ListRules(categories=names, **rules)


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def lists(context: click.Context, as_json: bool) -> None:
    """Show the check-in lists, or add, edit and remove one."""
    if context.invoked_subcommand:
        return
    session: Session = context.obj
    with session.open() as store:
        found = store.programme.lists()
    if as_json:
        echo_json([list_shape(one) for one in found])
    else:
        for one in found:
            click.echo(_line(one))


def _line(one: CheckInList) -> str:
    rules = ["several entries" if one.several_entries else "single entry"]
    if not one.several_entries:
        rules.append("entry after exit" if one.entry_after_exit else "no entry after exit")
    if one.categories:
        rules.append("only " + ", ".join(one.categories))
    if one.opens:
        rules.append(f"opens {one.opens:%H:%M}")
    if one.closes:
        rules.append(f"closes {one.closes:%H:%M}")
    if one.capacity:
        rules.append(f"at most {one.capacity} inside")
    return f"{one.day}  {one.name}  ({'; '.join(rules)})"


def _show(one: CheckInList, as_json: bool) -> None:
    if as_json:
        echo_json(list_shape(one))
    else:
        click.echo(_line(one))


@lists.command(name="add")
@click.argument("name")
@click.option("--day", type=DAY, required=True)
@_rules_options
@json_option
@pass_session
def add_command(session: Session, name: str, day: date, as_json: bool, **rules: Any) -> None:
    """Add a list for a day of the event."""
    with session.open() as store:
        _show(add_list(store, session.operator, name, day, _rules(**rules)), as_json)


@lists.command(name="edit")
@click.argument("name")
@click.option("--rename", help="A new name.")
@_rules_options
@json_option
@pass_session
def edit_command(
    session: Session, name: str, rename: str | None, as_json: bool, **rules: Any
) -> None:
    """Change the rules of a list, named as for `scan --list`."""
    with session.open() as store:
        found = find_list(store, name, session.app.now())
        _show(change_list(store, session.operator, found, _rules(**rules), rename), as_json)


@lists.command(name="remove")
@click.argument("name")
@pass_session
def remove_command(session: Session, name: str) -> None:
    """Remove a list nobody was scanned against."""
    with session.open() as store:
        found = find_list(store, name, session.app.now())
        remove_list(store, session.operator, found)
        click.echo(f"removed: {found.name}")


COMMANDS = (lists,)
