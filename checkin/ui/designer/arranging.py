"""The part of the panel for where things are and how large, and what they are aligned by."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from checkin.domain.areas import Edge
from checkin.domain.editing import Editing
from checkin.domain.template import MOST_SIDE, Area, Code
from checkin.ui.designer.document import Document
from checkin.ui.designer.part import Part
from checkin.ui.designer.wording import edge_words
from checkin.ui.parts import ActionButton, keys_text, label, row, tip

_ICON = 18
_A_ROW = 3


class PlacePart(Part):
    """Where all that is chosen lies, as one box; the actions are for its buttons."""

    def __init__(
        self,
        document: Document,
        aligning: Mapping[Edge, QAction],
        distributing: Sequence[QAction],
    ) -> None:
        super().__init__(document)
        self._several: list[QWidget] = []
        self.left = self.length(self.tr("From the left"), -MOST_SIDE, MOST_SIDE)
        self.top = self.length(self.tr("From the top"), -MOST_SIDE, MOST_SIDE)
        self.wide = self.length(self.tr("Width"), 0, MOST_SIDE)
        self.high = self.length(self.tr("Height"), 0, MOST_SIDE)
        self.add_field(self.tr("Position from left and top"), self.left, self.top)
        self.add_field(self.tr("Width × height"), self.wide, self.high)
        self.left.changed.connect(lambda at: self._put("left", at))
        self.top.changed.connect(lambda at: self._put("top", at))
        self.wide.changed.connect(lambda at: self._put("width", at))
        self.high.changed.connect(lambda at: self._put("height", at))
        self.inside.addWidget(_buttons(aligning))
        for one in distributing:
            button = ActionButton(one)
            button.show_keys(False)
            button.setProperty("compact", True)
            self._several.append(button)
        self.inside.addLayout(row(*self._several, gap=4))
        for hint in (
            self.tr("Arrows move by 0.5 mm,"),
            self.tr("with Shift by 0.1, with Ctrl by 5."),
        ):
            self.inside.addWidget(label(hint, "quiet"))

    def show_editing(self, editing: Editing) -> None:
        around = editing.around
        if around:
            self.left.show_length(around.left)
            self.top.show_length(around.top)
            self.wide.show_length(around.width)
            self.high.show_length(around.height)
        for button in self._several:
            button.setVisible(len(editing.chosen) > 2)

    def _put(self, side: str, length: int) -> None:
        now = self.document.now
        if now.around is None:
            return
        sides = {side: length}
        if side in {"width", "height"} and any(isinstance(one, Code) for one in now.picked):
            sides = {"width": length, "height": length}
        area: Area = replace(now.around, **sides)
        self.document.do(now.fit(area), (side, now.chosen))
        # What cannot be so large or so far away shows what it became.
        self.show_editing(self.document.now)


def _buttons(aligning: Mapping[Edge, QAction]) -> QWidget:
    whole = QWidget()
    # Left is left on the badge, whichever way the window runs.
    whole.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setSpacing(4)
    for place, (edge, action) in enumerate(aligning.items()):
        button = QPushButton()
        button.setProperty("compact", True)
        button.setAutoDefault(False)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setIcon(_icon(edge, button.palette()))
        button.setAccessibleName(edge_words(edge))
        button.setToolTip(tip(f"{edge_words(edge)}  {keys_text(action.shortcut())}".strip()))
        button.clicked.connect(action.trigger)
        grid.addWidget(button, place // _A_ROW, place % _A_ROW)
    return whole


def _icon(edge: Edge, palette: QPalette) -> QIcon:
    """Return two bars in line with an edge or the middle."""
    picture = QPixmap(2 * _ICON, 2 * _ICON)
    picture.setDevicePixelRatio(2)
    picture.fill(palette.window().color())
    painter = QPainter(picture)
    ink, bar = palette.windowText().color(), palette.highlight().color()
    along = edge in {Edge.LEFT, Edge.CENTRE, Edge.RIGHT}
    at = {Edge.LEFT: 0, Edge.TOP: 0, Edge.CENTRE: 1, Edge.MIDDLE: 1}.get(edge, 2)
    if not along:
        painter.translate(_ICON / 2, _ICON / 2)
        painter.rotate(90)
        painter.scale(1, -1)
        painter.translate(-_ICON / 2, -_ICON / 2)
    for top, long in ((3, 14), (11, 8)):
        painter.fillRect(2 + at * (14 - long) // 2, top, long, 4, bar)
    painter.fillRect((1, 8, 16)[at], 0, 1, _ICON, ink)
    painter.end()
    return QIcon(picture)
