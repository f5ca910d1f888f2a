"""Sessions, seals, sheets to sign, certificates, who met whom, and what attendance is told by.

Tables and columns are filled when the tables are rebuilt, which follows every update.
"""

from peewee import SqliteDatabase
from playhouse.migrate import SchemaMigrator

_THING = (
    "id BLOB NOT NULL PRIMARY KEY, removed INTEGER, clock INTEGER NOT NULL, entry INTEGER NOT NULL"
)
TABLES = {
    "session": "starts TEXT, ends TEXT, room TEXT, kind TEXT, counted INTEGER, own_door INTEGER,"
    " topic TEXT",
    "seal": "day TEXT, heads TEXT",
    "sheet": "list BLOB, rows TEXT, filled INTEGER",
    "certificate": "attendee BLOB, number TEXT, issue INTEGER, hours INTEGER, programme INTEGER,"
    " days TEXT, sessions TEXT, withdrawn TEXT",
    "meeting": "one BLOB, other BLOB, at INTEGER",
}
COLUMNS = {
    "event": ("threshold INTEGER", "midday TEXT", "one_room INTEGER", "exits TEXT"),
    "attendee": ("contacts INTEGER", "offers TEXT", "seeks TEXT"),
}


def up(migrator: SchemaMigrator, db: SqliteDatabase) -> None:
    """Make the tables and the columns."""
    for name, columns in TABLES.items():
        db.execute_sql(f"CREATE TABLE {name} ({_THING}, {columns})")
    for name, added in COLUMNS.items():
        for column in added:
            db.execute_sql(f"ALTER TABLE {name} ADD COLUMN {column}")
