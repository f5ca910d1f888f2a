"""Draws what lies at the edges of a badge past them: a knife that strays then shows no white."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from checkin.domain.template import Area, Element, Fold, Picture, Shape, Template
from checkin.render.drawer import Drawer, scale_in
from checkin.render.face import BadgeFace

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


def draw_bleed(
    painter: QPainter,
    drawer: Drawer,
    face: BadgeFace,
    area: QRectF,
    bleed: QMarginsF,
    back: bool = False,
) -> None:
    """Draw the shapes and pictures at the edges of a side once more, reaching out by `bleed`.

    Badge and bleed are in millimetres, as the drawer has them; the badge itself comes on top.
    """
    template = drawer.design.of(face.category)
    scale = scale_in(template, area)
    paper = QRectF(0, 0, template.paper_width * scale, template.paper_height * scale)
    paper.moveCenter(area.center())
    # A template narrower than its slot ends in white paper, where nothing goes on.
    across = abs(paper.width() - area.width()) < _SAME
    down = abs(paper.height() - area.height()) < _SAME
    past = QMarginsF(
        bleed.left() * across, bleed.top() * down, bleed.right() * across, bleed.bottom() * down
    )
    with restoring(painter):
        painter.translate(paper.topLeft())
        painter.scale(scale, scale)
        for side, place, reach in _sides(template, past / scale, back):
            with restoring(painter):
                painter.setTransform(place, combine=True)
                _draw_side(painter, drawer, face, template, side, reach)


def _sides(
    template: Template, past: QMarginsF, back: bool
) -> Iterator[tuple[tuple[Element, ...], QTransform, QMarginsF]]:
    """Yield the elements of each side that is on this side of the paper, its place, its bleed.

    Nothing bleeds over a fold.
    """
    left, top, right, bottom = past.left(), past.top(), past.right(), past.bottom()
    width, height = template.width, template.height
    here = QTransform()
    match template.fold:
        case Fold.NONE:
            yield template.back if back else template.front, here, past
        case Fold.LEFT if not back:
            yield template.back, here, QMarginsF(left, top, 0, bottom)
            beside = QTransform.fromTranslate(width, 0)
            yield template.front, beside, QMarginsF(0, top, right, bottom)
        case Fold.TOP if not back:
            turned = QTransform.fromTranslate(width, height).rotate(_HALF_TURN)
            yield template.back, turned, QMarginsF(right, 0, left, top)
            below = QTransform.fromTranslate(0, height)
            yield template.front, below, QMarginsF(left, 0, right, bottom)


def _draw_side(
    painter: QPainter,
    drawer: Drawer,
    face: BadgeFace,
    template: Template,
    elements: tuple[Element, ...],
    reach: QMarginsF,
) -> None:
    badge = QRectF(0, 0, template.width, template.height)
    whole = badge.marginsAdded(reach)
    for element in _grown(template, elements, whole):
        painter.setClipPath(_around(badge, whole) if isinstance(element, Picture) else _all(whole))
        drawer.draw_element(painter, element, face)


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
