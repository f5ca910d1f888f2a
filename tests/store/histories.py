"""Random histories of an event, and what they must fold to by the plainest reading."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import peewee as pw
from hypothesis import strategies as st

from checkin.domain.code import as_integer
from checkin.domain.entry import Entry, Kind, chain, digest_of, write_body
from checkin.store import database as files
from checkin.store.folding import Folding
from checkin.store.journal import Journal
from checkin.store.rebuilding import FOLDED, logical_query

EVENT = "e0" * 16
STATIONS = ["0a" * 16, "0b" * 16, "0c" * 16]
PEOPLE = ["a1" * 16, "a2" * 16]
ORGANISATIONS = ["01" * 16, "02" * 16]
LISTS = ["11" * 16]
BADGES = ["BBBBBBBBBBBB", "CCCCCCCCCCCC"]

names = st.sampled_from(["Ada", "Bob", "Šimkus", None])
person_set = st.tuples(
    st.just(Kind.ATTENDEE_SET),
    st.sampled_from(PEOPLE),
    st.one_of(
        st.fixed_dictionaries({"name": names}),
        st.fixed_dictionaries({"removed": st.sampled_from([True, False, None])}),
        st.fixed_dictionaries(
            {"status": st.sampled_from(["canceled", "registered", None])},
            optional={
                "organisation": st.sampled_from(ORGANISATIONS),
                "custom.Meal": st.sampled_from(["fish", None]),
                "day.2026-06-02": st.sampled_from([True, None]),
                "unheard_of": st.just(7),
            },
        ),
    ),
)
organisation_set = st.tuples(
    st.just(Kind.ORGANISATION_SET),
    st.sampled_from(ORGANISATIONS),
    st.fixed_dictionaries({"name": names}),
)
list_set = st.tuples(
    st.just(Kind.LIST_SET),
    st.sampled_from(LISTS),
    st.fixed_dictionaries({}, optional={"name": names, "removed": st.booleans()}),
)
erased = st.tuples(
    st.just(Kind.PERSONAL_DATA_ERASED),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries({}, optional={"category": st.just("speaker")}),
)
issued = st.tuples(
    st.just(Kind.BADGE_ISSUED),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries({"badge": st.sampled_from(BADGES), "issue": st.integers(1, 3)}),
)
revoked = st.tuples(
    st.just(Kind.BADGE_REVOKED),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries({"badge": st.sampled_from(BADGES)}),
)
recorded = st.tuples(
    st.just(Kind.CHECK_IN_RECORDED),
    st.sampled_from(LISTS),
    st.fixed_dictionaries(
        {"badge": st.sampled_from(BADGES)},
        optional={"type": st.just("exit"), "at": st.integers(1, 9)},
    ),
)
refused = st.tuples(
    st.just(Kind.CHECK_IN_RECORDED),
    st.sampled_from(LISTS),
    st.just({"badge": BADGES[0], "reason": "already_redeemed"}),
)
annulled = st.tuples(
    st.just(Kind.CHECK_IN_ANNULLED),
    st.sampled_from(LISTS),
    st.fixed_dictionaries({"station": st.sampled_from(STATIONS), "seq": st.integers(1, 6)}),
)
unheard_of = st.tuples(
    st.sampled_from([Kind.CHECK_IN_EXPLAINED, "future.kind"]),
    st.sampled_from(PEOPLE),
    st.just({"why": "lost her coat"}),
)
# What is said belongs together, so that words often meet: people, badges at a door, or anything.
THEMES = (
    st.one_of(person_set, person_set, person_set, organisation_set, erased, unheard_of),
    st.one_of(person_set, organisation_set, list_set, unheard_of),
    st.one_of(recorded, recorded, recorded, annulled, refused),
    st.one_of(issued, revoked, recorded, recorded, person_set),
)
ADA_HAS_BOTH_BADGES = [
    (Kind.BADGE_ISSUED, PEOPLE[0], {"badge": badge, "issue": n})
    for n, badge in enumerate(BADGES, 1)
]


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Draw what up to three stations wrote; clocks may be equal on different stations."""
    entries = []
    theme = draw(st.sampled_from(THEMES))
    for station in STATIONS:
        clock, previous = 0, EVENT
        said = draw(st.lists(theme, min_size=2, max_size=7))
        if station == STATIONS[0]:
            said = ADA_HAS_BOTH_BADGES + said
        for seq, (kind, subject, fields) in enumerate(said, 1):
            clock += draw(st.integers(1, 2))
            salt = "00" * 16 if kind == Kind.ATTENDEE_SET else ""
            body = write_body(fields, salt)
            body_digest = digest_of(body)
            links = (previous, station, seq, kind, subject, clock << 16, subject, body_digest)
            digest = chain(*links)
            entries.append(
                Entry(station, seq, kind, subject, clock << 16, subject, body, body_digest, digest)
            )
            previous = digest
    return entries


class Tables:
    """A journal and its tables in memory."""

    def __init__(self) -> None:
        database = pw.SqliteDatabase(":memory:")
        database.connection().executescript(_schema())
        self._use(database, EVENT)

    @classmethod
    def of(cls, database: pw.SqliteDatabase, event: str) -> "Tables":
        """Look at the tables of an event that is open."""
        tables = cls.__new__(cls)
        tables._use(database, event)
        return tables

    def _use(self, database: pw.SqliteDatabase, event: str) -> None:
        self.database = database
        self.journal = Journal(database, event)
        self._folding = Folding(database, self.journal)

    def take(self, entries: Sequence[Entry]) -> "Tables":
        """Append and fold entries as they arrive."""
        self.journal.insert(entries)
        self._folding.apply(entries)
        return self

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every folded table, stations by their name instead of this file's number."""
        tables = {name: list(map(tuple, self._rows(logical_query(name)))) for name in FOLDED}
        for name, column in (("check_in", 0), ("annulment", 0), ("standing", 6)):
            tables[name] = [self._named(row, column) for row in tables[name]]
        for name in ("event", "check_list", "organisation", "operator", "attendee"):
            tables[name] = [self._named(row, 3) for row in tables[name]]
        tables["badge"] = [self._named(row, 5) for row in tables["badge"]]
        tables["search"] = self._rows(
            "SELECT a.id, s.words FROM search s JOIN attendee a ON a.number = s.rowid ORDER BY 1"
        )
        return {name: sorted(rows, key=repr) for name, rows in tables.items()}

    def _named(self, row: tuple[Any, ...], column: int) -> tuple[Any, ...]:
        if row[column] is None:
            return row
        return (*row[:column], self.journal.name_of(row[column]), *row[column + 1 :])

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.database.execute_sql(query).fetchall()

    def bodies(self) -> dict[tuple[str, int], str]:
        """Return the bodies as they are kept."""
        return {(entry.station, entry.seq): entry.body for entry in self.journal.in_order()}

    def attendee(self, person: str) -> dict[str, Any] | None:
        """Return what the tables say of a person."""
        rows = self._rows(
            "SELECT name, status, lower(hex(organisation)), extra, removed, category, erased"
            f" FROM attendee WHERE id = x'{person}'"
        )
        return dict(zip(_SHOWN, rows[0], strict=True)) if rows else None

    def standing(self) -> dict[tuple[str, str], tuple[int, bool]]:
        """Return entries and inside, by list and attendee."""
        rows = self._rows("SELECT list, attendee, entries, inside FROM standing")
        return {(a.hex(), b.hex()): (entries, bool(inside)) for a, b, entries, inside in rows}


@cache
def _schema() -> str:
    """Return the statements that make an event's tables, read off once."""
    database = pw.SqliteDatabase(":memory:")
    files.build_schema(database)
    rows = database.execute_sql(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND name NOT LIKE 'search\\_%' ESCAPE '\\'"
    ).fetchall()
    database.close()
    return ";\n".join(sql for (sql,) in rows) + ";"


_SHOWN = ("name", "status", "organisation", "extra", "removed", "category", "erased")


def plain_attendee(entries: Iterable[Entry], person: str) -> dict[str, Any] | None:
    """Fold one person by the plainest reading: sort everything, let the later word win."""
    about = sorted((e for e in entries if e.subject == person), key=lambda entry: entry.order)
    erasures = [e for e in about if e.kind == Kind.PERSONAL_DATA_ERASED]
    told = erasures or [e for e in about if e.kind == Kind.ATTENDEE_SET]
    if not told:
        return None
    fields: dict[str, Any] = {}
    for entry in told:
        for name, value in json.loads(entry.body).items():
            if not (name == "removed" and value is None):
                fields[name] = value
    loose = {name: fields[name] for name in sorted(fields) if "." in name and fields[name]}
    return {
        "name": fields.get("name"),
        "status": fields.get("status"),
        "organisation": fields.get("organisation") or "",
        "extra": json.dumps(loose, separators=(",", ":"), ensure_ascii=False) if loose else None,
        "removed": fields.get("removed"),
        "category": fields.get("category"),
        "erased": bool(erasures),
    }


def plain_standing(entries: Sequence[Entry]) -> dict[tuple[str, str], tuple[int, bool]]:
    """Count every attendee on every list by the plainest reading."""
    holders: dict[int, str] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.kind == Kind.BADGE_ISSUED:
            holders.setdefault(as_integer(json.loads(entry.body)["badge"]), entry.subject)
    annulled = {
        (body["station"], body["seq"])
        for body in (json.loads(e.body) for e in entries if e.kind == Kind.CHECK_IN_ANNULLED)
    }
    scans = defaultdict(list)
    for entry in entries:
        if entry.kind != Kind.CHECK_IN_RECORDED or (entry.station, entry.seq) in annulled:
            continue
        body = json.loads(entry.body)
        holder = holders.get(as_integer(body["badge"]))
        if holder and "reason" not in body:
            at = body.get("at", entry.clock >> 16)
            scans[entry.subject, holder].append((at, entry.order, body.get("type") == "exit"))
    return {
        where: (sum(1 for _, _, gone in some if not gone), not max(some)[2])
        for where, some in scans.items()
    }
