"""How fast people come in, and what may be said of those still expected."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.pace import BINS, BUSY_GAP_MS, MINUTE_MS, SPAN_MS, pace

NINE = 1_780_380_000_000
SECOND = 1_000


def every(seconds: int, minutes: int, until: int = NINE) -> list[int]:
    """Return entries so many seconds apart within the minutes before a moment, ending with it."""
    return list(range(until - minutes * MINUTE_MS, until + 1, seconds * SECOND))


def test_the_example_of_the_guide() -> None:
    """Somebody every six seconds for six minutes: busy, ten a minute, ninety more take nine."""
    found = pace({"A": every(6, 6)}, NINE)
    (door,) = found.stations
    assert door.busy_since == NINE - 6 * MINUTE_MS
    assert door.manages == pytest.approx(10)
    assert found.all_in_at(90, NINE) == NINE + 9 * MINUTE_MS


def test_two_stations_share_those_still_expected() -> None:
    found = pace({"A": every(6, 6), "B": every(12, 6)}, NINE)
    assert [one.station for one in found.stations] == ["A", "B"]
    assert found.all_in_at(90, NINE) == NINE + 6 * MINUTE_MS


def test_an_idle_station_says_nothing_of_those_still_expected() -> None:
    found = pace({"A": every(6, 6, NINE - BUSY_GAP_MS - 1)}, NINE)
    assert found.stations[0].busy_since is None
    assert found.all_in_at(90, NINE) is None


def test_a_few_at_long_intervals_are_no_queue() -> None:
    found = pace({"A": every(30, 20)}, NINE)
    assert (found.stations[0].busy_since, found.a_minute) == (None, 2.0)


def test_nobody_is_no_pace() -> None:
    found = pace({}, NINE)
    assert (found.a_minute, found.peak, found.bins, found.stations) == (0, 0, (0,) * BINS, ())
    assert pace({"A": every(6, 6)}, NINE).all_in_at(0, NINE) is None


def test_what_began_a_minute_ago_is_not_divided_by_five() -> None:
    assert pace({"A": every(6, 1)}, NINE).a_minute == 11


def test_everybody_at_one_moment_is_no_division_by_nothing() -> None:
    found = pace({"A": [NINE] * 9}, NINE)
    assert (found.peak, found.stations[0].manages) == (9, 0.0)


@given(st.lists(st.integers(0, 90 * SECOND), max_size=60), st.integers(0, 30 * SECOND))
def test_figures_of_any_morning_agree(gaps: list[int], since: int) -> None:
    times = list(accumulate(gaps, initial=NINE))
    now = times[-1] + since
    found = pace({"A": times[::2], "B": times[1::2]}, now)
    within = [at for at in times if at // (5 * MINUTE_MS) > now // (5 * MINUTE_MS) - BINS]
    assert sum(found.bins) == len(within)
    most = max(sum(1 for at in times if 0 <= last - at < MINUTE_MS) for last in times)
    assert found.peak == most
    assert sum(one.recent for one in found.stations) == sum(now - at < 300_000 for at in times)
    for one in found.stations:
        assert one.busy_since is None or now - one.busy_since <= SPAN_MS
        assert (one.manages > 0) == (one.busy_since is not None)
