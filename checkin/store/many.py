"""Looks up the rows of many keys at once."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

import peewee as pw

Row = tuple[Any, ...]
_AT_ONCE = 500


def rows_of(database: pw.SqliteDatabase, query: str, keys: Collection[Any]) -> Iterator[Row]:
    """Yield what `query`, which ends in the name of a column, gives for any of `keys` there."""
    connection = database.connection()
    rest = iter(keys)
    while some := list(islice(rest, _AT_ONCE)):
        yield from connection.execute(f"{query} IN ({','.join('?' * len(some))})", some)
