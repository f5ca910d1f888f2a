"""`checkin kiosk`: makes this computer a self-service kiosk, or ends one whose PIN is forgotten."""

from dataclasses import replace
from pathlib import Path

import click

from checkin.cli.context import Session, pass_session
from checkin.cli.secrets import new_pin
from checkin.cli.window import has_display, open_window
from checkin.domain.kiosk import FEWEST_SECONDS, MOST_SECONDS, USUAL_SECONDS, KioskPlan
from checkin.domain.verdict import Direction
from checkin.errors import CheckinError
from checkin.services.kiosk import begin_kiosk, call_off_kiosk
from checkin.services.lists import find_list
from checkin.services.signing_in import roles_with_pin


@click.command()
@click.option("--list", "list_name", help="A list's name; the entrance of each day if left out.")
@click.option("--exit", "leaving", is_flag=True, help="People are leaving.")
@click.option("--print", "prints", is_flag=True, help="Print badges that were never printed.")
@click.option(
    "--seconds",
    type=click.IntRange(FEWEST_SECONDS, MOST_SECONDS),
    default=USUAL_SECONDS,
    show_default=True,
    help="How long an answer stays.",
)
@click.option("--say", metavar="TEXT", default="", help="What to do after a welcome.")
@click.option(
    "--new-pin-file",
    type=click.Path(path_type=Path),
    help="Holds the PIN that ends it, where your role has none; else CHECKIN_NEW_PIN does.",
)
@click.option("--end", "ends", is_flag=True, help="This computer is no kiosk any more.")
@pass_session
def kiosk(
    session: Session,
    list_name: str | None,
    leaving: bool,
    prints: bool,
    seconds: int,
    say: str,
    new_pin_file: Path | None,
    ends: bool,
) -> None:
    """Make this computer a kiosk where people check in alone, until a PIN ends it."""
    if not ends and not has_display():
        raise CheckinError("no-screen")
    app = session.app
    with session.open() as store:
        if ends:
            call_off_kiosk(store, session.operator)
            app.save_settings(replace(app.settings, kiosk=""))
            click.echo("This computer is no kiosk any more.")
            return
        plan = KioskPlan(
            event=str(store.path.resolve()),
            list=find_list(store, list_name, app.now()).id if list_name else "",
            direction=Direction.EXIT if leaving else Direction.ENTRY,
            prints=prints,
            seconds=seconds,
            words=say.strip(),
        )
        guarded = session.operator.role in roles_with_pin(store)
        pin = "" if guarded else new_pin(new_pin_file)
        plan = begin_kiosk(store, session.operator, plan, pin)
    app.save_settings(replace(app.settings, kiosk=plan.written()))
    open_window(session)


COMMANDS = (kiosk,)
