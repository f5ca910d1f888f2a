"""How a file is read: which sheet of a workbook, or what the letters of a text are in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from checkin.domain.table import Table
from checkin.errors import CheckinError
from checkin.ui.attendees.encodings import ENCODINGS, encoding_words
from checkin.ui.parts import label, row

_WIDEST_NAME = 34


@dataclass(frozen=True, slots=True)
class Way:
    """`encoding` is what the letters are said to be in, empty for what seems right; `sheet` the
    one that was chosen, empty for the likely one.
    """

    encoding: str
    sheet: str


# What codes begin with that say why a whole workbook is refused.
_OF_WORKBOOKS = "workbook-"


class ReadAs(QWidget):
    """`changed` tells that somebody wants the file read otherwise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheets = self._choice(self.tr("Sheet of the workbook"))
        self.encodings = self._choice(self.tr("The letters of the file are in"))
        self._of_sheets = self._named(self.tr("Sheet"), self.sheets)
        advice = self.tr("If letters look wrong, read the file as")
        self._of_encodings = self._named(advice, self.encodings)
        self.encodings.addItem(self.tr("as it seems right"), "")
        for one in ENCODINGS:
            self.encodings.addItem(encoding_words(one), one)
        self.setLayout(row(self._of_sheets, self._of_encodings, None))
        self._of_sheets.hide()

    @property
    def way(self) -> Way:
        """What was chosen."""
        return Way(str(self.encodings.currentData()), str(self.sheets.currentData() or ""))

    def show_table(self, table: Table) -> None:
        """Show how a list was read, and how else it could be."""
        self._show_sheets(table.sheets, table.sheet)
        found = "" if self.way.encoding else encoding_words(table.encoding)
        words = self.tr("as it seems right: {encoding}") if found else self.tr("as it seems right")
        self.encodings.setItemText(0, words.format(encoding=found))

    def show_fault(self, error: Exception) -> None:
        """Offer the sheets of a workbook where only one was refused; nothing where it all was."""
        if not isinstance(error, CheckinError):
            return
        if isinstance(sheets := error.facts.get("choice"), tuple):
            self._show_sheets(sheets, str(error.facts["sheet"]))
        elif error.code.startswith(_OF_WORKBOOKS):
            self._of_encodings.hide()

    def focus(self) -> QWidget:
        """Return what to try where the file cannot be read."""
        return self.encodings if self._of_encodings.isVisibleTo(self) else self.sheets

    def _show_sheets(self, sheets: Sequence[str], taken: str) -> None:
        """Show which sheets there are, none in a text, and which was taken."""
        if sheets != tuple(self.sheets.itemData(at) for at in range(self.sheets.count())):
            self.sheets.clear()
            for name in sheets:
                self.sheets.addItem(name, name)
        self.sheets.setCurrentIndex(self.sheets.findData(taken))
        self._of_sheets.setVisible(len(sheets) > 1)
        self._of_encodings.setVisible(not sheets)

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_WIDEST_NAME)
        choice.activated.connect(lambda _: self.changed.emit())
        return choice

    def _named(self, name: str, choice: QComboBox) -> QWidget:
        part, words = QWidget(), label(name, "quiet")
        words.setBuddy(choice)
        part.setLayout(row(words, choice, gap=8))
        return part
