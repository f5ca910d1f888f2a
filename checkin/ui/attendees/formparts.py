"""The parts of the form for a person that are more than one field."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from checkin.domain.names import join_name, split_name
from checkin.domain.people import Attendee
from checkin.services.registration import LONGEST_TEXT
from checkin.ui.dates import short_day
from checkin.ui.parts import label, literal

_DAYS_ACROSS = 3
_NOTES_HEIGHT = 84
_LABEL_WIDTH = 99


class NameFields:
    """The whole name and its two parts, each following the others until somebody writes it."""

    def __init__(self, known: Attendee | None) -> None:
        self.whole, self.given, self.family = QLineEdit(), QLineEdit(), QLineEdit()
        if known:
            self.whole.setText(known.name)
            self.given.setText(known.given_name)
            self.family.setText(known.family_name)
        self._parts_are_own = False
        self._whole_is_own = False
        self.whole.textEdited.connect(self._take_apart)
        self.given.textEdited.connect(self._join)
        self.family.textEdited.connect(self._join)

    def texts(self) -> dict[str, str]:
        """Return what the fields say."""
        return {
            "name": self.whole.text().strip(),
            "given_name": self.given.text().strip(),
            "family_name": self.family.text().strip(),
        }

    def _take_apart(self, whole: str) -> None:
        self._whole_is_own = bool(whole)
        if not self._parts_are_own:
            given, family = split_name(whole.strip())
            self.given.setText(given)
            self.family.setText(family)

    def _join(self) -> None:
        given, family = self.given.text().strip(), self.family.text().strip()
        self._parts_are_own = bool(given or family)
        if not self._whole_is_own:
            self.whole.setText(join_name(given, family))


class DayBoxes(QWidget):
    """A box for each day of the event."""

    def __init__(self, days: Sequence[date], chosen: Sequence[date]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        self.boxes: dict[date, QCheckBox] = {}
        for number, day in enumerate(days):
            box = QCheckBox(short_day(day))
            box.setChecked(not chosen or day in chosen)
            self.boxes[day] = box
            grid.addWidget(box, *divmod(number, _DAYS_ACROSS))
        self._before = self._ticked()

    @property
    def touched(self) -> bool:
        """Tell whether other days are ticked than at first."""
        return self._ticked() != self._before

    @property
    def none(self) -> bool:
        """Tell whether no day is ticked."""
        return not self._ticked()

    def days(self) -> tuple[date, ...]:
        """Return the days ticked, none for every day."""
        ticked = self._ticked()
        return () if len(ticked) == len(self.boxes) else ticked

    def _ticked(self) -> tuple[date, ...]:
        return tuple(day for day, box in self.boxes.items() if box.isChecked())


class NotesField(QPlainTextEdit):
    """`too_long` tells that a text was not pasted, being longer than notes may be."""

    too_long = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_NOTES_HEIGHT)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText() and len(source.text()) > LONGEST_TEXT:
            self.too_long.emit()
        else:
            super().insertFromMimeData(source)


class CustomFields(QWidget):
    """A line for each field of somebody's own that is known, and more for new ones."""

    def __init__(self, names: Sequence[str], values: Mapping[str, str]) -> None:
        super().__init__()
        self._before = dict(values)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(10)
        self.fields: dict[str, QLineEdit] = {}
        self.new: list[tuple[QLineEdit, QLineEdit]] = []
        for name in names:
            field = QLineEdit(values.get(name, ""))
            field.setAccessibleName(name)
            words = label(name, wraps=True)
            words.setFixedWidth(_LABEL_WIDTH)
            words.setBuddy(field)
            self._form.addRow(words, field)
            self.fields[name] = field
        self.more = QPushButton(literal(self.tr("Add a field of your own")))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._add)
        self._form.addRow(self.more)

    def changed(self) -> dict[str, str]:
        """Return each field whose text differs from what it was, by name."""
        said = {name: field.text().strip() for name, field in self.fields.items()}
        for name, field in self.new:
            if name.text().strip() or field.text().strip():
                said[name.text().strip()] = field.text().strip()
        return {name: text for name, text in said.items() if text != self._before.get(name, "")}

    def _add(self) -> None:
        name, field = QLineEdit(), QLineEdit()
        name.setPlaceholderText(self.tr("Name of the field"))
        name.setAccessibleName(name.placeholderText())
        name.setFixedWidth(_LABEL_WIDTH)
        field.setAccessibleName(self.tr("Its text"))
        self._form.insertRow(self._form.rowCount() - 1, name, field)
        self.new.append((name, field))
        name.setFocus()


def choice(texts: Sequence[str], chosen: str) -> QComboBox:
    """Return a field that offers what was written before, and takes anything else."""
    field = QComboBox()
    field.setEditable(True)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    field.addItems(["", *texts])
    field.setCurrentText(chosen)
    if completer := field.completer():
        _find_anywhere(completer)
    return field


def completed(texts: Sequence[str], text: str) -> QLineEdit:
    """Return a field that proposes what was written before: too much of it for a list."""
    field = QLineEdit(text)
    completer = QCompleter(list(texts), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    _find_anywhere(completer)
    field.setCompleter(completer)
    return field


def _find_anywhere(completer: QCompleter) -> None:
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
