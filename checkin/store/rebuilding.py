"""Folds the whole journal afresh: to replace the tables, or to find them equal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import peewee as pw

from checkin.store import database as files
from checkin.store.faults import explained
from checkin.store.folding import Folding
from checkin.store.journal import Journal
from checkin.store.tables import FOLDS

_BATCH = 1000
_KEYS = {"standing": "list, attendee", "printing": "attendee, badge", "ticket": "attendee, badge"}
# The search index is compared by person: its row numbers are this file's own.
_SEARCH = "SELECT a.id, s.words FROM search s JOIN attendee a ON a.number = s.rowid ORDER BY a.id"


def rebuild_tables(connection: pw.SqliteDatabase, path: Path) -> None:
    """Replace the tables by the fold of the journal, in one transaction."""
    with explained(path), connection.atomic("IMMEDIATE"):
        for name in (*FOLDED, "search"):
            connection.execute_sql(f"DELETE FROM {name}")
        _replay(Journal(connection, _event_id(connection)), connection)


def differing_tables(connection: pw.SqliteDatabase, path: Path) -> list[str]:
    """Return the tables that are not what the journal folds to."""
    with explained(path):
        # An empty name is a private file of SQLite's own, gone when closed.
        fresh = pw.SqliteDatabase("file:", uri=True)
        try:
            files.build_schema(fresh)
            with fresh.atomic():
                stations = connection.execute_sql("SELECT number, station FROM station").fetchall()
                fresh.connection().executemany("INSERT INTO station VALUES (?, ?)", stations)
                _replay(Journal(connection, _event_id(connection)), fresh)
            return [
                name
                for name, query in _comparisons()
                if not _equal(connection.execute_sql(query), fresh.execute_sql(query))
            ]
        finally:
            fresh.close()


FOLDED = tuple(table._meta.table_name for table in FOLDS)


def _replay(journal: Journal, database: pw.SqliteDatabase) -> None:
    folding = Folding(database, journal)
    batch = []
    for entry in journal.in_order():
        batch.append(entry)
        if len(batch) == _BATCH:
            folding.apply(batch)
            batch.clear()
    folding.apply(batch)


def _comparisons() -> Iterator[tuple[str, str]]:
    for name in FOLDED:
        yield name, logical_query(name)
    yield "search", _SEARCH


def logical_query(table: str) -> str:
    """Return the query of a folded table's rows, in order, without this file's own numbers."""
    if table == "attendee":
        return (
            "SELECT id, removed, clock, entry, name, given_name, family_name, email, organisation,"
            " organisation_kind, country, job_title, category, status, notes, instruction,"
            " registration, ticket_code, imported, contacts, offers, seeks, same_as,"
            " person, extra, erased, sort_name"
            " FROM attendee ORDER BY id"
        )
    order = _KEYS.get(table, "1")
    return f"SELECT * FROM {table} ORDER BY {order}"


def _equal(one: Any, other: Any) -> bool:
    while True:
        rows, others = one.fetchmany(_BATCH), other.fetchmany(_BATCH)
        if rows != others:
            return False
        if not rows:
            return True


def _event_id(connection: pw.SqliteDatabase) -> str:
    (event,) = connection.execute_sql("SELECT value FROM meta WHERE name = 'event'").fetchone()
    return bytes(event).hex()
