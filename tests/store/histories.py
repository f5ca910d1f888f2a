"""Random histories of an event, and the tables they are folded into."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import peewee as pw
from hypothesis import strategies as st

from checkin.domain.entry import Entry, Kind, chain, digest_of, write_body
from checkin.store import database as files
from checkin.store.folding import Folding
from checkin.store.journal import Journal
from checkin.store.rebuilding import FOLDED, logical_query
from checkin.store.roster import Roster
from checkin.store.searching import matching
from checkin.store.templates import kept_templates

EVENT = "e0" * 16
STATIONS = ["0a" * 16, "0b" * 16, "0c" * 16]
PEOPLE = ["a1" * 16, "a2" * 16, "a3" * 16]
ORGANISATIONS = ["01" * 16, "02" * 16]
LISTS = ["11" * 16]
ORGANIZERS = ["41" * 16, "42" * 16]
IMPORTS = ["21" * 16, "22" * 16]
QUESTIONS = ["61" * 16, "62" * 16]
TEMPLATES = ["71" * 16, "72" * 16]
SEALS = ["81" * 16]
SHEETS = ["82" * 16]
CERTIFICATES = ["83" * 16, "84" * 16]
MEETINGS = ["85" * 16]
ROLES = ["51" * 16, "52" * 16]
BADGES = ["BBBBBBBBBBBB", "CCCCCCCCCCCC", "DDDDDDDDDDDD"]
NOBODY = "00" * 16
SALTED = (Kind.ATTENDEE_SET, Kind.BADGE_PRINTED, Kind.TICKET_SENT)

Word = tuple[str, str, dict[str, Any]]

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
                "instruction": st.sampled_from(["Hand over the folder", 7, None]),
                "day.2026-06-02": st.sampled_from([True, None]),
                f"booking.{LISTS[0]}": st.sampled_from([True, None, False]),
                "contacts": st.sampled_from([True, False, None, "yes"]),
                "seeks": st.sampled_from(["lasers", None]),
                "unheard_of": st.just(7),
            },
        ),
    ),
)
# Merged and taken back: mostly downwards, now and then into nobody or the wrong way round.
same_as = {PEOPLE[2]: PEOPLE[:2], PEOPLE[1]: PEOPLE[:1], PEOPLE[0]: [NOBODY, PEOPLE[1]]}
merged = st.one_of(
    st.tuples(
        st.just(Kind.ATTENDEE_SET),
        st.just(person),
        st.fixed_dictionaries({"same_as": st.sampled_from([*others, *others, None])}),
    )
    for person, others in (*same_as.items(), *list(same_as.items())[:2])
)
named = st.tuples(
    st.just(Kind.ATTENDEE_SET), st.sampled_from(PEOPLE), st.fixed_dictionaries({"name": names})
)
there = st.tuples(
    st.just(Kind.ATTENDEE_SET),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries({"removed": st.booleans()}),
)
apart = st.tuples(
    st.just(Kind.ATTENDEE_SET),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries(
        {f"apart.{PEOPLE[1]}": st.sampled_from([True, None, 1])},
        optional={"apart.nobody": st.just(True)},
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
FACES = ["00" * 8, "ff" * 8]
PICTURES = ["31" * 16, PEOPLE[0]]
printed = st.tuples(
    st.just(Kind.BADGE_PRINTED),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries({"badge": st.sampled_from(BADGES), "face": st.sampled_from(FACES)}),
)
sent = st.tuples(
    st.just(Kind.TICKET_SENT),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries(
        {
            "badge": st.sampled_from(BADGES),
            "address": st.sampled_from(["ada@example.lv", "bob@example.lv"]),
        }
    ),
)
organizer_set = st.tuples(
    st.just(Kind.ORGANIZER_SET),
    st.sampled_from(ORGANIZERS),
    st.fixed_dictionaries(
        {},
        optional={
            "name": names,
            "position": st.sampled_from([1, 2, None]),
            "picture": st.sampled_from([PICTURES[0], None]),
            "removed": st.booleans(),
        },
    ),
)
pin_set = st.tuples(
    st.just(Kind.PIN_SET),
    st.sampled_from(ROLES),
    st.fixed_dictionaries(
        {"pin": st.sampled_from(["scrypt$1", "scrypt$2", None])},
        optional={"recovery": st.sampled_from(["scrypt$3", 7, None])},
    ),
)
question_set = st.tuples(
    st.just(Kind.QUESTION_SET),
    st.sampled_from(QUESTIONS),
    st.fixed_dictionaries(
        {},
        optional={
            "text": st.sampled_from(["Meal", "Diet", None]),
            "kind": st.sampled_from(["choice", "future", None]),
            "choices": st.sampled_from([["fish", "meat"], "fish", None]),
            "lists": st.sampled_from([[LISTS[0]], [7], None]),
            "optional": st.sampled_from([True, 1, None]),
            "position": st.sampled_from([1, 2, None]),
            "removed": st.booleans(),
        },
    ),
)
template_set = st.tuples(
    st.just(Kind.TEMPLATE_SET),
    st.sampled_from(TEMPLATES),
    st.fixed_dictionaries(
        {},
        optional={
            "name": names,
            "form": st.sampled_from(
                [{"template": 1, "width": 85.6}, {"template": 2, "new": [{"deep": 7}]}, [7], None]
            ),
            "removed": st.booleans(),
        },
    ),
)
event_set = st.tuples(
    st.just(Kind.EVENT_SET),
    st.just(EVENT),
    st.fixed_dictionaries(
        {"shown_fields": st.sampled_from([["custom.Meal", "country"], [7], "country", None])},
        optional={
            "title": names,
            "template": st.sampled_from([TEMPLATES[0], "classic", 7, None]),
            "threshold": st.sampled_from([75, "75", None]),
            "one_room": st.sampled_from([True, False, None]),
        },
    ),
)
session_set = st.tuples(
    st.just(Kind.SESSION_SET),
    st.sampled_from(LISTS),
    st.fixed_dictionaries(
        {},
        optional={
            "starts": st.sampled_from(["09:00", "10:30", 9, None]),
            "counted": st.sampled_from([True, False, 1, None]),
            "removed": st.booleans(),
        },
    ),
)
sealed = st.tuples(
    st.just(Kind.DAY_SEALED),
    st.sampled_from(SEALS),
    st.fixed_dictionaries(
        {"day": st.sampled_from(["2026-06-02", None])},
        optional={"heads": st.sampled_from([{STATIONS[0]: [3, "ab" * 32]}, [7], None])},
    ),
)
sheet_set = st.tuples(
    st.just(Kind.SHEET_SET),
    st.sampled_from(SHEETS),
    st.fixed_dictionaries(
        {"rows": st.sampled_from([PEOPLE, [7], "all", None])},
        optional={"list": st.sampled_from([LISTS[0], "no id"]), "filled": st.booleans()},
    ),
)
certificate_set = st.tuples(
    st.just(Kind.CERTIFICATE_SET),
    st.sampled_from(CERTIFICATES),
    st.fixed_dictionaries(
        {},
        optional={
            "attendee": st.sampled_from([PEOPLE[0], PEOPLE[1], 7]),
            "hours": st.sampled_from([0, 3_600_000, 1.5]),
            "days": st.sampled_from([["2026-06-02"], None]),
            "withdrawn": st.sampled_from(["corrected", None]),
        },
    ),
)
met = st.tuples(
    st.just(Kind.CONTACT_MET),
    st.sampled_from(MEETINGS),
    st.fixed_dictionaries(
        {"one": st.just(PEOPLE[0]), "other": st.just(PEOPLE[1])},
        optional={"at": st.integers(1, 9), "removed": st.booleans()},
    ),
)
picture_added = st.tuples(
    st.just(Kind.PICTURE_ADDED),
    st.sampled_from(PICTURES),
    st.fixed_dictionaries(
        {"media": st.just("image/png"), "data": st.sampled_from(["AA==", "QUJD", "no picture"])}
    ),
)
photo_set = st.tuples(
    st.just(Kind.PHOTO_SET),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries(
        {
            "media": st.just("image/jpeg"),
            "data": st.sampled_from(["AA==", "QUJD", None, "no photo", 7]),
        }
    ),
)
unheard_of = st.tuples(
    st.sampled_from([Kind.CHECK_IN_EXPLAINED, "future.kind"]),
    st.sampled_from(PEOPLE),
    st.just({"why": "lost her coat"}),
)
imported = st.tuples(
    st.just(Kind.LIST_IMPORTED),
    st.sampled_from(IMPORTS),
    st.fixed_dictionaries(
        {"file": st.sampled_from(["june.csv", 7]), "entries": st.integers(-1, 6)},
        optional={"added": st.integers(0, 3), "changed": st.just("many")},
    ),
)
undone = st.tuples(st.just(Kind.IMPORT_UNDONE), st.sampled_from(IMPORTS), st.just({}))
# What is said belongs together, so that words often meet: people, badges at a door, or anything.
THEMES = (
    st.one_of(person_set, person_set, person_set, organisation_set, erased, unheard_of),
    st.one_of(person_set, organisation_set, list_set, unheard_of),
    st.one_of(recorded, recorded, recorded, annulled, refused),
    st.one_of(issued, revoked, recorded, recorded, person_set),
    st.one_of(imported, imported, undone),
    st.one_of(printed, printed, sent, sent, erased, person_set),
    st.one_of(pin_set, pin_set, unheard_of),
    st.one_of(question_set, question_set, question_set, event_set),
    st.one_of(template_set, template_set, template_set, event_set),
    st.one_of(session_set, session_set, list_set, event_set),
    st.one_of(sealed, sheet_set, certificate_set, certificate_set, met, met),
    st.one_of(organizer_set, organizer_set, picture_added, picture_added, erased),
    st.one_of(photo_set, photo_set, photo_set, person_set, erased),
)
MERGING = (
    st.one_of(merged, merged, merged, named, there, there, person_set, organisation_set, apart),
    st.one_of(merged, merged, named, person_set, erased),
    st.one_of(merged, merged, recorded, recorded, recorded, there, issued, annulled),
)
NAMED = [(Kind.ATTENDEE_SET, person, {"name": "Ada"}) for person in PEOPLE]
BADGES_GIVEN = [
    (Kind.BADGE_ISSUED, PEOPLE[0], {"badge": BADGES[0], "issue": 1}),
    (Kind.BADGE_ISSUED, PEOPLE[0], {"badge": BADGES[1], "issue": 2}),
    (Kind.BADGE_ISSUED, PEOPLE[1], {"badge": BADGES[2], "issue": 1}),
]


@st.composite
def histories(draw: st.DrawFn, themes: Sequence[st.SearchStrategy[Word]] = THEMES) -> list[Entry]:
    """Draw what up to three stations wrote; clocks may be equal on different stations."""
    entries = []
    theme = draw(st.sampled_from(themes))
    for station in STATIONS:
        clock, previous = 0, EVENT
        said = draw(st.lists(theme, min_size=2, max_size=7))
        if station == STATIONS[0]:
            said = [*BADGES_GIVEN, *(NAMED if themes is MERGING else ()), *said]
        for seq, (kind, subject, fields) in enumerate(said, 1):
            clock += draw(st.integers(1, 2))
            salt = "00" * 16 if kind in SALTED else ""
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
        database = pw.SqliteDatabase("file::memory:", uri=True)
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
        self.folding = Folding(database, self.journal)

    def take(self, entries: Sequence[Entry]) -> "Tables":
        """Append and fold entries as they arrive."""
        self.journal.insert(entries)
        self.folding.apply(entries)
        return self

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every folded table, stations by their name instead of this file's number."""
        tables = {name: list(map(tuple, self._rows(logical_query(name)))) for name in FOLDED}
        for name, column in (("check_in", 0), ("annulment", 0), ("standing", 6)):
            tables[name] = [self._named(row, column) for row in tables[name]]
        tables["annulment"] = [self._named(row, 2) for row in tables["annulment"]]
        for name in _THINGS:
            tables[name] = [self._named(row, 3) for row in tables[name]]
        tables["picture"] = [self._named(row, 4) for row in tables["picture"]]
        tables["photo"] = [self._named(row, 3) for row in tables["photo"]]
        for name in ("printing", "ticket"):
            tables[name] = [self._named(row, 4) for row in tables[name]]
        tables["badge"] = [self._named(row, 5) for row in tables["badge"]]
        tables["list_import"] = [self._named(row, 2) for row in tables["list_import"]]
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
            "SELECT name, status, lower(hex(organisation)), extra, removed, category, erased,"
            f" lower(hex(same_as)), lower(hex(person)) FROM attendee WHERE id = x'{person}'"
        )
        return dict(zip(_SHOWN, rows[0], strict=True)) if rows else None

    def found(self, word: str) -> set[str]:
        """Return who is found by a word."""
        numbers = matching(self.database, word, -1)
        people = Roster(self.database).by_numbers(numbers).values()
        assert len(people) == len(numbers)
        return {one.id for one in people}

    def prints(self) -> dict[tuple[str, int], str]:
        """Return the faces last printed, by attendee and badge."""
        rows = self._rows("SELECT attendee, badge, face FROM printing")
        return {(who.hex(), badge): face for who, badge, face in rows}

    def tickets(self) -> dict[tuple[str, int], str]:
        """Return the addresses last sent to, by attendee and badge."""
        rows = self._rows("SELECT attendee, badge, address FROM ticket")
        return {(who.hex(), badge): address for who, badge, address in rows}

    def pictures(self) -> dict[str, bytes]:
        """Return the pictures by id."""
        return {one.hex(): data for one, data in self._rows("SELECT id, data FROM picture")}

    def photos(self) -> dict[str, bytes]:
        """Return the photos by record."""
        rows = self._rows("SELECT id, data FROM photo WHERE data IS NOT NULL")
        return {record.hex(): data for record, data in rows}

    def templates(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """Return name and form of the templates that are there, by id."""
        return {one.id: (one.name, one.form) for one in kept_templates(self.database)}

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


_THINGS = (
    *("event", "check_list", "organisation", "operator", "organizer", "role_pin", "question"),
    *("template", "session", "seal", "sheet", "certificate", "meeting", "attendee"),
)
_SHOWN = (
    "name",
    "status",
    "organisation",
    "extra",
    "removed",
    "category",
    "erased",
    "same_as",
    "person",
)
