"""Draws what comes into one slot of a sheet: a side of a badge, or both of one that is folded."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from checkin.domain.template import Area, Element, Fold, Picture, Shape, Template
from checkin.render.drawer import Drawer, scale_in
from checkin.render.face import BadgeFace

_NO_BLEED = QMarginsF()
_HALF_TURN = 180
# How far apart, in millimetres, edges still are one.
_SAME = 0.01


@contextmanager
def restoring(painter: QPainter) -> Iterator[None]:
    """Leave a painter as it was, whatever is raised: Qt minds what is left open."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def draw_slot(
    painter: QPainter,
    drawer: Drawer,
    face: BadgeFace,
    area: QRectF,
    bleed: QMarginsF = _NO_BLEED,
    back: bool = False,
) -> None:
    """Draw a side of a badge into `area`, in millimetres; its colours go on by `bleed`.

    A badge that is folded fills the slot unfolded, and has nothing on the other side of the paper.
    """
    match drawer.design.of(face.category).fold:
        case Fold.NONE:
            _draw_side(painter, drawer, face, area, bleed, back)
        case Fold.LEFT if not back:
            front, folded = area.adjusted(area.width() / 2, 0, 0, 0), QRectF(area)
            folded.setWidth(area.width() / 2)
            to_left = QMarginsF(bleed.left(), bleed.top(), 0, bleed.bottom())
            to_right = QMarginsF(0, bleed.top(), bleed.right(), bleed.bottom())
            _draw_side(painter, drawer, face, folded, to_left, back=True)
            _draw_side(painter, drawer, face, front, to_right)
        case Fold.TOP if not back:
            front, folded = area.adjusted(0, area.height() / 2, 0, 0), QRectF(area)
            folded.setHeight(area.height() / 2)
            down = QMarginsF(bleed.left(), 0, bleed.right(), bleed.bottom())
            up = QMarginsF(bleed.right(), 0, bleed.left(), bleed.top())
            with restoring(painter):
                painter.translate(folded.center())
                painter.rotate(_HALF_TURN)
                painter.translate(-folded.center())
                _draw_side(painter, drawer, face, folded, up, back=True)
            _draw_side(painter, drawer, face, front, down)


def _draw_side(
    painter: QPainter,
    drawer: Drawer,
    face: BadgeFace,
    area: QRectF,
    bleed: QMarginsF,
    back: bool = False,
) -> None:
    if not bleed.isNull():
        _draw_bleed(painter, drawer, face, area, bleed, back)
    drawer.draw(painter, area, face, back)


def _draw_bleed(
    painter: QPainter,
    drawer: Drawer,
    face: BadgeFace,
    area: QRectF,
    bleed: QMarginsF,
    back: bool,
) -> None:
    """Draw what lies at the edges of a badge once more, reaching past them."""
    template = drawer.design.of(face.category)
    scale = scale_in(template, area)
    badge = QRectF(0, 0, template.width, template.height)
    badge_there = QRectF(0, 0, badge.width() * scale, badge.height() * scale)
    badge_there.moveCenter(area.center())
    # A template narrower than its slot ends in white paper, where nothing goes on.
    fills_across = abs(badge_there.width() - area.width()) < _SAME
    fills_down = abs(badge_there.height() - area.height()) < _SAME
    past = QMarginsF(
        bleed.left() * fills_across,
        bleed.top() * fills_down,
        bleed.right() * fills_across,
        bleed.bottom() * fills_down,
    )
    painter.save()
    painter.translate(badge_there.topLeft())
    painter.scale(scale, scale)
    whole = badge.marginsAdded(past / scale)
    for element in _grown(template, template.back if back else template.front, whole):
        painter.setClipPath(_around(badge, whole) if isinstance(element, Picture) else _all(whole))
        drawer.draw_element(painter, element, face)
    painter.restore()


def _grown(
    template: Template, elements: tuple[Element, ...], whole: QRectF
) -> Iterator[Shape | Picture]:
    """Yield the coloured shapes and pictures at the edges of a badge, grown to those of `whole`."""
    for one in elements:
        if not isinstance(one, Shape | Picture) or (isinstance(one, Shape) and not one.fill):
            continue
        area = one.area
        left = round(whole.left()) if area.left <= 0 else area.left
        top = round(whole.top()) if area.top <= 0 else area.top
        right = round(whole.right()) if area.right >= template.width else area.right
        bottom = round(whole.bottom()) if area.bottom >= template.height else area.bottom
        grown = Area(left, top, right - left, bottom - top)
        if grown == area:
            continue
        yield replace(one, area=grown if isinstance(one, Shape) else _enlarged(area, grown))


def _enlarged(area: Area, grown: Area) -> Area:
    """Return `area` enlarged evenly until it covers `grown`: a picture keeps its shape."""
    share = max(grown.width / max(area.width, 1), grown.height / max(area.height, 1))
    width, height = round(area.width * share), round(area.height * share)
    across, down = (grown.width - width) // 2, (grown.height - height) // 2
    return Area(grown.left + across, grown.top + down, width, height)


def _all(whole: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(whole)
    return path


def _around(badge: QRectF, whole: QRectF) -> QPainterPath:
    """Return `whole` without the badge in it."""
    path = _all(whole)
    path.setFillRule(Qt.FillRule.OddEvenFill)
    path.addRect(badge)
    return path
