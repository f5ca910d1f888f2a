"""Turns the values of the export into cells, in somebody's words, and into JSON."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from checkin.domain.exporttables import Column, Form
from checkin.gateways.cells import Cell, Share
from checkin.gateways.exportwords import ExportWords

_HOUR_MS = 3_600_000
_MILLISECOND = timedelta(milliseconds=1)

Maker = Callable[[Any], Cell]


def cell_maker(column: Column[Any], words: ExportWords) -> Maker | None:
    """Return what makes a cell of a column's value; None where the value is the cell."""
    return _makers(words).get(column.form)


def _makers(words: ExportWords) -> dict[Form, Maker]:
    yes, no, word = words.yes(True), words.yes(False), words.word
    return {
        Form.WORD: lambda value: word(value) if value else None,
        Form.TIME: lambda value: value and value.time().replace(microsecond=0),
        Form.MOMENT: lambda value: value and value.replace(microsecond=0),
        Form.HOURS: lambda value: None if value is None else value * _MILLISECOND,
        Form.SHARE: lambda value: None if value is None else Share(value),
        Form.YES: lambda value: yes if value else no,
        Form.LIST: ", ".join,
    }


def json_value(value: Any, form: Form) -> object:
    """Return a value as JSON has it: codes as they are, hours and shares as numbers."""
    if value is None or (value == "" and form is Form.WORD):
        return None
    match form:
        case Form.DATE:
            return value.isoformat()
        case Form.TIME | Form.MOMENT:
            return value.isoformat(timespec="milliseconds")
        case Form.HOURS:
            return round(value / _HOUR_MS, 4)
        case Form.LIST:
            return list(value)
        case _:
            return value
