"""Days of an event: in its own zone, from boundary to boundary, across midnight and DST."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from checkin.domain.event import Event
from checkin.domain.times import from_ms, to_ms

RIGA = ZoneInfo("Europe/Riga")
EVENT = Event("e" * 32, "Seminar", date(2026, 10, 24), date(2026, 10, 26), "Europe/Riga")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-10-24T04:00", 24),
        ("2026-10-25T03:59", 24),
        ("2026-10-25T04:00", 25),
        ("2026-10-26T00:30", 25),
    ],
)
def test_a_day_runs_from_four_to_four(moment: str, day: int) -> None:
    at = to_ms(datetime.fromisoformat(moment).replace(tzinfo=RIGA))
    assert EVENT.day_of(at) == date(2026, 10, day)


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first = datetime(2026, 10, 25, 3, 30, tzinfo=RIGA)
    second = first.replace(fold=1)
    assert to_ms(second) - to_ms(first) == 3_600_000
    assert from_ms(to_ms(second), "Europe/Riga").isoformat() == "2026-10-25T03:30:00+02:00"


def test_days_are_all_days_in_order() -> None:
    assert [day.day for day in EVENT.days] == [24, 25, 26]


def test_hours_after_midnight_come_after_the_evening() -> None:
    assert EVENT.hour_of(time(1)) > EVENT.hour_of(time(23, 59)) > EVENT.hour_of(time(4))
