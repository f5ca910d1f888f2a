"""Calendar entries are read by a library that knows nothing of us."""

from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from checkin.domain.calendar import calendar_of
from checkin.domain.event import CheckInList, Event

NOW = 1_780_000_000_000
EVENT = Event("ab" * 16, "Clusters", date(2026, 10, 24), date(2026, 10, 25), "Europe/Riga", "Rīga")


def entrance(day: date, opens: time | None, closes: time | None) -> CheckInList:
    return CheckInList("11" * 16, "Entrance", day, entrance=True, opens=opens, closes=closes)


def entries(event: Event = EVENT, *lists: CheckInList):
    return list(Calendar.from_ical(calendar_of(event, lists, NOW)).walk("VEVENT"))


def test_each_day_is_an_entry_of_the_whole_day_unless_its_hours_are_known():
    first, second = entries(EVENT, entrance(date(2026, 10, 25), time(9), time(17, 30)))
    assert first.decoded("dtstart") == date(2026, 10, 24)
    assert first.decoded("dtend") == date(2026, 10, 25)
    # That night the clocks go back.
    assert second.decoded("dtstart") == datetime(2026, 10, 25, 7, 0, tzinfo=UTC)
    assert second.decoded("dtend") == datetime(2026, 10, 25, 15, 30, tzinfo=UTC)
    assert str(first["location"]) == "Rīga"


def test_a_door_that_closes_after_midnight_closes_on_the_next_day():
    first, _ = entries(EVENT, entrance(date(2026, 10, 24), time(19), time(1)))
    assert first.decoded("dtend") == datetime(2026, 10, 24, 22, 0, tzinfo=UTC)


def test_an_entry_has_one_id_whenever_it_is_written():
    once = [str(one["uid"]) for one in entries()]
    assert len(set(once)) == 2
    later = Calendar.from_ical(calendar_of(EVENT, (), NOW + 10**9)).walk("VEVENT")
    assert [str(one["uid"]) for one in later] == once


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_title_comes_back_and_no_line_is_too_long(title):
    event = Event("ab" * 16, title, date(2026, 6, 2), date(2026, 6, 2), "UTC", title + "\n\\;,")
    text = calendar_of(event, (), NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (one,) = Calendar.from_ical(text).walk("VEVENT")
    assert str(one["summary"]) == title
