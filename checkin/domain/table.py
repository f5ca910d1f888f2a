"""A registration list as it was sent: a header and rows of text, whatever file it came from."""

from collections.abc import Sequence
from dataclasses import dataclass

# What a cell of a workbook held instead of a text, for which a row may be refused: a number, a date
# or a yes; an error such as #N/A; a formula that was never calculated.
NO_TEXT, ERROR, NO_VALUE = "cell-type", "cell-error", "cell-no-value"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list; `number` counts as a spreadsheet does, the first line being 1.

    `odd` names the columns, from 0, whose cells were no text, and what they were.
    """

    number: int
    cells: tuple[str, ...]
    odd: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why one row was not taken; `column` is the header's text, empty for the whole row.

    `cells` are all that stands in a row that is not among the rows of its table.
    """

    row: int
    column: str
    reason: str
    value: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A list as read; `faults` are rows that could not be read, `warnings` what was put right.

    A warning is a code and a value: ("encoding", "cp1257"). `encoding` is what a text's letters
    were taken for; `sheet` the one of a workbook's `sheets` that was read.
    """

    header: tuple[str, ...]
    rows: Sequence[Row]
    faults: tuple[RowFault, ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
