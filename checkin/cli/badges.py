"""`checkin badges`: prints badges to PDF or PNG, and replaces a lost one."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.printing import Batch, picture_badges, print_badges
from checkin.cli.printlog import show_prints
from checkin.cli.shapes import attendee_shape
from checkin.cli.sheetplan import plan_options, planned
from checkin.domain.code import printed as as_printed
from checkin.domain.design import Design
from checkin.domain.event import Event
from checkin.domain.roles import Operator
from checkin.domain.stock import UNITS_A_MILLIMETRE, Adjustment, SheetPlan, TwoSided
from checkin.domain.template import Fold
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
from checkin.services.templates import find_template
from checkin.store.store import Store

_WHY = {"lost": Why.LOST, "damaged": Why.DAMAGED, "other": Why.OTHER}
_WORDS = frozenset({Choice.NEW, Choice.CHANGED})


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="Write FILE.pdf.")
@click.option("--png", type=click.Path(path_type=Path), help="Write a picture a badge into DIR.")
@click.option(
    "--only",
    multiple=True,
    metavar="new|changed|ID",
    help="Never printed, or looking different since, or one person; again for more.",
)
@click.option("--template", metavar="NAME", help="Print with another template than usual.")
@click.option("--printed", is_flag=True, help="Only say who was printed when and by whom.")
@plan_options
@json_option
@pass_session
def badges(
    session: Session,
    out: Path | None,
    png: Path | None,
    only: tuple[str, ...],
    template: str | None,
    printed: bool,
    as_json: bool,
    **sheets: Any,
) -> None:
    """Print the badges of everybody neither canceled nor blocked, or of those named."""
    if printed:
        if out or png or only or template:
            raise click.UsageError("--printed only says what was printed; give it alone.")
        show_prints(session, as_json)
        return
    if not out and not png:
        raise CheckinError("no-output-named")
    plan = planned(session.app.stock_book(), **sheets)
    with session.open() as store:
        operator, event = session.operator, store.programme.event()
        builtin = session.app.builtin_templates()
        used = find_template(store, operator, builtin, template).id if template else ""
        design = design_of(store, operator, builtin, used)
        batch = Batch(event, design, _wanted(store, operator, event, design, only))
        pages = print_badges(batch, out, plan) if out else 0
        if out and not store.read_only:
            record_printed(store, operator, _prints(batch))
    if png:
        picture_badges(batch, png)
    if out:
        _remember_used(session, plan, len(batch.badges))
    free = plan.next_free(len(batch.badges))
    if as_json:
        told = {"badges": len(batch.badges), "pages": pages, "out": out and str(out)}
        echo_json(told | {"stock": plan.stock.name, "next_free": free})
        return
    if out:
        printed_on = f"{_many(len(batch.badges), 'badge')} on {_many(pages, 'sheet')}"
        click.echo(f"{out}: {printed_on}.")
        _say_of_the_sheets(design, plan, free, sheets["printer"])
    if png:
        click.echo(f"{png}: {_many(len(batch.badges), 'picture')}.")


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _say_of_the_sheets(design: Design, plan: SheetPlan, free: int, printer: str | None) -> None:
    if free > 1:
        click.echo(f"The last sheet is free from slot {free}: go on with --start-at {free}.")
    drawn, stock = design.template, plan.stock
    scale = min(stock.badge_width / drawn.width, stock.badge_height / drawn.height)
    if drawn.fold is Fold.NONE and round(scale * 100) < 100:
        sides = f"{drawn.width / UNITS_A_MILLIMETRE:g} × {drawn.height / UNITS_A_MILLIMETRE:g} mm"
        click.echo(f"{drawn.name} is {sides}, larger than the stock: drawn at {scale * 100:.0f} %.")
    every = (design.template, *design.layouts.values())
    if any(one.has_other_side for one in every) and plan.two_sided is TwoSided.NO:
        click.echo("Backs are not printed: --two-sided long or short does.")
    if printer and plan.adjustment == Adjustment():
        click.echo(f"Pages are not adjusted: nothing is remembered of {printer} for this stock.")


def _remember_used(session: Session, plan: SheetPlan, count: int) -> None:
    # What cannot be remembered is said all the same, and no reason to fail after printing.
    with suppress(CheckinError):
        book = session.app.stock_book()
        session.app.save_stock_book(book.used(plan.stock, plan.left(count)))


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
