"""Sets the words of a template's text elements for one wearer after another."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from checkin.domain.badgewords import fields_in, filled
from checkin.domain.template import Align, Text, Weight
from checkin.render.fonts import load_fonts
from checkin.render.glyphs import Shapes
from checkin.render.lettering import (
    CAPITAL,
    Ladder,
    Setting,
    ladder,
    set_text,
)
from checkin.render.placed import PlacedText
from checkin.render.texts import LONGEST, capitals, may_be_spaced, printable, reads_leftwards

# From one size to the next smaller one; finer steps are not seen, but take longer to try.
_STEP = 0.93
_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
}
# The most letters that are set into a line of a text of many lines.
_IN_A_LINE = 150
_SHARES = {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}


class ElementTexts:
    """The fonts of text elements, made once, and settings that many badges have in common."""

    def __init__(self) -> None:
        self._family = load_fonts()
        self._shapes = Shapes()
        self._ladders: dict[tuple[str, Weight, int, int, int], Ladder] = {}
        self._set_text = lru_cache(maxsize=500)(set_text)
        # What is the same on each badge, such as a heading, is placed once.
        self._placed = lru_cache(maxsize=500)(self._place)

    def words(self, text: Text, values: Mapping[str, str]) -> str:
        """Return what a text element says of somebody, on one line."""
        longest = _longest(text)
        words = printable(filled(text.words, values), longest)
        return printable(capitals(words), longest) if text.capitals else words

    def setting(self, text: Text, values: Mapping[str, str]) -> Setting | None:
        """Return how a text element is set for somebody, None where it says nothing."""
        words = self._shapes.drawable(self.words(text, values))
        if not words:
            return None
        area = text.area
        steps = self._ladder(text, text.spacing if may_be_spaced(words) else 0)
        setting = self._set_text(
            words, steps, area.width, area.height, text.comfortable, text.lines
        )
        # One less, since a blank at the end is gone.
        return replace(setting, cut_short=True) if len(words) >= _longest(text) - 1 else setting

    def placed(self, text: Text, values: Mapping[str, str]) -> PlacedText | None:
        """Return where the lines of a text element come, None where it says nothing."""
        return self._placed(text, tuple(values.get(one, "") for one in _fields(text.words)))

    def _place(self, text: Text, said: tuple[str, ...]) -> PlacedText | None:
        setting = self.setting(text, dict(zip(_fields(text.words), said, strict=True)))
        return _place(text, setting) if setting else None

    def _ladder(self, text: Text, spacing: int) -> Ladder:
        key = (text.font, text.weight, text.largest, text.smallest, spacing)
        found = self._ladders.get(key)
        if found is None:
            sizes = [text.largest]
            while sizes[-1] > text.smallest:
                sizes.append(max(int(sizes[-1] * _STEP), text.smallest))
            family = text.font or self._family
            found = ladder(family, _WEIGHTS[text.weight], sizes, spacing / 100)
            self._ladders[key] = found
        return found


_fields = lru_cache(maxsize=500)(fields_in)


def _longest(text: Text) -> int:
    """Return how many letters of a text are set, whatever comes after them."""
    return max(LONGEST, _IN_A_LINE * text.lines)


def draw_text(
    painter: QPainter, texts: ElementTexts, text: Text, values: Mapping[str, str], ink: QColor
) -> None:
    """Draw what a text element says of somebody, on a painter in the badge's units."""
    if placed := texts.placed(text, values):
        painter.setPen(ink)
        placed.draw(painter)


def _place(text: Text, setting: Setting) -> PlacedText:
    area = text.area
    box = QRectF(area.left, area.top, area.width, area.height)
    share = _SHARES[text.align]
    if text.align is Align.START and reads_leftwards(setting.lines[0]):
        share = 1.0
    return PlacedText(setting, box, _first_baseline(text, setting), share)


def _first_baseline(text: Text, setting: Setting) -> float:
    highest = text.area.top + setting.rise
    lowest = text.area.bottom - setting.height + setting.rise
    if text.upright is Align.START:
        return highest
    if text.upright is Align.END:
        return lowest
    # What looks like the middle is that of the capitals.
    capitals_high = CAPITAL * setting.cut.size
    below = setting.height - setting.pitch
    middle = text.area.top + (text.area.height + capitals_high - below) / 2
    return max(min(middle, lowest), highest)
