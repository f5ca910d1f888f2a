"""Bookings: from lists, by hand, with what does not work out; and on the badge."""

import pytest

from checkin.domain.bookings import is_bookings_heading
from checkin.domain.details import Details
from checkin.domain.session import SessionKind
from checkin.errors import CheckinError
from checkin.render.faces import face_of
from checkin.services.badges import badges_to_print
from checkin.services.bookings import book, bookings
from checkin.services.history import history
from checkin.services.importing import import_list
from checkin.services.registration import edit
from checkin.services.safekeeping import verify
from checkin.services.undoing_import import undo_import
from tests.services.lists import list_of
from tests.world import COORDINATOR, DAY_TWO, World


@pytest.fixture
def programme(world: World) -> World:
    """A plenary, two parallel workshops of one place each, and one on the second day."""
    world.session("Plenary", "09:00-10:30", kind=SessionKind.PLENARY, room="Hall")
    for name in ("Workshop A: Lasers", "Workshop B: Robots"):
        world.session(name, "11:00-12:30", kind=SessionKind.WORKSHOP, capacity=1, room="Blue")
    world.session("Workshop C: Wood", "11:00-12:30", DAY_TWO, kind=SessionKind.WORKSHOP)
    return world


def ids(world: World, *names: str) -> list[str]:
    return [one.id for one in world.store.programme.sessions() if one.name[9:10] in names]


def names(world: World, name: str) -> list[str]:
    (person,) = [one for one in world.store.roster.everyone() if one.name == name]
    sessions = {one.id: one.name for one in world.store.programme.sessions()}
    return sorted(sessions[one][9:10] for one in person.bookings)


def test_too_many_and_two_at_once_are_facts(programme: World) -> None:
    ada, bob = programme.register("Ada"), programme.register("Bob")
    book(programme.store, COORDINATOR, ada, ids(programme, "A", "B"))
    book(programme.store, COORDINATOR, bob, ids(programme, "A", "C"))
    found = bookings(programme.store, COORDINATOR)
    counts = {one.session.name[9:10]: (one.count, one.over) for one in found.booked[1:]}
    assert counts == {"A": (2, 1), "B": (1, 0), "C": (1, 0)}
    (clash,) = found.clashes
    assert (clash.attendee.name, clash.one.name[9:10], clash.other.name[9:10]) == ("Ada", "A", "B")


def test_a_booking_is_changed_taken_back_and_told(programme: World) -> None:
    ada = programme.register("Ada")
    after = book(programme.store, COORDINATOR, ada, ids(programme, "A"))
    after = book(programme.store, COORDINATOR, after, ids(programme, "C"))
    assert names(programme, "Ada") == ["C"]
    told = history(programme.store, COORDINATOR, ada.id)
    assert told[0].changes[0].field == "bookings"
    assert "Wood" in told[0].changes[0].after
    edit(programme.store, COORDINATOR, after, Details({}, bookings=()))
    assert names(programme, "Ada") == []
    assert verify(programme.store, COORDINATOR).sound


def test_a_list_books_by_name_beginning_or_letter_and_names_what_is_unknown(
    programme: World,
) -> None:
    rows = list_of(
        ("Ada", "A, C"),
        ("Bob", "Workshop B: Robots; Workshop C"),
        ("Eve", "Yoga / B"),
        ("Zoe", ""),
        ("Max", "none"),
    )
    columns = {0: "name", 1: "custom.Workshops"}
    plan = import_list(programme.store, COORDINATOR, rows, columns)
    assert plan.rejected == ()
    assert [value for code, value in plan.warnings if code == "session-unknown"] == [
        "row 4, Workshops: Yoga"
    ]
    assert [names(programme, one) for one in ("Ada", "Bob", "Eve", "Zoe", "Max")] == [
        ["A", "C"],
        ["B", "C"],
        ["B"],
        [],
        [],
    ]
    again = import_list(programme.store, COORDINATOR, rows, columns)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 5)
    changed = list_of(("Ada", "B"))
    import_list(programme.store, COORDINATOR, changed, columns)
    assert names(programme, "Ada") == ["B"]
    undo_import(programme.store, COORDINATOR)
    assert names(programme, "Ada") == ["A", "C"]


def test_what_is_unknown_is_named_once_and_leaves_what_was_booked(programme: World) -> None:
    ada = programme.register("Ada")
    book(programme.store, COORDINATOR, ada, ids(programme, "A"))
    rows = list_of(*((name, "Yoga") for name in ("Ada", "Bob", "Eve", "Zoe", "Max", "Ivo", "Una")))
    plan = import_list(programme.store, COORDINATOR, rows, {0: "name", 1: "custom.Workshop 1"})
    assert [value for code, value in plan.warnings if code == "session-unknown"] == [
        "rows 2, 3, 4, 5, 6 and 2 more, Workshop 1: Yoga"
    ]
    assert names(programme, "Ada") == ["A"]


def test_a_column_called_as_a_session_is_ticked(programme: World) -> None:
    columns = {0: "name", 1: "custom.Workshop A: Lasers", 2: "custom.WORKSHOP C – Wood"}
    rows = list_of(("Ada", "x", "no"), ("Bob", "", "yes"), ("Eve", "no", "no"), ("Max", "", ""))
    plan = import_list(programme.store, COORDINATOR, rows, columns)
    assert [value for code, value in plan.warnings if code == "session-unknown"] == []
    assert [names(programme, one) for one in ("Ada", "Bob", "Eve", "Max")] == [["A"], ["C"], [], []]


def test_a_letter_is_a_workshop_whatever_else_begins_with_it_or_has_it_as_a_word(
    world: World,
) -> None:
    for number, name in enumerate(
        ("Coffee", "Closing", "Workshop A: Lasers", "Workshop C: What a cluster brings")
    ):
        kind = SessionKind.WORKSHOP if name.startswith("Workshop") else SessionKind.BREAK
        world.session(name, f"{9 + number:02d}:00-{10 + number:02d}:00", kind=kind)
    columns = {0: "name", 1: "custom.Workshops"}
    plan = import_list(world.store, COORDINATOR, list_of(("Ada", "A, C")), columns)
    assert [value for code, value in plan.warnings if code == "session-unknown"] == []
    assert names(world, "Ada") == ["A", "C"]


def test_without_a_programme_such_a_column_is_only_a_field(world: World) -> None:
    plan = import_list(
        world.store, COORDINATOR, list_of(("Ada", "A")), {0: "name", 1: "custom.Workshops"}
    )
    assert [code for code, _ in plan.warnings if code == "session-unknown"] == []
    (ada,) = world.store.roster.everyone()
    assert (ada.custom["Workshops"], ada.bookings) == ("A", ())


@pytest.mark.parametrize(
    ("heading", "is_one"),
    [("Workshops", True), ("Workshop 2", True), ("Arbeitsgruppe", True), ("Meal", False)],
)
def test_columns_of_bookings_are_known_by_their_heading(heading: str, is_one: bool) -> None:
    assert is_bookings_heading(heading) is is_one


def test_a_session_that_is_gone_cannot_be_booked(programme: World) -> None:
    with pytest.raises(CheckinError) as refused:
        book(programme.store, COORDINATOR, programme.register("Ada"), ["ab" * 16])
    assert refused.value.code == "session-gone"


def test_a_badge_names_what_was_booked_and_carries_the_programme(programme: World) -> None:
    ada = programme.register("Ada")
    book(programme.store, COORDINATOR, ada, ids(programme, "A", "C"))
    (badge,) = badges_to_print(programme.store, COORDINATOR)
    values = face_of(programme.store.programme.event(), *badge.shown).values
    assert values["sessions"] == "Workshop A: Lasers; Workshop C: Wood"
    assert values["programme"].split(" · ") == [
        "2 June: 09:00 Plenary, Hall",
        "11:00 Workshop A: Lasers, Blue",
        "3 June: 11:00 Workshop C: Wood",
    ]
