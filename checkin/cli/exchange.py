"""`checkin exchange`: brings two copies of an event together."""

from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.shapes import in_twice_line, in_twice_shape
from checkin.sentences import phrase
from checkin.services import forks
from checkin.services.attendance import double_admissions
from checkin.services.exchange import exchange
from checkin.store.store import Store

FOUND_WANTING = 1


@click.command(name="exchange")
@click.option("--with", "file", type=click.Path(path_type=Path), required=True)
@click.option(
    "--trust-clock",
    multiple=True,
    metavar="STATION",
    help="Take entries of a station although its clock is days ahead of this computer's.",
)
@click.option(
    "--reissue",
    metavar="STATION",
    help="Where two copies parted under one station: give this copy's entries a new one first.",
)
@json_option
@pass_session
def exchange_command(
    session: Session,
    file: Path,
    trust_clock: tuple[str, ...],
    reissue: str | None,
    as_json: bool,
) -> int:
    """Exchange what happened with another copy of the event, both ways."""
    app = session.app
    if reissue:
        path = app.event_path(session.named_path)
        session.sign_in_at(path)
        kept = forks.reissue(path, file, reissue, session.operator, app.book, app.now)
        click.echo(f"{path}: re-issued. What was there is now {kept.name}.", err=True)
    with session.open() as store, Store.open(file, app.book, app.now) as other:
        done = exchange(store, other, session.operator, trust_clock)
        twice = [in_twice_shape(store, one) for one in double_admissions(store, session.operator)]
    left_out = {"forked": done.forked, "broken": done.broken, "ahead": done.ahead}
    if as_json:
        stations = {name: sorted(found) for name, found in left_out.items()}
        counts = {"received": done.received, "sent": done.sent}
        echo_json({**counts, **stations, "in_twice": twice})
    else:
        click.echo(f"{done.received} entries received, {done.sent} sent.")
        for one in twice:
            click.echo(in_twice_line(one))
        for name, found in left_out.items():
            for station in sorted(found):
                click.echo(phrase(f"station-{name}", value=station), err=True)
    return 0 if done.whole else FOUND_WANTING


COMMANDS = (exchange_command,)
