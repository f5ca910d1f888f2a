"""`checkin exchange`: brings two copies of an event together."""

from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.sentences import phrase
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
@json_option
@pass_session
def exchange_command(
    session: Session, file: Path, trust_clock: tuple[str, ...], as_json: bool
) -> int:
    """Exchange what happened with another copy of the event, both ways."""
    app = session.app
    with session.open() as store, Store.open(file, app.book, app.now) as other:
        done = exchange(store, other, session.operator, trust_clock)
    left_out = {"forked": done.forked, "broken": done.broken, "ahead": done.ahead}
    if as_json:
        stations = {name: sorted(found) for name, found in left_out.items()}
        echo_json({"received": done.received, "sent": done.sent, **stations})
    else:
        click.echo(f"{done.received} entries received, {done.sent} sent.")
        for name, found in left_out.items():
            for station in sorted(found):
                click.echo(phrase(f"station-{name}", value=station), err=True)
    return 0 if done.whole else FOUND_WANTING


COMMANDS = (exchange_command,)
