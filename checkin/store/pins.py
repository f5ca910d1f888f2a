"""Reads what the event keeps of the roles' PINs."""

import peewee as pw

from checkin.domain.identity import role_id
from checkin.domain.pins import KeptPin
from checkin.domain.roles import Role
from checkin.store.lookups import row_of

_KEPT = "SELECT pin, recovery FROM role_pin WHERE id = ? AND pin IS NOT NULL"


class Pins:
    """`key` is the event's, which the roles' ids are made with."""

    def __init__(self, database: pw.SqliteDatabase, key: bytes) -> None:
        self._database = database
        self._ids = {role: bytes.fromhex(role_id(key, role.value)) for role in Role}

    def kept(self, role: Role) -> KeptPin | None:
        """Return what is kept of a role's PIN, None where it has none."""
        row = row_of(self._database, _KEPT, (self._ids[role],))
        return KeptPin(row[0], row[1] or "") if row else None
