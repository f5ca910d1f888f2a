"""Who holds the event, pictures, what was printed, who annulled, and names as they are sorted.

The new columns are filled when the tables are rebuilt, which follows every update.
"""

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

STATEMENTS = (
    "ALTER TABLE attendee ADD COLUMN sort_name TEXT",
    "ALTER TABLE organisation ADD COLUMN sort_name TEXT",
    "ALTER TABLE annulment ADD COLUMN clock INTEGER",
    "ALTER TABLE annulment ADD COLUMN entry INTEGER",
    """CREATE TABLE organizer (
    id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL,
    name TEXT, picture BLOB, position INTEGER
)""",
    """CREATE TABLE picture (
    id BLOB NOT NULL PRIMARY KEY, media TEXT NOT NULL, data BLOB NOT NULL, clock INTEGER NOT NULL,
    entry INTEGER NOT NULL
)""",
    """CREATE TABLE printing (
    attendee BLOB NOT NULL, badge INTEGER NOT NULL, face TEXT NOT NULL, clock INTEGER NOT NULL,
    entry INTEGER NOT NULL, PRIMARY KEY (attendee, badge)
) WITHOUT ROWID""",
)


def up(migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Add the columns and tables."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
