"""The parts of the panel for what is no text: boxes and lines, pictures, the QR code."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from checkin.domain.editing import Editing
from checkin.domain.lengths import length_words
from checkin.domain.template import MOST_SIDE, Code, Picture, Shape
from checkin.render.qr import SIDE
from checkin.ui.designer.document import Document
from checkin.ui.designer.fields import ColourField
from checkin.ui.designer.part import Part, choice, colours
from checkin.ui.parts import label

_THICKEST = 2_000
# Below this many hundredths of a millimetre a module is hard to read for phones and printers.
LEAST_MODULE = 40
_PHOTO, _FILE, _KEPT = "photo", "file", "kept"
_USUAL_STROKE = 30


class ShapePart(Part):
    """What a box or a line looks like."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.fill = ColourField(colours(self.tr("not filled")))
        self.outline = ColourField(colours(self.tr("no outline")))
        self.fill.changed.connect(lambda colour: self.change(fill=colour))
        self.outline.changed.connect(self._on_outline)
        self.stroke = self.length(self.tr("Thickness"), 0, _THICKEST)
        self.rounding = self.length(self.tr("Rounding"), 0, MOST_SIDE)
        self.stroke.changed.connect(lambda length: self.change(stroke=length))
        self.rounding.changed.connect(lambda length: self.change(rounding=length))
        self.add_field(self.tr("Fill"), self.fill)
        self.add_field(self.tr("Outline"), self.outline)
        self.add_field(self.tr("Thickness and rounding"), self.stroke, self.rounding)

    def show_editing(self, editing: Editing) -> None:
        shape = next((one for one in editing.picked if isinstance(one, Shape)), None)
        if shape:
            self.fill.show_colour(shape.fill)
            self.outline.show_colour(shape.outline)
            self.stroke.show_length(shape.stroke)
            self.rounding.show_length(shape.rounding)

    def _on_outline(self, colour: str) -> None:
        shape = next(one for one in self.document.now.picked if isinstance(one, Shape))
        # An outline without a thickness would not be seen.
        self.change(outline=colour, stroke=shape.stroke or _USUAL_STROKE)


class PicturePart(Part):
    """Which picture it is. `file_wanted` asks for one from a file."""

    file_wanted = Signal()

    def __init__(self, document: Document, organizers: Sequence[str]) -> None:
        super().__init__(document)
        offered: list[tuple[str, object]] = [
            (self.tr("Logo of {name}").format(name=name), number)
            for number, name in enumerate(organizers or [self.tr("the first organizer")])
        ]
        offered += [
            (self.tr("Photo of the attendee"), _PHOTO),
            (self.tr("A picture of your own"), _KEPT),
            (self.tr("Picture from a file…"), _FILE),
        ]
        self.which: QComboBox = choice(self.tr("Picture"), offered)
        self.which.activated.connect(self._on_activated)
        self.add_field(self.tr("Picture"), self.which)

    def show_editing(self, editing: Editing) -> None:
        picture = next((one for one in editing.picked if isinstance(one, Picture)), None)
        if picture is None:
            return
        meant = _PHOTO if picture.photo else _KEPT if picture.picture else picture.organizer
        self.which.setCurrentIndex(self.which.findData(meant))

    def _on_activated(self, at: int) -> None:
        meant = self.which.itemData(at)
        if meant in {_FILE, _KEPT}:
            self.show_editing(self.document.now)
            if meant == _FILE or self.which.currentData() != _KEPT:
                self.file_wanted.emit()
        elif meant == _PHOTO:
            self.change(photo=True, picture="")
        else:
            self.change(photo=False, picture="", organizer=meant)


class CodePart(Part):
    """How large the modules of the code are: too small ones are hard to read."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.said = label(role="quiet")
        self.inside.addWidget(self.said)

    def show_editing(self, editing: Editing) -> None:
        code = next((one for one in editing.picked if isinstance(one, Code)), None)
        if code is None:
            return
        module = min(code.area.width, code.area.height) // SIDE
        words = (
            self.tr("Modules of {size}, easy to read")
            if module >= LEAST_MODULE
            else self.tr("Modules of {size}, hard to read")
        )
        self.said.setText(words.format(size=length_words(module)))
