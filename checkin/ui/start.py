"""The first page: make an event, open one, or try the demo."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from checkin.ui.notices import Notices
from checkin.ui.parts import ActionButton, Card, column, label, row

_WIDTH = 640
_BUTTON_WIDTH = 236
_PATH = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """`chosen` tells which of the recent events somebody wants opened."""

    chosen = Signal(Path)

    def __init__(self, new: QAction, open_event: QAction, demo: QAction) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notices = Notices()
        self._working = label(role="quiet")
        self._recent = QListWidget()
        self._recent.setAccessibleName(self.tr("Recent events"))
        self._recent.itemActivated.connect(self._open)
        self._card = Card()
        self._card.inside.addWidget(label(self.tr("Recent events"), "heading"))
        self._card.inside.addWidget(self._recent)
        self._first = ActionButton(new, primary=True)
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(middle)
        inside.setSpacing(16)
        inside.addStretch(1)
        inside.addWidget(self.notices)
        title = label("Check-in", "title")
        words = label(
            self.tr(
                "Registers, badges, the door and each day's attendance of a seminar, in one file"
                " on this laptop."
            ),
            "quiet",
            wraps=True,
        )
        inside.addLayout(column(title, words, gap=4))
        for button, about in (
            (self._first, self.tr("Title, days and place: a file of your own.")),
            (ActionButton(open_event), self.tr("An event from this laptop or a stick.")),
            (ActionButton(demo), self.tr("A sample seminar of 240 people, its queue at the door.")),
        ):
            button.setFixedWidth(_BUTTON_WIDTH)
            inside.addLayout(row(button, label(about, "quiet"), None))
        inside.addWidget(self._working)
        inside.addWidget(self._card)
        inside.addStretch(2)
        whole = QVBoxLayout(self)
        whole.addWidget(middle, 1, Qt.AlignmentFlag.AlignHCenter)

    def show_recent(self, paths: list[Path]) -> None:
        """Show the events that were open before; those no longer there cannot be chosen."""
        self._recent.clear()
        for path in paths:
            there = path.is_file()
            text = path.stem if there else self.tr("{name} (not there)").format(name=path.stem)
            item = QListWidgetItem(f"{text}\n{path.parent}")
            item.setData(_PATH, path)
            if not there:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._recent.addItem(item)
        self._card.setVisible(bool(paths))
        if any(path.is_file() for path in paths):
            first = next(at for at, path in enumerate(paths) if path.is_file())
            self._recent.setCurrentRow(first)
            self._recent.setFocus()
        else:
            self._first.setFocus()

    def show_working(self, what: str) -> None:
        """Show what is being waited for, or nothing."""
        self._working.setText(what)
        self.setEnabled(not what)

    def _open(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_PATH))
