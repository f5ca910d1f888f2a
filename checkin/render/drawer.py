"""Draws the badges of a design, the same for PDF, PNG, printer, preview and designer."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.domain.badgewords import fields_in
from checkin.domain.design import Design, folded_category
from checkin.domain.template import (
    BY_CATEGORY,
    Code,
    Element,
    Picture,
    Shape,
    Template,
    Text,
)
from checkin.render.elementtext import ElementTexts, draw_text
from checkin.render.face import BadgeFace
from checkin.render.images import Images, draw_image
from checkin.render.palette import band_colour
from checkin.render.qr import SIDE, matrix, runs
from checkin.render.texts import printable

_NAMES = frozenset({"name", "given_name", "family_name"})
_OF_THE_EVENT = frozenset({"event", "where", "when"})


@dataclass(frozen=True, slots=True)
class Fit:
    """Which words of a template fit badly on somebody's badge.

    `small` are names that are smaller than is comfortable, or on several lines; `cut_short` any
    words about the wearer that do not fit at all.
    """

    small: tuple[str, ...] = ()
    cut_short: tuple[str, ...] = ()


class Drawer:
    """Made once for many badges, since fonts and pictures are slow to make; of one thread alone.

    Needs a `QGuiApplication`. Raises `font-missing`.
    """

    def __init__(self, design: Design) -> None:
        self.design = design
        self._texts = ElementTexts()
        self._images = Images(design)
        self._reaching: dict[tuple[int, bool], bool] = {}

    def draw(self, painter: QPainter, area: QRectF, face: BadgeFace, back: bool = False) -> None:
        """Draw a side of a badge into white `area`, on a painter scaled to millimetres.

        The template is scaled evenly to fit, and stands in the middle. Raises `ValueError` before
        anything is drawn if `face.code` is no code.
        """
        _squares(face.code)
        template = self.design.of(face.category)
        scale = scale_in(template, area)
        size = QPointF(template.width, template.height) * scale
        painter.save()
        painter.translate(area.center() - size / 2)
        painter.scale(scale, scale)
        if self._reaches_out(template, back):
            painter.setClipRect(QRectF(0, 0, template.width, template.height))
        for element in template.back if back else template.front:
            self.draw_element(painter, element, face)
        painter.restore()

    def draw_element(self, painter: QPainter, element: Element, face: BadgeFace) -> None:
        """Draw one element on a painter scaled to hundredths of a millimetre of the badge."""
        area = _area(element)
        match element:
            case Text():
                colour = self._colour(element.colour, face)
                draw_text(painter, self._texts, element, face.values, _ink(colour))
            case Code():
                _draw_code(painter, area, face.code)
            case Picture():
                draw_image(painter, area, self._images.of(element, face))
            case Shape():
                self._draw_shape(painter, area, element, face)

    def fit(self, face: BadgeFace) -> Fit:
        """Return how well the texts about somebody fit."""
        small, cut_short = [], []
        for text in _texts_of(self.design.of(face.category)):
            setting, fields = self._texts.setting(text, face.values), set(fields_in(text.words))
            if not setting:
                continue
            if setting.cut_short and fields - _OF_THE_EVENT:
                cut_short.append(text.words)
            elif fields & _NAMES and (
                setting.cut.size < text.comfortable or len(setting.lines) > 1
            ):
                small.append(text.words)
        return Fit(tuple(small), tuple(cut_short))

    def texts(self, face: BadgeFace) -> tuple[str, ...]:
        """Return the texts that are drawn on a badge, both sides."""
        texts = _texts_of(self.design.of(face.category))
        return tuple(self._texts.words(one, face.values) for one in texts)

    def _reaches_out(self, template: Template, back: bool) -> bool:
        # By its id, which no other template gets while the design holds this one.
        side = id(template), back
        if side not in self._reaching:
            self._reaching[side] = reaches_out(template, back)
        return self._reaching[side]

    def _colour(self, colour: str, face: BadgeFace) -> str:
        if colour != BY_CATEGORY:
            return colour
        own = self.design.of(face.category).colours.get(folded_category(face.category))
        return own or band_colour(printable(face.category))

    def _draw_shape(self, painter: QPainter, area: QRectF, shape: Shape, face: BadgeFace) -> None:
        fill, outline = self._colour(shape.fill, face), self._colour(shape.outline, face)
        if fill and not shape.rounding:
            painter.fillRect(area, QColor(fill))
        if not (outline and shape.stroke) and not (fill and shape.rounding):
            return
        painter.setBrush(QColor(fill) if fill and shape.rounding else Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(outline, shape.stroke))
        if not shape.area.width or not shape.area.height:
            painter.drawLine(area.topLeft(), area.bottomRight())
        elif shape.rounding:
            painter.drawRoundedRect(area, shape.rounding, shape.rounding)
        else:
            painter.drawRect(area)


def scale_in(template: Template, area: QRectF) -> float:
    """Return how many of `area`'s units a hundredth of a millimetre of a template becomes there."""
    return min(area.width() / template.width, area.height() / template.height)


def reaches_out(template: Template, back: bool = False) -> bool:
    """Tell whether an element of a side begins or ends beyond the badge."""
    whole = QRectF(0, 0, template.width, template.height)
    return not all(
        whole.contains(_area(one)) for one in (template.back if back else template.front)
    )


def _texts_of(template: Template) -> Iterator[Text]:
    return (one for one in template.elements if isinstance(one, Text))


def _area(element: Element) -> QRectF:
    area = element.area
    return QRectF(area.left, area.top, area.width, area.height)


@lru_cache(maxsize=64)
def _ink(colour: str) -> QColor:
    return QColor(colour)


@lru_cache(maxsize=64)
def _pen(outline: str, stroke: int) -> QPen:
    if not outline or not stroke:
        return QPen(Qt.PenStyle.NoPen)
    flat, sharp = Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
    return QPen(QColor(outline), stroke, c=flat, j=sharp)


def _draw_code(painter: QPainter, area: QRectF, code: str) -> None:
    side = min(area.width(), area.height())
    painter.save()
    painter.translate(area.center() - QPointF(side, side) / 2)
    painter.scale(side / SIDE, side / SIDE)
    # Smoothed edges of squares beside each other would leave light lines between them.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("black"))
    painter.drawRects(_squares(code))
    painter.restore()


# A sheet of badges is drawn twice where both sides have the code.
@lru_cache(maxsize=64)
def _squares(code: str) -> list[QRect]:
    return [_rectangle(*run) for run in runs(matrix(code))]


@lru_cache(maxsize=10_000)
def _rectangle(x: int, y: int, width: int, height: int) -> QRect:
    # Making one takes Python ten times as long as finding it again.
    return QRect(x, y, width, height)
