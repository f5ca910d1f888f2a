"""Makes a table of records: finds the header, names its columns, sets aside rows not to trust."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from checkin.domain.formulas import MARK, unguard
from checkin.domain.table import Row, RowFault, Table
from checkin.errors import CheckinError
from checkin.gateways.dialect import Record
from checkin.gateways.encoding import BROKEN

MAX_COLUMNS = 1000
MAX_FAULTS = 1000
VALUE_SHOWN = 80
# Titles and notes stand above the header on the first rows only.
LEAD = 10


def read_records(
    found: Iterator[Record],
    file: str,
    broken: bool,
    warnings: Sequence[tuple[str, str]] = (),
    above: int | None = None,
) -> Table:
    """Return the table; CheckinError if there is no header or no row.

    `broken` says that lone surrogates stand where bytes were no text; `above` how many rows stand
    above the header, if that is known.
    """
    filled = (record for record in found if any(map(str.strip, record.cells)))
    lead = list(islice(filled, LEAD))
    if not lead:
        raise CheckinError("sheet-empty", file=file)
    above = rows_above(lead) if above is None else above
    header = _header(lead[above], file)
    rows: list[Row] = []
    faults: list[RowFault] = []
    width = len(header)
    for record in chain(lead[above + 1 :], filled):
        if fault := _fault(record, header, broken):
            faults.append(fault)
            if fault.reason == "quotes" and len(faults) > MAX_FAULTS:
                raise CheckinError("sheet-broken", file=file, row=record.number)
            continue
        cells = [
            cell if cell[:1] != MARK else clean_cell(cell)
            for cell in map(str.strip, record.cells[:width])
        ]
        cells.extend([""] * (width - len(cells)))
        rows.append(Row(record.number, tuple(cells), record.odd))
    if not rows and not faults:
        raise CheckinError("sheet-no-rows", file=file)
    skipped = (("rows-above-header", str(above)),) if above else ()
    return _without_empty_columns(Table(header, rows, tuple(faults), (*warnings, *skipped)))


def clean_cell(text: str) -> str:
    """Return the cell without blanks around it and without the mark that guards a formula."""
    text = text.strip()
    return unguard(text).strip() if text.startswith(MARK) else text


def column_letters(index: int) -> str:
    """Return the letters a spreadsheet shows above a column, the first being 0 and `A`."""
    letters = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def rows_above(lead: Sequence[Record]) -> int:
    """Return how many rows with a single text stand above wider ones: titles, notes."""
    filled = [sum(map(bool, map(str.strip, record.cells))) for record in lead]
    if max(filled) < 2:
        return 0
    return next(i for i, count in enumerate(filled) if count > 1 or lead[i].fault)


def _header(record: Record, file: str) -> tuple[str, ...]:
    """Return the names of the columns, each different and none empty."""
    if record.fault or BROKEN.search("".join(record.cells)):
        raise CheckinError("sheet-header-broken", file=file, row=record.number, why=record.fault)
    if len(record.cells) > MAX_COLUMNS:
        count = len(record.cells)
        raise CheckinError("sheet-too-wide", file=file, count=count, limit=MAX_COLUMNS)
    names: dict[str, None] = {}
    for index, cell in enumerate(record.cells):
        name = " ".join(clean_cell(cell).split()) or f"Column {column_letters(index)}"
        number, base = 2, name
        while name in names:
            name = f"{base} {number}"
            number += 1
        names[name] = None
    return tuple(names)


def _fault(record: Record, header: Sequence[str], broken: bool) -> RowFault | None:
    cells = record.cells
    if record.fault:
        return RowFault(record.number, "", record.fault, _shown(cells[0]), tuple(cells))
    if len(cells) > len(header) and any(map(str.strip, cells[len(header) :])):
        extra = next(cell for cell in cells[len(header) :] if cell.strip())
        return RowFault(record.number, "", "columns", _shown(extra), tuple(cells))
    if broken and BROKEN.search("".join(cells)):
        at = next(index for index, cell in enumerate(cells) if BROKEN.search(cell))
        return RowFault(record.number, header[at], "encoding", _shown(cells[at]), tuple(cells))
    return None


def _shown(text: str) -> str:
    """Return the beginning of `text` as it can be shown and written to a file."""
    return BROKEN.sub("\ufffd", " ".join(text[: 2 * VALUE_SHOWN].split()))[:VALUE_SHOWN]


def _without_empty_columns(table: Table) -> Table:
    """Drop columns at the end that have neither a heading nor a value."""
    width = used = len(table.header)
    while used > 1 and table.header[used - 1] == f"Column {column_letters(used - 1)}":
        if any(row.cells[used - 1] for row in table.rows):
            break
        used -= 1
    if used == width:
        return table
    rows = [Row(row.number, row.cells[:used], row.odd) for row in table.rows]
    return Table(table.header[:used], rows, table.faults, table.warnings)
