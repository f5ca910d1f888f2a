"""An import undone: what the list brought goes again, what anybody did since stays."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.details import Details
from checkin.domain.people import Attendee, Status
from checkin.domain.verdict import Reason
from checkin.errors import CheckinError
from checkin.services.exchange import exchange
from checkin.services.forks import reissue
from checkin.services.registration import edit
from checkin.services.safekeeping import backup, verify
from checkin.services.undoing_import import UndoneImport, imports, undo_import
from checkin.store.stations import Mark, StationBook
from tests.services.lists import bring, list_of, lists
from tests.world import COORDINATOR, DAY_ONE, RECEPTION, World

some = settings(max_examples=25)


@contextmanager
def a_world() -> Iterator[World]:
    """Give an event of its own to each example."""
    with TemporaryDirectory() as folder:
        world = World.new(Path(folder))
        try:
            yield world
        finally:
            world.close()


def people(world: World) -> dict[str, Attendee]:
    return {one.name: one for one in world.store.roster.everyone()}


def undone(world: World, identity: str | None = None) -> UndoneImport:
    result = undo_import(world.store, COORDINATOR, identity)
    assert verify(world.store, COORDINATOR).sound
    return result


def counts(result: UndoneImport) -> tuple[int, int, list[str]]:
    return result.restored, result.removed, [one.name for one in result.kept]


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(CheckinError) as refused:
        work()
    return refused.value.code


@some
@given(lists, lists)
def test_undoing_gives_the_same_people_as_before(first, second) -> None:
    with a_world() as world:
        bring(world, first)
        world.register("Walk-in", organisation="Alpha")
        before = people(world)
        plan = bring(world, second)
        if plan.import_id:
            result = undone(world)
            assert counts(result) == (plan.changed - of_organisations(plan), plan.added, [])
        assert people(world) == before


def of_organisations(plan) -> int:
    """Return how many rows changed only what is known of their organisation."""
    return sum(
        {change.field for change in row.fields} == {"organisation_kind"} for row in plan.changes
    )


@some
@given(lists, lists)
def test_undoing_import_after_import_leaves_nobody(first, second) -> None:
    with a_world() as world:
        made = [plan for plan in (bring(world, first), bring(world, second)) if plan.import_id]
        for _ in made:
            undone(world)
        assert people(world) == {}
        assert refusal(lambda: undone(world)) == "no-import-to-undo"


@some
@given(lists, lists)
def test_importing_again_after_undoing_is_as_if_nothing_had_been(first, second) -> None:
    with a_world() as world:
        bring(world, first)
        wanted, codes = people(world), {one.badge for one in people(world).values()}
        undone(world)
        if bring(world, second).import_id:
            undone(world)
        bring(world, first)
        again = people(world)
        assert {one.badge for one in again.values()} == codes
        assert {name: plain(one) for name, one in again.items()} == {
            name: plain(one) for name, one in wanted.items()
        }


def plain(one: Attendee) -> tuple[object, ...]:
    """Return somebody without their organisation's kind: the first word on that stays."""
    return one.id, one.email, one.organisation, one.status, one.days, one.notes, one.custom


@some
@given(
    lists,
    lists,
    st.dictionaries(st.integers(0, 4), st.sampled_from(["in", "notes", "same", "back"])),
)
def test_what_happened_since_stays(first, second, since) -> None:
    with a_world() as world:
        bring(world, first)
        before = people(world)
        if not (plan := bring(world, second)).import_id:
            return
        after = people(world)
        touched = {}
        for at, what in since.items():
            if at < len(after):
                person = sorted(after.values(), key=lambda one: one.name)[at]
                touched[person.name] = what
                happen(world, person, what)
        kept = {one.name for one in undone(world, plan.import_id).kept}
        now = people(world)
        for name in after:
            what = touched.get(name, "")
            if name in before:
                expected = before[name].notes if what != "notes" else "by hand"
                assert now[name].notes == expected
                assert now[name].email == before[name].email
                assert now[name].days == before[name].days
                assert now[name].custom == before[name].custom
                assert now[name].organisation == before[name].organisation
                assert now[name].status == before[name].status
            elif what in ("in", "notes"):
                assert name in kept
                assert now[name].email == after[name].email
                assert now[name].custom == after[name].custom
            else:
                assert name not in now
        assert kept <= touched.keys()


def happen(world: World, person: Attendee, what: str) -> None:
    """Let one thing happen to somebody between an import and its undoing."""
    if what == "in":
        world.scan(person, force="let in")
        if person.status in (Status.CANCELED, Status.BLOCKED):
            edit(world.store, COORDINATOR, person, Details({"job_title": "at the door"}))
    if what in ("notes", "back"):
        edit(world.store, COORDINATOR, person, Details({"notes": "by hand"}))
    if what == "back":
        known = world.store.roster.by_id(person.id)
        assert known
        edit(world.store, COORDINATOR, known, Details({"notes": person.notes}))


ADA = ("Ada Abele", "ada@example.lv", "Alpha", "company", "attending", "2 June", "Vegan", "Soup")


def test_every_field_goes_back_and_the_code_stays(world: World) -> None:
    texts = {"email": "ada@example.lv", "organisation": "Beta", "organisation_kind": "cluster"}
    ada = world.register("Ada Abele", (DAY_ONE,), **texts, status="unpaid", notes="Chair")
    both = ("Ada Abele", "ada@example.lv", "Alpha", "company", "attending", "both", "Vegan", "Soup")
    bring(world, list_of(both))
    assert people(world)["Ada Abele"].custom == {"Meal": "Soup"}
    assert counts(undone(world)) == (1, 0, [])
    assert people(world) == {"Ada Abele": ada}


def test_somebody_checked_in_since_is_kept_and_listed(world: World) -> None:
    bring(world, list_of(ADA, ("Bob Berg",)))
    world.scan(people(world)["Ada Abele"])
    assert counts(undone(world)) == (0, 1, ["Ada Abele"])
    assert list(people(world)) == ["Ada Abele"]


def test_somebody_edited_since_is_kept_as_they_are_and_listed(world: World) -> None:
    bring(world, list_of(ADA, ("Bob Berg",)))
    edit(world.store, COORDINATOR, people(world)["Ada Abele"], Details({"job_title": "Chair"}))
    ada = people(world)["Ada Abele"]
    assert counts(undone(world)) == (0, 1, ["Ada Abele"])
    assert people(world) == {"Ada Abele": ada}


def test_a_badge_of_somebody_removed_is_refused_at_the_door(world: World) -> None:
    bring(world, list_of(ADA))
    code = world.code(people(world)["Ada Abele"])
    undone(world)
    assert world.scan(code).reason is Reason.CANCELED


def test_only_what_still_holds_the_imported_value_goes_back(world: World) -> None:
    ada = world.register("Ada Abele", email="ada@example.lv", notes="Chair")
    bring(world, list_of(ADA))
    edit(world.store, COORDINATOR, people(world)[ada.name], Details({"notes": "Window seat"}))
    assert counts(undone(world)) == (1, 0, ["Ada Abele"])
    now = people(world)["Ada Abele"]
    assert (now.notes, now.organisation, now.custom) == ("Window seat", "", {})


def test_the_kind_of_an_organisation_goes_back_too(world: World) -> None:
    world.register("Walk-in", organisation="Alpha", organisation_kind="cluster")
    bring(world, list_of(ADA))
    assert people(world)["Walk-in"].organisation_kind == "company"
    undone(world)
    assert people(world)["Walk-in"].organisation_kind == "cluster"


def test_whoever_came_from_a_new_organisation_since_still_does(world: World) -> None:
    bring(world, list_of(("Bob Berg", "", "Alpha"), ADA))
    world.register("Walk-in", organisation="Alpha")
    undone(world)
    walk_in = people(world)["Walk-in"]
    assert (walk_in.organisation, walk_in.organisation_kind) == ("Alpha", "company")


def test_imports_are_remembered_the_latest_first(world: World) -> None:
    bring(world, list_of(ADA), "june.csv")
    world.later(hours=1)
    bring(world, list_of(ADA, ("", "nameless@example.lv"), ("Bob Berg",)), "late \x07.csv")
    undone(world)
    last, first = imports(world.store, COORDINATOR)
    assert (last.file, last.added, last.changed, last.rejected) == ("late .csv", 1, 0, 1)
    assert (last.undone, first.undone) == (True, False)
    assert (first.file, first.operator, last.at - first.at) == ("june.csv", "Māris", 3_600_000)


def test_an_import_that_changed_nothing_is_not_remembered(world: World) -> None:
    bring(world, list_of(ADA))
    assert bring(world, list_of(ADA)).import_id == ""
    assert len(imports(world.store, COORDINATOR)) == 1


def test_an_import_is_named_by_the_beginning_of_its_id(world: World) -> None:
    first = bring(world, list_of(ADA)).import_id
    bring(world, list_of(("Bob Berg",)))
    assert counts(undone(world, first[:8].upper())) == (0, 1, [])
    assert list(people(world)) == ["Bob Berg"]
    assert refusal(lambda: undone(world, first)) == "import-undone"
    for wrong in ("", first[:5], "no such"):
        assert refusal(lambda wrong=wrong: undone(world, wrong)) == "import-unknown"


def test_another_laptop_undoes_an_import_it_was_sent(world: World) -> None:
    world.register("Walk-in")
    with world.other_laptop() as other:
        other.register("Anybody")
        plan = bring(world, list_of(ADA, ("Bob Berg",)))
        exchange(world.store, other.store, COORDINATOR)
        other.scan(people(other)["Bob Berg"])
        assert counts(undone(other, plan.import_id)) == (0, 1, ["Bob Berg"])
        exchange(world.store, other.store, COORDINATOR)
        assert people(world) == people(other)
        assert sorted(people(world)) == ["Anybody", "Bob Berg", "Walk-in"]
        assert refusal(lambda: undone(world, plan.import_id)) == "import-undone"


def test_reception_may_not_undo_an_import(world: World) -> None:
    bring(world, list_of(ADA))
    assert refusal(lambda: undo_import(world.store, RECEPTION)) == "not-allowed"
    assert refusal(lambda: imports(world.store, RECEPTION)) == "not-allowed"


def test_an_import_re_issued_after_a_fork_is_undone_as_any(world: World) -> None:
    ada = world.register("Ada Abele", email="ada@example.lv")
    mark = Mark(*common_head(world))
    twin_path, book = world.path.with_name("twin.checkin"), StationBook(world.path.parent / "twin")
    backup(world.store, COORDINATOR, twin_path)
    memory = book.memory(world.store.event_id, twin_path)
    memory.write(mark)
    memory.close()
    twin = World(twin_path, book, world.clock)
    world.register("Walk-in")
    bring(twin, list_of(ADA, ("Bob Berg",)))
    twin.close()
    reissue(twin_path, world.path, mark.station, COORDINATOR, book, world.clock)
    mended = World(twin_path, book, world.clock)
    assert counts(undone(mended)) == (1, 1, [])
    assert people(mended) == {ada.name: ada}
    mended.close()


def common_head(world: World) -> tuple[str, int, str]:
    """Return station, number and digest of an entry that world and its twin both hold."""
    [(station, head)] = world.store.journal.heads().items()
    return station, head.seq, head.digest
