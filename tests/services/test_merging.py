"""Two records of one person: at the door, on the roster, in lists that come again, and undone."""

import pytest

from checkin.domain.details import Details
from checkin.domain.duplicates import Pair
from checkin.domain.entry import Kind
from checkin.domain.merging import Side
from checkin.domain.people import Attendee, Status
from checkin.domain.roles import Operator, Role
from checkin.domain.table import Row, Table
from checkin.domain.verdict import Reason
from checkin.errors import CheckinError
from checkin.services.attendance import attendance
from checkin.services.badges import badges_to_print, replace_badge
from checkin.services.browsing import listing, roster_counts
from checkin.services.duplicates import compare, likely_duplicates, without
from checkin.services.exchange import exchange
from checkin.services.history import What, history
from checkin.services.importing import import_list
from checkin.services.merging import (
    Merged,
    keep_apart,
    merge,
    take_back_apart,
    take_back_merger,
)
from checkin.services.reception import latest, overview
from checkin.services.registration import edit, find_attendee, roster
from checkin.services.safekeeping import rebuild, verify
from checkin.services.turnout import turnout
from checkin.services.undoing_import import undo_import
from tests.benchmarks.recording import listen
from tests.store.histories import Tables
from tests.world import COORDINATOR, DAY_ONE, World


@pytest.fixture
def two(world: World) -> tuple[Attendee, Attendee]:
    """One person registered twice; the first has the smaller id."""
    one = world.register("Jānis Bērziņš", email="janis@lwc.example", registration="R-1")
    other = world.register("Berzins Janis", email="jb@gmail.com", registration="R-2")
    first, second = sorted((one, other), key=lambda each: each.id)
    return first, second


def merged(world: World, keep: Attendee, other: Attendee, *take: str) -> Merged:
    return merge(world.store, COORDINATOR, keep, other, dict.fromkeys(take, Side.OTHER))


def names(world: World) -> list[str]:
    return [one.name for one in roster(world.store, COORDINATOR)]


def test_whichever_is_kept_the_smaller_id_is_the_persons(world: World, two) -> None:
    first, second = two
    done = merged(world, second, first, "email")
    assert (done.person.id, done.record) == (first.id, second.id)
    assert (done.person.name, done.person.email) == (second.name, first.email)
    assert done.person.registration == first.registration
    assert verify(world.store, COORDINATOR).sound


def test_one_person_is_listed_and_everything_finds_them(world: World, two) -> None:
    first, second = two
    done = merged(world, first, second)
    assert names(world) == [first.name]
    assert (
        len(listing(world.store, COORDINATOR)) == roster_counts(world.store, COORDINATOR).total == 1
    )
    assert [one.attendee.id for one in badges_to_print(world.store, COORDINATOR)] == [first.id]
    for word in (first.email, second.email, first.registration, second.registration, second.name):
        assert [one.id for one in roster(world.store, COORDINATOR, word)] == [first.id], word
    for reference in (second.id, second.id[:9], second.badge, second.registration, first.badge):
        assert find_attendee(world.store, reference) == done.person


def test_every_badge_and_ticket_opens_the_door_once(world: World) -> None:
    plain = world.register("Jānis Bērziņš")
    (row,) = [Row(2, ("Janis Berzins", "T-99"))]
    table = Table(("Name", "Ticket code"), (row,))
    import_list(world.store, COORDINATOR, table, {0: "name", 1: "ticket_code"})
    (other,) = (one for one in roster(world.store, COORDINATOR) if one.ticket_code)
    codes = [world.code(plain), world.code(other), "T-99"]
    merged(world, plain, other)
    for first_code in codes[:1]:
        assert world.scan(first_code).attendee.name == "Jānis Bērziņš"
    for code in codes[1:]:
        again = world.scan(code)
        assert again.reason is Reason.ALREADY_REDEEMED
        assert again.attendee.name == "Jānis Bērziņš"
        assert again.previous
    world.later(minutes=5)
    assert world.scan(codes[1], leaving=True).reason is None
    assert overview(world.store, COORDINATOR, world.list()).inside == 0
    assert world.scan(codes[0]).reason is None
    assert {one.name for one in latest(world.store, COORDINATOR)} == {"Jānis Bērziņš"}
    (day, _) = attendance(world.store, COORDINATOR)
    assert (day.registered, day.present) == (1, 1)
    assert [one.present for one in turnout(world.store, COORDINATOR).days] == [1, 0]


def test_check_ins_from_before_and_from_paper_count_together(world: World, two) -> None:
    first, second = two
    world.later(minutes=30)
    assert world.scan(second).reason is None
    merged(world, first, second)
    assert world.scan(first).reason is Reason.ALREADY_REDEEMED
    assert world.scan(first, at="2026-06-02T09:10").reason is None
    assert world.scan(second, at="2026-06-02T09:20").reason is Reason.ALREADY_REDEEMED
    take_back_merger(world.store, COORDINATOR, second.id)
    assert overview(world.store, COORDINATOR, world.list()).inside == 2
    assert verify(world.store, COORDINATOR).sound


def test_a_scan_of_somebody_merged_asks_no_more_than_any(world: World, two) -> None:
    first, second = two
    third = world.register("Ada")
    for one in (second, third):
        world.scan(one)
    merged(world, first, second)
    codes = [world.code(third), world.code(first)]
    heard = listen(world.store)
    said = []
    for code in codes:
        heard.take()
        assert world.scan(code).reason is Reason.ALREADY_REDEEMED
        said.append([sql for sql, _ in heard.take()])
    assert said[0] == said[1]


@pytest.mark.parametrize("known", [0, 1])
def test_a_replaced_badge_replaces_all_whoever_was_known_before(
    world: World, two, known: int
) -> None:
    first, second = two
    code = world.code(second)
    merged(world, first, second)
    new = replace_badge(world.store, COORDINATOR, two[known])
    refused = world.scan(code)
    assert refused.reason is Reason.REVOKED
    assert refused.revoked_at == world.clock()
    assert refused.attendee.badge == new.attendee.badge
    assert world.scan(new.code).reason is None
    apart = take_back_merger(world.store, COORDINATOR, second.id)
    assert apart.again.badge not in ("", second.badge)
    assert world.scan(apart.again).reason is None


def test_what_is_typed_of_a_record_merged_meanwhile_is_said_of_the_person(world, two) -> None:
    first, second = two
    merged(world, first, second)
    person = edit(world.store, COORDINATOR, second, Details({"notes": "vegan"}))
    assert (person.id, person.notes, person.name) == (first.id, "vegan", first.name)


def test_merging_is_taken_back_but_for_what_was_changed_since(world: World, two) -> None:
    first, second = two
    edit(world.store, COORDINATOR, second, Details({"job_title": "Director", "country": "Latvia"}))
    done = merged(world, first, second, "email")
    assert (done.person.job_title, done.person.email) == ("Director", second.email)
    edit(world.store, COORDINATOR, done.person, Details({"job_title": "Chair"}))
    apart = take_back_merger(world.store, COORDINATOR, first.registration)
    assert (apart.person.job_title, apart.person.country) == ("Chair", "")
    assert apart.person.email == first.email
    assert (apart.again.name, apart.again.job_title) == (second.name, "Director")
    with pytest.raises(CheckinError, match="not-merged"):
        take_back_merger(world.store, COORDINATOR, first.id)


def test_three_records_are_one_person_and_come_apart_the_last_first(world: World) -> None:
    people = [world.register("Ada", email=f"{n}@x.example") for n in range(3)]
    small, middle, large = sorted(people, key=lambda one: one.id)
    merged(world, large, middle)
    done = merged(world, small, large)
    assert done.person.id == small.id
    assert set(world.store.roster.records(small.id)) == {one.id for one in people}
    assert world.scan(large).reason is None
    assert world.scan(small).reason is world.scan(middle).reason is Reason.ALREADY_REDEEMED
    with pytest.raises(CheckinError, match="same-person"):
        merged(world, large, middle)
    before = world.store.journal.count()
    with pytest.raises(CheckinError, match="merged-since"):
        take_back_merger(world.store, COORDINATOR, large.id)
    assert world.store.journal.count() == before
    assert take_back_merger(world.store, COORDINATOR, small.id).again.id == middle.id
    assert sorted(names(world)) == ["Ada", "Ada"]
    assert take_back_merger(world.store, COORDINATOR, large.id).again.id == large.id
    assert len(names(world)) == 3


def test_who_is_kept_apart_is_not_offered_until_that_is_taken_back(world: World, two) -> None:
    first, second = two
    (pair,) = likely_duplicates(world.store, COORDINATOR)
    keep_apart(world.store, COORDINATOR, second, first)
    assert likely_duplicates(world.store, COORDINATOR) == []
    with pytest.raises(CheckinError, match="apart-already"):
        keep_apart(world.store, COORDINATOR, first, second)
    take_back_apart(world.store, COORDINATOR, first, second)
    assert likely_duplicates(world.store, COORDINATOR) == [pair]
    with pytest.raises(CheckinError, match="not-apart"):
        take_back_apart(world.store, COORDINATOR, first, second)


def test_who_is_apart_from_one_record_is_apart_from_the_person(world: World) -> None:
    one, two, three = (world.register("Ada", email=f"{n}@x.example") for n in range(3))
    keep_apart(world.store, COORDINATOR, two, three)
    merged(world, one, two)
    assert likely_duplicates(world.store, COORDINATOR) == []
    person = find_attendee(world.store, two.id)
    take_back_apart(world.store, COORDINATOR, person, three)
    assert len(likely_duplicates(world.store, COORDINATOR)) == 1


def test_merging_two_kept_apart_forgets_it_until_undone(world: World, two) -> None:
    first, second = two
    keep_apart(world.store, COORDINATOR, first, second)
    merged(world, first, second)
    take_back_merger(world.store, COORDINATOR, second.id)
    assert likely_duplicates(world.store, COORDINATOR) == []


def test_the_history_tells_of_all_records(world: World, two) -> None:
    first, second = two
    world.scan(second)
    merged(world, first, second)
    told = [(one.what, one.name) for one in history(world.store, COORDINATOR, first.id)]
    assert told.count((What.REGISTERED, "")) == 2
    assert (What.MERGED, second.name) in told
    assert (What.SCANNED, "") in told
    take_back_merger(world.store, COORDINATOR, second.id)
    keep_apart(world.store, COORDINATOR, first, second)
    told = [(one.what, one.name) for one in history(world.store, COORDINATOR, second.id)]
    assert (What.SEPARATED, first.name) == told[0]
    told = [(one.what, one.name) for one in history(world.store, COORDINATOR, first.id)]
    assert (What.KEPT_APART, second.name) == told[0]


def test_only_who_may_change_the_roster_may_merge(world: World, two) -> None:
    reception = Operator("Elīna", Role.RECEPTION)
    for refused in (
        lambda: merge(world.store, reception, *two),
        lambda: take_back_merger(world.store, reception, two[0].id),
        lambda: keep_apart(world.store, reception, *two),
        lambda: take_back_apart(world.store, reception, *two),
        lambda: likely_duplicates(world.store, reception),
    ):
        with pytest.raises(CheckinError, match="not-allowed"):
            refused()


def test_a_choice_that_is_none_changes_nothing(world: World, two) -> None:
    count = world.store.journal.count()
    with pytest.raises(CheckinError) as refused:
        merged(world, *two, "registration")
    assert (refused.value.code, refused.value.facts["field"]) == ("no-such-choice", "registration")
    assert world.store.journal.count() == count


# Several laptops


def both_ways(world: World, other: World) -> None:
    exchange(world.store, other.store, COORDINATOR)


def dumps(*worlds: World) -> list[object]:
    return [Tables.of(one.store.database, one.store.event_id).dump() for one in worlds]


def test_a_merger_here_and_scans_there_come_to_one_person(world: World, two) -> None:
    first, second = two
    with world.other_laptop() as other:
        merged(world, first, second)
        world.scan(first)
        other.later(minutes=1)
        other.scan(second)
        edit(other.store, COORDINATOR, second, Details({"job_title": "Director"}))
        both_ways(world, other)
        one, another = dumps(world, other)
        assert one == another
        for each in (world, other):
            (day, _) = attendance(each.store, COORDINATOR)
            assert (day.registered, day.present) == (1, 1)
            assert each.scan(second).reason is Reason.ALREADY_REDEEMED
            assert verify(each.store, COORDINATOR).sound
            rebuild(each.store, COORDINATOR)
            assert names(each) == [first.name]


def test_who_was_merged_into_somebody_removed_elsewhere_is_not_lost(world: World) -> None:
    table = Table(("Name", "E-mail"), (Row(2, ("Ada Abele", "ada@x.example")),))
    columns = {0: "name", 1: "email"}
    import_list(world.store, COORDINATOR, table, columns)
    (known,) = roster(world.store, COORDINATOR)
    larger = next(
        one for one in (world.register("Ada Abele") for _ in range(200)) if one.id > known.id
    )
    with world.other_laptop() as other:
        undo_import(other.store, COORDINATOR)
        world.later(minutes=1)
        merged(world, known, larger)
        both_ways(world, other)
        for each in (world, other):
            assert larger.id in [one.id for one in roster(each.store, COORDINATOR)]
            assert each.scan(larger).status.value in ("ok", "error")
            assert verify(each.store, COORDINATOR).sound


# Lists that come again

HEADER = ("Name", "E-mail", "Organisation", "Job title")
COLUMNS = {0: "name", 1: "email", 2: "organisation", 3: "job_title"}
ROWS = (
    ("Jānis Bērziņš", "janis@lwc.example", "LWC", "Chair"),
    ("Janis Berzins", "jb@gmail.com", "Wood", "Boss"),
)


def brought(world: World, *rows: tuple[str, ...]):
    numbered = tuple(Row(at, row) for at, row in enumerate(rows, 2))
    return import_list(world.store, COORDINATOR, Table(HEADER, numbered), COLUMNS)


def by_email(world: World, email: str) -> Attendee:
    return next(one for one in roster(world.store, COORDINATOR) if one.email == email)


@pytest.mark.parametrize("kept", [0, 1])
def test_a_list_that_comes_again_corrects_the_person(world: World, kept: int) -> None:
    brought(world, *ROWS)
    people = [by_email(world, row[1]) for row in ROWS]
    person = merged(world, people[kept], people[1 - kept]).person
    for row in ROWS:
        assert brought(world, row).unchanged == 1
    plan = brought(world, (*ROWS[1][:3], "Director"))
    assert (plan.added, plan.changed, plan.missing) == (0, 1, ())
    (now,) = roster(world.store, COORDINATOR)
    assert (now.id, now.job_title) == (person.id, "Director")
    assert (now.name, now.email, now.organisation) == ROWS[kept][:3]
    again = brought(world, *ROWS)
    assert (again.added, [code for code, _ in again.warnings]) == (0, ["repeated-row"])
    assert names(world) == [now.name]


def test_undoing_an_import_keeps_and_names_who_was_merged(world: World) -> None:
    walk_in = world.register("Jānis Bērziņš")
    brought(world, *ROWS)
    one, other = (by_email(world, row[1]) for row in ROWS)
    merged(world, walk_in, other)
    undone = undo_import(world.store, COORDINATOR)
    left = find_attendee(world.store, walk_in.id)
    assert (undone.removed, [each.id for each in undone.kept]) == (1, [left.id])
    assert [each.id for each in roster(world.store, COORDINATOR)] == [left.id]
    take_back_merger(world.store, COORDINATOR, left.id)
    assert len(names(world)) == 2
    assert one.id not in [each.id for each in roster(world.store, COORDINATOR)]


# Erasure


def erased(world: World, *records: str) -> None:
    """Write what erases records, each keeping only whose it is."""
    with world.store.write(COORDINATOR) as pen:
        for record in records:
            same_as = world.store.merging.fields(record).get("same_as")
            body = {"same_as": same_as} if same_as else {}
            pen.append(Kind.PERSONAL_DATA_ERASED, record, body)


def test_erasing_a_person_erases_all_their_records(world: World, two) -> None:
    first, second = two
    world.scan(second)
    merged(world, first, second)
    erased(world, *world.store.roster.records(first.id))
    bodies = " ".join(entry.body for entry in world.store.journal.in_order())
    for word in (first.name, second.name, first.email, second.email):
        assert word not in bodies
        assert roster(world.store, COORDINATOR, word) == []
    assert names(world) == []
    assert overview(world.store, COORDINATOR, world.list()).present == 1
    assert verify(world.store, COORDINATOR).sound


def test_a_record_that_an_erasure_missed_comes_to_light(world: World, two) -> None:
    first, second = two
    merged(world, first, second)
    erased(world, first.id)
    assert names(world) == [second.name]
    assert verify(world.store, COORDINATOR).sound


# Beside each other


def test_two_are_compared_and_what_is_left_goes_on(world: World) -> None:
    one, other, third = (world.register("Ada", email=f"{n}@x.example") for n in range(3))
    world.scan(other)
    pairs = likely_duplicates(world.store, COORDINATOR)
    assert len(pairs) == 3
    pair = next(each for each in pairs if {each.first.id, each.second.id} == {one.id, other.id})
    found = compare(world.store, COORDINATOR, pair)
    seen = {each.attendee.id: each for each in (found.first, found.second)}
    assert (seen[one.id].check_ins, seen[other.id].check_ins) == (0, 1)
    assert seen[other.id].last_at == world.clock()
    assert seen[one.id].badges == (one.badge,)
    assert found.differing == {"email": Side.KEPT}
    done = merged(world, one, other)
    (left,) = without(pairs, pair, done)
    assert {left.first.id, left.second.id} == {done.person.id, third.id}
    assert isinstance(left, Pair)
    with pytest.raises(CheckinError, match="same-person"):
        compare(world.store, COORDINATOR, pair)


def test_the_status_that_opens_most_doors_is_kept(world: World, two) -> None:
    first, second = two
    edit(world.store, COORDINATOR, first, Details({"status": "canceled"}, (DAY_ONE,)))
    person = merged(world, find_attendee(world.store, first.id), second).person
    assert (person.status, person.days) == (Status.REGISTERED, ())
