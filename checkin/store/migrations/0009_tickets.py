"""Tickets: which badge's went to which e-mail address.

The table is filled when the tables are rebuilt, which follows every update.
"""

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

TICKET = """CREATE TABLE ticket (
    attendee BLOB NOT NULL, badge INTEGER NOT NULL, address TEXT NOT NULL, clock INTEGER NOT NULL,
    entry INTEGER NOT NULL, PRIMARY KEY (attendee, badge)
) WITHOUT ROWID"""


def up(migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the table."""
    db.execute_sql(TICKET)
