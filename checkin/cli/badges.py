"""`checkin badges`: prints badges to PDF or PNG, and replaces a lost one."""

from collections.abc import Sequence
from pathlib import Path

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.printing import Batch, picture_badges, print_badges
from checkin.cli.shapes import attendee_shape
from checkin.domain.code import printed as as_printed
from checkin.domain.design import Design
from checkin.domain.event import Event
from checkin.domain.roles import Operator
from checkin.errors import CheckinError
from checkin.render.faces import fingerprint
from checkin.services.badges import (
    Badge,
    Choice,
    Why,
    badges_to_print,
    chosen,
    printed_faces,
    record_printed,
    replace_badge,
)
from checkin.services.designs import design_of
from checkin.services.registration import find_attendee
from checkin.store.store import Store

_WHY = {"lost": Why.LOST, "damaged": Why.DAMAGED, "other": Why.OTHER}
_WORDS = frozenset({Choice.NEW, Choice.CHANGED})


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="Write FILE.pdf, eight to a page.")
@click.option("--png", type=click.Path(path_type=Path), help="Write a picture a badge into DIR.")
@click.option(
    "--only",
    multiple=True,
    metavar="new|changed|ID",
    help="Never printed, or looking different since, or one person; again for more.",
)
@json_option
@pass_session
def badges(
    session: Session, out: Path | None, png: Path | None, only: tuple[str, ...], as_json: bool
) -> None:
    """Print the badges of everybody neither canceled nor blocked, or of those named."""
    if not out and not png:
        raise CheckinError("no-output-named")
    with session.open() as store:
        operator, event = session.operator, store.programme.event()
        design = design_of(store, operator, session.app.builtin_templates())
        batch = Batch(event, design, _wanted(store, operator, event, design, only))
        pages = print_badges(batch, out) if out else 0
        if out and not store.read_only:
            record_printed(store, operator, _prints(batch))
    if png:
        picture_badges(batch, png)
    if as_json:
        echo_json({"badges": len(batch.badges), "pages": pages, "out": out and str(out)})
        return
    if out:
        click.echo(f"{out}: {len(batch.badges)} badges on {pages} pages.")
    if png:
        click.echo(f"{png}: {len(batch.badges)} pictures.")


def _wanted(
    store: Store, operator: Operator, event: Event, design: Design, only: Sequence[str]
) -> list[Badge]:
    """Return whom `only` names and describes, each once, or everybody where it is empty."""
    words = [Choice(word) for word in only if word in _WORDS]
    people = [reference for reference in only if reference not in _WORDS]
    found = badges_to_print(store, operator, people) if people or not words else []
    if words:
        everybody = badges_to_print(store, operator)
        faces = {badge: face for _, badge, face in _prints(Batch(event, design, everybody))}
        printed = printed_faces(store, operator)
        found += [one for word in words for one in chosen(everybody, faces, printed, word)]
    return list({one.attendee.badge: one for one in found}.values())


def _prints(batch: Batch) -> list[tuple[str, str, str]]:
    """Return attendee, badge number and fingerprint of each badge."""
    return [
        (one.attendee.id, one.attendee.badge, fingerprint(face, batch.design))
        for one, face in zip(batch.badges, batch.faces, strict=True)
    ]


@click.group()
def badge() -> None:
    """Replace a badge."""


@badge.command(name="replace")
@click.argument("attendee")
@click.option("--why", type=click.Choice(list(_WHY)), default="lost", show_default=True)
@json_option
@pass_session
def replace_command(session: Session, attendee: str, why: str, as_json: bool) -> None:
    """Revoke somebody's badge and issue a new one; the old code opens no door."""
    with session.open() as store:
        found = find_attendee(store, attendee)
        replaced = replace_badge(store, session.operator, found, _WHY[why])
        if as_json:
            echo_json(attendee_shape(replaced.attendee, store.key))
            return
    old, new = as_printed(found.badge), as_printed(replaced.attendee.badge)
    click.echo(f"{replaced.attendee.name}: {new} is the badge now, {old} is revoked.")


COMMANDS = (badges, badge)
