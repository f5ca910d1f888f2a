"""A text in its place on a badge, drawn again and again: its glyphs are looked up only once."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QGlyphRun, QPaintEngine, QPainter, QTextLayout

from checkin.render.lettering import Setting, draw_lines, lines_in
from checkin.render.texts import is_tame

_ENDLESS = 1e7


class PlacedText:
    """A text as it is set in its box, from a baseline down; see `lettering.lines_in`.

    On pages of a PDF it takes half the time from the second one on.
    """

    def __init__(self, setting: Setting, box: QRectF, baseline: float, share: float) -> None:
        self._setting = setting
        self._box = box
        self._lines = lines_in(setting, box, baseline, share)
        # Of other letters several fonts may have a part, and some are drawn in colour.
        self._may_repeat = setting.reach.whole and all(map(is_tame, setting.lines))
        self._drawn = False
        self._glyphs: Sequence[tuple[QPointF, QGlyphRun]] = ()

    def draw(self, painter: QPainter) -> None:
        """Draw the text with the painter's pen."""
        if not (self._may_repeat and _is_pdf(painter)):
            draw_lines(painter, self._setting, self._box, self._lines)
        elif not self._drawn:
            # Most names are drawn once: to look their glyphs up would be in vain.
            self._drawn = True
            draw_lines(painter, self._setting, self._box, self._lines)
        else:
            self._glyphs = self._glyphs or tuple(_glyphs(self._lines, self._setting.cut.font))
            for place, glyphs in self._glyphs:
                painter.drawGlyphRun(place, glyphs)


def _is_pdf(painter: QPainter) -> bool:
    return painter.paintEngine().type() is QPaintEngine.Type.Pdf


def _glyphs(
    lines: Sequence[tuple[QPointF, str]], font: QFont
) -> Iterator[tuple[QPointF, QGlyphRun]]:
    for place, text in lines:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS)
        layout.endLayout()
        top = place - QPointF(0, line.ascent())
        for glyphs in layout.glyphRuns():
            yield top, glyphs
