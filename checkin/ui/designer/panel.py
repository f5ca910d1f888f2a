"""The panel beside the badge: what is chosen and what it is like, else the badge itself."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.domain.areas import Edge
from checkin.domain.editing import Editing
from checkin.domain.template import Code, Element, Picture, Shape, Text
from checkin.ui.designer.arranging import PlacePart
from checkin.ui.designer.document import Document
from checkin.ui.designer.part import Part
from checkin.ui.designer.shapepart import CodePart, PicturePart, ShapePart
from checkin.ui.designer.templatepart import Known, TemplatePart
from checkin.ui.designer.textpart import TextPart
from checkin.ui.designer.wording import sort_words
from checkin.ui.parts import Card, label
from checkin.ui.scrolling import scrolling

_WIDTH = 300


class Panel(Card):
    """`refused` tells what somebody wrote that is no length; `file_wanted` asks for a picture."""

    refused = Signal(str)
    file_wanted = Signal()

    def __init__(
        self,
        document: Document,
        known: Known,
        aligning: Mapping[Edge, QAction],
        distributing: Sequence[QAction],
    ) -> None:
        super().__init__(margin=14)
        self.setFixedWidth(_WIDTH)
        self.title = label(role="heading", wraps=True)
        self.template = TemplatePart(document, known)
        self.text = TextPart(document, known.offered)
        self.shape, self.code = ShapePart(document), CodePart(document)
        self.picture = PicturePart(document, known.organizers)
        self.place = PlacePart(document, aligning, distributing)
        self._of: dict[type[Element], Part] = {
            Text: self.text,
            Shape: self.shape,
            Picture: self.picture,
            Code: self.code,
        }
        self._parts: tuple[Part, ...] = (self.template, *self._of.values(), self.place)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 8, 0)
        for part in self._parts:
            inside.addWidget(part)
            part.refused.connect(self.refused)
        inside.addStretch(1)
        self.picture.file_wanted.connect(self.file_wanted)
        self.inside.addWidget(self.title)
        scroll = scrolling(inner)
        scroll.setMinimumHeight(0)
        self.inside.addWidget(scroll, 1)
        self._document = document
        document.edited.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.show_editing(self._document.now)

    def show_editing(self, editing: Editing) -> None:
        """Show what is chosen now, several of one sort by the first of them."""
        sorts = {type(one) for one in editing.picked}
        shown: list[Part] = [self.place] if sorts else [self.template]
        if len(sorts) == 1:
            shown.append(self._of[sorts.pop()])
        for part in self._parts:
            if part in shown:
                part.show_editing(editing)
            part.setVisible(part in shown)
        self.title.setText(self._title(editing))

    def _title(self, editing: Editing) -> str:
        names = dict.fromkeys(sort_words(one) for one in editing.picked)
        if not names:
            return self.tr("Template")
        if len(editing.picked) == 1:
            return next(iter(names))
        return self.tr("{count} chosen").format(count=len(editing.picked))
