"""All that an event file tells, row by row, to hold two moments of it against each other."""

import sqlite3
from contextlib import closing
from pathlib import Path


def told(path: Path) -> list[tuple[object, ...]]:
    """Return the schema and every row of every table of an event, in order."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        found = database.execute(
            "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
        ).fetchall()
        kept = [
            name
            for kind, name, sql in found
            if kind == "table" and not sql.startswith("CREATE VIRTUAL")
        ]
        for name in kept:
            found += [(name, *row) for row in database.execute(f'SELECT * FROM "{name}"')]
        return found
