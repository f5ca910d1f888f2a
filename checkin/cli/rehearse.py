"""`checkin rehearse`: practise the door on a throw-away copy, or print codes to practise with."""

import os
from datetime import date
from pathlib import Path

import click

from checkin.cli.context import DAY, Session, pass_session
from checkin.cli.window import has_display, open_rehearsal
from checkin.domain.rehearsal import start_on
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.programme import programme
from checkin.services.rehearsal import codes_to_practise
from checkin.store.store import Store


@click.command()
@click.option("--day", type=DAY, help="Play the morning of that day of the event.")
@click.option(
    "--codes", type=click.Path(path_type=Path), help="Write test codes to FILE.pdf and end."
)
@pass_session
def rehearse(session: Session, day: date | None, codes: Path | None) -> None:
    """Practise the door on a copy of the event that is thrown away."""
    if not codes and not has_display():
        raise CheckinError("no-screen")
    with session.open() as store:
        if codes:
            _write_codes(session, store, codes)
            return
        at = _moment(session, store, day)
        said = open_rehearsal(session, Desk(store, session.operator), at)
    click.echo(said)


def _moment(session: Session, store: Store, day: date | None) -> int:
    """Return when it is played: on the day named, else now, else on the first day."""
    found, now = programme(store, session.operator), session.app.now()
    event = found.event
    if day and day not in event.days:
        raise CheckinError("not-an-event-day", day=day, first=event.first_day, last=event.last_day)
    if day is None and found.entrance_at(now):
        return now
    wanted = day or event.first_day
    return start_on(event, wanted, found.entrance_on(wanted))


def _write_codes(session: Session, store: Store, path: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from checkin.render.practicepage import write_practice_page
    from checkin.ui.rehearsal.wording import page_of

    found = codes_to_practise(store, session.operator)
    drawing = QGuiApplication.instance() or QGuiApplication([])
    write_practice_page(path, page_of(store.programme.event().title, found))
    del drawing
    click.echo(f"{path}: {len(found)} test codes; they work in a rehearsal only.")


COMMANDS = (rehearse,)
