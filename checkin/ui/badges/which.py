"""Which badges are meant: all, new, changed or chosen, with how many there are of each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from checkin.services.badges import Choice
from checkin.ui.badges import phrases
from checkin.ui.parts import Card, action, keys_text, label, literal


class WhichCard(Card):
    """`chosen` tells that somebody chose, not that it was set by `choose`."""

    chosen = Signal(Choice)

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.choice = Choice.ALL
        self._group = QButtonGroup(self)
        self._buttons: dict[Choice, QRadioButton] = {}
        self._counts = {choice: label(role="quiet") for choice in Choice}
        self.inside.addWidget(label(self.tr("Which badges"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place, (choice, text, hint) in enumerate(self._texts()):
            turn = action(page, text, f"Alt+{place + 1}")
            button = QRadioButton(literal(f"{text}  {keys_text(turn.shortcut())}"))
            button.setAccessibleName(text)
            button.setToolTip(hint)
            button.clicked.connect(lambda _checked=False, choice=choice: self._on_chosen(choice))
            turn.triggered.connect(button.click)
            self._group.addButton(button)
            self._buttons[choice] = button
            grid.addWidget(button, place, 0)
            grid.addWidget(self._counts[choice], place, 1, Qt.AlignmentFlag.AlignRight)
        self.inside.addLayout(grid)
        self.choose(Choice.ALL)

    def choose(self, choice: Choice) -> None:
        """Mark a choice."""
        self.choice = choice
        self._buttons[choice].setChecked(True)

    def show_count(self, choice: Choice, count: int | None) -> None:
        """Show how many badges a choice means, None while that is being counted."""
        text = "…" if count is None else phrases.number(count)
        self._counts[choice].setText(text)
        self._buttons[choice].setAccessibleDescription(text)

    def count_shown(self, choice: Choice) -> str:
        """Return what is shown beside a choice."""
        return self._counts[choice].text()

    def _texts(self) -> list[tuple[Choice, str, str]]:
        return [
            (Choice.ALL, self.tr("All"), self.tr("Everybody neither canceled nor blocked")),
            (Choice.NEW, self.tr("New"), self.tr("Never printed")),
            (
                Choice.CHANGED,
                self.tr("Changed"),
                self.tr("They look different from their last print"),
            ),
            (Choice.CHOSEN, self.tr("Chosen"), self.tr("Those ticked below")),
        ]

    def _on_chosen(self, choice: Choice) -> None:
        self.choice = choice
        self.chosen.emit(choice)
