"""Of what is said about one thing the latest word stands, or the first, however it arrives."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.store.winning import winning
from tests.world import World

# Thing, clock and the entry's number at its station; no entry is there twice.
WORDS = st.lists(
    st.tuples(st.sampled_from("AB"), st.integers(1, 5), st.integers(1, 30)),
    unique_by=lambda word: word[2],
)


@pytest.mark.parametrize("latest", [True, False])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS, cuts=st.lists(st.integers(0, 30), max_size=3))
def test_the_word_that_stands_is_the_same_in_whatever_order(world: World, latest, words, cuts):
    journal = world.store.journal
    (station,) = journal.heads()
    rows = [(thing, clock, journal.id_of(station, seq)) for thing, clock, seq in words]
    table: dict[str, tuple] = {}
    places = [0, *sorted(min(cut, len(rows)) for cut in cuts), len(rows)]
    for start, end in pairwise(places):
        won = winning(journal, rows[start:end], table.values(), latest=latest)
        table |= {row[0]: row for row in won}
    choose = max if latest else min
    for thing in {row[0] for row in rows}:
        about = [row for row in rows if row[0] == thing]
        assert table[thing] == choose(about, key=lambda row: row[1:])


def test_a_thing_may_be_named_by_two_values(world: World) -> None:
    journal = world.store.journal
    (station,) = journal.heads()
    rows = [("Ada", badge, 1, journal.id_of(station, badge)) for badge in (1, 2)]
    assert winning(journal, rows, [], keys=2, latest=True) == rows
    assert winning(journal, rows, [], latest=True) == rows[1:]
