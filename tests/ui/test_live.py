"""Three hundred people arrive: what reception shows of it, at the end and on a small screen."""

from datetime import timedelta

from checkin.services.admission import Door
from checkin.services.lists import find_list
from tests.ui.conftest import OPERATOR, Laptop


def arrive(laptop: Laptop, people: int, seconds: int) -> None:
    """Let so many come in, as a second process at the same door."""
    guests = laptop.register(*(f"Guest {number}" for number in range(people + 30)))
    codes = [laptop.code(one) for one in guests[:people]]
    with laptop.app.open_event(laptop.path) as store:
        door = Door(store, OPERATOR, find_list(store, None, laptop.clock()))
        for code in codes:
            laptop.clock.now += timedelta(seconds=seconds)
            assert door.scan(code).reason is None


def test_three_hundred_arrivals_are_counted_right(at_event: Laptop) -> None:
    laptop = at_event
    laptop.window.resize(1280, 800)
    arrive(laptop, people=300, seconds=10)
    side = laptop.window.view.reception._side
    laptop.until(lambda: side.counts._present.text() == "300")
    assert side.counts._inside.text() == "300 inside now"
    assert side.counts._recent.text() == "31 in the last 5 minutes"
    assert side.pace.isVisible()
    assert side.pace._pace.text() == "6 a minute, at most 6"
    assert side.pace._end.text() == "At this pace the 30 still expected are in by 09:55"
    busy = [one.accessibleName() for one in side.pace._stations if one.isVisible()]
    assert busy == ["Here: busy for 50 min, 6 a minute"]
    laptop.window.resize(880, 500)
    laptop.until(lambda: not side.pace.isVisible())
    laptop.window.resize(1280, 800)
    laptop.until(side.pace.isVisible)
