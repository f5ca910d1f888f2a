"""Templates of badges, and which of them an event uses.

The new column is filled when the tables are rebuilt, which follows every update.
"""

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

STATEMENTS = (
    "CREATE TABLE template (id BLOB NOT NULL PRIMARY KEY, removed INTEGER,"
    " clock INTEGER NOT NULL, entry INTEGER NOT NULL, name TEXT, form TEXT)",
    "ALTER TABLE event ADD COLUMN template TEXT",
)


def up(migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the table and the column."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
