"""Leaves out rows of a list that are nobody: the header once more, totals and notes below."""

import re
from collections.abc import Sequence
from dataclasses import replace

from checkin.domain.table import Row, Table
from checkin.domain.words import plain, plain_words

# Totals and notes stand on the last rows only.
TAIL = 5
TOTALS = plain_words(
    """total, totals, grand total, subtotal, sum, count, total count, total attendees,
    iš viso, viso, bendra suma, kopā, pavisam, pavisam kopā, kokku, summa, kokku osalejaid, razem,
    suma, łącznie, ogółem, summe, gesamt, insgesamt, gesamtsumme, anzahl, totalt, antal,
    итого, всего, сумма, итог""",
    ",",
)
NUMBER = re.compile(r"[-+]?[\d\s.,]*[^\w\s]?(?:[A-Z]{3})?")
DIGITS = re.compile(r"\d+")


def people_only(table: Table) -> Table:
    """Return the table without those rows; each kind left out is a warning with their numbers."""
    first = ("", table.header[0])
    again = [row for row in table.rows if row.cells[0] in first and _is_header(row, table.header)]
    tail = list(table.rows[-TAIL:])
    before = [0, *(row.number for row in table.rows)][-len(tail) - 1 : -1]
    totals = [row for row in tail if _is_total(row)]
    notes = [
        row
        for row, above in zip(tail, before, strict=True)
        if row.number > above + 1 and _is_note(row) and row not in totals
    ]
    out = {row.number for row in (*again, *totals, *notes)}
    if not out or len(out) == len(table.rows):
        return table
    said = (("header-again", again), ("total-left-out", totals), ("note-left-out", notes))
    warnings = tuple(
        (code, ", ".join(str(row.number) for row in rows[:TAIL])) for code, rows in said if rows
    )
    rows = [row for row in table.rows if row.number not in out]
    return replace(table, rows=rows, warnings=(*table.warnings, *warnings))


def _is_header(row: Row, header: Sequence[str]) -> bool:
    """Tell whether each cell is the heading of its column, or empty where that has none."""
    same = 0
    for cell, heading in zip(row.cells, header, strict=True):
        text = " ".join(cell.split())
        if text and heading != text and heading.rpartition(" ")[0] != text:
            return False
        same += bool(text)
    return same >= 2 or (same == 1 and len(header) == 1)


def _is_total(row: Row) -> bool:
    """Tell whether the row begins with a word for a sum, and has nothing else but numbers."""
    filled = [cell for cell in row.cells if cell]
    words = plain(DIGITS.sub(" ", filled[0])) if filled else ""
    if words not in TOTALS:
        return False
    numbers = [cell for cell in filled[1:] if NUMBER.fullmatch(cell)]
    has_number = bool(numbers) or any(map(str.isdigit, filled[0]))
    return has_number and len(numbers) == len(filled) - 1


def _is_note(row: Row) -> bool:
    """Tell a line such as `Exported on 2 June 2016`: several words and a number, nothing else."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) != 1 or len(row.cells) < 2:
        return False
    return len(filled[0].split()) > 2 and any(map(str.isdigit, filled[0]))
