"""A programme as organizers keep it: a table, a workbook, a calendar; each row is read or named."""

from contextlib import suppress
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.event import CheckInList, Event
from checkin.domain.programmeplan import plan_programme
from checkin.domain.session import Session, SessionKind
from checkin.domain.sessionrows import SessionRow, read_session
from checkin.errors import CheckinError
from checkin.gateways.programmefile import read_programme

DAY_ONE, DAY_TWO = date(2026, 6, 2), date(2026, 6, 3)
EVENT = Event("e" * 32, "Clusters", DAY_ONE, DAY_TWO, "Europe/Riga")


def read(path: Path):
    rows, faults = read_programme(path, EVENT.timezone)
    return plan_programme(EVENT, (), (), rows, faults)


def saved(tmp_path: Path, text: str, name: str = "programme.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "Session;Day;Starts;Ends;Room\nOpening;2026-06-02;09:00;10:30;Hall\n",
        "Programme of the seminar\n\nTitle,Date,Time,Place\nOpening,2 June 2026,9:00–10:30,Hall\n",
        "Nosaukums;Datums;Sākums;Beigas;Telpa\nOpening;02.06.2026;9.00;10.30;Hall\n",
        "Pavadinimas\tData\tNuo\tIki\tSalė\nOpening\t1 diena\t9:00\t10:30\tHall\n",
        "Titel;Beginn;Ende;Raum\nOpening;02.06.2026 09:00;02.06.2026 10:30;Hall\n",
        "Name,Day,From,To,Room\nOpening,Tuesday,9:00 AM,10:30 am,Hall\n",
        "Name,Day,From,To,Room\nOpening,1,9h00,10h30,Hall\n",
    ],
)
def test_tables_of_many_habits_say_the_same(tmp_path: Path, text: str) -> None:
    plan = read(saved(tmp_path, text))
    assert plan.rejected == ()
    (change,) = plan.added
    words = change.words
    assert (words.name, words.day, words.room) == ("Opening", DAY_ONE, "Hall")
    assert (words.starts, words.ends) == (time(9), time(10, 30))


def test_a_workbook_with_real_times_and_other_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Hotel", "Rooms"])
    sheet = book.create_sheet("Programme")
    sheet.append(["Session", "Day", "Start", "End", "Room", "Type", "Seats", "Own door"])
    sheet.append(["Lasers", DAY_TWO, time(13), time(14, 30), "Blue", "Workshop", 20, True])
    path = tmp_path / "programme.xlsx"
    book.save(path)
    (change,) = read(path).added
    words = change.words
    assert (words.day, words.starts, words.ends) == (DAY_TWO, time(13), time(14, 30))
    assert (words.kind, words.capacity, words.own_door) == (SessionKind.WORKSHOP, 20, True)


BAD = """Session,Day,Starts,Ends,Kind,Seats
,2026-06-02,9:00,10:00,,
Backwards,2026-06-02,10:00,9:00,,
Over the night,2026-06-02,22:00,5:00,,
Another week,2026-06-09,9:00,10:00,,
No day,,9:00,10:00,,
No end,2026-06-02,9:00,,,
Whenever,2026-06-02,soon,later,,
Odd,2026-06-02,9:00,10:00,happening,
Many,2026-06-02,9:00,10:00,,lots
Good,2026-06-02,9:00,10:00,,30
"""


def test_each_bad_row_is_named_beside_the_good_one(tmp_path: Path) -> None:
    plan = read(saved(tmp_path, BAD))
    assert [one.words.name for one in plan.added] == ["Good"]
    assert [(one.row, one.column, one.reason) for one in plan.rejected] == [
        (2, "name", "missing-name"),
        (3, "ends", "session-reversed"),
        (4, "ends", "session-reversed"),
        (5, "day", "days"),
        (6, "day", "session-day"),
        (7, "ends", "session-hour"),
        (8, "starts", "session-hour"),
        (9, "kind", "session-kind"),
        (10, "capacity", "session-places"),
    ]


def test_breaks_of_one_name_are_told_apart_and_the_same_file_changes_nothing(
    tmp_path: Path,
) -> None:
    text = "Session,Day,Time\nCoffee,1,10:30-11:00\nCoffee,2,10:30-11:00\nCoffee,1,10:30-11:00\n"
    rows, faults = read_programme(saved(tmp_path, text), EVENT.timezone)
    plan = plan_programme(EVENT, (), (), rows, faults)
    assert [one.words.name for one in plan.added] == [
        "Coffee (2026-06-02 10:30)",
        "Coffee (2026-06-03 10:30)",
    ]
    assert [(one.row, one.reason) for one in plan.rejected] == [(4, "row-repeated")]
    there = [
        Session(CheckInList(str(at), c.words.name, c.words.day), c.words.starts, c.words.ends)
        for at, c in enumerate(plan.added)
    ]
    again = plan_programme(EVENT, [one.list for one in there], there, rows, faults)
    assert (again.added, again.changed, again.unchanged) == ((), (), 2)
    moved = text.replace("2,10:30-11:00", "2,10:30-11:15")
    rows, faults = read_programme(saved(tmp_path, moved), EVENT.timezone)
    (changed,) = plan_programme(EVENT, [], there, rows, faults).changed
    assert changed.words.ends == time(11, 15)


ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//conference//EN
BEGIN:VEVENT
UID:1
SUMMARY:Opening\\, and welcome
DTSTART:20260602T060000Z
DTEND:20260602T073000Z
LOCATION:Hall
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Lasers
DTSTART;TZID=Europe/Berlin:20260602T120000
DURATION:PT1H30M
DESCRIPTION:Cutting and
  welding
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:Whole day
DTSTART;VALUE=DATE:20260602
END:VEVENT
BEGIN:VEVENT
UID:4
SUMMARY:Yoga
DTSTART:20260602T070000
DTEND:20260602T073000
RRULE:FREQ=DAILY;COUNT=2
END:VEVENT
BEGIN:VEVENT
UID:5
SUMMARY:Gone
STATUS:CANCELLED
DTSTART:20260602T070000
DTEND:20260602T073000
END:VEVENT
BEGIN:VEVENT
UID:6
SUMMARY:Three days
DTSTART:20260602T090000
DTEND:20260604T170000
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def test_a_calendar_is_put_into_the_events_zone(tmp_path: Path) -> None:
    plan = read(saved(tmp_path, ICS, "programme.ics"))
    opening, lasers = (one.words for one in plan.added)
    assert (opening.name, opening.room) == ("Opening, and welcome", "Hall")
    assert (opening.starts, opening.ends) == (time(9), time(10, 30))
    assert (lasers.starts, lasers.ends) == (time(13), time(14, 30))
    assert lasers.topic == "Cutting and welding"
    assert [(one.row, one.reason) for one in plan.rejected] == [
        (3, "session-all-day"),
        (4, "session-recurring"),
        (6, "session-reversed"),
    ]


def calendar(*lines: str, before: str = "") -> str:
    event = "\r\n".join(("BEGIN:VEVENT", "UID:1", "SUMMARY:Lasers", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{before}{event}\r\nEND:VCALENDAR\r\n"


OWN_ZONE = """BEGIN:VTIMEZONE\r
TZID:Conference time\r
BEGIN:STANDARD\r
DTSTART:16010101T000000\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0100\r
END:STANDARD\r
END:VTIMEZONE\r
"""


@pytest.mark.parametrize(
    ("lines", "before", "hours"),
    [
        # A zone as Windows calls it, one that the calendar describes, one nobody knows.
        (("DTSTART;TZID=FLE Standard Time:20260602T090000", "DURATION:PT90M"), "", "09:00-10:30"),
        (
            ("DTSTART;TZID=Conference time:20260602T090000", "DURATION:PT1H"),
            OWN_ZONE,
            "11:00-12:00",
        ),
        (("DTSTART;TZID=Nowhere:20260602T090000", "DURATION:PT1H"), "", "09:00-10:00"),
        # The start with a zone, the end without; over midnight into the small hours.
        (("DTSTART:20260602T060000Z", "DTEND:20260602T100000"), "", "09:00-10:00"),
        (("DTSTART:20260602T190000Z", "DTEND:20260602T230000Z"), "", "22:00-02:00"),
    ],
)
def test_zones_of_many_programs_are_understood(tmp_path, lines, before, hours) -> None:
    text = calendar(*lines, before=before)
    (change,) = read(saved(tmp_path, text, "programme.ics")).added
    assert f"{change.words.starts:%H:%M}-{change.words.ends:%H:%M}" == hours


@pytest.mark.parametrize(
    ("lines", "column", "reason"),
    [
        (("DTSTART:soon", "DTEND:20260602T100000"), "starts", "session-hour"),
        (("DTEND:20260602T100000",), "starts", "session-hour"),
        (("DTSTART:20260602T090000", "DTEND:later"), "ends", "session-hour"),
        (("DTSTART:20260602T090000",), "ends", "session-hour"),
        (("DTSTART:99991231T235959Z", "DURATION:P1D"), "starts", "session-hour"),
        (("DTSTART:20260603T090000", "DTEND:20260602T100000"), "ends", "session-reversed"),
        (("DTSTART:20260602T220000", "DTEND:20260603T050000"), "ends", "session-reversed"),
        (("DTSTART:20260702T090000", "DTEND:20260702T100000"), "day", "days"),
    ],
)
def test_an_event_that_is_no_session_is_named(tmp_path, lines, column, reason) -> None:
    plan = read(saved(tmp_path, calendar(*lines), "programme.ics"))
    assert [(one.row, one.column, one.reason) for one in plan.rejected] == [(1, column, reason)]
    assert plan.added == ()


@given(st.data())
def test_a_damaged_calendar_is_read_or_refused_in_words(tmp_path_factory, data) -> None:
    whole = ICS.encode()
    at = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 20))
    odd = data.draw(st.sampled_from([b"", b":", b";VALUE=DATE", b"\xff", b"\r\nDTSTART:x", b"9T9"]))
    path = tmp_path_factory.getbasetemp() / "damaged.ics"
    path.write_bytes(whole[:at] + odd + whole[at + length :])
    with suppress(CheckinError):
        read(path)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", b"", "sheet-empty"),
        ("a.csv", b"Hello,world\n1,2\n", "programme-columns"),
        ("a.csv", bytes(range(128, 256)), "programme-letters"),
        ("a.pdf", b"%PDF-1.4\n", "sheet-is-foreign"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "calendar-damaged"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "sheet-empty"),
    ],
)
def test_what_is_no_programme_is_refused_whole(tmp_path, name, data, code) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CheckinError) as refused:
        read(path)
    assert refused.value.code == code


@given(
    st.times(time(4), time(22)).map(lambda one: one.replace(second=0, microsecond=0)),
    st.sampled_from(["%H:%M", "%H.%M", "%Hh%M", "%I:%M %p", "%I:%M%p", "2026-06-02 %H:%M:%S"]),
)
def test_a_time_is_read_however_it_is_written(starts: time, form: str) -> None:
    values = {"name": "Opening", "day": "1", "starts": starts.strftime(form), "ends": "23:00"}
    assert read_session(SessionRow(2, values), EVENT).starts == starts
