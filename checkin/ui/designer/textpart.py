"""The part of the panel for a text: what it says, in which letters, and what if it is too long."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPushButton

from checkin.domain.editing import Editing
from checkin.domain.lengths import Unit
from checkin.domain.template import Align, Text, Weight
from checkin.render.fonts import FAMILY
from checkin.ui.designer.document import Document
from checkin.ui.designer.fields import ColourField
from checkin.ui.designer.part import Part, choice, colours
from checkin.ui.designer.wording import across_words, field_words, upright_words, weight_words

_LONGEST_WORDS = 500
# The sizes of letters in hundredths of a millimetre, 3 and 300 points.
_LEAST, _MOST = 106, 10_583
_SPACED = 10
_MOST_LINES = 4


class TextPart(Part):
    """`fields` are what words may have a place for."""

    def __init__(self, document: Document, fields: Sequence[str]) -> None:
        super().__init__(document)
        self._make_words(fields)
        self._make_letters()
        self._make_manner()

    def show_editing(self, editing: Editing) -> None:
        text = next((one for one in editing.picked if isinstance(one, Text)), None)
        if text is None:
            return
        if text.words != self.words.text():
            self.words.setText(text.words)
        self._show_font(text.font)
        self.weight.setCurrentIndex(self.weight.findData(text.weight))
        self.largest.show_length(text.largest)
        self.smallest.show_length(text.smallest)
        self.comfortable.show_length(text.comfortable)
        self.lines.setCurrentIndex(min(text.lines, _MOST_LINES) - 1)
        self.across.setCurrentIndex(self.across.findData(text.align))
        self.upright.setCurrentIndex(self.upright.findData(text.upright))
        self.colour.show_colour(text.colour)
        self.capitals.setChecked(text.capitals)
        self.spaced.setChecked(text.spacing > 0)

    def write(self) -> None:
        """Go to the words, all of them marked."""
        self.words.setFocus()
        self.words.selectAll()

    def insert(self, field: str) -> None:
        """Put a field where the cursor is in the words."""
        self.words.insert(f"{{{field}}}")
        self.change(words=self.words.text())
        self.words.setFocus()

    def _make_words(self, fields: Sequence[str]) -> None:
        self.words = QLineEdit()
        self.words.setMaxLength(_LONGEST_WORDS)
        self.words.textEdited.connect(lambda text: self.change(words=text))
        self.menu = QMenu(self)
        for field in fields:
            # Without marking a letter, and without reading & in a name of somebody's own so.
            entry = self.menu.addAction(field_words(field).replace("&", "&&"))
            entry.triggered.connect(partial(self.insert, field))
        button = QPushButton(self.tr("Field"))
        button.setProperty("compact", True)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Insert a field"))
        button.setMenu(self.menu)
        self.add_field(self.tr("Words and fields"), self.words, button)

    def _make_letters(self) -> None:
        families = sorted(set(QFontDatabase.families()) - {FAMILY})
        own = (self.tr("{font}, comes along").format(font=FAMILY), "")
        self.font_box = choice(self.tr("Font"), [own, *((one, one) for one in families)])
        self.font_box.activated.connect(lambda _: self.change(font=self.font_box.currentData()))
        self.add_field(self.tr("Font"), self.font_box)
        self.weight = choice(self.tr("Weight"), [(weight_words(one), one) for one in Weight])
        self.weight.activated.connect(lambda at: self.change(weight=list(Weight)[at]))
        self.colour = ColourField(colours())
        self.colour.setAccessibleName(self.tr("Colour"))
        self.colour.changed.connect(lambda colour: self.change(colour=colour))
        self.add_field(self.tr("Weight and colour"), self.weight, self.colour)
        self.capitals = QCheckBox(self.tr("Capitals"))
        self.capitals.clicked.connect(lambda on: self.change(capitals=on))
        self.spaced = QCheckBox(self.tr("Spaced"))
        self.spaced.clicked.connect(lambda on: self.change(spacing=_SPACED if on else 0))
        self.add_field(self.tr("Letters"), self.capitals, self.spaced)
        self.capitals.setAccessibleName(self.capitals.text())

    def _make_manner(self) -> None:
        self.largest = self.length(self.tr("Largest"), _LEAST, _MOST, Unit.POINTS)
        self.smallest = self.length(self.tr("Smallest"), _LEAST, _MOST, Unit.POINTS)
        self.largest.changed.connect(self._on_largest)
        self.smallest.changed.connect(self._on_smallest)
        self.add_field(self.tr("Largest and smallest size"), self.largest, self.smallest)
        lines = [
            (self.tr("shrink on one line"), 1),
            (self.tr("shrink, then two lines"), 2),
            (self.tr("shrink, then three lines"), 3),
            (self.tr("shrink, then more lines"), _MOST_LINES),
        ]
        self.lines = choice(self.tr("If too long"), lines)
        self.lines.activated.connect(lambda at: self.change(lines=at + 1))
        self.add_field(self.tr("If too long"), self.lines)
        self.comfortable = self.length(self.tr("Rather not below"), 0, _MOST, Unit.POINTS)
        self.comfortable.changed.connect(self._on_comfortable)
        self.add_field(self.tr("Rather not below"), self.comfortable)
        self.across = choice(self.tr("Across"), [(across_words(one), one) for one in Align])
        self.upright = choice(self.tr("Upright"), [(upright_words(one), one) for one in Align])
        self.across.activated.connect(lambda at: self.change(align=list(Align)[at]))
        self.upright.activated.connect(lambda at: self.change(upright=list(Align)[at]))
        self.add_field(self.tr("Align"), self.across, self.upright)

    def _on_largest(self, length: int) -> None:
        self.change(
            largest=length,
            smallest=min(self._shown().smallest, length),
            comfortable=min(self._shown().comfortable, length),
        )

    def _on_smallest(self, length: int) -> None:
        self.change(smallest=length, largest=max(self._shown().largest, length))

    def _on_comfortable(self, length: int) -> None:
        self.change(comfortable=min(length, self._shown().largest))
        self.show_editing(self.document.now)

    def _shown(self) -> Text:
        return next(one for one in self.document.now.picked if isinstance(one, Text))

    def _show_font(self, font: str) -> None:
        at = self.font_box.findData(font)
        if at < 0:
            # Of another computer: kept as it is.
            self.font_box.addItem(font, font)
            at = self.font_box.count() - 1
        self.font_box.setCurrentIndex(at)
