"""Locks the window: scanning goes on as reception, all else waits for a PIN."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QStackedLayout, QWidget

from checkin.domain.roles import Operator, Role
from checkin.services.desk import Desk
from checkin.services.signing_in import sign_in, step_down
from checkin.ui.bench import Bench
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.reception.screen import Screen
from checkin.ui.roles.lockscreen import LockScreen
from checkin.ui.roles.signin import SignInDialog
from checkin.ui.roles.wording import role_name, who_words


class Lock(QObject):
    """`changed` tells whether the window is locked. `host` shows `work`, or the lock over it."""

    changed = Signal(bool)

    def __init__(
        self, bench: Bench, host: QWidget, work: QWidget, reception: ReceptionPage
    ) -> None:
        super().__init__(host)
        self.screen = LockScreen()
        self._bench = bench
        self._work = work
        self._reception = reception
        self._operator = bench.operator
        self._stack = QStackedLayout(host)
        self._stack.addWidget(work)
        self._stack.addWidget(self.screen)
        reception.showed.connect(self._follow)
        # What is scanned under the lock is scanned on the page, whatever that does with it.
        self.screen.scanned.connect(reception.field.scanned)
        self.screen.answered.connect(self._unlock)
        self.screen.another.connect(self._ask_another)

    @property
    def locked(self) -> bool:
        """Tell whether the pages are covered."""
        return self._stack.currentWidget() is self.screen

    @property
    def worthwhile(self) -> bool:
        """Tell whether a PIN would be asked of who works here now."""
        open_to_all = self._stack.currentWidget() is self._work
        return open_to_all and self._bench.operator.role in self._bench.duty.guarded

    def lock(self) -> None:
        """Cover the pages and close what lies over them; no more where there is no PIN to ask."""
        if not self.worthwhile:
            if not self.locked:
                words = self.tr(
                    "{role} has no PIN, so nothing would be locked. A coordinator sets PINs on the"
                    " page Event."
                )
                role = role_name(self._bench.operator.role)
                self._bench.notices.warn(words.format(role=role))
            return
        _close_dialogs()
        self._operator = self._bench.operator
        shown, where = self._reception.panel.screen_shown, self._reception.title.text()
        self.screen.cover(who_words(self._operator), where, shown)
        self._show(self.screen)
        self._bench.reading.ask(_step_down, self._stepped_down)

    def _follow(self, screen: Screen) -> None:
        # Nobody sees it else, and a scan is not to wait for it.
        if self.locked:
            self.screen.show_screen(screen)

    def _stepped_down(self, operator: Operator) -> None:
        if self.locked:
            self._bench.duty.take_up(operator)

    def _unlock(self, pin: str) -> None:
        who = self._operator

        def work(desk: Desk) -> Operator:
            return sign_in(desk.store, who.name, who.role, pin)

        self._bench.reading.ask(work, self._open, self.screen.fail)

    def _ask_another(self) -> None:
        guarded = [role for role in Role if role in self._bench.duty.guarded]
        names = self._bench.outside.load_settings().operators
        nobody = Operator("", self._operator.role)
        dialog = SignInDialog(
            self.screen, self._bench.reading, nobody, names, guarded, roles=guarded
        )
        if dialog.exec() and dialog.operator:
            self._open(dialog.operator)

    def _open(self, operator: Operator) -> None:
        self._bench.duty.take_up(operator)
        self._show(self._work)

    def _show(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        if self.locked:
            self.screen.field.setFocus()
        elif last := self._work.focusWidget():
            last.setFocus()
        self.changed.emit(self.locked)


def _step_down(desk: Desk) -> Operator:
    return step_down(desk.store, desk.operator)


def _close_dialogs() -> None:
    """Close what would lie over the lock, the innermost first."""
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.done(QDialog.DialogCode.Rejected)
        if QApplication.activeModalWidget() is dialog:
            return
