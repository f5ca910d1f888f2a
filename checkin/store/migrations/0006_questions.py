"""Questions at check-in, instructions to acknowledge, and the fields that a door shows.

The new columns are filled when the tables are rebuilt, which follows every update.
"""

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

STATEMENTS = (
    "CREATE TABLE question (id BLOB NOT NULL PRIMARY KEY, removed INTEGER,"
    " clock INTEGER NOT NULL, entry INTEGER NOT NULL, text TEXT, kind TEXT, choices TEXT,"
    " lists TEXT, optional INTEGER, position INTEGER)",
    "ALTER TABLE attendee ADD COLUMN instruction TEXT",
    "ALTER TABLE event ADD COLUMN shown_fields TEXT",
)


def up(migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the table and the columns."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
