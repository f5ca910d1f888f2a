"""Lays the numbers for the report out as tables for a workbook or a CSV file."""

from collections.abc import Iterator

from checkin.domain.reportnumbers import Figures, Origin, ReportNumbers
from checkin.gateways.cells import Cell
from checkin.gateways.workbook import Sheet

NUMBERS_HEADER = (
    "What",
    "Date",
    "Name",
    "Organisations",
    "People",
    "Registered",
    "No-shows",
    "Walk-ins",
    "Small and medium companies",
    "Partner organisations",
    "External organisations",
    "From partners",
    "External people",
)
_WIDTHS = (12, 12, 40, 15, 10, 12, 12, 12, 27, 22, 23, 15, 17)
_NOT_KNOWN = "not known"


def numbers_rows(numbers: ReportNumbers) -> Iterator[tuple[Cell, ...]]:
    """Yield rows under NUMBERS_HEADER: the event, its days and sessions, kinds and countries."""
    yield _row("event", None, numbers.title, numbers.whole)
    for day in numbers.days:
        yield _row("day", day.day, "", day.figures)
    for session in numbers.sessions:
        yield _row("session", session.session.day, session.session.name, session.figures)
    for what, places in (("kind", numbers.kinds), ("country", numbers.countries)):
        for one in places:
            row = (what, None, *_origin(one))
            yield (*row, *[None] * (len(NUMBERS_HEADER) - len(row)))


def numbers_sheets(numbers: ReportNumbers) -> list[Sheet]:
    """Return a sheet of event, days and sessions, and one each of kinds and countries."""
    several = ("event", "day", "session")
    rows = [row for row in numbers_rows(numbers) if row[0] in several]
    return [
        Sheet("Numbers", NUMBERS_HEADER, rows, _WIDTHS),
        _places("Kinds", "Kind of organisation", numbers.kinds),
        _places("Countries", "Country", numbers.countries),
    ]


def _places(title: str, heading: str, places: tuple[Origin, ...]) -> Sheet:
    header = (heading, "Organisations", "People")
    return Sheet(title, header, [_origin(one) for one in places], (30, 15, 12))


def _origin(one: Origin) -> tuple[Cell, ...]:
    return one.name or _NOT_KNOWN, one.organisations, one.people


def _row(what: str, day: Cell, name: str, figures: Figures) -> tuple[Cell, ...]:
    return (
        what,
        day,
        name,
        figures.organisations,
        figures.people,
        figures.registered,
        figures.no_shows,
        figures.walk_ins,
        figures.small_and_medium,
        figures.partners,
        figures.external,
        figures.partner_people,
        figures.external_people,
    )
