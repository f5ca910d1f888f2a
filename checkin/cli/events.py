"""`checkin new`: makes an event."""

from datetime import date
from pathlib import Path

import click

from checkin.cli.context import DAY, Session, echo_json, json_option, pass_session
from checkin.errors import CheckinError
from checkin.services.events import create_event

SUFFIX = ".checkin"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", required=True)
@click.option("--from", "first_day", type=DAY, required=True, help="The first day.")
@click.option("--to", "last_day", type=DAY, help="The last day; the first if not given.")
@click.option("--timezone", required=True, help="Such as Europe/Riga.")
@click.option("--venue", default="")
@click.option("--forget", "forget_day", type=DAY, help="When people are to be forgotten.")
@json_option
@pass_session
def new(
    session: Session,
    file: Path,
    title: str,
    first_day: date,
    last_day: date | None,
    timezone: str,
    venue: str,
    forget_day: date | None,
    as_json: bool,
) -> None:
    """Make a new event FILE, with an entrance list for each day."""
    if file.name in {"", ".."}:
        raise CheckinError("is-a-folder", path=file)
    path = file if file.suffix else file.with_suffix(SUFFIX)
    create_event(
        path,
        session.app.book,
        session.app.now,
        session.operator,
        title=title,
        first_day=first_day,
        last_day=last_day or first_day,
        timezone=timezone,
        venue=venue,
        forget_day=forget_day,
    )
    session.app.remember(path)
    with session.app.open_event(path) as store:
        event, lists = store.programme.event(), store.programme.lists()
    if as_json:
        names = [one.name for one in lists]
        echo_json({"file": str(path), "id": event.id, "title": event.title, "lists": names})
    else:
        click.echo(f"{path}: {event.title}.")
        for one in lists:
            click.echo(f"  {one.day}  {one.name}")


COMMANDS = (new,)
