"""With whom somebody may be mixed up: found through the index, however long the roster."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checkin.cli.tourpeople import crowd
from checkin.domain.identity import random_id
from checkin.domain.mixups import Called, may_be_mixed_up
from checkin.services.drafting import Drafting
from checkin.services.merging import merge
from checkin.services.namesakes import namesakes
from tests.world import World


def others(world: World, who) -> list[str]:
    found = namesakes(world.store, world.operator, world.list(), who.id)
    assert found[0].attendee.id == who.id
    return [one.attendee.organisation or one.attendee.name for one in found[1:]]


@pytest.mark.parametrize(
    "other",
    [
        *("Anna Ozola", "ANNA  OZOLA", "Ozola Anna", "Ana Ozola", "Anna Ozolla", "Anna Ozols"),
        *("Anna Maria Ozola", "A. Ozola", "Anna Ozolaa", "Dr. Anna Ozola", "Anna Zoola"),
        *("Anna Òzolà", "Anna O'zola", "Anna Izola"),
    ],
)
def test_the_same_name_or_nearly_is_somebody_to_be_told_apart(world: World, other: str) -> None:
    anna = world.register("Anna Ozola", organisation="Riga Food")
    second = world.register(other, organisation="Riga Tech")
    assert others(world, anna) == ["Riga Tech"]
    assert others(world, second) == ["Riga Food"]


@pytest.mark.parametrize("other", ["Anna Kalna", "Zane Ozola", "Inga Ozolniece", "Annija Bērza"])
def test_part_of_a_name_in_common_is_nobody_to_be_taken_for(world: World, other: str) -> None:
    anna = world.register("Anna Ozola")
    world.register(other)
    assert others(world, anna) == []


def test_one_address_for_two_of_a_family_is_somebody_to_be_told_apart(world: World) -> None:
    anna = world.register("Anna Ozola", email="ozoli@inbox.lv")
    world.register("Jānis Ozols", email="Ozoli@inbox.lv")
    world.register("Bob Berg", email="ozoli@inbox.lv")
    assert others(world, anna) == ["Jānis Ozols"]


def test_whoever_is_in_already_is_said_to_be(world: World) -> None:
    anna, second = world.register("Anna Ozola"), world.register("Anna Ozola")
    world.scan(second)
    found = namesakes(world.store, world.operator, world.list(), anna.id)
    assert [one.entered_at for one in found] == [None, world.clock()]


def test_who_was_merged_or_is_gone_is_nobody_else(world: World) -> None:
    anna, second = world.register("Anna Ozola"), world.register("Anna Ozola")
    merge(world.store, world.operator, anna, second)
    found = namesakes(world.store, world.operator, world.list(), second.id)
    assert len(found) == 1
    assert namesakes(world.store, world.operator, world.list(), "0" * 32) == []


@pytest.mark.parametrize("name", ["🚀", "王", "Ł", "a" * 200, "Z̵̨̛a̶l̷g̸o̵ " * 20, '"', "'", "%_"])
def test_odd_names_are_found_again_and_break_nothing(world: World, name: str) -> None:
    one, two = world.register(name), world.register(name)
    found = namesakes(world.store, world.operator, world.list(), one.id)
    assert {one.attendee.id for one in found} <= {one.id, two.id}
    assert len(found) == 2 or name in {"🚀", '"', "'", "%_"}


words = st.text("abcdeilmnorstuvz", min_size=4, max_size=11)


def slipped(word: str, at: int, letter: str, how: str) -> str:
    at %= len(word) - 1
    return {
        "left out": word[:at] + word[at + 1 :],
        "put in": word[:at] + letter + word[at:],
        "changed": word[:at] + letter + word[at + 1 :],
        "swapped": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }[how]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    words,
    words,
    st.integers(0, 10),
    st.sampled_from("aeiouz"),
    st.sampled_from(["left out", "put in", "changed", "swapped"]),
)
@example("anna", "berzins", 0, "z", "swapped")
def test_a_slip_in_one_word_hides_nobody(
    world: World, given_name: str, family: str, at: int, letter: str, how: str
) -> None:
    """What the rule takes for nearly the same name, the index finds."""
    one, other = f"{given_name} {family}", f"{given_name} {slipped(family, at, letter, how)}"
    first, second = world.register(one), world.register(other)
    found = namesakes(world.store, world.operator, world.list(), first.id)
    wanted = may_be_mixed_up(Called(one, ""), Called(other, ""))
    assert (second.id in {each.attendee.id for each in found}) == wanted


def looks(world: World, who) -> list[str]:
    """Return the statements that a look takes, with what is asked for in them."""
    said: list[str] = []
    where = world.list()
    connection = world.store.database.connection()
    connection.set_trace_callback(said.append)
    try:
        namesakes(world.store, world.operator, where, who.id)
    finally:
        connection.set_trace_callback(None)
    # The index's own look-ups within are told as remarks.
    return [one for one in said if not one.startswith("--")]


def test_a_longer_roster_takes_no_more_looks_and_is_never_walked_through(world: World) -> None:
    anna = world.register("Anna Ozolzile", organisation="Riga Food")
    world.register("Anna Ozolzīle", organisation="Riga Tech")
    few = looks(world, anna)
    drafting = Drafting.for_many(world.store)
    drafts = [draft for one in crowd(2_000) for draft in drafting.add(random_id(), one)]
    with world.store.write(world.operator) as pen:
        pen.append_all(drafts)
    many = looks(world, anna)
    assert len(many) == len(few) <= 12
    for one in many:
        plan = world.store.database.connection().execute(f"EXPLAIN QUERY PLAN {one}").fetchall()
        walks = [step for *_, step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]
        assert walks == []
    assert others(world, anna) == ["Riga Tech"]
