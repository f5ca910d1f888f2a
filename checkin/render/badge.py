"""Draws one badge, the same for PDF, PNG and preview."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from checkin.render.face import BadgeFace
from checkin.render.lettering import CAPITAL, Lettering, draw_setting
from checkin.render.palette import BAND_INK, INK, QUIET_INK, band_colour
from checkin.render.person import LAST_BASELINE, NAME_TOP, draw_person, set_person
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
_ONE_LINE = 520
# How far the number may be wider than the code, at each side.
_OVERHANG = 300


def person_width(width: float) -> float:
    """Return how wide names may be, in hundredths, on a badge so many millimetres wide."""
    return width * UNITS_A_MILLIMETRE - _CODE - _QUIET - _HAIR - 2 * _PADDING


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
    column = QRectF(_PADDING, 0, person_width(area.width()), height)
    _draw_band(painter, width, height, face.category, lettering)
    _draw_top(painter, right, face, lettering)
    draw_person(painter, column, set_person(face, column.width(), lettering))
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


def _draw_number(painter: QPainter, left: float, number: str, lettering: Lettering) -> None:
    box = QRectF(left - _OVERHANG, 0, _CODE + 2 * _OVERHANG, LAST_BASELINE)
    setting = lettering.set_text(printable(number), lettering.number, box.width(), _ONE_LINE)
    painter.setPen(QColor(INK))
    draw_setting(painter, setting, box, LAST_BASELINE, share=0.5)


def _draw_code(painter: QPainter, left: float, squares: list[QRect]) -> None:
    painter.save()
    painter.translate(QPointF(left, NAME_TOP))
    painter.scale(MODULE, MODULE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("black"))
    painter.drawRects(squares)
    painter.restore()
