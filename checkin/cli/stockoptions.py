"""How a stock's sizes are given on the command line, and what stock they make."""

from collections.abc import Mapping
from typing import Any

import click

from checkin.cli.context import Command
from checkin.domain.stock import Stock
from checkin.domain.stockform import StockError, stock_from
from checkin.errors import CheckinError


class PairType(click.ParamType[tuple[float, float]]):
    """Two numbers such as 90x60: across, then down."""

    name = "AxB"

    def convert(
        self, value: object, param: click.Parameter | None, context: click.Context | None
    ) -> tuple[float, float]:
        """Read them with an x, a comma or a blank between."""
        parts = str(value).replace("×", "x").replace(",", "x").replace(" ", "x").split("x")
        try:
            across, down = (float(part) for part in parts if part)
        except ValueError:
            self.fail(f"{value!r} is not two numbers such as 90x60.", param, context)
        return across, down


PAIR = PairType()


def geometry_options(command: Command) -> Command:
    """Give a command the options for a stock's sizes."""
    options = (
        click.option("--page", metavar="A4|AxB", help="A format, or width x height."),
        click.option("--badge", type=PAIR, help="Width x height of a badge."),
        click.option("--grid", type=PAIR, help="Columns x rows; one of each unless said."),
        click.option("--margin", type=PAIR, help="From the left and upper edge; else centred."),
        click.option("--gap", type=PAIR, help="Between columns x between rows."),
        click.option("--corner", type=float, help="Radius of the badges' corners."),
        click.option("--marks/--no-marks", "crop_marks", default=None, help="Crop marks."),
        click.option("--maker", help="Who makes it."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def given_data(geometry: Mapping[str, Any]) -> dict[str, object]:
    """Return what was said, as data of a stock."""
    given = {name: value for name, value in geometry.items() if value is not None}
    data: dict[str, object] = {
        name: list(value) if isinstance(value, tuple) else value for name, value in given.items()
    }
    if "x" in str(data.get("page", "")).lower():
        data["page"] = list(PAIR(str(data["page"]).lower()))
    if "grid" in given:
        columns, rows = given["grid"]
        whole = float(columns).is_integer() and float(rows).is_integer()
        data["grid"] = [int(columns), int(rows)] if whole else [columns, rows]
    return data


def stock_of(data: Mapping[str, object]) -> Stock:
    """Return the stock that data describe. CheckinError `stock-wrong` with the reason."""
    try:
        return stock_from(data)
    except StockError as error:
        raise CheckinError(
            "stock-wrong", stock=data.get("name", ""), reason=error.reason
        ) from error
