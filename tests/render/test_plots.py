"""Plots as they are drawn: bars as high as what they count, told apart without colour."""

from datetime import date
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from checkin.domain.arrivals import Arrivals
from checkin.domain.plots import DayBars, Plot, PlotKind, Room
from checkin.domain.reportnumbers import Origin
from checkin.errors import CheckinError
from checkin.render.plotcanvas import DARK, PAPER, Canvas, Fill, Look
from checkin.render.plotfiles import plot_image, write_plot
from checkin.render.plots import PlotWords, height_of
from checkin.render.plotscale import bin_bar, inner, round_step, top_of

DAY = date(2026, 6, 2)
ROOMS = Plot(PlotKind.ROOMS, (Room("Great hall", ((540, 10), (600, 20), (660, 0)), 15),), DAY)
DAYS = Plot(PlotKind.DAYS, (DayBars(DAY, 8, 4, 3, 2),))
COUNTRIES = Plot(
    PlotKind.COUNTRIES, tuple(Origin(f"Land {n}", 30 - n, 60 - 2 * n) for n in range(20))
)
ARRIVALS = Plot(PlotKind.ARRIVALS, Arrivals(540, 10, (1, 0, 4, *[0] * 9)), DAY)
ALL = (ARRIVALS, ROOMS, DAYS, COUNTRIES)


def texts(plot: Plot, tmp_path, words: PlotWords | None = None) -> list[str]:
    """Return what stands in a plot."""
    path = tmp_path / "plot.svg"
    write_plot(path, plot, words or PlotWords())
    root = ElementTree.fromstring(path.read_text("utf-8"))
    return [one.text.strip() for one in root.iter("{http://www.w3.org/2000/svg}text") if one.text]


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_bar_is_as_high_as_its_share_of_the_scale():
    area = inner(QRectF(0, 0, 600, 250))
    small, none, large = (bin_bar(area, ARRIVALS.shown, number) for number in range(3))
    assert large.height() == pytest.approx(area.height() * 4 / top_of(4))
    assert small.height() == pytest.approx(large.height() / 4)
    assert none.height() == 0


@pytest.mark.parametrize("most", [0, 1, 2, 9, 10, 11, 99, 198, 10_000, 123_456])
def test_a_scale_ends_at_a_round_number_not_far_above_the_most(most):
    top = top_of(most)
    assert most <= top < most + round_step(max(most, 1)) + 1
    assert top % round_step(max(most, 1)) == 0


def test_what_stands_in_the_plots(qapp, tmp_path):
    assert texts(ROOMS, tmp_path)[:3] == [
        "Rooms, Tuesday 2 June",
        "Great hall",
        "most 20 · 15 places",
    ]
    said = texts(DAYS, tmp_path)
    assert {"Presence by day", "registered", "in the afternoon", "8", "4", "3", "2"} <= set(said)
    said = texts(COUNTRIES, tmp_path)
    assert "Land 14" in said
    assert "Land 15" not in said
    assert "5 others" in said
    assert str(sum(30 - n for n in range(15, 20))) in said


def test_a_plot_of_nobody_says_so(qapp, tmp_path):
    for plot in (
        Plot(PlotKind.ARRIVALS, Arrivals(), DAY),
        Plot(PlotKind.ROOMS, (Room("Hall", ()),), DAY),
        Plot(PlotKind.KINDS, ()),
    ):
        assert "Nobody has come yet." in texts(plot, tmp_path)


def test_a_name_is_text_whatever_it_looks_like(qapp, tmp_path):
    plot = Plot(PlotKind.KINDS, (Origin("<b>&amp;</b>", 1, 1),))
    assert "<b>&amp;</b>" in texts(plot, tmp_path)


@pytest.mark.parametrize("look", [PAPER, DARK])
def test_letters_and_bars_stand_out(look: Look):
    for ink in (look.ink, look.quiet):
        assert contrast(ink, look.paper) >= 4.5
    for fill in look.fills:
        assert contrast(fill, look.paper) >= 3


def test_fills_differ_without_colour(qapp):
    drawn = set()
    look = Look("#ffffff", "#000000", "#000000", "#000000", ("#000000",) * 4)
    for fill in Fill:
        image = QImage(60, 60, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        area = QRectF(5, 5, 50, 50)
        Canvas(painter, area, look, "").bar(area, fill)
        painter.end()
        drawn.add(bytes(image.constBits()))
    assert len(drawn) == len(Fill)


def test_hatching_stays_within_its_bar(qapp):
    for box in (QRectF(20, 20, 60, 7), QRectF(20, 20, 3, 60), QRectF(20, 20, 45, 45)):
        for fill in Fill:
            image = QImage(100, 100, QImage.Format.Format_Grayscale8)
            image.fill(255)
            painter = QPainter(image)
            Canvas(painter, QRectF(0, 0, 100, 100), PAPER, "").bar(box, fill)
            painter.end()
            dark = [(x, y) for x in range(100) for y in range(100) if image.pixel(x, y) & 255 < 200]
            assert dark
            assert all(box.adjusted(-1, -1, 1, 1).contains(x + 0.5, y + 0.5) for x, y in dark)


@pytest.mark.parametrize("plot", ALL, ids=lambda plot: plot.name)
def test_written_right_to_left_bars_are_mirrored(qapp, plot):
    def bars(image: QImage, left: bool) -> int:
        """Count what is filled in one half."""
        fill = QColor(PAPER.fills[Fill.SOLID]).rgb()
        middle = image.width() // 2
        columns = range(0, middle) if left else range(middle, image.width())
        rows = range(0, image.height(), 8)
        return sum(image.pixel(x, y) == fill for x in columns for y in rows)

    there, back = plot_image(plot, PlotWords()), plot_image(plot, PlotWords(leftward=True))
    assert there.size() == back.size()
    assert bars(there, True) == pytest.approx(bars(back, False), abs=30)
    assert bars(there, True) != bars(there, False)


def test_more_rows_make_a_higher_picture_but_not_without_end(qapp):
    few = Plot(PlotKind.COUNTRIES, COUNTRIES.shown[:3])
    many = Plot(PlotKind.COUNTRIES, COUNTRIES.shown * 5)
    assert height_of(few) < height_of(COUNTRIES) == height_of(many)


def test_a_place_that_cannot_be_written_is_named(qapp, tmp_path):
    with pytest.raises(CheckinError) as caught:
        write_plot(tmp_path / "gone" / "plot.png", DAYS, PlotWords())
    assert caught.value.code == "cannot-write"
