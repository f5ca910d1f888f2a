"""`checkin duplicates`, `merge`, `keep-apart`: who is on the roster twice, what is made of it."""

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.shapes import attendee_shape
from checkin.domain.code import printed
from checkin.domain.duplicates import Pair
from checkin.domain.merging import Side
from checkin.domain.people import Attendee
from checkin.services.duplicates import likely_duplicates
from checkin.services.merging import keep_apart, merge, take_back_apart, take_back_merger
from checkin.services.registration import find_attendee

MOST_SHOWN = 50


@click.command()
@json_option
@pass_session
def duplicates(session: Session, as_json: bool) -> None:
    """List who is likely on the roster twice, and why, the likeliest first."""
    with session.open() as store:
        pairs = likely_duplicates(store, session.operator)
        if as_json:
            echo_json([_pair_shape(pair, store.key) for pair in pairs])
            return
    for pair in pairs[:MOST_SHOWN]:
        click.echo(f"{', '.join(pair.reasons)}:")
        for one in (pair.first, pair.second):
            click.echo(f"  {_line(one)}")
    if len(pairs) > MOST_SHOWN:
        click.echo(f"… and {len(pairs) - MOST_SHOWN} more; --json lists all.")
    click.echo(f"Likely duplicates: {len(pairs)}.")


def _pair_shape(pair: Pair, key: bytes) -> dict[str, object]:
    return {
        "ids": [pair.first.id, pair.second.id],
        "people": [attendee_shape(one, key) for one in (pair.first, pair.second)],
        "reasons": [why.value for why in pair.reasons],
        "rank": pair.rank,
    }


def _line(attendee: Attendee) -> str:
    facts = (attendee.name, attendee.organisation, attendee.email)
    return f"{attendee.id}  {' · '.join(fact for fact in facts if fact)}"


@click.command(name="merge")
@click.argument("keep", required=False)
@click.argument("other", required=False)
@click.option(
    "--take",
    multiple=True,
    metavar="FIELD",
    help="Take this field from OTHER: name, email, organisation, job_title, country, category,"
    " status, days, notes, instruction or custom.NAME. Again for each.",
)
@click.option("--undo", metavar="ID", help="Make two of a person again.")
@json_option
@pass_session
def merge_command(
    session: Session,
    keep: str | None,
    other: str | None,
    take: tuple[str, ...],
    undo: str | None,
    as_json: bool,
) -> None:
    """Make one person of KEEP and OTHER; what KEEP says stands, empty fields are filled."""
    if undo is not None:
        if keep or other or take:
            raise click.UsageError("Give either --undo ID or KEEP and OTHER.")
        _take_back(session, undo, as_json)
        return
    if not (keep and other):
        raise click.UsageError("Give KEEP and OTHER, or --undo ID.")
    with session.open() as store:
        kept, gone = find_attendee(store, keep), find_attendee(store, other)
        merged = merge(store, session.operator, kept, gone, dict.fromkeys(take, Side.OTHER))
        if as_json:
            person = attendee_shape(merged.person, store.key)
            echo_json({"person": person, "merged": merged.record})
        else:
            click.echo(
                f"merged: {_badge(merged.person)}  (id {merged.person.id}; the record"
                f" {merged.record} is listed no more)"
            )


def _take_back(session: Session, reference: str, as_json: bool) -> None:
    with session.open() as store:
        apart = take_back_merger(store, session.operator, reference)
        if as_json:
            echo_json([attendee_shape(one, store.key) for one in (apart.person, apart.again)])
            return
    for one in (apart.person, apart.again):
        click.echo(f"two again: {_badge(one)}  (id {one.id})")


def _badge(attendee: Attendee) -> str:
    return f"{printed(attendee.badge) or '-' * 14}  {attendee.name}"


@click.command(name="keep-apart")
@click.argument("one")
@click.argument("other")
@click.option("--undo", is_flag=True, help="They may be one person after all.")
@pass_session
def keep_apart_command(session: Session, one: str, other: str, undo: bool) -> None:
    """Say that ONE and OTHER are different people, not to be listed as duplicates again."""
    with session.open() as store:
        first, second = find_attendee(store, one), find_attendee(store, other)
        if undo:
            take_back_apart(store, session.operator, first, second)
            click.echo(f"No longer kept apart: {first.name}, {second.name}.")
        else:
            keep_apart(store, session.operator, first, second)
            click.echo(f"Kept apart: {first.name}, {second.name}.")


COMMANDS = (duplicates, merge_command, keep_apart_command)
