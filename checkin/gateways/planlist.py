"""Lays out what a list would change as tables: to be looked through, and to be sent back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from checkin.domain.changes import RowPlan
from checkin.domain.listrows import CUSTOM_FIELD
from checkin.domain.people import Attendee
from checkin.domain.table import RowFault, Table
from checkin.gateways.cells import Cell
from checkin.gateways.encoding import BROKEN
from checkin.gateways.headings import NOTE
from checkin.gateways.workbook import Sheet
from checkin.sentences import phrase


def _notes(*texts: str) -> tuple[str, ...]:
    """Return headings that nobody takes for those of a list of people."""
    return tuple(f"{NOTE}{text}" for text in texts)


NOTES, _NOTE_WIDTHS = _notes("row", "column", "why", "what stands there"), (14, 20, 30, 30)
_WHO, _WHO_WIDTHS = _notes("row", "name", "e-mail", "organisation"), (14, 30, 32, 30)


def not_taken(table: Table, faults: Sequence[RowFault]) -> Sheet:
    """Return the rows that were not taken, as they stand in the list, with why before each.

    Corrected, this table can be imported as it is: the notes are left out, and each row is again
    what it was.
    """
    wanted = {fault.row for fault in faults}
    found = {row.number: row.cells for row in table.rows if row.number in wanted}
    rows = (
        (*_noted(fault), *map(_readable, found.get(fault.row, fault.cells))) for fault in faults
    )
    return Sheet("Not taken", (*NOTES, *table.header), rows, _NOTE_WIDTHS)


def plan_sheets(
    table: Table,
    faults: Sequence[RowFault],
    warnings: Iterable[tuple[str, str]],
    changes: Iterable[RowPlan],
    additions: Iterable[RowPlan],
    missing: Iterable[Attendee],
) -> Iterator[Sheet]:
    """Yield a sheet each: not taken, to look at, changed field by field, added, missing."""
    yield not_taken(table, faults)
    words = ((phrase(code, value=value),) for code, value in warnings)
    yield Sheet("To look at", _notes("to look at"), words, (80,))
    header = (*_WHO, *_notes("field", "before", "after"))
    yield Sheet("Changed", header, chain.from_iterable(map(_changed, changes)), _WHO_WIDTHS)
    yield Sheet("Added", _WHO, map(_who, additions), _WHO_WIDTHS)
    gone = ((one.name, one.email, one.organisation) for one in missing)
    yield Sheet("Missing", _WHO[1:], gone, _WHO_WIDTHS[1:])


def _noted(fault: RowFault) -> tuple[Cell, ...]:
    return fault.row, fault.column or "whole row", phrase(fault.reason), fault.value


def _changed(one: RowPlan) -> Iterator[tuple[Cell, ...]]:
    for change in one.fields:
        yield (*_who(one), _field_name(change.field), change.before, change.after)


def _who(one: RowPlan) -> tuple[Cell, ...]:
    return one.row, one.name, one.email, one.organisation


def _field_name(field: str) -> str:
    """Return what a field is called; one of somebody's own by its own name."""
    bare = field.removeprefix(CUSTOM_FIELD)
    return bare.replace("_", " ") if field == bare else bare


def _readable(cell: str) -> str:
    return BROKEN.sub("\ufffd", cell)
