"""Chooses among entries about one thing the one whose word stands, in whatever order they came."""

from collections.abc import Iterable

from checkin.store.journal import Journal
from checkin.store.lookups import Row


def winning(
    journal: Journal, rows: Iterable[Row], known: Iterable[Row], *, keys: int = 1, latest: bool
) -> list[Row]:
    """Return the rows that take the place of what is `known`: the latest of a thing, or the first.

    Both begin with the `keys` values that name the thing, and end with an entry's clock and id.
    """
    standing = {row[:keys]: journal.order_of(row[-1], row[-2]) for row in known}
    won: dict[Row, Row] = {}
    for row in rows:
        thing, order = row[:keys], journal.order_of(row[-1], row[-2])
        before = standing.get(thing)
        if before is None or (order > before if latest else order < before):
            standing[thing], won[thing] = order, row
    return list(won.values())
