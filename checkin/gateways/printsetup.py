"""How a sheet of a workbook lies on paper: A4 landscape, header repeated, pages numbered."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from textwrap import wrap
from typing import TYPE_CHECKING

from checkin.gateways.cells import Cell, Share, cut

if TYPE_CHECKING:
    from checkin.gateways.pages import Page

_A4 = 9
_LEAST_WIDTH, _MOST_WIDTH, _HEADER_WIDTH = 8, 44, 16
# Room for the button of the filter.
_BUTTON = 3
_WIDTH_OF = {datetime: 17, date: 11, time: 7, timedelta: 8, Share: 8}
_LOOKED_AT = 2_000
# Characters that can still be read where they are as wide as a page.
_A_PAGE = 250
# Points.
_LINE = 15
# Excel's for one end of a page, of which the codes take some.
_LONGEST_NOTE = 200
_MARGIN, _FAR_MARGIN = 0.4, 0.75


class Widths:
    """Finds how wide columns must be, in characters, as their rows go by: by the first of them."""

    def __init__(self, header: Sequence[str], given: Sequence[int]) -> None:
        self._given = given
        self._found = [min(len(text) + _BUTTON, _HEADER_WIDTH) for text in header]

    def heed(self, rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
        """Yield `rows` as they are."""
        rest = iter(rows)
        for number, row in enumerate(rest, start=1):
            for column, cell in enumerate(row[: len(self._found)]):
                self._found[column] = max(self._found[column], _width(cell))
            yield row
            if number == _LOOKED_AT:
                break
        yield from rest

    @property
    def found(self) -> list[int]:
        """How wide the columns are: as it was given, or as they fit."""
        fitting = [min(max(width, _LEAST_WIDTH), _MOST_WIDTH) for width in self._found]
        return [*self._given[: len(fitting)], *fitting[len(self._given) :]]


def _width(cell: Cell) -> int:
    if isinstance(cell, str):
        return max(map(len, cell.split("\n"))) + 1
    return _WIDTH_OF.get(type(cell)) or len(str(cell)) + 1 if cell is not None else 0


def header_height(header: Iterable[str]) -> int:
    """Return how high a header is in points, its texts broken into lines."""
    lines = (len(wrap(text, _HEADER_WIDTH - _BUTTON)) for text in header)
    return _LINE * max(lines, default=1)


def lay_out(
    page: "Page",
    heading: tuple[str, str],
    footing: str,
    number: str,
    widths: Sequence[int],
    kept: int,
) -> None:
    """Set a sheet up: see `workbook.Sheet`. Too wide for a page, it goes on beside the first."""
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=_MARGIN, right=_MARGIN, top=_FAR_MARGIN, bottom=_FAR_MARGIN)
    left, right = map(_note, heading)
    page.set_header(f"&L&B{left}&R{right}")
    of = _note(number).format(page="&P", pages="&N")
    page.set_footer(f"&L{_note(footing)}&R{of}")
    across = -(-sum(widths) // _A_PAGE)
    page.fit_to_pages(max(across, 1), 0)
    page.repeat_rows(0)
    if across > 1 and kept:
        page.repeat_columns(0, kept - 1)
    page.freeze_panes(1, kept)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)


def _note(text: str) -> str:
    """Return a text as it may stand in a page's margin, where `&` begins a code."""
    clean = " ".join("".join(one for one in text if one.isprintable()).split())
    return cut(clean, _LONGEST_NOTE // 4).replace("&", "&&")
