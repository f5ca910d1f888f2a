"""The badge on the table: paper with its shadow, and each element as it will be printed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from checkin.domain.badgewords import filled
from checkin.domain.template import Element, Picture, Template, Text
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.ui.badges.preview import draw_paper
from checkin.ui.designer.overlay import rect_of
from checkin.ui.designer.wording import element_words

_SHADOW = 200
_HINT = QColor("#7b8794")
_LINES_HINT = 350


class PaperItem(QGraphicsItem):
    """White paper of a badge's size."""

    def __init__(self) -> None:
        super().__init__()
        self._paper = QRectF()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(-1)

    def show_size(self, template: Template) -> None:
        """Become as large as a badge."""
        paper = QRectF(0, 0, template.width, template.height)
        if paper != self._paper:
            self.prepareGeometryChange()
            self._paper = paper

    def boundingRect(self) -> QRectF:
        return self._paper.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        to_screen = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        draw_paper(painter, to_screen.mapRect(self._paper))
        painter.restore()


class ElementItem(QGraphicsItem):
    """One element, drawn for one person by what prints it."""

    def __init__(self) -> None:
        super().__init__()
        # While one element is dragged, the others are only copied to the screen.
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.element: Element | None = None
        self._drawer: Drawer | None = None
        self._face: BadgeFace | None = None
        self._paper = QRectF()

    def show_element(
        self, element: Element, template: Template, drawer: Drawer, face: BadgeFace
    ) -> None:
        """Draw an element of a template, if it is not what is drawn already."""
        paper = QRectF(0, 0, template.width, template.height)
        shown = element == self.element and paper == self._paper
        if shown and drawer is self._drawer and face is self._face:
            return
        if not shown:
            self.prepareGeometryChange()
        self.element, self._drawer, self._face, self._paper = element, drawer, face, paper
        self.update()

    def boundingRect(self) -> QRectF:
        if self.element is None:
            return QRectF()
        # Half of the thickest outline is outside.
        around = getattr(self.element, "stroke", 0) / 2 + 20
        return rect_of(self.element.area).adjusted(-around, -around, around, around)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if self.element is None or self._drawer is None or self._face is None:
            return
        painter.save()
        painter.setClipRect(self._paper, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawer.draw_element(painter, self.element, self._face)
        painter.restore()
        if _shows_nothing(self.element, self._drawer, self._face):
            _draw_hint(painter, self.element)


def _shows_nothing(element: Element, drawer: Drawer, face: BadgeFace) -> bool:
    """Tell whether there is nothing to be seen of an element on somebody's badge."""
    match element:
        case Text():
            return not filled(element.words, face.values).strip()
        case Picture(photo=True):
            return not face.photo
        case Picture():
            design = drawer.design
            known = element.picture in design.pictures
            return not (known if element.picture else element.organizer < len(design.logos))
    return False


def _draw_hint(painter: QPainter, element: Element) -> None:
    """Draw where an element is that prints nothing for this person, and what it would be."""
    area = rect_of(element.area)
    painter.save()
    pen = QPen(_HINT, 1, Qt.PenStyle.DotLine)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    font = painter.font()
    font.setPixelSize(max(min(_LINES_HINT, round(area.height() * 0.6)), 1))
    painter.setFont(font)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), element_words(element))
    painter.restore()
