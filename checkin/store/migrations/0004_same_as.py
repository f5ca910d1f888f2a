"""Several records of one person: which one a record was said to be the same as, and whose it is.

The new columns are filled when the tables are rebuilt, which follows every update.
"""

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

STATEMENTS = (
    "ALTER TABLE attendee ADD COLUMN same_as BLOB",
    "ALTER TABLE attendee ADD COLUMN person BLOB",
    "CREATE INDEX attendee_same_as ON attendee (same_as) WHERE same_as IS NOT NULL",
    "CREATE INDEX attendee_person ON attendee (person) WHERE person IS NOT NULL",
)


def up(migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Add the columns, and find by them."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
