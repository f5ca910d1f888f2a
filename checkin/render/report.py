"""Draws the report of an event on A4 pages: its numbers, its plots and the rules applied."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from checkin.domain.event import Event
from checkin.domain.plots import Plot
from checkin.domain.reportnumbers import ReportNumbers
from checkin.render.faces import days_in_words
from checkin.render.flow import Block, Page, paged
from checkin.render.images import draw_logos
from checkin.render.paperpen import PaperPen
from checkin.render.pdf import PdfFile
from checkin.render.plotcanvas import PAPER
from checkin.render.plots import PlotWords, draw_plot, height_of
from checkin.render.reporttable import table_blocks
from checkin.render.slot import restoring
from checkin.render.wholefile import whole_file

PAGE = QSizeF(210, 297)
_MARGIN, _TOP, _BOTTOM = 16.0, 14.0, 17.0
_WIDTH = PAGE.width() - 2 * _MARGIN
_A_PLOT_UNIT = 25.4 / 96
_GREY = "#4d5866"
_LOGO, _LOGO_WIDTH, _LOGO_GAP = 15.0, 40.0, 6.0
_LETTERS, _HEADING = 3.2, 4.6
_GAP = 7.0


@dataclass(frozen=True, slots=True)
class Report:
    """What stands in a report; `rules` are sentences, `logos` pictures of the organizers."""

    event: Event
    numbers: ReportNumbers
    plots: Sequence[Plot]
    rules: Sequence[str]
    organizers: Sequence[str] = ()
    logos: Sequence[bytes] = ()
    made: str = ""


def write_report_pdf(path: Path, report: Report, words: PlotWords | None = None) -> int:
    """Write a report to a PDF and return how many pages; needs a `QGuiApplication`.

    Raises `font-missing`, `cannot-write`.
    """
    pages = report_pages(report, words)
    with whole_file(path) as beside, closing(PdfFile(beside, PAGE, _title(report))) as file:
        for number in range(len(pages)):
            if number:
                file.new_page()
            _draw_page(file.painter, report, pages, number)
    return len(pages)


def report_pages(report: Report, words: PlotWords | None = None) -> list[Page]:
    """Return what stands on each page."""
    room = PAGE.height() - _TOP - _BOTTOM
    return paged(_Writer(report, words or PlotWords()).blocks(), room)


def _draw_page(painter: QPainter, report: Report, pages: Sequence[Page], number: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    top = _TOP
    for block in pages[number]:
        block.draw(painter, QRectF(_MARGIN, top, _WIDTH, block.height))
        top += block.height
    pen = PaperPen()
    foot = QRectF(_MARGIN, PAGE.height() - _BOTTOM + 4, _WIDTH, 5)
    pen.write(painter, _title(report), foot.adjusted(0, 0, -40, 0), 2.9, colour=_GREY)
    pen.write(painter, f"Page {number + 1} of {len(pages)}", foot, 2.9, across=1.0, colour=_GREY)


def _title(report: Report) -> str:
    return f"{report.event.title} – Report"


class _Writer:
    """Makes the blocks of a report."""

    def __init__(self, report: Report, words: PlotWords) -> None:
        self._report = report
        self._words = words
        self._pen = PaperPen()

    def blocks(self) -> Iterator[Block]:
        """Yield every block, in order."""
        yield from self._head()
        yield self._heading("Numbers")
        yield from table_blocks(self._pen, self._report.numbers)
        yield from self._notes()
        for plot in self._report.plots:
            yield self._plot(plot)
        yield self._heading("Rules applied")
        for rule in self._report.rules:
            yield self._paragraph(rule)

    def _head(self) -> Iterator[Block]:
        report, event = self._report, self._report.event
        images = [QImage.fromData(one) for one in report.logos]
        logos = [one for one in images if not one.isNull()]
        if logos:
            yield Block(_LOGO + 3, lambda painter, area: _draw_logos(painter, area, logos))
        yield self._text(event.title, 7.0, bold=True, lines=3)
        yield self._text("Report on attendance", 4.6)
        yield self._text(_joined(f"{days_in_words(event)} {event.last_day.year}", event.venue), 3.8)
        yield self._text(_joined(*report.organizers), 3.4, lines=3, colour=_GREY)
        yield self._text(report.made, 3.0, colour=_GREY)

    def _notes(self) -> Iterator[Block]:
        unknown = self._report.numbers.size_unknown
        yield Block(_GAP / 2, lambda _painter, _area: None)
        if unknown:
            yield self._text(
                f"Of {unknown} companies that came it is not known how large they are.",
                3.0,
                colour=_GREY,
            )

    def _plot(self, plot: Plot) -> Block:
        most = PAGE.height() - _TOP - _BOTTOM - _GAP
        height = height_of(plot)
        scale = min(_A_PLOT_UNIT, most / height)

        def draw(painter: QPainter, area: QRectF) -> None:
            with restoring(painter):
                painter.translate(area.topLeft())
                painter.scale(scale, scale)
                inside = QRectF(0, 0, area.width() / scale, height)
                draw_plot(painter, inside, plot, self._words, PAPER)

        return Block(height * scale + _GAP, draw)

    def _heading(self, text: str) -> Block:
        block = self._text(text, _HEADING, bold=True)
        return Block(
            block.height + _GAP,
            lambda painter, area: block.draw(painter, area.adjusted(0, _GAP, 0, 0)),
            leads=True,
        )

    def _paragraph(self, text: str) -> Block:
        """Return a text in letters of one size, broken where a line is full."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._pen.width(longer, _LETTERS) < 0.96 * _WIDTH:
                lines[-1] = longer
            else:
                lines.append(word)
        step = _LETTERS * 1.35

        def draw(painter: QPainter, area: QRectF) -> None:
            for number, line in enumerate(lines):
                box = QRectF(area.left(), area.top() + number * step, area.width(), step)
                self._pen.write(painter, line, box, _LETTERS, down=0)

        return Block(len(lines) * step + 1.5, draw)

    def _text(
        self, text: str, size: float, *, bold: bool = False, lines: int = 1, colour: str = "black"
    ) -> Block:
        """Return a text with the room that it needs."""
        if not text:
            return Block(0, lambda _painter, _area: None)
        needed = min(int(self._pen.width(text, size, bold=bold) / (_WIDTH * 0.94)) + 1, lines)
        height = needed * size * 1.3 + 0.8

        def draw(painter: QPainter, area: QRectF) -> None:
            self._pen.write(
                painter, text, area, size, bold=bold, lines=lines, down=0, colour=colour
            )

        return Block(height, draw)


def _draw_logos(painter: QPainter, area: QRectF, logos: Sequence[QImage]) -> None:
    room = QRectF(area.left(), area.top(), area.width(), _LOGO)
    draw_logos(painter, room, logos, _LOGO_WIDTH, _LOGO_GAP)


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)
