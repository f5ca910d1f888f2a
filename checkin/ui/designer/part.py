"""What the parts of the panel have in common: named fields that change what is chosen."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from checkin.domain.editing import Editing
from checkin.domain.lengths import Unit
from checkin.domain.template import BY_CATEGORY
from checkin.ui.designer.document import Document
from checkin.ui.designer.fields import LengthField
from checkin.ui.parts import label, row

_LEAST_WIDTH = 60


class Part(QWidget):
    """Shows a badge with `show_editing`. `refused` tells what somebody wrote that is no length."""

    refused = Signal(str)

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_editing(self, editing: Editing) -> None:
        """Show what is chosen, or the badge itself."""

    def change(self, **values: Any) -> None:
        """Change each element that is chosen; the same fields in a row are undone as one."""
        now = self.document.now
        changed = now.change(lambda one: replace(one, **values))
        self.document.do(changed, (*values, now.chosen))

    def add_field(self, name: str, field: QWidget, *beside: QWidget) -> None:
        """Add a field below its name; those `beside` have names of their own."""
        words = label(name, "quiet")
        words.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(name)
        for one in (field, *beside):
            # The panel is as wide as it is, whatever stands in its fields.
            one.setMinimumWidth(_LEAST_WIDTH)
        self.inside.addWidget(words)
        line = row(field, *beside, gap=6)
        for place, one in enumerate((field, *beside)):
            line.setStretch(place, 0 if isinstance(one, QPushButton) else 1)
        self.inside.addLayout(line)

    def length(
        self, name: str, least: int, most: int, unit: Unit = Unit.MILLIMETRES
    ) -> LengthField:
        """Return a field for a length, named for a screen reader."""
        field = LengthField(least, most, unit)
        field.setAccessibleName(name)
        field.refused.connect(self.refused)
        return field


def choice(name: str, offered: Iterable[tuple[str, object]]) -> QComboBox:
    """Return a box to choose from texts, each with what it means; a long one does not widen it."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(5)
    for text, meant in offered:
        box.addItem(text, meant)
    return box


def colours(none: str = "") -> dict[str, str]:
    """Return the colours that are offered, with their names; `none` is what no colour is called."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Designer", text)

    offered = {"": none} if none else {}
    return offered | {
        BY_CATEGORY: tr("Category’s colour"),
        "#16202c": tr("Ink"),
        "#556172": tr("Grey"),
        "#ffffff": tr("White"),
        "#1f5eea": tr("Blue"),
        "#0f7a3d": tr("Green"),
        "#b01218": tr("Red"),
    }
