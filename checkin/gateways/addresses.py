"""Parts names from e-mail addresses where a list has both in one cell: `Anna Kalna <a@b.lv>`."""

import re
from dataclasses import replace

from checkin.domain.table import Row, Table
from checkin.domain.values import read_email
from checkin.domain.words import plain

BOTH = re.compile(r"([^@<]*[^@<\s])\s*[<(\[]\s*([^<>()\[\]\s@]+@[^<>()\[\]\s]+)\s*[>)\]]")
LONGEST = 500
# In what columns of addresses are called in our languages, without accents.
ADDRESS_IN_HEADING = re.compile("mail|meil|post|past|mejl|почт|адрес|addres|adres|имейл")
SAMPLE = 50
MOSTLY = 0.5


def with_addresses(table: Table) -> Table:
    """Return the table with a column `Email` taken out of a column of names, and a warning.

    Only if no column has addresses alone, or is called so.
    """
    sample = table.rows[:SAMPLE]
    columns = [[row.cells[index] for row in sample] for index in range(len(table.header))]
    if any(any(map(_is_address, cells)) for cells in columns) or "Email" in table.header:
        return table
    for index, cells in enumerate(columns):
        if ADDRESS_IN_HEADING.search(plain(table.header[index])):
            continue
        filled = [cell for cell in cells if cell]
        if filled and sum(map(_has_both, filled)) > MOSTLY * len(filled):
            rows = [_parted(row, index) for row in table.rows]
            said = ("addresses-parted", table.header[index])
            header, warnings = (*table.header, "Email"), (*table.warnings, said)
            return replace(table, header=header, rows=rows, warnings=warnings)
    return table


def _has_both(cell: str) -> bool:
    found = BOTH.fullmatch(cell[:LONGEST])
    return found is not None and _is_address(found[2])


def _is_address(cell: str) -> bool:
    try:
        return "@" in cell and "<" not in cell and bool(read_email(cell))
    except ValueError:
        return False


def _parted(row: Row, index: int) -> Row:
    found = BOTH.fullmatch(row.cells[index][:LONGEST])
    if not found:
        return Row(row.number, (*row.cells, ""))
    cells = list(row.cells)
    cells[index] = found[1].strip(" \"'")
    return Row(row.number, (*cells, found[2]))
