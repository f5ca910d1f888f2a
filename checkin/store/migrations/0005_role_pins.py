"""What is kept of the roles' PINs."""

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

ROLE_PIN = """
CREATE TABLE role_pin (
    id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL,
    pin TEXT, recovery TEXT
)
"""


def up(migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the table; it is filled as all are, from the journal."""
    db.execute_sql(ROLE_PIN.strip())
