"""The lists that were taken in, so that an import can be undone."""

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

LIST_IMPORT = """
CREATE TABLE list_import (
    id BLOB NOT NULL PRIMARY KEY, clock INTEGER, entry INTEGER, file TEXT, entries INTEGER,
    added INTEGER, changed INTEGER, rejected INTEGER, undone INTEGER NOT NULL
)
"""


def up(migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the table; it is filled as all are, from the journal."""
    db.execute_sql(LIST_IMPORT.strip())
