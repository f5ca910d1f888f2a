"""The table of who gets a certificate, what concerns somebody first: to withdraw, due, below."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from checkin.domain.text import fold
from checkin.services.certificates import Candidate, Standing
from checkin.ui.certificates.wording import hours_and_share, standing_words

_ORDER = (
    Standing.FALLEN,
    Standing.DUE,
    Standing.CHANGED,
    Standing.BELOW,
    Standing.LEFT_OUT,
    Standing.ISSUED,
)
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class CandidatesModel(QAbstractTableModel):
    """`shown` are the people in the table, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Sequence[Candidate] = ()
        self._people: Sequence[Candidate] = ()
        self._words: tuple[str, ...] = ()

    def show_people(self, people: Sequence[Candidate]) -> None:
        """Show other people, or the same ones as they stand now."""
        self._people = sorted(people, key=lambda one: _ORDER.index(one.standing))
        self._find()

    def find(self, text: str) -> None:
        """Show only those whose name or organisation has all the words of a text."""
        self._words = tuple(fold(text).split())
        self._find()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.shown[index.row()]
        texts = (
            one.attendee.name,
            one.attendee.organisation,
            *hours_and_share(one),
            standing_words(one),
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, texts))
        return None

    @property
    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("Organisation"),
            self.tr("Hours"),
            self.tr("Share"),
            self.tr("Certificate"),
        )

    def _find(self) -> None:
        self.beginResetModel()
        self.shown = [
            one
            for one in self._people
            if all(
                word in fold(f"{one.attendee.name} {one.attendee.organisation}")
                for word in self._words
            )
        ]
        self.endResetModel()


class CandidatesTable(QTableView):
    """Whole rows are chosen, several with Shift or Ctrl."""

    def __init__(self, model: CandidatesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(self.tr("Who gets a certificate"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.ResizeToContents,
            )
        ):
            header.setSectionResizeMode(column, mode)

    @property
    def chosen(self) -> list[Candidate]:
        """The people whose rows are chosen."""
        model = self.model()
        assert isinstance(model, CandidatesModel)
        return [model.shown[one.row()] for one in self.selectionModel().selectedRows()]
