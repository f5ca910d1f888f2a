"""Reads every scan there was, refused ones too, with who and when, one by one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.code import from_integer
from checkin.domain.entry import Kind
from checkin.domain.verdict import Direction, Reason
from checkin.store.door import known_direction, known_reason
from checkin.store.journal import Journal

_SCANS = (
    "SELECT c.id, c.at, e.clock, c.list, l.name, c.exit, c.badge, a.id, a.name, g.name, c.reason,"
    " c.forced, c.paper, o.name, e.body, n.clock, w.name, n.entry"
    " FROM check_in c JOIN entry e ON e.id = c.id"
    " LEFT JOIN check_list l ON l.id = c.list"
    " LEFT JOIN badge b ON b.number = c.badge LEFT JOIN attendee r ON r.id = b.attendee"
    " LEFT JOIN attendee a ON a.id = coalesce(r.person, r.id)"
    " LEFT JOIN organisation g ON g.id = a.organisation"
    " LEFT JOIN operator o ON o.id = e.actor"
    " LEFT JOIN annulment n ON n.check_in = c.id LEFT JOIN entry x ON x.id = n.entry"
    " LEFT JOIN operator w ON w.id = x.actor"
    " ORDER BY c.at, c.clock, c.id"
)
_WHYS = "SELECT body FROM entry WHERE kind = ? AND body <> ''"


@dataclass(frozen=True, slots=True)
class Annulled:
    """That a check-in was annulled: when that was said (Unix ms), by whom, and why."""

    at: int
    operator: str
    why: str
    entry: str


@dataclass(frozen=True, slots=True)
class LoggedScan:
    """One scan as it was recorded; `at` is when it was, `told` when it was written (Unix ms).

    `check_in` names it as STATION:SEQ, and `replaces` the one that it stands for. `list` is an id;
    `attendee`, an id, and the names are empty where nobody is known. `why` is the word of why
    somebody was admitted anyway, or typed in later.
    """

    check_in: str
    at: int
    told: int
    list: str
    list_name: str
    direction: Direction
    badge: str
    attendee: str
    name: str
    organisation: str
    reason: Reason | None
    forced: Reason | None
    paper: bool
    operator: str
    why: str
    replaces: str
    annulled: Annulled | None

    @property
    def station(self) -> str:
        """The station it was recorded at."""
        return self.check_in.partition(":")[0]


def scan_log(database: pw.SqliteDatabase, journal: Journal) -> Iterator[LoggedScan]:
    """Yield every scan in order of time."""
    whys = _whys(database)
    for row in database.connection().execute(_SCANS):
        check_in, at, clock, door, list_name, gone, badge, person, name, origin = row[:10]
        reason, forced, paper, operator, body, annulled_clock, annulled_by, annulled = row[10:]
        called = _name(journal, check_in)
        found = json.loads(body) if '"replaces"' in body else {}
        yield LoggedScan(
            check_in=called,
            at=at,
            told=milliseconds(clock),
            list=door.hex(),
            list_name=list_name or "",
            direction=known_direction(gone),
            badge=from_integer(badge) if badge is not None else "",
            attendee=person.hex() if person else "",
            name=name or "",
            organisation=origin or "",
            reason=known_reason(reason),
            forced=known_reason(forced),
            paper=bool(paper),
            operator=operator or "",
            why=whys.get((called, False), ""),
            replaces=str(found.get("replaces", "")),
            annulled=None
            if annulled_clock is None
            else Annulled(
                milliseconds(annulled_clock),
                annulled_by or "",
                whys.get((called, True), ""),
                _name(journal, annulled),
            ),
        )


def _name(journal: Journal, entry: int) -> str:
    station, seq = journal.name_of(entry)
    return f"{station}:{seq}"


def _whys(database: pw.SqliteDatabase) -> dict[tuple[str, bool], str]:
    """Return the free words about check-ins, by check-in and whether they are of its annulment."""
    rows = database.execute_sql(_WHYS, (Kind.CHECK_IN_EXPLAINED,)).fetchall()
    bodies = (json.loads(body) for (body,) in rows)
    return {
        (str(body.get("check_in")), body.get("annulled") is True): str(body.get("why", ""))
        for body in bodies
    }
