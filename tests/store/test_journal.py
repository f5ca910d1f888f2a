"""Any history, in whatever order it arrives, comes to the same tables; tampering is told."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.entry import IMPERSONAL, Entry, Kind, digest_of, write_body
from checkin.errors import CheckinError
from checkin.services.safekeeping import verify
from checkin.store.inspection import Inspection
from checkin.store.roster import Roster
from tests.store.histories import (
    BADGES,
    EVENT,
    LISTS,
    MERGING,
    ORGANIZERS,
    PEOPLE,
    PICTURES,
    STATIONS,
    TEMPLATES,
    THEMES,
    Tables,
    histories,
    template_set,
)
from tests.store.plainreading import (
    plain_attendee,
    plain_found,
    plain_photos,
    plain_pictures,
    plain_prints,
    plain_roster,
    plain_standing,
    plain_templates,
    plain_tickets,
)
from tests.world import COORDINATOR, World

few = settings(max_examples=300)


either = st.sampled_from([THEMES, MERGING, MERGING]).flatmap(histories)


@few
@given(either, st.randoms(use_true_random=False))
def test_whatever_order_entries_arrive_in_the_tables_are_the_same(history, chance) -> None:
    shuffled = history[:]
    chance.shuffle(shuffled)
    in_order = Tables().take(sorted(history, key=lambda entry: entry.order))
    one_by_one = Tables()
    for entry in shuffled:
        one_by_one.take([entry])
    assert one_by_one.dump() == in_order.dump()
    assert Tables().take(shuffled).dump() == in_order.dump()


@given(histories([template_set]))
def test_of_a_template_the_later_form_stands_whole(history) -> None:
    assert Tables().take(history).templates() == plain_templates(history)


@few
@given(either, st.randoms(use_true_random=False))
def test_the_tables_are_the_plainest_reading_of_the_journal(history, chance) -> None:
    chance.shuffle(history)
    tables = Tables().take(history)
    for person in PEOPLE:
        assert tables.attendee(person) == plain_attendee(history, person)
    assert tables.standing() == plain_standing(history)
    assert {one.id for one in Roster(tables.database).everyone()} == plain_roster(history)
    for name in ("Ada", "Bob", "Šimkus"):
        assert tables.found(name) == plain_found(history, name)
    assert tables.prints() == plain_prints(history)
    assert tables.tickets() == plain_tickets(history)
    assert tables.pictures() == plain_pictures(history)
    assert tables.photos() == plain_photos(history)


@few
@given(either, st.randoms(use_true_random=False))
def test_nothing_of_an_erased_person_is_left(history, chance) -> None:
    chance.shuffle(history)
    tables = Tables()
    for entry in history:
        tables.take([entry])
    bodies = tables.bodies()
    erased = {entry.subject for entry in history if entry.kind == Kind.PERSONAL_DATA_ERASED}
    for entry in history:
        kept = bodies[entry.station, entry.seq]
        personal = entry.subject in erased and entry.kind not in IMPERSONAL
        listed = entry.kind in (Kind.CHECK_IN_RECORDED, Kind.CHECK_IN_ANNULLED)
        assert kept == ("" if personal and not listed else entry.body)
    for table in ("search", "printing", "ticket", "picture", "photo"):
        assert not {row[0].hex() for row in tables.dump()[table]} & erased
    assert not list(Inspection(tables.database, tables.journal, EVENT).broken_chains())


@few
@given(histories())
def test_ones_own_word_is_seen_at_once(history: list[Entry]) -> None:
    tables = Tables()
    for entry in sorted(history, key=lambda one: one.order):
        tables.take([entry])
        if entry.kind == Kind.ATTENDEE_SET and '"name":"Bob"' in entry.body:
            seen = tables.attendee(entry.subject)
            assert seen
            assert seen["erased"] or seen["name"] == "Bob"


def a_day(world: World) -> None:
    """Fill a world with a bit of everything."""
    ada = world.register("Ada", organisation="Riga Photonics")
    world.register("Šimkus", email="simkus@example.lt")
    world.scan(ada)
    world.scan(ada)
    world.scan("junk")


def test_any_changed_byte_of_an_entry_is_found(world: World) -> None:
    a_day(world)
    world.close()
    with sqlite3.connect(world.path) as raw:
        raw.execute("DROP TRIGGER entry_is_never_changed")
        columns = ("kind", "subject", "clock", "actor", "body", "body_digest", "digest")
        ids = [row[0] for row in raw.execute("SELECT id FROM entry ORDER BY id")]
    reopened = World(world.path, world.book, world.clock)
    connection = reopened.store.database.connection()
    missed = []
    for entry_id in ids:
        for column in columns:
            [value] = connection.execute(
                f"SELECT {column} FROM entry WHERE id = ?", (entry_id,)
            ).fetchone()
            for changed in changes(value):
                update = f"UPDATE entry SET {column} = ? WHERE id = ?"
                connection.execute(update, (changed, entry_id))
                if verify(reopened.store, COORDINATOR).sound:
                    missed.append((entry_id, column, changed))
                connection.execute(update, (value, entry_id))
    reopened.close()
    assert not missed


def changes(value: object) -> list[object]:
    """Return a value with one byte changed: the first, one in the middle, the last."""
    if value is None:
        return [b"\x00" * 32]
    if isinstance(value, int):
        return [value + 1, value - 1]
    raw = bytearray(value.encode() if isinstance(value, str) else value)
    changed: list[object] = []
    for at in (0, len(raw) // 2, len(raw) - 1):
        other = raw.copy()
        other[at] ^= 1
        changed.append(other.decode() if isinstance(value, str) else bytes(other))
    return changed


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = '{}'",
        "UPDATE entry SET body = ''",
        "UPDATE entry SET body = '', body_digest = randomblob(32)",
        "DELETE FROM entry",
        "INSERT OR REPLACE INTO entry (id, kind, subject, clock, actor, body, digest)"
        " SELECT id, kind, subject, clock, actor, '{}', digest FROM entry",
    ],
)
def test_the_database_itself_refuses_to_change_the_journal(world: World, statement: str) -> None:
    a_day(world)
    before = list(world.store.journal.in_order())
    with pytest.raises(Exception, match="append-only"):
        world.store.database.execute_sql(statement)
    assert list(world.store.journal.in_order()) == before


def test_a_table_that_is_not_what_the_journal_says_is_found(world: World) -> None:
    a_day(world)
    assert verify(world.store, COORDINATOR).sound
    world.store.database.execute_sql("UPDATE attendee SET name = 'Eve' WHERE name = 'Ada'")
    world.store.database.execute_sql("DELETE FROM standing")
    found = verify(world.store, COORDINATOR)
    assert found.tables == ["attendee", "standing"]


def test_a_copy_goes_on_as_a_station_of_its_own(world: World) -> None:
    a_day(world)
    first = world.store.station
    with world.other_laptop() as other:
        assert other.store.station is None
        other.register("Walk-in")
        assert other.store.station not in (None, first)
        assert len(other.store.journal.heads()) == 2
    assert world.store.station == first


def test_opening_alone_makes_no_station(world: World, tmp_path: Path) -> None:
    with world.other_laptop() as other:
        assert len(other.store.journal.heads()) == 1


def test_a_file_that_lost_its_last_entries_goes_on_as_a_new_station(world: World) -> None:
    from checkin.services.safekeeping import backup, restore

    ada = world.register("Ada")
    saved = world.path.with_name("saved.checkin")
    backup(world.store, COORDINATOR, saved)
    world.scan(ada)
    old = world.store.station
    world.close()
    world.path.write_bytes(saved.read_bytes())
    reopened = World(world.path, world.book, world.clock)
    assert reopened.store.station is None
    reopened.scan(ada)
    assert reopened.store.station != old
    reopened.close()
    restore(world.path, saved, COORDINATOR, world.book, world.clock)


def test_an_event_of_a_newer_version_is_refused(world: World) -> None:
    world.store.database.execute_sql(
        "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')"
    )
    world.close()
    with pytest.raises(CheckinError) as refused:
        World(world.path, world.book, world.clock)
    assert refused.value.code == "event-newer"


@pytest.mark.parametrize(
    ("kind", "subject", "body"),
    [
        (Kind.CHECK_IN_RECORDED, LISTS[0], {"badge": BADGES[0], "at": 2**70}),
        (Kind.CHECK_IN_ANNULLED, LISTS[0], {"station": STATIONS[0], "seq": 2**70}),
        (Kind.CHECK_IN_ANNULLED, LISTS[0], {"station": "no station", "seq": 1}),
        (Kind.BADGE_ISSUED, PEOPLE[0], {"badge": BADGES[0], "issue": 2**70}),
        (Kind.BADGE_ISSUED, PEOPLE[0], {"badge": "no badge"}),
        (Kind.BADGE_PRINTED, PEOPLE[0], {"badge": "no badge", "face": 7}),
        (Kind.PICTURE_ADDED, PICTURES[0], {"media": "image/png", "data": "\u0161"}),
        (Kind.ORGANIZER_SET, ORGANIZERS[0], {"picture": "no id", "position": 2**70}),
        (Kind.LIST_SET, LISTS[0], {"name": ["a", "list"], "capacity": 2**70}),
        (Kind.ATTENDEE_SET, PEOPLE[0], {"name": "Ada", "same_as": "no id"}),
        (Kind.ATTENDEE_SET, PEOPLE[0], {"name": "Ada", "same_as": PEOPLE[0]}),
        (Kind.ATTENDEE_SET, PEOPLE[0], {"name": 7, "organisation": "no id", "day.x": True}),
    ],
)
def test_what_no_version_of_ours_writes_does_no_harm(kind, subject, body) -> None:
    """Another station may be of a version to come, or hostile: its entries still have to fold."""
    take(kind, subject, write_body(body))


@pytest.mark.parametrize(
    "value",
    ['"\\ud800"', "9" * 5000, "[" * 99_999, "[" * 900 + "]" * 900, '{"a":' * 900 + "7" + "}" * 900],
    ids=["half a letter", "long number", "not ended", "deep list", "deep object"],
)
@pytest.mark.parametrize(
    ("kind", "subject", "body"),
    [
        (Kind.ATTENDEE_SET, PEOPLE[0], '{"name":%s}'),
        (Kind.TEMPLATE_SET, TEMPLATES[0], '{"name":"A","form":{"front":%s}}'),
        (Kind.BADGE_PRINTED, PEOPLE[0], '{"face":%s}'),
    ],
)
def test_a_body_that_can_hardly_be_read_does_no_harm(kind, subject, body, value) -> None:
    take(kind, subject, body % value)


def take(kind: str, subject: str, text: str) -> None:
    entry = Entry(STATIONS[1], 1, kind, subject, 1 << 16, subject, text, digest_of(text), "ab" * 32)
    Tables().take([entry])
