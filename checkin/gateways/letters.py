"""Puts letters right that another program wrote otherwise than they were meant."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checkin.domain.table import Table
from checkin.gateways.entities import without_entities
from checkin.gateways.garbled import ungarbled
from checkin.gateways.tidying import UPPER_CONTROLS, tidy

# What stands for a sign in a cell that in a text would end or begin one, while a row is one line.
MARKS: Mapping[str, str] = {"\n": " \ufdd0 ", "\t": " \ufdd1 ", '"': " \ufdd2 "}
SIGNS: Mapping[str, str] = {mark: sign for sign, mark in MARKS.items()}


def letters_right(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text with the letters that were meant, and warnings of what was put right."""
    text, unescaped = without_entities(text)
    text, garbled = ungarbled(text)
    return text, [*unescaped, *garbled]


def with_letters_right(table: Table) -> Table:
    """Return a table of cells with the letters that were meant, and warnings if they differ."""
    rows = [table.header, *(row.cells for row in table.rows)]
    text = "\n".join(map(_line, rows))
    meant, warnings = letters_right(text)
    meant = tidy(meant) if warnings or UPPER_CONTROLS.search(meant) else meant
    if meant == text:
        return table
    header, *cells = map(_cells, meant.split("\n"))
    kept = [replace(row, cells=one) for row, one in zip(table.rows, cells, strict=True)]
    said = ((code, " ".join(_with(SIGNS, value).split())) for code, value in warnings)
    return replace(table, header=header, rows=kept, warnings=(*table.warnings, *said))


def _line(cells: Sequence[str]) -> str:
    return "\t".join(_with(MARKS, cell) for cell in cells)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_with(SIGNS, cell) for cell in line.split("\t"))


def _with(changes: Mapping[str, str], cell: str) -> str:
    for before, after in changes.items():
        cell = cell.replace(before, after)
    return cell
