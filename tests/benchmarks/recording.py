"""Listens to what the program says to SQLite, so that the same can be said without the program."""

import sqlite3
import time
from collections.abc import Iterable, Sequence
from typing import Any

from checkin.store.store import Store

Statement = tuple[str, Sequence[Any]]


class Listening(sqlite3.Connection):
    """A connection that keeps all it is told, transactions included."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.heard: list[Statement] = []

    def take(self) -> list[Statement]:
        """Return what was heard since the last time."""
        heard, self.heard = self.heard, []
        return heard

    def cursor(self, *_: Any) -> sqlite3.Cursor:  # type: ignore[override]
        """Return a cursor that listens."""
        return super().cursor(_Listener)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:  # type: ignore[override]
        """Do as always, through a cursor that listens."""
        return self.cursor().execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> sqlite3.Cursor:  # type: ignore[override]
        """Do as always, through a cursor that listens."""
        return self.cursor().executemany(sql, rows)


class _Listener(sqlite3.Cursor):
    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:  # type: ignore[override]
        self._heard.append((sql, tuple(values)))
        return super().execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> sqlite3.Cursor:  # type: ignore[override]
        kept = [tuple(row) for row in rows]
        self._heard.extend((sql, row) for row in kept)
        return super().executemany(sql, kept)

    @property
    def _heard(self) -> list[Statement]:
        assert isinstance(self.connection, Listening)
        return self.connection.heard


def listen(store: Store) -> Listening:
    """Open the connection of `store` anew as one that listens, and return it."""
    store.database.close()
    store.database.connect_params["factory"] = Listening
    store.database.connect()
    connection = store.database.connection()
    connection.take()
    return connection


def seconds_to_say(connection: sqlite3.Connection, statements: Iterable[Statement]) -> float:
    """Return how long the same takes when said straight to SQLite."""
    start = time.perf_counter()
    for sql, values in statements:
        connection.execute(sql, values).fetchall()
    return time.perf_counter() - start
