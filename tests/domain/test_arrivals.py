"""Arrivals: counted in bins, the narrowest of which there are not too many."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.arrivals import MOST_BINS, Arrivals, arrivals, clock_words, minute_of

MORNING = 8 * 60


def test_nobody_came():
    assert arrivals([]) == Arrivals(counts=())


def test_a_morning_is_shown_every_ten_minutes():
    counted = arrivals([MORNING + 31, MORNING + 39, MORNING + 40, MORNING + 125])
    assert (counted.width, counted.start) == (10, MORNING + 30)
    assert counted.counts[:2] == (2, 1)
    assert counted.span(1) == (MORNING + 40, MORNING + 50)


def test_a_long_day_is_shown_in_wider_bins():
    assert arrivals([MORNING, MORNING + 9 * 60]).width == 15


def test_one_arrival_does_not_fill_the_plot():
    assert len(arrivals([MORNING]).counts) > 10


@given(st.lists(st.integers(4 * 60, 28 * 60 - 1), min_size=1))
def test_everybody_is_in_one_bin_and_bins_are_few(minutes):
    counted = arrivals(minutes)
    assert sum(counted.counts) == len(minutes)
    assert len(counted.counts) <= MOST_BINS
    for number, count in enumerate(counted.counts):
        begin, end = counted.span(number)
        assert count == sum(1 for minute in minutes if begin <= minute < end)


def test_after_midnight_is_the_same_day_still():
    day = date(2026, 6, 2)
    after = datetime(2026, 6, 3, 1, 30)
    assert minute_of(after, day) == 25 * 60 + 30
    assert clock_words(minute_of(after, day)) == "01:30"
    assert minute_of(after - timedelta(hours=2), day) == 23 * 60 + 30
