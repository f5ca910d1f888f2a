"""`checkin questions` and `checkin shown`: what a door asks people, and shows of them."""

from typing import Any

import click

from checkin.cli.context import Command, Session, echo_json, json_option, pass_session
from checkin.cli.shapes import question_shape
from checkin.domain.event import CheckInList
from checkin.domain.questions import Question, QuestionKind
from checkin.domain.roles import Action
from checkin.services.lists import find_list
from checkin.services.permission import require
from checkin.services.questions import (
    Wording,
    add_question,
    change_question,
    find_question,
    remove_question,
)
from checkin.services.questions import questions as all_questions
from checkin.services.shownfields import field_heading, show_fields
from checkin.store.store import Store


def _wording_options(command: Command) -> Command:
    options = (
        click.option("--kind", type=click.Choice([kind.value for kind in QuestionKind])),
        click.option(
            "--choice", "choices", multiple=True, help="What can be chosen; again for each."
        ),
        click.option(
            "--list", "list_names", multiple=True, help="Ask on this list only; again for each."
        ),
        click.option("--optional/--required", default=None, help="May it be left open?"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _wording(
    session: Session,
    store: Store,
    *,
    text: str | None,
    kind: str | None,
    choices: tuple[str, ...],
    list_names: tuple[str, ...],
    optional: bool | None,
    all_lists: bool = False,
) -> Wording:
    lists = [find_list(store, name, session.app.now()).id for name in list_names]
    return Wording(
        text=text,
        kind=QuestionKind(kind) if kind else None,
        choices=choices or None,
        lists=tuple(dict.fromkeys(lists)) if lists or all_lists else None,
        optional=optional,
    )


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def questions(context: click.Context, as_json: bool) -> None:
    """Show what is asked at check-in, or add, edit and remove a question."""
    if context.invoked_subcommand:
        return
    session: Session = context.obj
    with session.open() as store:
        found, lists = all_questions(store, session.operator), store.programme.lists()
    if as_json:
        echo_json([_shape(one, lists) for one in found])
    else:
        for one in found:
            click.echo(_line(one, lists))
        click.echo(f"Questions: {len(found)}.")


def _lists_of(one: Question, lists: list[CheckInList]) -> list[str]:
    return [each.name for each in lists if each.id in one.lists]


def _shape(one: Question, lists: list[CheckInList]) -> dict[str, object]:
    """Return a question as JSON; `lists` null is every list."""
    return {**question_shape(one), "lists": _lists_of(one, lists) if one.lists else None}


def _line(one: Question, lists: list[CheckInList]) -> str:
    rules = [", ".join(one.choices) or ("yes or no" if one.is_yes_or_no else "text")]
    if one.optional:
        rules.append("may be left open")
    if one.lists:
        rules.append("only on " + (", ".join(_lists_of(one, lists)) or "lists that were removed"))
    return f"{one.text}  ({'; '.join(rules)})"


def _show(store: Store, one: Question, as_json: bool) -> None:
    lists = store.programme.lists()
    if as_json:
        echo_json(_shape(one, lists))
    else:
        click.echo(_line(one, lists))


@questions.command(name="add")
@click.argument("text")
@_wording_options
@json_option
@pass_session
def add_command(session: Session, text: str, as_json: bool, **rules: Any) -> None:
    """Ask one thing more; the answer becomes the field of that name."""
    with session.open() as store:
        wording = _wording(session, store, text=text, **rules)
        _show(store, add_question(store, session.operator, wording), as_json)


@questions.command(name="edit")
@click.argument("question")
@click.option("--text", help="Other words.")
@click.option("--all-lists", is_flag=True, help="Ask on every list.")
@_wording_options
@json_option
@pass_session
def edit_command(session: Session, question: str, as_json: bool, **rules: Any) -> None:
    """Change a question, named by its words or the beginning of them."""
    with session.open() as store:
        found = find_question(store, question)
        wording = _wording(session, store, **rules)
        _show(store, change_question(store, session.operator, found, wording), as_json)


@questions.command(name="remove")
@click.argument("question")
@pass_session
def remove_command(session: Session, question: str) -> None:
    """Ask something no more; the answers stay."""
    with session.open() as store:
        found = find_question(store, question)
        remove_question(store, session.operator, found)
    click.echo(f"removed: {found.text}")


@click.command()
@click.argument("fields", nargs=-1)
@click.option("--none", "nothing", is_flag=True, help="Show nothing but the name.")
@json_option
@pass_session
def shown(session: Session, fields: tuple[str, ...], nothing: bool, as_json: bool) -> None:
    """Say which FIELDS of a person doors show, four at most; without any, which they are.

    A field is category, job_title, country, days, registration, contacts, or a column of your own.
    """
    if fields and nothing:
        raise click.UsageError("Give either fields or --none.")
    with session.open() as store:
        if fields or nothing:
            event = show_fields(store, session.operator, fields)
        else:
            require(store, session.operator, Action.SEARCH)
            event = store.programme.event()
    names = [field_heading(field) for field in event.shown_fields]
    if as_json:
        echo_json(names)
    else:
        click.echo(f"Shown at the door: {', '.join(names) or 'nothing but the name'}.")


COMMANDS = (questions, shown)
