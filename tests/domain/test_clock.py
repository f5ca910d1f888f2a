"""The hybrid clock never goes back and never stays behind what it has seen."""

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.clock import DAY_MS, milliseconds, tick, too_far_ahead

moments = st.integers(0, 2**46)


@given(st.lists(moments, min_size=2), moments)
def test_a_station_never_goes_back_whatever_its_wall_clock_does(walls, seen_elsewhere) -> None:
    clock, before = seen_elsewhere << 16, -1
    for wall in walls:
        before, clock = clock, tick(clock, wall)
        assert clock > before
        assert milliseconds(clock) >= wall


def test_a_clock_is_too_far_ahead_after_seven_days() -> None:
    now = 1_780_000_000_000
    assert not too_far_ahead(tick(0, now + 7 * DAY_MS), now)
    assert too_far_ahead(tick(0, now + 7 * DAY_MS + 1), now)
