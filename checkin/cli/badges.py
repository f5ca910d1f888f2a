"""`checkin badges`: prints badges to PDF or PNG, and replaces a lost one."""

from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.printing import picture_badges, print_badges
from checkin.cli.shapes import attendee_shape
from checkin.domain.code import printed
from checkin.errors import CheckinError
from checkin.services.badges import badges_to_print, replace_badge
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
    pages = print_badges(event, chosen, out) if out else 0
    if png:
        picture_badges(event, chosen, png)
    if as_json:
        echo_json({"badges": len(chosen), "pages": pages, "out": out and str(out)})
        return
    if out:
        click.echo(f"{out}: {len(chosen)} badges on {pages} pages.")
    if png:
        click.echo(f"{png}: {len(chosen)} pictures.")


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
