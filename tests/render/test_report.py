"""The report as a PDF: numbers, plots and rules on pages of A4, each numbered."""

from datetime import date, timedelta

import pypdfium2
import pytest

from checkin.domain.event import Event
from checkin.domain.plots import DayBars, Plot, PlotKind
from checkin.domain.reportnumbers import DayFigures, Figures, ReportNumbers
from checkin.render.flow import Block, paged
from checkin.render.logo import logo_from
from checkin.render.report import Report, write_report_pdf

DAY = date(2026, 6, 2)
NONE = Figures(0, 3, 0, 1, 2, 1, 1, 2)


def report(rows: int = 2, **facts: object) -> Report:
    event = Event("e", "Clusters go international", DAY, DAY + timedelta(1), "UTC", "Riga")
    whole = Figures(240, 198, 42, 7, 74, 31, 4, 12)
    numbers = ReportNumbers(
        title=event.title,
        whole=whole,
        days=tuple(DayFigures(DAY + timedelta(n), NONE) for n in range(rows)),
        sessions=(),
        kinds=(),
        countries=(),
        size_unknown=5,
    )
    plots = [Plot(PlotKind.DAYS, (DayBars(DAY, 8, 4, 3, 2),))]
    facts = {"event": event, "numbers": numbers, "plots": plots, "rules": ["A rule."]} | facts
    return Report(**facts)  # type: ignore[arg-type]


@pytest.fixture
def read(qapp, tmp_path):
    """Write a report and return the text of each page."""

    def write_and_read(made: Report) -> list[str]:
        path = tmp_path / "report.pdf"
        pages = write_report_pdf(path, made)
        document = pypdfium2.PdfDocument(path.read_bytes())
        assert len(document) == pages
        assert [round(size) for size in document[0].get_size()] == [595, 842]
        return [page.get_textpage().get_text_bounded() for page in document]

    return write_and_read


def test_the_report_has_numbers_plots_and_rules(read):
    (text,) = read(report(organizers=["Baltic Food Cluster"], made="As known now"))
    for part in (
        *("Clusters go international", "2–3 June 2026 · Riga", "Baltic Food Cluster"),
        *("As known now", "The whole event", "240", "198", "Tuesday 2 June"),
        *("5 companies", "Presence by day", "Rules applied", "A rule.", "Page 1 of 1"),
    ):
        assert part in text


def test_where_nobody_was_expected_no_no_shows_are_told(read):
    (text,) = read(report())
    (line,) = [one for one in text.splitlines() if one.startswith("Tuesday 2 June ")]
    assert line.split()[3:] == ["–", "3", "–", "1", "2", "1", "1", "1"]


def test_a_long_table_goes_on_below_its_head_and_pages_are_counted(read):
    pages = read(report(rows=60))
    assert "Registered" in pages[0]
    assert "Registered" in pages[1]
    assert [f"Page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1)] == (
        [True] * len(pages)
    )


def test_any_logo_and_name_finds_its_place(read):
    from PIL import Image

    wide, high = (logo_from(Image.new("RGB", size, "red")) for size in ((900, 60), (60, 900)))
    names = ["Объединение кластеров Даугавпилса", "محمد", "Ω" * 90]
    (text, *_) = read(report(logos=[wide, high, b"no picture"] * 3, organizers=names))
    assert "Объединение" in text


def test_blocks_are_not_cut_and_headings_do_not_stand_alone():
    def block(height: float, **how: object) -> Block:
        return Block(height, lambda *_: None, **how)  # type: ignore[arg-type]

    head = block(2)
    title, row, tall = block(3, leads=True), block(4, again=head), block(50)
    assert paged([row, row, title, tall, row], 10) == [[row, row], [title, tall], [head, row]]
    assert paged([row, row, row], 10) == [[row, row], [head, row]]
    assert paged([block(7), title, row], 10)[1] == [title, row]
    assert paged([], 10) == [[]]
