"""The schema: what the steps build is what the tables describe, to the letter of a golden dump."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import peewee as pw
import pytest
from playhouse.schema_diff import diff_models

from checkin.errors import CheckinError
from checkin.services.safekeeping import restore, verify
from checkin.store import database as files
from checkin.store import tables as t
from checkin.store.stations import StationBook
from checkin.store.store import Store
from tests.store.histories import Tables
from tests.world import COORDINATOR, World

GOLDEN = Path(__file__).with_name("schema.sql")
LATER = '''"""A later version's step."""


def up(migrator, db):
    db.execute_sql("ALTER TABLE attendee ADD COLUMN shoe_size INTEGER")
'''


def built() -> pw.SqliteDatabase:
    database = pw.SqliteDatabase(":memory:")
    files.build_schema(database)
    return database


def test_the_steps_build_what_the_tables_describe() -> None:
    database = built()
    found = diff_models(database, t.ALL)
    assert not [*found.create_tables, *found.add_columns, *found.drop_columns]
    for table in t.ALL:
        [*columns] = database.execute_sql(f"PRAGMA table_xinfo({table._meta.table_name})")
        generated = {"station_number", "seq"}
        assert {row[1] for row in columns} - generated == set(table._meta.columns)
    database.close()


def test_the_schema_is_the_golden_one() -> None:
    database = built()
    rows = database.execute_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    assert "\n".join(f"{sql};" for (sql,) in rows.fetchall()) + "\n" == GOLDEN.read_text("utf-8")
    database.close()


@pytest.fixture
def later_version(tmp_path: Path) -> Path:
    """The schema steps of a version that has one more."""
    steps = tmp_path / "steps"
    steps.mkdir()
    for step in files.MIGRATIONS.glob("*.py"):
        (steps / step.name).write_text(step.read_text("utf-8"), "utf-8")
    (steps / "0099_shoes.py").write_text(LATER)
    return steps


def test_an_older_file_is_copied_and_brought_up_to_date(world: World, later_version: Path) -> None:
    ada = world.register("Ada")
    world.scan(ada)
    journal = list(world.store.journal.in_order())
    world.close()
    with Store.open(world.path, world.book, world.clock, migrations=later_version) as store:
        assert list(store.journal.in_order()) == journal
        assert store.roster.by_id(ada.id) == ada
        for verb in ("UPDATE entry SET body = '{}'", "DELETE FROM entry"):
            with pytest.raises(pw.DatabaseError, match="append-only"):
                store.database.execute_sql(verb)
    kept = world.path.with_name("seminar.before-update.checkin")
    with Store.open(kept, StationBook(world.path.parent / "another"), world.clock) as old:
        assert list(old.journal.in_order()) == journal
    with pytest.raises(CheckinError) as refused:
        Store.open(world.path, world.book, world.clock)
    assert refused.value.code == "event-newer"


def as_the_first_version_wrote(world: World) -> Path:
    """Return a file with the journal of `world` and nothing of what later steps brought."""
    later = {step.stem for step in files.MIGRATIONS.glob("*.py")} - {"0001_journal"}
    old = world.path.with_name("old.checkin")
    database = pw.SqliteDatabase(old)
    files.build_schema(database, lacking=later)
    database.execute_sql(f"PRAGMA application_id = {files.APPLICATION_ID}")
    for table in ("meta", "station", "entry (id, kind, subject, clock, actor, body, digest)"):
        columns = table.partition(" (")[2].rstrip(")") or "*"
        rows = world.store.database.execute_sql(f"SELECT {columns} FROM {table.split()[0]}")
        marks = ", ".join("?" * len(rows.description))
        database.connection().executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    database.connection().commit()
    database.close()
    return old


def test_an_event_of_the_first_version_opens_with_all_that_later_ones_brought(
    world: World,
) -> None:
    world.register("Åsa Šimkus", organisation="Łódź Foods")
    world.scan(world.register("Ada"))
    old = as_the_first_version_wrote(world)
    with Store.open(old, world.book, world.clock) as store:
        assert Tables.of(store.database, store.event_id).dump() == (
            Tables.of(world.store.database, store.event_id).dump()
        )
        assert verify(store, COORDINATOR).sound
        names = store.database.execute_sql("SELECT sort_name FROM attendee ORDER BY 1").fetchall()
        kept = store.database.execute_sql("SELECT sort_name FROM organisation").fetchall()
    assert names == [("ada\x1fada",), ("simkus\x1fasa",)]
    assert kept == [("lodz foods",)]


def test_a_backup_of_the_first_version_can_be_restored(world: World) -> None:
    ada = world.register("Ada")
    old = as_the_first_version_wrote(world)
    world.close()
    restore(world.path, old, COORDINATOR, world.book, world.clock)
    with Store.open(world.path, world.book, world.clock) as store:
        assert store.roster.by_id(ada.id) == ada


def test_several_windows_bringing_one_file_up_to_date_do_not_collide(
    world: World, later_version: Path
) -> None:
    ada = world.register("Ada")
    world.close()
    gate = Barrier(4)

    def window(number: int) -> str:
        book = StationBook(world.path.parent / f"installation {number}")
        gate.wait()
        with Store.open(world.path, book, world.clock, migrations=later_version) as store:
            found = store.roster.by_id(ada.id)
            return found.name if found else ""

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(window, range(4))) == ["Ada"] * 4


def test_every_pragma_is_as_it_should_be(world: World) -> None:
    def pragma(name: str) -> object:
        return world.store.database.execute_sql(f"PRAGMA {name}").fetchone()[0]

    assert (pragma("journal_mode"), pragma("synchronous")) == ("wal", 2)
    assert (pragma("recursive_triggers"), pragma("secure_delete")) == (1, 1)
    assert pragma("application_id") == files.APPLICATION_ID
    assert world.path.stat().st_mode & 0o777 == 0o600


def test_a_closed_event_is_one_whole_file(world: World) -> None:
    ada = world.register("Ada")
    world.close()
    copy = world.path.with_name("carried.checkin")
    copy.write_bytes(world.path.read_bytes())
    with Store.open(copy, world.book, world.clock) as store:
        assert store.roster.by_id(ada.id) == ada
        with store.write(COORDINATOR):
            pass
        assert len(store.journal.heads()) == 1
