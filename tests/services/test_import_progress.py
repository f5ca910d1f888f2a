"""An import says how far it is, shows what it would do, and leaves nothing when canceled."""

from collections.abc import Callable

import pytest

from checkin.domain.changes import FieldChange, RowKind
from checkin.domain.details import Details
from checkin.errors import CheckinError
from checkin.services.importing import import_list, plan_import
from checkin.services.importprogress import Progress
from checkin.services.registration import edit
from checkin.services.undoing_import import undo_import
from tests.services.lists import COLUMNS, big_list, bring, letters, list_of
from tests.store.histories import Tables
from tests.world import COORDINATOR, DAY_TWO, World

ROWS = 1200
Work = Callable[[World, Progress], object]


def importing(world: World, progress: Progress) -> object:
    return import_list(world.store, COORDINATOR, big_list(ROWS), COLUMNS, progress)


def planning(world: World, progress: Progress) -> object:
    return plan_import(world.store, COORDINATOR, big_list(ROWS), COLUMNS, progress)


def undoing(world: World, progress: Progress) -> object:
    return undo_import(world.store, COORDINATOR, None, progress)


def everything(world: World) -> object:
    """Return all there is in an event, however its file is laid out."""
    tables = Tables.of(world.store.database, world.store.event_id)
    return tables.dump(), list(world.store.journal.in_order())


def prepared(world: World, work: Work) -> None:
    """Give undoing an import to undo, an import a roster to look through."""
    bring(world, big_list(ROWS if work is undoing else 10))


@pytest.mark.parametrize("work", [importing, planning, undoing])
def test_progress_is_one_rising_count_to_the_total(world: World, work: Work) -> None:
    prepared(world, work)
    heard: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        heard.append((done, total))
        return True

    work(world, progress)
    assert {total for _, total in heard} == {ROWS}
    counted = [done for done, _ in heard]
    assert counted == sorted(counted)
    assert (counted[0], counted[-1]) == (0, ROWS)
    assert len(set(counted)) > 5


@pytest.mark.parametrize("work", [importing, planning, undoing])
def test_canceled_at_any_moment_nothing_is_changed(world: World, work: Work) -> None:
    prepared(world, work)
    before, moment = everything(world), 1
    while stopped_at(moment, work, world):
        assert everything(world) == before
        moment += 1
    assert moment > 8
    assert (everything(world) == before) == (work is planning)


def stopped_at(moment: int, work: Work, world: World) -> bool:
    """Say no when asked for that time; return whether the work stopped there, or was done."""
    asked = 0

    def progress(done: int, total: int) -> bool:
        nonlocal asked
        asked += 1
        return asked != moment

    try:
        work(world, progress)
    except CheckinError as error:
        return (error.code, asked) == ("canceled", moment)
    return False


@pytest.mark.parametrize("work", [importing, undoing])
def test_what_another_window_does_meanwhile_is_taken_into_account(world: World, work: Work) -> None:
    prepared(world, work)
    window = World(world.path, world.book, world.clock)
    heard: list[int] = []

    def progress(done: int, total: int) -> bool:
        if done > total // 3 and max(heard) <= total // 3:
            name = f"Person {letters(7)}"
            [seven] = [one for one in window.store.roster.everyone() if one.name == name]
            edit(window.store, COORDINATOR, seven, Details({"notes": "by hand"}))
        heard.append(done)
        return True

    work(world, progress)
    window.close()
    assert heard == sorted(heard)
    notes = [one.notes for one in world.store.roster.everyone()]
    assert notes.count("by hand") == 1
    assert len(notes) == (1 if work is undoing else ROWS)


@pytest.mark.parametrize("work", [importing, undoing])
def test_who_comes_just_as_it_begins_is_there_afterwards(world: World, work: Work) -> None:
    prepared(world, work)
    window = World(world.path, world.book, world.clock)
    come: list[str] = []

    def on_statement(statement: str) -> None:
        if not come and "INTO scratch.attendee" in statement:
            come.append(window.register("Zoe").id)

    connection = world.store.database.connection()
    connection.set_trace_callback(on_statement)
    work(world, lambda done, total: True)
    connection.set_trace_callback(None)
    window.close()
    there = {one.id for one in world.store.roster.everyone()}
    assert come[0] in there
    assert len(there) == (1 if work is undoing else ROWS + 1)


def test_the_store_is_written_as_before_after_a_canceled_import(world: World) -> None:
    with pytest.raises(CheckinError):
        importing(world, lambda done, total: done < total * 3 // 4)
    ada = world.register("Ada")
    assert world.scan(ada).reason is None
    assert len(world.store.journal.heads()) == 1


def test_a_plan_says_what_each_row_would_change(world: World) -> None:
    ada = world.register("Ada Abele", email="ada@example.lv", organisation="Alpha", notes="Chair")
    edit(world.store, COORDINATOR, ada, Details({}, custom={"Meal": "Fish"}))
    row = ("Ada Abele", "ada@example.lv", "Beta", "", "pending", "3 June", "Vegan", "Soup")
    plan = plan_import(
        world.store,
        COORDINATOR,
        list_of(row, ("", "x@example.lv"), ("Bob Berg", "bob@example.lv")),
        COLUMNS,
    )
    [changed], [added] = plan.changes, plan.additions
    assert (changed.row, changed.name, changed.kind) == (2, "Ada Abele", RowKind.CHANGED)
    assert set(changed.fields) == {
        FieldChange("organisation", "Alpha", "Beta"),
        FieldChange("status", "registered", "unapproved"),
        FieldChange("days", "", DAY_TWO.isoformat()),
        FieldChange("notes", "Chair", "Vegan"),
        FieldChange("custom.Meal", "Fish", "Soup"),
    }
    assert list(plan.every_change()) == [changed, added]
    assert (added.row, added.kind, added.fields) == (4, RowKind.ADDED, ())
    assert (added.name, added.email, added.organisation) == ("Bob Berg", "bob@example.lv", "")


def test_a_row_that_says_more_of_an_organisation_shows_it(world: World) -> None:
    world.register("Ada Abele", email="ada@example.lv", organisation="Alpha")
    row = ("Ada Abele", "ada@example.lv", "Alpha", "cluster")
    plan = plan_import(world.store, COORDINATOR, list_of(row), COLUMNS)
    [changed] = plan.changes
    assert changed.fields == (FieldChange("organisation_kind", "", "cluster"),)


def test_a_plan_names_all_that_it_counts(world: World) -> None:
    plan = plan_import(world.store, COORDINATOR, big_list(ROWS), COLUMNS)
    assert (plan.added, len(plan.additions), plan.changes) == (ROWS, ROWS, ())
    bring(world, big_list(ROWS))
    known = {one.id: one.name for one in world.store.roster.everyone()}
    assert sorted(one.name for one in plan.additions) == sorted(known.values())
    plan = plan_import(world.store, COORDINATOR, big_list(ROWS, notes="Vegan"), COLUMNS)
    assert (plan.changed, len(plan.changes), len(plan.additions)) == (ROWS, ROWS, 0)
    assert plan.people_changed == known.keys()
