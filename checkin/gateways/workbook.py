"""Writes tables as an Excel workbook: a bold header that stays, filters, real dates and times."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkin.gateways.atomic import replacing
from checkin.gateways.cells import Cell, cell_formats, cell_text, cell_writers, cut, writer_for
from checkin.gateways.printsetup import Widths, header_height, lay_out

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from checkin.gateways.pages import Page

ROWS_A_SHEET = 1_048_576
_LONGEST_TITLE = 31

_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to write: one `header` text a column; `widths` in characters, else as they fit.

    `rows` is gone through once. A `datetime` is shown as it stands, without its time zone. On paper
    `heading` stands above every page, left and right, and below it `footing` and the page's number
    as `page` says it. As many columns as `kept` stay in sight.
    """

    title: str
    header: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]
    widths: tuple[int, ...] = ()
    heading: tuple[str, str] = ("", "")
    footing: str = ""
    page: str = "{page} / {pages}"
    kept: int = 0


def write_workbook(
    path: Path, sheets: Iterable[Sheet], *, rows_a_sheet: int = ROWS_A_SHEET
) -> None:
    """Write `sheets`; one with more than `rows_a_sheet` rows goes on in "Title (2)".

    Texts are text cells, never formulas or links, without characters that XML cannot hold; one
    longer than a cell holds is cut and says so. Raises CheckinError as `atomic.replacing` does.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    from checkin.gateways.pages import Page

    with replacing(path) as draft:
        book = Workbook(
            draft,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "tmpdir": str(draft.parent),
            },
        )
        try:
            _fill(book, Page, sheets, rows_a_sheet)
        except BaseException:
            # Closing is the library's only way to let go of its working files.
            with suppress(Exception):
                book.close()
            raise
        try:
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error


def _fill(book: "Workbook", kind: type["Page"], sheets: Iterable[Sheet], rows_a_sheet: int) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats = cell_formats(book)
    taken = {"history"}  # Excel keeps that name for itself.
    for sheet in sheets:
        for rows in _portions(sheet.rows, rows_a_sheet - 1):
            page = book.add_worksheet(_free_title(sheet.title, taken), kind)
            page.set_row(0, header_height(sheet.header))
            for column, text in enumerate(sheet.header):
                page.write_string(0, column, cell_text(text), head)
            widths = Widths(sheet.header, sheet.widths)
            last = _write_rows(page, widths.heed(rows), formats)
            lay_out(page, sheet.heading, sheet.footing, sheet.page, widths.found, sheet.kept)
            if sheet.header:
                page.autofilter(0, 0, last, len(sheet.header) - 1)


def _portions(rows: Iterable[Sequence[Cell]], size: int) -> Iterator[Iterable[Sequence[Cell]]]:
    """Yield `rows` in portions of `size`, at least one; use up each before asking for the next."""
    remaining = iter(rows)
    yield islice(remaining, size)
    for row in remaining:
        yield islice(chain([row], remaining), size)


def _free_title(wanted: str, taken: set[str]) -> str:
    """Return a title Excel takes, not among `taken` whatever the case, and add it there."""
    bare = " ".join(_NOT_IN_TITLES.sub(" ", wanted).split()).strip("' ") or "Sheet"
    endings = chain([""], (f" ({number})" for number in count(2)))
    titles = (cut(bare, _LONGEST_TITLE - len(end)).rstrip("' ") + end for end in endings)
    title = next(title for title in titles if title.casefold() not in taken)
    taken.add(title.casefold())
    return title


def _write_rows(page: "Page", rows: Iterable[Sequence[Cell]], formats: dict[type, Any]) -> int:
    """Write below the header and return the number of the last row."""
    writers = cell_writers(page, formats)
    number = 0
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if cell is not None and cell != "":
                write = writers.get(type(cell)) or writer_for(cell, writers)
                write(number, column, cell)
    return number
