"""Who works in the window: names them, asks for them, and locks what they left alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from checkin.domain.roles import Operator
from checkin.ui.parts import action
from checkin.ui.remembering import Remembered
from checkin.ui.roles.idle import IdleWatch
from checkin.ui.roles.wording import who_words

if TYPE_CHECKING:
    from checkin.ui.eventview import EventView


class Staffing(QObject):
    """`operator` works here, or will once an event is open; `asks` until somebody said who.

    `switch` and `lock` are the window's actions for it.
    """

    def __init__(
        self, window: QMainWindow, remembered: Remembered, operator: Operator, *, asks: bool
    ) -> None:
        super().__init__(window)
        self.operator = operator
        self.asks = asks
        self._window = window
        self._remembered = remembered
        self._view: EventView | None = None
        self._others: Sequence[QAction] = ()
        self.switch = action(window, who_words(operator), "Ctrl+U", "switch operator")
        self.switch.triggered.connect(self._switch)
        self.lock = action(window, self.tr("Lock"), "Ctrl+Shift+L", "lock")
        self.lock.setEnabled(False)
        self.lock.triggered.connect(self._lock)
        self.idle = IdleWatch(remembered.settings.lock_minutes, self)
        self.idle.left_alone.connect(self._lock_left_alone)

    def keep_to(self, others: Sequence[QAction]) -> None:
        """Name the window's other actions, which wait while it is locked."""
        self._others = others

    def follow(self, view: "EventView | None") -> None:
        """Follow who works at the event that is open now, None for none."""
        self._view = view
        self._on_locked(False)
        self.lock.setEnabled(view is not None)
        if view:
            self.asks = False
            view.bench.duty.taken_up.connect(self._name)
            view.lock.changed.connect(self._on_locked)
            view.worked.connect(self.idle.touch)
            self._name()

    def who_opens(self, path: Path) -> tuple[Operator, bool]:
        """Return who works at an event that is to be opened, and whether they signed in before.

        Where this station is a kiosk of it, that is the kiosk.
        """
        # Not at import: what an event needs takes longer to read than the first page to show.
        from checkin.ui.kiosk.memory import remembered_plan

        plan = remembered_plan(self._remembered.settings, path)
        return (plan.operator, True) if plan else (self.operator, False)

    def ask_name(self) -> bool:
        """Ask who works here while no event is open; return whether anybody said so."""
        # Not at import: what an event needs takes longer to read than the first page to show.
        from checkin.ui.roles.signin import SignInDialog

        names = self._remembered.settings.operators
        dialog = SignInDialog(self._window, None, self.operator, names, ())
        if dialog.exec() and dialog.operator:
            self.asks = False
            self._become(dialog.operator)
        return dialog.operator is not None

    def _switch(self) -> None:
        if self._view:
            self._view.gate.sign_in()
        else:
            self.ask_name()

    def _lock(self) -> None:
        if self._view:
            self._view.lock.lock()

    def _lock_left_alone(self) -> None:
        if self._view and self._view.lock.worthwhile:
            self._view.lock.lock()

    def _on_locked(self, locked: bool) -> None:
        """Under the lock nothing is done but scanning, and what the lock offers itself."""
        for one in (self.switch, self.lock, *self._others):
            one.setEnabled(not locked)
        self._name()

    def _name(self) -> None:
        """Take over who is on duty; whom lock and kiosk scan for stays who they are."""
        if self._view and not self._view.covered:
            self._become(self._view.bench.operator)

    def _become(self, operator: Operator) -> None:
        self.operator = operator
        self.switch.setText(who_words(operator))
        self._remembered.keep_operator(operator)
