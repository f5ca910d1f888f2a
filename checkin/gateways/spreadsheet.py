"""Reads a registration list from a workbook: XLSX, XLSM, XLSB, XLS or ODS."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from checkin.assets import resources
from checkin.domain.table import NO_TEXT, Table
from checkin.errors import CheckinError
from checkin.gateways.cellscan import CellScan
from checkin.gateways.dialect import Record
from checkin.gateways.filetype import OLD_CONTAINER
from checkin.gateways.headings import Headings
from checkin.gateways.headless import with_header
from checkin.gateways.rows import MAX_COLUMNS, column_letters, read_records
from checkin.gateways.sheetcells import SheetCells
from checkin.gateways.sheetchoice import LEAD, Likelihood, likelihood, rows_above_header
from checkin.gateways.sheetscans import scan_sheets

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

ZIP_END = b"PK\x05\x06"
# A number that only a text can hold: with a zero or the sign of a country's code before it.
ZEROS = re.compile(r"(?:0|\+)\d+")
# Streams of other files in the container of old Excel workbooks, and the word for each.
STREAMS = (
    ("WordDocument", "Word document"),
    ("PowerPoint Document", "PowerPoint presentation"),
    ("__properties_version1.0", "Outlook message"),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that holds anything, its header, how many rows stand above that, and what it is."""

    name: str
    cells: SheetCells
    header: Record
    above: int
    likelihood: Likelihood


@contextmanager
def open_workbook(data: bytes, file: str) -> Iterator[Iterator[Sheet]]:
    """Look into a workbook, then open it, and give its sheets that hold anything, one by one.

    CheckinError if it is damaged, unsafe, locked, too large or none, now or at a later sheet.
    """
    scans: Mapping[str, CellScan] | None = None
    if data.startswith(OLD_CONTAINER):
        _check_old(data, file)
        # The library would try what is no old workbook as a zip, which nobody looked into.
        data = data.replace(ZIP_END, bytes(len(ZIP_END)))
    else:
        scans = scan_sheets(data, file)
    headings = Headings.load(resources() / "columns.toml")
    with _reading(file):
        from python_calamine import CalamineWorkbook

        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            yield _sheets(book, scans, headings)


def read_workbook(data: bytes, file: str, sheet: str = "") -> Table:
    """Return the list on the sheet of that name, or on the likeliest one.

    CheckinError as from `open_workbook`, or if there is no such sheet, or nothing on it is a row.
    """
    with open_workbook(data, file) as sheets:
        return _read(sheets, file, sheet)


def _read(sheets: Iterable[Sheet], file: str, wanted: str) -> Table:
    names: list[str] = []
    best: Sheet | None = None
    for one in sheets:
        names.append(one.name)
        if (one.name == wanted) if wanted else (not best or one.likelihood > best.likelihood):
            best = one
    if best is None:
        if wanted and names:
            there, choice = ", ".join(names), tuple(names)
            raise CheckinError(
                "no-such-sheet", file=file, sheet=wanted, sheets=there, choice=choice
            )
        raise CheckinError("sheet-empty", file=file)
    warnings = [("sheet-chosen", best.name)] if len(names) > 1 and not wanted else []
    width, apart = _width(best.cells, best.header)
    if apart:
        warnings.append(("cells-apart", apart))
    found = with_header(best.cells.records(width), warnings)
    with _others_named(file, best.name, names):
        table = read_records(found, file, False, warnings, best.above)
    said = (*table.warnings, *(("zeros-lost", heading) for heading in _without_zeros(table)))
    return replace(table, warnings=said, sheet=best.name, sheets=tuple(names))


@contextmanager
def _others_named(file: str, sheet: str, names: Sequence[str]) -> Iterator[None]:
    """Give the fault of one sheet the `choice` of all where there are several."""
    try:
        yield
    except CheckinError as error:
        if len(names) < 2:
            raise
        if error.code == "sheet-no-rows":
            others = ", ".join(name for name in names if name != sheet)
            error = CheckinError("sheet-of-nobody", file=file, sheet=sheet, others=others)
        error.facts.update(sheet=sheet, choice=tuple(names))
        raise error from None


def _sheets(
    book: "CalamineWorkbook", scans: Mapping[str, CellScan] | None, headings: Headings
) -> Iterator[Sheet]:
    """Yield the sheets that hold anything; what was not scanned before is not read."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for index, about in enumerate(book.sheets_metadata):
        scan = scans.get(about.name) if scans is not None else None
        if about.typ != SheetTypeEnum.WorkSheet or (scans is not None and not scan):
            continue
        sheet = book.get_sheet_by_index(index)
        cells = SheetCells(sheet, scan)
        lead = list(islice(cells.records(MAX_COLUMNS), LEAD))
        if lead:
            is_visible = about.visible == SheetVisibleEnum.Visible
            above = rows_above_header(lead, headings)
            likely = likelihood(lead, above, headings, is_visible, sheet.height)
            yield Sheet(about.name, cells, lead[above], above, likely)


def _width(cells: SheetCells, header: Record) -> tuple[int, str]:
    """Return how many columns the list has, and the first cell that stands apart from it.

    Columns without a heading right beside the last heading belong to it.
    """
    width = max((at + 1 for at, cell in enumerate(header.cells) if cell.strip()), default=1)
    beyond = cells.first_beyond(width)
    while width in beyond:
        width += 1
    apart = min((column for column in beyond if column > width), default=None)
    if apart is None:
        return width, ""
    return width, f"{column_letters(apart)}{beyond[apart] + 1}"


def _without_zeros(table: Table) -> Iterator[str]:
    """Yield columns where some are numbers, which keep no zeros before them, and some have them."""
    numbers = {at for row in table.rows for at, kind in row.odd if kind == NO_TEXT}
    for at in sorted(numbers):
        if any(ZEROS.fullmatch(row.cells[at]) for row in table.rows):
            yield table.header[at]


def _check_old(data: bytes, file: str) -> None:
    """Refuse a file of the old container that holds no workbook, or a locked one."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise CheckinError("workbook-password", file=file)
    if not has("Workbook") and not has("Book"):
        kind = next((kind for stream, kind in STREAMS if has(stream)), "another document")
        raise CheckinError("sheet-is-foreign", file=file, kind=kind)


@contextmanager
def _reading(file: str) -> Iterator[None]:
    """Say in a sentence what the library says of a file, and when it breaks down over one."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise CheckinError("workbook-password", file=file) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise CheckinError("workbook-damaged", file=file) from error
    except BaseException as error:
        # A panic of a Rust library is no Exception.
        if type(error).__module__ != "pyo3_runtime":
            raise
        raise CheckinError("workbook-damaged", file=file) from error
