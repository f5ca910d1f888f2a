"""How it is given on the command line how badges go onto sheets, and what plan that makes."""

from dataclasses import dataclass, replace
from typing import Any

import click

from checkin.cli.context import Command
from checkin.cli.stocks import find_stock
from checkin.domain.stock import UNITS_A_MILLIMETRE, SheetPlan, Stock, TwoSided
from checkin.domain.stockbook import StockBook
from checkin.errors import CheckinError

_NEXT = "next"
_MOST_BLEED = 10


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What was said of sheets; see `plan_options`."""

    stock: str | None
    start_at: str
    slots: str | None
    bleed: float
    marks: bool | None
    two_sided: str
    printer: str | None


def plan_options(command: Command) -> Command:
    """Give a command the options for sheets, of which `planned` makes a plan."""
    options = (
        click.option("--stock", metavar="NAME", help="What to print on; see `checkin stocks`."),
        click.option(
            "--start-at",
            metavar="N|next",
            default="1",
            help="The first slot of a used sheet to print on; next where the last print ended.",
        ),
        click.option(
            "--slots", metavar="1,3,5", help="Of the first sheet, print on these slots only."
        ),
        click.option(
            "--bleed",
            type=float,
            default=0.0,
            metavar="MM",
            help="Let colours go on past the edges.",
        ),
        click.option(
            "--marks/--no-marks", default=None, help="Crop marks; as the stock unless said."
        ),
        click.option(
            "--two-sided",
            type=click.Choice([one.value for one in TwoSided]),
            default=TwoSided.NO.value,
            help="Print backs too, the paper being turned over that edge.",
        ),
        click.option("--printer", help="Adjust pages as `checkin stocks adjust` says of it."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def planned(book: StockBook, **said: Any) -> SheetPlan:
    """Return the plan that the options describe.

    CheckinError `stock-unknown`, `stock-ambiguous`, `slots-unreadable`, `slot-not-there`,
    `no-slot-left`, `bleed-odd`.
    """
    options = PlanOptions(**said)
    # A comparison with NaN is never true.
    if not 0 <= options.bleed <= _MOST_BLEED:
        raise CheckinError("bleed-odd", most=_MOST_BLEED)
    stock = book.coming_along[0] if options.stock is None else find_stock(book, options.stock)
    goes_on = options.start_at.casefold() == _NEXT
    free = book.free_slots(stock) if goes_on else ()
    plan = SheetPlan(
        stock if options.marks is None else replace(stock, crop_marks=options.marks),
        first=1 if goes_on else _slot(stock, options.start_at),
        slots=_slots(stock, options.slots) or free,
        bleed=round(options.bleed * UNITS_A_MILLIMETRE),
        two_sided=TwoSided(options.two_sided),
    )
    if not plan.slots_of(0):
        raise CheckinError("no-slot-left", first=plan.first)
    if options.printer is not None:
        plan = replace(plan, adjustment=book.adjustment(options.printer, stock))
    return plan


def _slots(stock: Stock, text: str | None) -> tuple[int, ...]:
    if text is None:
        return ()
    return tuple(_slot(stock, one.strip()) for one in text.split(","))


def _slot(stock: Stock, text: str) -> int:
    # Python would read letters of other scripts and stop at very long numbers.
    if not (text.isascii() and text.removeprefix("-").isdecimal() and len(text) < 10):
        raise CheckinError("slots-unreadable", slots=text)
    if not 1 <= int(text) <= stock.badges_a_page:
        raise CheckinError(
            "slot-not-there", stock=stock.name, slots=stock.badges_a_page, slot=int(text)
        )
    return int(text)
