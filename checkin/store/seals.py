"""Reads the seals of closed days, and what came after one."""

import json
from collections import Counter
from datetime import date

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.seals import Seal, is_date, read_heads

_SEALS = (
    "SELECT s.day, s.heads, s.clock, o.name FROM seal s JOIN entry e ON e.id = s.entry"
    " LEFT JOIN operator o ON o.id = e.actor WHERE s.day IS NOT NULL AND s.heads IS NOT NULL"
    " ORDER BY s.day, s.clock, s.id"
)


def seals(database: pw.SqliteDatabase) -> list[Seal]:
    """Return the seals of all days, by day and in the order in which they were made."""
    numbers: Counter[str] = Counter()
    found = []
    for day, heads, clock, operator in database.execute_sql(_SEALS).fetchall():
        if not is_date(day):
            continue
        numbers[day] += 1
        found.append(
            Seal(
                day=date.fromisoformat(day),
                number=numbers[day],
                heads=read_heads(json.loads(heads)),
                at=milliseconds(clock),
                operator=operator or "",
            )
        )
    return found
