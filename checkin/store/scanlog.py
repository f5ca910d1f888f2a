"""Reads every scan and every correction, some at a time, however many there are."""

from array import array
from collections.abc import Collection, Iterator

import peewee as pw

from checkin.domain.clock import milliseconds
from checkin.domain.code import from_integer
from checkin.domain.entry import Kind, read_body
from checkin.domain.scanlog import REPLACES, Corrected, LoggedCorrection, LoggedScan
from checkin.domain.things import is_id, is_integer
from checkin.domain.verdict import Reason
from checkin.store.door import known_direction, known_reason
from checkin.store.journal import Journal
from checkin.store.lookups import Row, row_of, rows_of

# So that no reading lasts: while one does, what was written cannot be folded into the file.
_BATCH = 500

_ORDER = (
    "SELECT c.id FROM check_in c JOIN station s ON s.number = c.id >> 40 {lists}"
    " ORDER BY c.at, c.clock, s.station, c.id"
)
# Typed in later, or annulled: each by when that was, and twice the id, one more if annulled.
_CORRECTED = (
    "SELECT c.id << 1, c.clock AS clock FROM check_in c {lists} {and} c.paper AND c.reason IS NULL"
    " UNION ALL SELECT c.id << 1 | 1, n.clock FROM annulment n JOIN check_in c ON c.id = n.check_in"
    " {lists} ORDER BY 2, 1"
)
_SCAN = (
    "SELECT c.id, c.at, l.name, c.exit, p.name, o.name, p.category, c.badge, c.reason, c.forced,"
    " c.paper, w.name, c.clock, n.clock, x.name, c.list, n.entry, e.clock, e.body"
    " FROM check_in c JOIN entry e ON e.id = c.id"
    " LEFT JOIN check_list l ON l.id = c.list LEFT JOIN badge b ON b.number = c.badge"
    " LEFT JOIN attendee r ON r.id = b.attendee"
    " LEFT JOIN attendee p ON p.id = coalesce(r.person, b.attendee)"
    " LEFT JOIN organisation o ON o.id = p.organisation LEFT JOIN operator w ON w.id = e.actor"
    " LEFT JOIN annulment n ON n.check_in = c.id LEFT JOIN entry a ON a.id = n.entry"
    " LEFT JOIN operator x ON x.id = a.actor WHERE c.id"
)
_PAPER, _CLOCK, _ANNULLED, _LIST = 10, 12, 13, 15
_EXPLAINED = f"SELECT body FROM entry WHERE kind = '{Kind.CHECK_IN_EXPLAINED}' AND body <> ''"
_REPLACING = (
    "SELECT e.body, c.at FROM check_in c JOIN entry e ON e.id = c.id"
    f" WHERE c.paper AND instr(e.body, '\"{REPLACES}\"')"
)
_AT = "SELECT at FROM check_in WHERE id = ?"


class ScanLog:
    """The scans on some lists, named by id, or on all; how many and which is settled at once."""

    def __init__(
        self,
        database: pw.SqliteDatabase,
        journal: Journal,
        lists: Collection[str] | None = None,
    ) -> None:
        self._database = database
        self._journal = journal
        self._whys, self._replaced = _whys(database), _replaced(database)
        self._scans = self._ids(_ORDER, lists)
        self._corrections = self._ids(_CORRECTED, lists)

    def _ids(self, query: str, lists: Collection[str] | None) -> "array[int]":
        values = [bytes.fromhex(one) for one in lists or ()]
        where = "" if lists is None else f"WHERE c.list IN ({','.join('?' * len(values))})"
        words = {"lists": where, "and": "AND" if where else "WHERE"}
        rows = self._database.connection().execute(
            query.format(**words), values * query.count("{lists}")
        )
        return array("q", (row[0] for row in rows))

    @property
    def scan_count(self) -> int:
        """How many scans there are."""
        return len(self._scans)

    @property
    def correction_count(self) -> int:
        """How many corrections there are at most."""
        return len(self._corrections)

    def scans(self) -> Iterator[LoggedScan]:
        """Yield every scan, in order of time."""
        for start in range(0, len(self._scans), _BATCH):
            some = self._scans[start : start + _BATCH]
            found = {row[0]: row for row in rows_of(self._database, _SCAN, some)}
            yield from (self._scan(found[one]) for one in some)

    def corrections(self) -> Iterator[LoggedCorrection]:
        """Yield every correction, in the order in which they were made."""
        for start in range(0, len(self._corrections), _BATCH):
            some = self._corrections[start : start + _BATCH]
            wanted = {one >> 1 for one in some}
            found = {row[0]: row for row in rows_of(self._database, _SCAN, wanted)}
            for one in some:
                tell = self._annulment if one & 1 else self._addition
                if made := tell(found[one >> 1]):
                    yield made

    def _annulment(self, row: Row) -> LoggedCorrection | None:
        """Return that a check-in was annulled, unless another stands for it at another time."""
        scan = self._scan(row)
        if self._replaced.get(scan.check_in, scan.at) != scan.at:
            return None
        why, at = self._whys.get((scan.check_in, True), ""), milliseconds(row[_ANNULLED])
        return LoggedCorrection(scan, Corrected.ANNULLED, at, row[_ANNULLED + 1] or "", why)

    def _addition(self, row: Row) -> LoggedCorrection:
        scan = self._scan(row)
        before = self._at(read_body(row[-1]).get(REPLACES))
        done = Corrected.FROM_PAPER
        if before is not None:
            done = Corrected.PUT_BACK if before == scan.at else Corrected.CHANGED
        return LoggedCorrection(
            scan, done, milliseconds(row[_CLOCK]), scan.operator, scan.why, before
        )

    def _at(self, check_in: object) -> int | None:
        """Return when a check-in was, by its name as a body has it."""
        station, _, seq = check_in.partition(":") if isinstance(check_in, str) else ("", "", "")
        if not (is_id(station) and seq.isdecimal() and self._journal.knows(station)):
            return None
        row = row_of(self._database, _AT, (self._journal.id_of(station, int(seq)),))
        return row[0] if row else None

    def _scan(self, row: Row) -> LoggedScan:
        check_in, at, door, gone, name, organisation, category, badge, reason, forced = row[:10]
        named = self._named(check_in)
        refused = known_reason(reason)
        count = read_body(row[-1]).get("count") if refused is Reason.INVALID else None
        return LoggedScan(
            check_in=named,
            at=at,
            list=door or "",
            direction=known_direction(gone),
            name=name or "",
            organisation=organisation or "",
            category=category or "",
            badge="" if badge is None else from_integer(badge),
            reason=refused,
            forced=known_reason(forced),
            why=self._whys.get((named, False), ""),
            paper=bool(row[_PAPER]),
            station=named.partition(":")[0],
            operator=row[_PAPER + 1] or "",
            annulled_at=None if row[_ANNULLED] is None else milliseconds(row[_ANNULLED]),
            times=count if is_integer(count) else 1,
            list_id=row[_LIST].hex(),
            told=milliseconds(row[_LIST + 2]),
            annulled_by=row[_ANNULLED + 1] or "",
            why_annulled=self._whys.get((named, True), ""),
            annulling=self._named(row[_LIST + 1]),
        )

    def _named(self, entry: int | None) -> str:
        if entry is None:
            return ""
        station, seq = self._journal.name_of(entry)
        return f"{station}:{seq}"


def _whys(database: pw.SqliteDatabase) -> dict[tuple[str, bool], str]:
    """Return the free words about check-ins, by their names and whether it was annulled."""
    bodies = (read_body(body) for (body,) in database.connection().execute(_EXPLAINED))
    return {
        (str(body.get("check_in")), body.get("annulled") is True): str(body.get("why", ""))
        for body in bodies
    }


def _replaced(database: pw.SqliteDatabase) -> dict[str, int]:
    """Return the names of check-ins that another stands for, and at what time."""
    rows = database.connection().execute(_REPLACING)
    return {str(read_body(body).get(REPLACES)): at for body, at in rows}
