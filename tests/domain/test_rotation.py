"""Which backups are kept: the newest for ever, and never many."""

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.rotation import SLOTS, to_drop

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
NOW = 1_780_000_000_000
MOST = sum(count for _, count in SLOTS)

ages = st.one_of(
    st.integers(0, 2 * HOUR), st.integers(0, 3 * DAY), st.integers(0, 400 * DAY), st.just(0)
)
histories = st.lists(ages.map(lambda age: NOW - age), max_size=120)


def kept(times: list[int], now: int = NOW) -> list[int]:
    return sorted(set(times) - set(to_drop(times, now)))


@given(histories)
def test_the_newest_is_never_dropped(times):
    assert not times or max(times) in kept(times)


@given(histories)
def test_there_are_never_more_than_forty_eight(times):
    assert len(kept(times)) <= MOST == 48


@given(histories)
def test_of_five_minutes_there_is_at_most_one(times):
    slots = [time // (5 * MINUTE) for time in kept(times)]
    assert len(slots) == len(set(slots))


@given(histories)
def test_beyond_the_newest_twelve_an_hour_has_one_and_beyond_a_day_of_hours_a_day_has_one(times):
    older = kept(times)[:-12]
    hours = [time // HOUR for time in older]
    assert len(hours) == len(set(hours))
    days = [time // DAY for time in kept(times)[: -12 - 24]]
    assert len(days) == len(set(days))


def test_of_forty_days_of_backups_just_these_stay():
    times = range(NOW - 40 * DAY, NOW + 1, 5 * MINUTE)
    last_of_slots = [
        sorted({time // width: time for time in times}.values())[-count:]
        for width, count in ((5 * MINUTE, 12), (HOUR, 24), (DAY, 12))
    ]
    assert kept(list(times)) == sorted(set().union(*last_of_slots))


@given(histories)
def test_dropping_once_is_enough(times):
    assert to_drop(kept(times), NOW) == []


@given(histories, st.lists(st.integers(1, 400 * DAY).map(lambda ahead: NOW + ahead), max_size=20))
def test_backups_of_a_clock_that_was_ahead_push_out_none_of_now(times, ahead):
    today = [*times, NOW]
    assert set(kept(today)) <= set(kept([*today, *ahead])) | set(to_drop(today, NOW))
    assert NOW in kept([*today, *ahead])


def test_a_day_at_the_door_then_a_month_of_rest():
    morning = [NOW - 9 * HOUR + number * 5 * MINUTE for number in range(108)]
    left = kept(morning)
    assert left[-12:] == morning[-12:]
    assert len({time // HOUR for time in left}) == len({time // HOUR for time in morning})
    assert kept(left, NOW + 30 * DAY) == left
