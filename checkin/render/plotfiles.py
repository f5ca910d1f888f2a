"""Writes plots as pictures: PNG of 192 points an inch, or SVG."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from checkin.domain.plots import Plot
from checkin.render.plotcanvas import PAPER, Look
from checkin.render.plots import PlotWords, draw_plot, height_of
from checkin.render.wholefile import write_whole

WIDTH, MARGIN = 900.0, 20.0
_SHARPNESS = 2


def write_plot(path: Path, plot: Plot, words: PlotWords) -> None:
    """Write a plot as the kind of picture its name asks for: .svg, or PNG.

    Needs a `QGuiApplication`. Raises `cannot-write`, `font-missing`.
    """
    svg = path.suffix.lower() == ".svg"
    write_whole(path, _svg(plot, words) if svg else _png(plot, words))


def plot_image(plot: Plot, words: PlotWords, look: Look = PAPER) -> QImage:
    """Return a plot as a picture. Needs a `QGuiApplication`. Raises `font-missing`."""
    area = _size(plot)
    image = QImage(area.size().toSize() * _SHARPNESS, QImage.Format.Format_RGB32)
    image.fill(QColor(look.paper))
    painter = QPainter(image)
    try:
        painter.scale(_SHARPNESS, _SHARPNESS)
        draw_plot(painter, _inside(area), plot, words, look)
    finally:
        painter.end()
    return image


def _png(plot: Plot, words: PlotWords) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(plot_image(plot, words))
    return bytes(buffer.data().data())


def _svg(plot: Plot, words: PlotWords) -> bytes:
    area = _size(plot)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QSvgGenerator()
    writer.setOutputDevice(buffer)
    writer.setSize(QSize(round(area.width()), round(area.height())))
    writer.setViewBox(area)
    writer.setTitle(words.title(plot))
    painter = QPainter(writer)
    try:
        painter.fillRect(area, QColor(PAPER.paper))
        draw_plot(painter, _inside(area), plot, words, PAPER)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _size(plot: Plot) -> QRectF:
    return QRectF(0, 0, WIDTH, round(height_of(plot)) + 2 * MARGIN)


def _inside(area: QRectF) -> QRectF:
    return area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
