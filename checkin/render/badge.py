"""Draws one badge, the same for PDF, PNG and preview."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from checkin.render.face import BadgeFace
from checkin.render.lettering import (
    CAPITAL,
    DROP,
    PITCH,
    RISE,
    Ladder,
    Setting,
    draw_setting,
    ladder,
    set_text,
)
from checkin.render.palette import BAND_INK, INK, QUIET_INK, band_colour
from checkin.render.qr import SIDE, matrix, runs
from checkin.render.texts import printable, reads_leftwards

UNITS_A_MILLIMETRE = 100

# Hundredths of a millimetre, like all that follows: a badge of 90 × 60 mm.
MODULE = 100
_QUIET = 4 * MODULE
_CODE = SIDE * MODULE
# What smoothed edges of letters may stray.
_HAIR = 30
_PADDING = 500
_BAND = 850
_TOP_BASELINE = 810
_NAME_TOP = 1330
_LAST_BASELINE = 4620
_LINE_GAP = 30
_BLOCK_GAP = 120
_ONE_LINE = 520
# How far the number may be wider than the code, at each side.
_OVERHANG = 300
# Below these sizes a name rather goes onto two lines.
_COMFORTABLE_GIVEN = 720
_COMFORTABLE_FAMILY = 500
# A name's room is counted from its capitals, while a line's height has their accents too.
_HEADROOM = (RISE - CAPITAL) * 400


def _two_of(steps: Ladder) -> float:
    return 2 * PITCH * steps[-1].size


@dataclass(frozen=True, slots=True)
class Lettering:
    """The fonts of a badge, made once for a whole sheet since making them is slow."""

    given: Ladder
    family: Ladder
    organisation: Ladder
    job: Ladder
    small: Ladder
    number: Ladder
    category: Ladder
    set_text: Callable[..., Setting]
    """`lettering.set_text`, remembering what many badges of a sheet have in common."""

    @classmethod
    def of(cls, family: str) -> "Lettering":
        """Return the lettering in one font family, see `fonts.load_fonts`."""
        regular, semibold, bold = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold
        return cls(
            given=ladder(family, bold, (1250, 1150, 1050, 960, 880, 800, 720, 640, 560, 480, 400)),
            family=ladder(family, regular, (800, 740, 680, 620, 560, 500, 440, 400, 360)),
            organisation=ladder(family, semibold, (460, 430, 400, 370, 340)),
            job=ladder(family, regular, (400, 370, 340, 310)),
            small=ladder(family, regular, (310, 280)),
            number=ladder(family, semibold, (300, 250, 200), spacing=0.1),
            category=ladder(family, bold, (430, 380, 330, 280), spacing=0.1),
            set_text=lru_cache(maxsize=500)(set_text),
        )


def draw_badge(painter: QPainter, area: QRectF, face: BadgeFace, lettering: Lettering) -> None:
    """Draw `face` into `area` of white paper, on a painter scaled to millimetres.

    Raises `ValueError` before anything is drawn if `face.code` is no code.
    """
    squares = [_rectangle(*run) for run in runs(matrix(face.code))]
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(1 / UNITS_A_MILLIMETRE, 1 / UNITS_A_MILLIMETRE)
    width, height = area.width() * UNITS_A_MILLIMETRE, area.height() * UNITS_A_MILLIMETRE
    right = width - _PADDING
    column = QRectF(_PADDING, 0, right - _CODE - _QUIET - _HAIR - _PADDING, height)
    _draw_band(painter, width, height, face.category, lettering)
    _draw_top(painter, right, face, lettering)
    _draw_person(painter, column, face, lettering)
    _draw_number(painter, right - _CODE, face.number, lettering)
    _draw_code(painter, right - _CODE, squares)
    painter.restore()


@lru_cache(maxsize=10_000)
def _rectangle(x: int, y: int, width: int, height: int) -> QRect:
    # Making one takes Python ten times as long as finding it again.
    return QRect(x, y, width, height)


def _draw_band(
    painter: QPainter, width: float, height: float, category: str, lettering: Lettering
) -> None:
    text = printable(category)
    painter.fillRect(QRectF(0, height - _BAND, width, _BAND), QColor(band_colour(text)))
    text = printable(text.upper())
    if text:
        box = QRectF(_PADDING, height - _BAND, width - 2 * _PADDING, _BAND)
        setting = lettering.set_text(text, lettering.category, box.width(), _BAND * 0.7)
        painter.setPen(QColor(BAND_INK))
        middle = height - (_BAND - CAPITAL * setting.cut.size) / 2
        draw_setting(painter, setting, box, middle, 1.0 if reads_leftwards(text) else 0.0)


def _draw_top(painter: QPainter, right: float, face: BadgeFace, lettering: Lettering) -> None:
    """Draw the event at the left, place and days at the right; the place gives way first."""
    box = QRectF(_PADDING, 0, right - _PADDING, _TOP_BASELINE)
    painter.setPen(QColor(QUIET_INK))
    room = box.width()
    event, when = printable(face.event), printable(face.when)
    corner = " · ".join(text for text in (printable(face.where), when) if text)
    if _one_line(event, room, lettering) + _PADDING + _one_line(corner, room, lettering) > room:
        corner = when
    if corner:
        setting = lettering.set_text(corner, lettering.small, room * 0.6, _ONE_LINE)
        draw_setting(painter, setting, box, _TOP_BASELINE, share=1.0)
        room -= setting.widths[0] + _PADDING
    if event:
        box.setWidth(room)
        setting = lettering.set_text(event, lettering.small, room, _ONE_LINE)
        draw_setting(painter, setting, box, _TOP_BASELINE)


def _one_line(text: str, room: float, lettering: Lettering) -> float:
    """Return how wide a small text is, `room` for one that fills it."""
    return lettering.set_text(text, lettering.small, room, _ONE_LINE).widths[0] if text else 0


def _draw_person(painter: QPainter, column: QRectF, face: BadgeFace, lettering: Lettering) -> None:
    first, *others = [
        text for text in (printable(face.given_name), printable(face.family_name)) if text
    ] or [""]
    share = 1.0 if reads_leftwards(first) else 0.0
    bottom = _draw_origin(painter, column, share, face, lettering)
    painter.setPen(QColor(INK))
    room = bottom - _NAME_TOP + _HEADROOM
    second = (
        lettering.set_text(
            others[0], lettering.family, column.width(), room * 0.45, _COMFORTABLE_FAMILY
        )
        if others
        else None
    )
    if second:
        room -= second.height + _LINE_GAP
    head = lettering.set_text(first, lettering.given, column.width(), room, _COMFORTABLE_GIVEN)
    baseline = _NAME_TOP + CAPITAL * head.cut.size
    draw_setting(painter, head, column, baseline, share)
    if second:
        baseline += head.height - RISE * head.cut.size + _LINE_GAP + RISE * second.cut.size
        draw_setting(painter, second, column, baseline, share)


def _draw_origin(
    painter: QPainter, column: QRectF, share: float, face: BadgeFace, lettering: Lettering
) -> float:
    """Draw organisation and job title upwards from the last baseline; return where they begin."""
    organisation, job = printable(face.organisation), printable(face.job_title)
    bottom = _LAST_BASELINE + DROP * lettering.job[0].size
    for text, steps, ink in (
        (job, lettering.job, QUIET_INK),
        (organisation, lettering.organisation, INK),
    ):
        if not text:
            continue
        setting = lettering.set_text(text, steps, column.width(), _two_of(steps))
        painter.setPen(QColor(ink))
        top = bottom - setting.height
        draw_setting(painter, setting, column, top + RISE * setting.cut.size, share)
        bottom = top - _LINE_GAP
    return bottom - _BLOCK_GAP


def _draw_number(painter: QPainter, left: float, number: str, lettering: Lettering) -> None:
    box = QRectF(left - _OVERHANG, 0, _CODE + 2 * _OVERHANG, _LAST_BASELINE)
    setting = lettering.set_text(printable(number), lettering.number, box.width(), _ONE_LINE)
    painter.setPen(QColor(INK))
    draw_setting(painter, setting, box, _LAST_BASELINE, share=0.5)


def _draw_code(painter: QPainter, left: float, squares: list[QRect]) -> None:
    painter.save()
    painter.translate(QPointF(left, _NAME_TOP))
    painter.scale(MODULE, MODULE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("black"))
    painter.drawRects(squares)
    painter.restore()
