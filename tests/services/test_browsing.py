"""The table of people: order, search, the rows that are seen, counts, words to choose from."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.domain.code import as_integer
from checkin.domain.details import Details
from checkin.domain.entry import Kind
from checkin.domain.people import Attendee, Status
from checkin.services.badges import record_printed, replace_badge
from checkin.services.browsing import (
    KnownWords,
    RosterCounts,
    SortBy,
    known_words,
    listing,
    roster_counts,
    row_of,
    rows,
)
from checkin.services.registration import edit, register, roster, set_status
from tests.world import World

texts = st.sampled_from(["", "Ada", "šimkus", "Ålesund", "Zeta", "ada b", "company", "Łódź"])
people = st.lists(
    st.fixed_dictionaries(
        {"name": st.sampled_from(["Ada", "Åsa Šimkus", "Bo Zeta", "Ann de Berg", "ada b"])},
        optional={
            "organisation": texts,
            "category": texts,
            "country": texts,
            "status": st.sampled_from([status.value for status in Status]),
        },
    ),
    min_size=1,
    max_size=8,
)


def shown(world: World, search: str = "", sort: SortBy = SortBy.NAME, down: bool = False):
    numbers = listing(world.store, world.operator, search, sort, down)
    return [one for one in rows(world.store, world.operator, numbers) if one]


def names(world: World, **how) -> list[str]:
    return [one.name for one in shown(world, **how)]


def test_people_stand_in_the_order_of_a_printed_list(world: World) -> None:
    for name in ("Zoë Äpfel", "Ada Šimkus", "Bo", "Anna Simkus", "Łukasz Zych", "Eve Simkusa"):
        world.register(name)
    assert shown(world) == roster(world.store, world.operator)
    assert shown(world, down=True) == roster(world.store, world.operator)[::-1]


KEYS = {
    SortBy.ORGANISATION: lambda one: one.organisation,
    SortBy.KIND: lambda one: one.organisation_kind,
    SortBy.CATEGORY: lambda one: one.category,
    SortBy.COUNTRY: lambda one: one.country,
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people, st.sampled_from(SortBy), st.booleans())
def test_everybody_is_listed_once_and_those_without_come_last(
    world: World, told: list[dict[str, str]], sort: SortBy, down: bool
) -> None:
    for texts in told:
        register(world.store, world.operator, Details(texts))
    found = shown(world, sort=sort, down=down)
    assert len(found) == len({one.id for one in found}) == len(roster(world.store, world.operator))
    if key := KEYS.get(sort):
        lacking = [not key(one) for one in found]
        assert lacking == sorted(lacking)


def test_each_column_sorts_and_ties_are_in_order_of_name(world: World) -> None:
    both = {"category": "press", "country": "LV", "organisation": "Žemaitija"}
    world.register("Zoe", **both, organisation_kind="company")
    world.register("Bob", status="unpaid", organisation="aba", organisation_kind="research")
    world.register("Ada", **both)
    world.register("Eve", category="Audience", country="EE", status="blocked")
    assert names(world, sort=SortBy.ORGANISATION) == ["Bob", "Ada", "Zoe", "Eve"]
    assert names(world, sort=SortBy.ORGANISATION, down=True) == ["Ada", "Zoe", "Bob", "Eve"]
    assert names(world, sort=SortBy.KIND) == ["Ada", "Zoe", "Bob", "Eve"]
    assert names(world, sort=SortBy.CATEGORY) == ["Eve", "Ada", "Zoe", "Bob"]
    assert names(world, sort=SortBy.COUNTRY, down=True) == ["Ada", "Zoe", "Eve", "Bob"]
    assert names(world, sort=SortBy.STATUS) == ["Ada", "Zoe", "Bob", "Eve"]
    by_badge = sorted(shown(world), key=lambda one: as_integer(one.badge))
    assert shown(world, sort=SortBy.BADGE) == by_badge


def test_a_search_is_the_one_of_the_desk(world: World) -> None:
    for name in ("Anna Ozola", "Joanna Berga", "Bob"):
        world.register(name)
    bob = world.register("Bobby")
    assert names(world, search="anna") == ["Joanna Berga", "Anna Ozola"]
    assert names(world, search="ann ozo") == ["Anna Ozola"]
    assert names(world, search=bob.badge[:6].lower()) == ["Bobby"]
    assert names(world, search="nobody of that name") == []


def test_one_who_is_gone_since_leaves_a_gap(world: World) -> None:
    ada, bob = world.register("Ada"), world.register("Bob")
    numbers = listing(world.store, world.operator)
    with world.store.write(world.operator) as pen:
        pen.append(Kind.ATTENDEE_SET, ada.id, {"removed": True})
    assert rows(world.store, world.operator, numbers) == [None, bob]
    assert names(world) == ["Bob"]
    assert row_of(world.store, world.operator, bob.id) == numbers[1]
    assert row_of(world.store, world.operator, ada.id) is None


def printed(world: World, attendee: Attendee) -> None:
    world.later(seconds=1)
    record_printed(world.store, world.operator, [(attendee.id, attendee.badge, "ab" * 8)])


def test_counts_of_the_roster(world: World) -> None:
    assert roster_counts(world.store, world.operator) == RosterCounts(0, 0, 0, 0, 0, 0, 0)
    ada, bob, eve = (world.register(name) for name in ("Ada", "Bob", "Eve"))
    world.register("Tom", status="unpaid")
    world.register("Ann", status="unapproved")
    for one in (ada, bob, eve):
        printed(world, one)
    replace_badge(world.store, world.operator, bob)
    set_status(world.store, world.operator, eve, Status.BLOCKED)
    world.register("Max", status="canceled")
    assert roster_counts(world.store, world.operator) == RosterCounts(
        total=6, registered=2, unapproved=1, unpaid=1, canceled=1, blocked=1, not_printed=3
    )


def test_the_words_known_are_those_of_people_on_the_roster(world: World) -> None:
    ada = world.register("Ada", category="press", country="LV", organisation="Zeta")
    world.register("Bob", category="Audience", organisation="Ābols")
    edit(world.store, world.operator, ada, Details({}, custom={"Meal": "fish", "Bus": "yes"}))
    assert known_words(world.store, world.operator) == KnownWords(
        ("Audience", "press"), ("LV",), ("Ābols", "Zeta"), ("Bus", "Meal")
    )
