"""Asks SQLite straight, for the hot paths: Peewee's way round costs more than the answer."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

import peewee as pw

Row = tuple[Any, ...]
_AT_ONCE = 500


def row_of(database: pw.SqliteDatabase, query: str, values: Sequence[Any] = ()) -> Row | None:
    """Return the first row that `query` gives, or None."""
    row: Row | None = database.connection().execute(query, values).fetchone()
    return row


def rows_of(database: pw.SqliteDatabase, query: str, keys: Collection[Any]) -> Iterator[Row]:
    """Yield what `query`, which ends in the name of a column, gives for any of `keys` there."""
    connection = database.connection()
    rest = iter(keys)
    while some := list(islice(rest, _AT_ONCE)):
        yield from connection.execute(f"{query} IN ({','.join('?' * len(some))})", some)
