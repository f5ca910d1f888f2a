"""A rehearsal practises everything, and nothing of it reaches anything that counts."""

import sqlite3
from contextlib import closing
from datetime import time
from pathlib import Path

import pytest

from checkin.domain.questions import QuestionKind
from checkin.domain.rehearsal import Practice, start_on
from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.services.admission import Door
from checkin.services.backups import back_up, back_up_when_due, backups
from checkin.services.badges import badge_of
from checkin.services.exchange import exchange
from checkin.services.pins import set_pin
from checkin.services.questions import Wording, add_question
from checkin.services.rehearsal import (
    RehearsalPlace,
    begin_rehearsal,
    clear_rehearsals,
    codes_to_practise,
    furnish,
)
from checkin.services.safekeeping import backup, rescue, restore, verify
from checkin.services.signing_in import sign_in
from checkin.store.store import Store
from tests.world import COORDINATOR, RECEPTION, World


def files_of(folder: Path, but: str = "-lock") -> dict[Path, bytes]:
    """Return every file below a folder, byte for byte."""
    found = (one for one in folder.rglob("*") if one.is_file() and not one.name.endswith(but))
    return {one.relative_to(folder): one.read_bytes() for one in found}


def opened(world: World, path: Path) -> Store:
    """Open a copy as its rehearsal does: with the memory of stations beside it."""
    book = world.book.rehearsing(path.parent / "stations")
    return Store.open(path, book, world.clock, rehearsal=True)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The folder of a rehearsal."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture
def copy(world: World, elsewhere: Path) -> Path:
    """A copy to practise on, of an event where Ada is in."""
    world.scan(world.register("Ada Ozola"))
    back_up(world.store, COORDINATOR, "")
    path = begin_rehearsal(world.store, RECEPTION, elsewhere)
    with opened(world, path) as store:
        furnish(store, RECEPTION)
    return path


def test_copying_tells_how_far_it_is_and_can_be_canceled(world, elsewhere):
    heard = list[tuple[int, int]]()

    def go_on(done: int, total: int) -> bool:
        heard.append((done, total))
        return True

    begin_rehearsal(world.store, RECEPTION, elsewhere, go_on).unlink()
    assert heard[-1][0] == heard[-1][1] > 0
    with pytest.raises(CheckinError, match="canceled"):
        begin_rehearsal(world.store, RECEPTION, elsewhere, lambda *_: False)
    assert not list(elsewhere.iterdir())


def test_each_code_shows_at_the_door_what_it_is_there_for(world, copy):
    with opened(world, copy) as store:
        door = Door(store, RECEPTION, world.list())
        for one in codes_to_practise(store, RECEPTION):
            verdict = door.scan(one.text)
            assert verdict.reason is one.reason, one.practice
            assert (verdict.attendee.name if verdict.attendee else "") in {one.name, ""}


def test_questions_and_categories_do_not_stand_in_the_way_of_a_code(world, elsewhere):
    for kind, choices in ((QuestionKind.TEXT, ()), (QuestionKind.CHOICE, ("fish", "soup"))):
        add_question(world.store, COORDINATOR, Wording(f"Which {kind}?", kind, choices))
    world.rules(categories=("speaker",))
    path = begin_rehearsal(world.store, RECEPTION, elsewhere)
    with opened(world, path) as store:
        furnish(store, RECEPTION)
        (guest, *_) = codes_to_practise(store, RECEPTION)
        assert Door(store, RECEPTION, world.list()).scan(guest.text).reason is None


def test_at_the_real_door_every_test_code_is_unknown(world, copy):
    for one in codes_to_practise(world.store, RECEPTION):
        verdict = world.scan(one.text)
        assert verdict.reason is not None
        assert verdict.reason.value == "invalid"


def test_a_page_of_codes_is_good_for_every_rehearsal_of_the_event(world, copy):
    with opened(world, copy) as store:
        assert codes_to_practise(store, RECEPTION) == codes_to_practise(world.store, RECEPTION)


def test_nothing_of_it_reaches_event_backups_or_what_the_station_remembers(world, tmp_path, copy):
    world.store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    home = world.path.parent
    before = {
        path: content for path, content in files_of(home).items() if "elsewhere" not in path.parts
    }
    counted = world.store.journal.count(), world.store.station
    with opened(world, copy) as store:
        assert store.station not in world.store.journal.heads()
        for one in codes_to_practise(store, RECEPTION):
            Door(store, RECEPTION, world.list()).scan(one.text)
        world.later(minutes=6)
        assert back_up_when_due(store, RECEPTION, "") is None
    after = {
        path: content for path, content in files_of(home).items() if "elsewhere" not in path.parts
    }
    assert after == before
    assert (world.store.journal.count(), world.store.station) == counted
    assert verify(world.store, COORDINATOR).sound


def test_it_goes_on_as_a_new_station_with_sound_tables(world, copy):
    with opened(world, copy) as store:
        assert store.station
        assert store.station != world.store.station
        assert verify(store, COORDINATOR).sound


def test_neither_side_exchanges_with_it(world, tmp_path, copy):
    with pytest.raises(CheckinError, match="rehearsal-apart"):
        Store.open(copy, world.book, world.clock)
    with opened(world, copy) as rehearsed:
        for one, other in ((world.store, rehearsed), (rehearsed, world.store)):
            heads = one.journal.heads(), other.journal.heads()
            with pytest.raises(CheckinError, match="rehearsal-stays"):
                exchange(one, other, COORDINATOR)
            assert (one.journal.heads(), other.journal.heads()) == heads


def test_an_event_is_no_rehearsal_either(world):
    with pytest.raises(CheckinError, match="rehearsal-apart"):
        Store.open(world.path, world.book, world.clock, rehearsal=True)


def test_no_copy_of_it_is_kept_and_it_replaces_no_event(world, tmp_path, copy):
    target = tmp_path / "kept.checkin"
    with opened(world, copy) as store:
        for keeps in (backup, rescue):
            with pytest.raises(CheckinError, match="rehearsal-stays"):
                keeps(store, COORDINATOR, target)
        with pytest.raises(CheckinError, match="rehearsal-stays"):
            back_up(store, COORDINATOR, "")
        assert backups(store, COORDINATOR, "") == []
    with pytest.raises(CheckinError, match="rehearsal-apart"):
        restore(tmp_path / "new.checkin", copy, COORDINATOR, world.book, world.clock)
    assert not target.exists()
    assert not (tmp_path / "new.checkin").exists()


def test_sqlites_own_copy_of_it_is_marked_too(world, tmp_path, copy):
    again = tmp_path / "again.checkin"
    with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(again)) as target:
        source.backup(target)
    with pytest.raises(CheckinError, match="rehearsal-apart"):
        Store.open(again, world.book, world.clock)


def test_test_people_are_never_added_to_an_event(world):
    before = world.store.journal.count()
    with pytest.raises(CheckinError, match="rehearsal-apart"):
        furnish(world.store, COORDINATOR)
    assert world.store.journal.count() == before


def test_wrong_pins_count_in_a_rehearsal_as_ever(world, elsewhere):
    set_pin(world.store, COORDINATOR, Role.COORDINATOR, "4711")
    path = begin_rehearsal(world.store, RECEPTION, elsewhere)
    with opened(world, path) as store:
        for _ in range(5):
            with pytest.raises(CheckinError, match="pin-wrong"):
                sign_in(store, "Māris", Role.COORDINATOR, "0000")
    with pytest.raises(CheckinError, match="pin-wait"):
        sign_in(world.store, "Māris", Role.COORDINATOR, "4711")


def test_who_signed_in_is_signed_in_there(world, elsewhere):
    set_pin(world.store, COORDINATOR, Role.COORDINATOR, "4711")
    who = sign_in(world.store, "Māris", Role.COORDINATOR, "4711")
    path = begin_rehearsal(world.store, who, elsewhere)
    with opened(world, path) as store:
        furnish(store, who)
        with pytest.raises(CheckinError, match="pin-needed"):
            furnish(store, Operator("Nobody", Role.COORDINATOR))


def test_real_badges_are_let_in_there(world, copy):
    with opened(world, copy) as store:
        (ada,) = (one for one in store.roster.everyone() if one.name == "Ada Ozola")
        code = badge_of(store, ada).code
        assert Door(store, RECEPTION, world.list()).scan(code).reason.value == "already_redeemed"


def test_a_place_is_gone_at_the_end_and_after_a_crash_at_the_next_start(tmp_path):
    ended, running = RehearsalPlace(tmp_path), RehearsalPlace(tmp_path)
    crashed = running.folder.parent / "crashed"
    for folder in (ended.folder, running.folder, crashed):
        folder.mkdir(exist_ok=True)
        (folder / "seminar.checkin").write_text("people")
    ended.end()
    assert not ended.folder.exists()
    clear_rehearsals(tmp_path)
    assert not crashed.exists()
    assert (running.folder / "seminar.checkin").exists()
    running.end()
    assert list(running.folder.parent.iterdir()) == []


def test_it_begins_on_the_days_morning_or_when_its_door_opens(world):
    event = world.store.programme.event()
    local = event.local(start_on(event, event.first_day, world.list()))
    assert (local.date(), local.time()) == (event.first_day, time(8, 45))
    late = world.rules(opens=time(10, 30))
    assert event.local(start_on(event, event.first_day, late)).time() == time(10, 30)


def test_there_is_a_code_for_everything_to_practise(world):
    assert [one.practice for one in codes_to_practise(world.store, RECEPTION)] == list(Practice)
