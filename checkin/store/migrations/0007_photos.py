"""Photos of attendees."""

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

PHOTO = """
CREATE TABLE photo (
    id BLOB NOT NULL PRIMARY KEY, data BLOB, clock INTEGER NOT NULL, entry INTEGER NOT NULL
)
"""


def up(migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the table; it is filled as all are, from the journal."""
    db.execute_sql(PHOTO.strip())
