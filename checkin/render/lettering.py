"""Sets any text into a box: smaller, then on more lines, then cut short with an ellipsis.

Lengths are hundredths of a millimetre, so that a font's whole pixel sizes are fine enough and
metrics are the same on every device.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from checkin.render.fonts import FAMILY
from checkin.render.reach import USUAL, Reach, reach_of

CAPITAL = 0.66

# Sizes are not quite proportional to the whole sixty-fourths in which Qt measures.
_ROUNDING = 0.995
_HAIR = 1


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A font at one size; equal only to itself, so that ladders can be keys."""

    font: QFont
    metrics: QFontMetricsF
    size: int


Ladder = tuple[Cut, ...]
"""One font from its largest to its smallest size."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A text as it is drawn: the font that makes it fit, its lines and how wide each is."""

    cut: Cut
    lines: tuple[str, ...]
    widths: tuple[float, ...]
    reach: Reach = USUAL
    cut_short: bool = False

    @property
    def pitch(self) -> float:
        return self.reach.pitch * self.cut.size

    @property
    def height(self) -> float:
        return self.pitch * len(self.lines)

    @property
    def rise(self) -> float:
        """How far the first baseline is below the top."""
        return self.reach.rise * self.cut.size


def ladder(family: str, weight: QFont.Weight, sizes: Sequence[int], spacing: float = 0.0) -> Ladder:
    """Return the font at `sizes`, largest first; `spacing` widens each letter by that share.

    What a `family` of somebody's own has not is drawn with ours and its helpers.
    """
    cuts = []
    for size in sizes:
        font = QFont()
        font.setFamilies(list(dict.fromkeys((family, FAMILY))))
        font.setPixelSize(size)
        font.setWeight(weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Absolute spacing would grow with the dots of the paper.
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * (1 + spacing))
        cuts.append(Cut(font, QFontMetricsF(font), size))
    return tuple(cuts)


def set_text(
    text: str, steps: Ladder, width: float, height: float, comfortable: int = 0, lines: int = 2
) -> Setting:
    """Return `text` set as large as `steps` allow in `width` and `height`.

    One line as long as its size is at least `comfortable`; else up to `lines` broken between words,
    if those are larger; else one line of any size; else as much as the lines hold.
    """
    reach = reach_of(text, steps[0].font, steps[0].metrics)
    pitch = reach.pitch
    if steps[0].size * pitch > height:
        steps = tuple(cut for cut in steps if cut.size * pitch <= height) or steps[-1:]
    single = _one_line(text, steps, width)
    if not (single and single.cut.size >= comfortable):
        single = _on_more_lines(text, steps, width, (height / pitch, lines), single)
    setting = replace(single, reach=reach)
    if setting.height <= height + _HAIR and (len(setting.lines) == 1 or _all_whole(setting)):
        return setting
    return replace(setting, reach=reach.clipped())


def _all_whole(setting: Setting) -> bool:
    """Tell whether no line begins with a mark whose letter ended the one before."""
    cut = setting.cut
    return all(reach_of(line, cut.font, cut.metrics).whole for line in setting.lines)


def _on_more_lines(
    text: str, steps: Ladder, width: float, room: tuple[float, int], single: Setting | None
) -> Setting:
    """Return `text` on lines that are larger than a `single` one, if it makes such that fit.

    There is `room` for lines whose pitches are so high together, and for so many.
    """
    height, most = room
    for cut in steps:
        count = min(most, int(height / cut.size))
        if count < 2:
            continue
        if single and cut.size <= single.cut.size:
            break
        if several := _several_lines(text, cut, width, count):
            return several
    count = max(min(most, int(height / steps[-1].size)), 1)
    return single or _cut_short(text, steps[-1], width, count)


def draw_setting(
    painter: QPainter, setting: Setting, box: QRectF, baseline: float, share: float = 0.0
) -> None:
    """Draw the lines from `baseline` down; `share` of the room left over in `box` comes before."""
    draw_lines(painter, setting, box, lines_in(setting, box, baseline, share))


def lines_in(
    setting: Setting, box: QRectF, baseline: float, share: float
) -> tuple[tuple[QPointF, str], ...]:
    """Return where each line of a text begins in its box, and the line."""
    return tuple(
        (QPointF(box.left() + share * (box.width() - width), baseline + at * setting.pitch), line)
        for at, (line, width) in enumerate(zip(setting.lines, setting.widths, strict=True))
    )


def draw_lines(
    painter: QPainter, setting: Setting, box: QRectF, lines: Sequence[tuple[QPointF, str]]
) -> None:
    """Draw the lines that `lines_in` gave."""
    if not setting.reach.whole:
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setFont(setting.cut.font)
    for place, line in lines:
        painter.drawText(place, line)
    if not setting.reach.whole:
        painter.restore()


def _setting(cut: Cut, *lines: str) -> Setting:
    widths = tuple(cut.metrics.horizontalAdvance(line) for line in lines)
    return Setting(cut, lines, widths)


def _one_line(text: str, steps: Ladder, width: float) -> Setting | None:
    largest = steps[0]
    advance = largest.metrics.horizontalAdvance(text)
    for cut in steps:
        scaled = advance * cut.size / largest.size
        if scaled <= width * _ROUNDING:
            return Setting(cut, (text,), (scaled,))
    return None


def _several_lines(text: str, cut: Cut, width: float, most: int) -> Setting | None:
    """Return `text` broken between words, if that makes at most so many lines that fit."""
    lines = _broken(text, cut, width, QTextOption.WrapMode.WordWrap, most + 1)
    if len(lines) > most:
        return None
    setting = _setting(cut, *map(str.strip, lines))
    return setting if max(setting.widths) <= width else None


def _cut_short(text: str, cut: Cut, width: float, count: int) -> Setting:
    wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    first = _broken(text, cut, width, wrap, count)[: count - 1]
    rest = text[len("".join(first)) :].strip()
    last = cut.metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return replace(_setting(cut, *map(str.strip, first), last), cut_short=last != rest)


def _broken(
    text: str, cut: Cut, width: float, mode: QTextOption.WrapMode, most: int
) -> tuple[str, ...]:
    """Return the first `most` lines that `text` makes, with the blanks between them."""
    option = QTextOption()
    option.setWrapMode(mode)
    layout = QTextLayout(text, cut.font)
    layout.setTextOption(option)
    lines: list[str] = []
    # Qt counts in UTF-16, where a letter outside the first plane takes two places.
    units = text.encode("utf-16-le")
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
        lines.append(units[start:end].decode("utf-16-le"))
    layout.endLayout()
    return tuple(lines)
