"""Tells which sheet of a workbook is most likely the list of people, and which row its header."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.gateways.dialect import Record
from checkin.gateways.headings import REST, Headings
from checkin.gateways.rows import rows_above

# Headers stand among the first rows that hold anything.
LEAD = 20
NAMES = frozenset({"name", "given_name", "family_name"})


@dataclass(frozen=True, slots=True, order=True)
class Likelihood:
    """How much a sheet looks like a list of people; the greatest is the likeliest.

    `has_people` tells that something stands below a header with names. `names`: 2 if a column is
    called a name, 1 if it is called something that may be one; `fields`: how many columns are
    called something known.
    """

    has_people: bool
    names: int
    is_visible: bool
    fields: int
    is_table: bool
    rows: int


def likelihood(
    lead: Sequence[Record], above: int, headings: Headings, is_visible: bool, rows: int
) -> Likelihood:
    """Judge a sheet by its first rows, `above` of them above the header, and how many in all."""
    names, fields = max((_known(record, headings) for record in lead), default=(0, 0))
    is_table = sum(_filled(record) > 1 for record in lead) > 1
    has_people = names > 0 and above + 1 < len(lead)
    return Likelihood(has_people, names, is_visible, fields, is_table, rows)


def rows_above_header(lead: Sequence[Record], headings: Headings) -> int:
    """Return how many of the first rows stand above the header, known by what columns are called.

    Where nothing is known, titles of one cell are above it.
    """
    known = [_known(record, headings) for record in lead]
    best = max(known)
    return known.index(best) if best[0] else rows_above(lead)


def _known(record: Record, headings: Headings) -> tuple[int, int]:
    """Return how surely a row names a column of names, and how many columns it names."""
    ranks: dict[str, int] = {}
    for cell in record.cells:
        for field, rank in headings.match(cell) if cell else ():
            ranks[field] = min(rank, ranks.get(field, rank))
    names = [rank for field, rank in ranks.items() if field in NAMES]
    return (2 if min(names) < REST else 1) if names else 0, len(ranks)


def _filled(record: Record) -> int:
    return sum(map(bool, map(str.strip, record.cells)))
