"""`checkin stocks`: the sheets, cards and rolls badges are printed on, and printers set right."""

from pathlib import Path
from typing import Any

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.printing import print_rulers
from checkin.cli.stocklines import adjustment_line, stock_line, stock_shape
from checkin.cli.stockoptions import geometry_options, given_data, stock_of
from checkin.domain.ruler import Reading, adjustment_from
from checkin.domain.stock import UNITS_A_MILLIMETRE, Adjustment, Stock
from checkin.domain.stockbook import StockBook, TakenNameError, UnknownStockError
from checkin.domain.stockform import stock_data
from checkin.errors import CheckinError

_CORNERS, _FEW_NAMES = 4, 8
_OF_PERCENT, _OF_DEGREE = 1_000, 1_000
_STOCK = click.option("--stock", "name", metavar="NAME", help="As `checkin stocks` names it.")


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def stocks(context: click.Context, as_json: bool) -> None:
    """Show what badges can be printed on, or add, change and remove one; lengths in mm."""
    if context.invoked_subcommand:
        return
    session: Session = context.obj
    book = session.app.stock_book()
    if as_json:
        echo_json([stock_shape(book, one) for one in book.stocks])
        return
    for one in book.stocks:
        click.echo(stock_line(book, one))


@stocks.command(name="show")
@click.argument("name")
@json_option
@pass_session
def show_command(session: Session, name: str, as_json: bool) -> None:
    """Show one, and how printers are adjusted for it."""
    book = session.app.stock_book()
    stock = find_stock(book, name)
    if as_json:
        echo_json(stock_shape(book, stock))
        return
    click.echo(stock_line(book, stock))
    for field, value in stock_data(stock).items():
        if isinstance(value, list) and any(value):
            click.echo(f"  {field}: {' × '.join(f'{one:g}' for one in value)}")
    if stock.corner:
        click.echo(f"  corner: {stock.corner / UNITS_A_MILLIMETRE:g}")
    for (printer, of), adjustment in book.adjustments.items():
        if of == stock.name:
            click.echo(f"  {printer}: {adjustment_line(adjustment)}")


@stocks.command(name="add")
@click.argument("name")
@geometry_options
@pass_session
def add_command(session: Session, name: str, **geometry: Any) -> None:
    """Add one of your own."""
    stock = stock_of({"name": name} | given_data(geometry))
    book = _with_own(session.app.stock_book(), stock)
    session.app.save_stock_book(book)
    click.echo(stock_line(book, stock))


@stocks.command(name="change")
@click.argument("name")
@click.option("--name", "new_name", help="What it is called from now on.")
@geometry_options
@pass_session
def change_command(session: Session, name: str, new_name: str | None, **geometry: Any) -> None:
    """Change one of your own; what is not said stays."""
    book = session.app.stock_book()
    old = _own(book, name)
    given = given_data(geometry) | ({} if new_name is None else {"name": new_name})
    stock = stock_of(stock_data(old) | given)
    try:
        book = book.with_changed(old.name, stock)
    except TakenNameError as error:
        raise CheckinError("stock-name-taken", stock=stock.name) from error
    session.app.save_stock_book(book)
    click.echo(stock_line(book, stock))


@stocks.command(name="remove")
@click.argument("name")
@pass_session
def remove_command(session: Session, name: str) -> None:
    """Remove one of your own, and what is remembered of it."""
    book = session.app.stock_book()
    stock = _own(book, name)
    session.app.save_stock_book(book.without_own(stock.name))
    click.echo(f"{stock.name} is removed.")


@stocks.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@pass_session
def import_command(session: Session, file: Path) -> None:
    """Add the sheets of a gLabels template file or document."""
    from checkin.gateways.glabels import read_templates
    from checkin.sentences import phrase

    found = read_templates(file)
    book, added = session.app.stock_book(), []
    for stock in found.stocks:
        try:
            book = book.with_own([stock])
        except TakenNameError:
            click.echo(f"Left out {stock.name}: there is one of that name.")
        else:
            added.append(stock)
    session.app.save_stock_book(book)
    for name, reason in found.left_out.items():
        click.echo(f"Left out {name}: {phrase(reason)}.")
    for stock in added:
        click.echo(f"Added {stock_line(book, stock)}")


@stocks.command(name="ruler")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Write FILE.pdf.")
@_STOCK
@pass_session
def ruler_command(session: Session, out: Path, name: str | None) -> None:
    """Write a page to measure how far a printer is off; then use `stocks adjust --corners`."""
    book = session.app.stock_book()
    stock = find_stock(book, name) if name is not None else book.coming_along[0]
    away = print_rulers(stock, out) / UNITS_A_MILLIMETRE
    click.echo(f"{out}: print it at 100 %; its crosses are {away:g} mm from the paper's edges.")


@stocks.command(name="adjust")
@click.option("--printer", required=True, help="Its name, or what you call it.")
@click.option("--stock", "name", required=True, metavar="NAME")
@click.option("--across", type=float, default=0.0, help="Move pages to the right, in mm.")
@click.option("--down", type=float, default=0.0, help="Move pages down, in mm.")
@click.option("--widen", type=float, default=0.0, help="Stretch in width, in percent.")
@click.option("--heighten", type=float, default=0.0, help="Stretch in height, in percent.")
@click.option("--turn", type=float, default=0.0, help="Turn clockwise, in degrees.")
@click.option(
    "--corners",
    nargs=2 * _CORNERS,
    type=float,
    metavar="MM×8",
    help="How far each cross of the ruler page came out from the nearer side edge, and from the"
    " nearer upper or lower edge: upper left, upper right, lower left, lower right.",
)
@pass_session
def adjust_command(
    session: Session,
    printer: str,
    name: str,
    corners: tuple[float, ...] | None,
    **by_hand: float,
) -> None:
    """Remember how pages are set right on a printer, for one stock; all zero forgets it."""
    book = session.app.stock_book()
    stock = find_stock(book, name)
    adjustment = _measured(stock, corners) if corners else _by_hand(**by_hand)
    session.app.save_stock_book(book.adjusted(printer, stock, adjustment))
    click.echo(f"{printer}, {stock.name}: {adjustment_line(adjustment)}")


def find_stock(book: StockBook, text: str) -> Stock:
    """Return the stock that `text` names. CheckinError `stock-unknown`, `stock-ambiguous`."""
    try:
        return book.find(text)
    except UnknownStockError as error:
        if error.names:
            some = [*error.names[:_FEW_NAMES], *("…" for _ in error.names[_FEW_NAMES:][:1])]
            names = "; ".join(some)
            raise CheckinError("stock-ambiguous", stock=text, names=names) from error
        raise CheckinError("stock-unknown", stock=text) from error


def _own(book: StockBook, text: str) -> Stock:
    stock = find_stock(book, text)
    if stock not in book.own:
        raise CheckinError("stock-not-own", stock=stock.name)
    return stock


def _with_own(book: StockBook, stock: Stock) -> StockBook:
    try:
        return book.with_own([stock])
    except TakenNameError as error:
        raise CheckinError("stock-name-taken", stock=stock.name) from error


def _measured(stock: Stock, corners: tuple[float, ...]) -> Adjustment:
    units = [_units(one, UNITS_A_MILLIMETRE) for one in corners]
    pairs = zip(units[::2], units[1::2], strict=True)
    try:
        return adjustment_from(stock, [Reading(across, down) for across, down in pairs])
    except ValueError as error:
        raise CheckinError("readings-odd") from error


def _by_hand(across: float, down: float, widen: float, heighten: float, turn: float) -> Adjustment:
    adjustment = Adjustment(
        across=_units(across, UNITS_A_MILLIMETRE),
        down=_units(down, UNITS_A_MILLIMETRE),
        widen=_units(widen, _OF_PERCENT),
        heighten=_units(heighten, _OF_PERCENT),
        turn=_units(turn, _OF_DEGREE),
    )
    if not adjustment.is_sane:
        raise CheckinError("adjustment-odd")
    return adjustment


def _units(value: float, units: int) -> int:
    # A comparison with NaN is never true.
    if not abs(value) < 1e6:
        raise CheckinError("adjustment-odd")
    return round(value * units)


COMMANDS = (stocks,)
