"""`checkin badges`: prints badges to PDF or PNG, and replaces a lost one."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session, progress_to
from checkin.cli.shapes import attendee_shape
from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.errors import CheckinError
from checkin.services.badges import Badge, badges_to_print, replace_badge
from checkin.services.registration import find_attendee


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="Write FILE.pdf, eight to a page.")
@click.option("--png", type=click.Path(path_type=Path), help="Write a picture a badge into DIR.")
@click.option("--only", multiple=True, metavar="ID", help="One person; again for more.")
@json_option
@pass_session
def badges(
    session: Session, out: Path | None, png: Path | None, only: tuple[str, ...], as_json: bool
) -> None:
    """Print the badges of everybody neither canceled nor blocked, or of those named."""
    if not out and not png:
        raise CheckinError("no-output-named")
    with session.open() as store:
        chosen = badges_to_print(store, session.operator, only)
        event = store.programme.event()
    pages = print_badges(event, chosen, out, png)
    if as_json:
        echo_json({"badges": len(chosen), "pages": pages, "out": out and str(out)})
        return
    if out:
        click.echo(f"{out}: {len(chosen)} badges on {pages} pages.")
    if png:
        click.echo(f"{png}: {len(chosen)} pictures.")


def print_badges(event: Event, badges: Sequence[Badge], out: Path | None, png: Path | None) -> int:
    """Draw badges to a PDF, to pictures, or both; return the pages of the PDF."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from checkin.render.face import BadgeFace
    from checkin.render.sheet import write_pdf, write_pngs

    # Fonts exist only while there is an application; the name keeps it alive.
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application
    where_when = place_and_days(event)
    faces = [
        BadgeFace(
            given_name=badge.attendee.given_name,
            family_name=badge.attendee.family_name,
            organisation=badge.attendee.organisation,
            job_title=badge.attendee.job_title,
            category=badge.attendee.category,
            event=event.title,
            where_when=where_when,
            code=badge.code,
            number=printed(badge.attendee.badge),
        )
        for badge in badges
    ]
    pages = 0
    if out:
        progress = progress_to("Badges:", len(faces))
        pages = write_pdf(out, faces, title=event.title, progress=progress)
    if png:
        names = [printed(badge.attendee.badge) for badge in badges]
        write_pngs(png, faces, names, progress=progress_to("Pictures:", len(faces)))
    return pages


def place_and_days(event: Event) -> str:
    """Return venue and days as a badge shows them, such as `Riga · 2–3 June`."""
    first, last = event.first_day, event.last_day
    days = f"{last.day} {last:%B}"
    if (first.year, first.month) != (last.year, last.month):
        days = f"{first.day} {first:%B} – {days}"
    elif first != last:
        days = f"{first.day}–{days}"
    return f"{event.venue} · {days}" if event.venue else days


@click.group()
def badge() -> None:
    """Replace a badge."""


@badge.command(name="replace")
@click.argument("attendee")
@json_option
@pass_session
def replace_command(session: Session, attendee: str, as_json: bool) -> None:
    """Revoke somebody's badge and issue a new one; the old code opens no door."""
    with session.open() as store:
        found = find_attendee(store, attendee)
        replaced = replace_badge(store, session.operator, found)
        if as_json:
            echo_json(attendee_shape(replaced.attendee, store.key))
            return
    old, new = printed(found.badge), printed(replaced.attendee.badge)
    click.echo(f"{replaced.attendee.name}: {new} is the badge now, {old} is revoked.")


COMMANDS = (badges, badge)
