"""Asks why a badge is replaced: lost, most of the time."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from checkin.services.badges import Why
from checkin.ui.dialog import Dialog
from checkin.ui.parts import action, label, literal
from checkin.ui.reception.printtick import PrintTick


class ReplaceDialog(Dialog):
    """`why` is what was chosen; `prints` is ticked where the new badge is to be printed."""

    def __init__(self, parent: QWidget | None, name: str, printer: str) -> None:
        super().__init__(parent)
        self._title = self.tr("Replace the badge of {name}?").format(name=name)
        words = self.tr("The badge they have now opens no door from then on, even if it is found.")
        self.body.addWidget(label(words, wraps=True))
        self.why = Why.LOST
        self._group = QButtonGroup(self)
        for number, (why, text) in enumerate(self._whys(), 1):
            self._offer(why, text, f"Alt+{number}")
        self.prints = PrintTick(self, printer)
        self.body.addWidget(self.prints)
        self.prints.toggled.connect(self._say_what_enter_does)
        self._say_what_enter_does()
        self._group.buttons()[0].setFocus()

    def _say_what_enter_does(self) -> None:
        prints = self.prints.isChecked()
        words = self.tr("Replace and print  Enter") if prints else self.tr("Replace  Enter")
        self.entitle(self._title, words)

    def _whys(self) -> tuple[tuple[Why, str], ...]:
        return (
            (Why.LOST, self.tr("It was lost")),
            (Why.DAMAGED, self.tr("It is damaged")),
            (Why.OTHER, self.tr("Another reason")),
        )

    def _offer(self, why: Why, text: str, keys: str) -> None:
        button = QRadioButton(literal(f"{text}  {keys}"))
        button.setChecked(why is self.why)
        button.toggled.connect(lambda on: self._choose(why, on))
        action(self, text, keys).triggered.connect(button.click)
        self._group.addButton(button)
        self.body.addWidget(button)

    def _choose(self, why: Why, chosen: bool) -> None:
        if chosen:
            self.why = why
