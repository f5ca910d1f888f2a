"""Measures how far a text really reaches from its line, whatever its script and its marks."""

from dataclasses import dataclass, replace

from PIL import Image
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from checkin.render.texts import is_tame

# Height above and below the baseline, in sizes, that accented capitals and descenders take, and
# what the tallest scripts do: Tibetan, Burmese, Arabic with its vowels.
_RISE, _DROP = 0.88, 0.24
_MOST_RISE, _MOST_DROP = 1.3, 0.65
_OVERHANG = 0.05
# Pixels of a letter, and the most pixels of a line, that its ink is looked for in.
_LOOK, _WIDEST_LOOK = 64, 20_000
_BASELINE = 3 * _LOOK


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a text goes above and below its baseline, in sizes.

    Not `whole` is what goes further still, such as marks heaped on a letter: it is to be clipped.
    """

    rise: float = _RISE
    drop: float = _DROP
    whole: bool = True

    @property
    def pitch(self) -> float:
        return self.rise + self.drop

    def clipped(self) -> "Reach":
        """Return the same for a text that has to be clipped for want of room."""
        return replace(self, whole=False)


USUAL = Reach()
"""That of Latin, Greek and Cyrillic."""


def reach_of(text: str, font: QFont, metrics: QFontMetricsF) -> Reach:
    """Return how far a text goes in a font of any size in pixels."""
    if is_tame(text):
        return USUAL
    ink = _ink(text, font, metrics)
    rise, drop = max(-ink.top(), _RISE), max(ink.bottom(), _DROP)
    whole = rise <= _MOST_RISE and drop <= _MOST_DROP
    # Marks of another font may reach out at the sides as well.
    whole &= ink.left() >= -_OVERHANG and ink.right() <= _OVERHANG
    return Reach(min(rise, _MOST_RISE), min(drop, _MOST_DROP), whole)


def _ink(text: str, font: QFont, metrics: QFontMetricsF) -> QRectF:
    """Return how far there is ink, in sizes: from where the text begins and ends, and the baseline.

    Looked at in a small picture: metrics leave out how far marks are lifted off their letters,
    and after a path of coloured emoji Qt draws none any more.
    """
    size, small = font.pixelSize(), QFont(font)
    small.setPixelSize(_LOOK)
    end = _LOOK + min(metrics.horizontalAdvance(text) * _LOOK / size, _WIDEST_LOOK)
    # In fours, since that is how rows of a picture lie in memory.
    extent = (4 * int((end + _LOOK) / 4), 5 * _LOOK)
    picture = QImage(*extent, QImage.Format.Format_Grayscale8)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setPen(QColor("white"))
    painter.setFont(small)
    painter.drawText(QPointF(_LOOK, _BASELINE), text)
    painter.end()
    pixels = Image.frombuffer("L", extent, bytes(picture.constBits()))
    left, top, right, bottom = pixels.getbbox() or (_LOOK, _BASELINE, end, _BASELINE)
    corners = QPointF(left - _LOOK, top - _BASELINE), QPointF(right - end, bottom - _BASELINE)
    return QRectF(*(corner / _LOOK for corner in corners))
