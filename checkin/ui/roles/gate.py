"""Lets somebody in to an event: asks who works here, and again whenever that takes a PIN."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from checkin.domain.roles import Role
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.signing_in import is_signed_in, roles_with_pin
from checkin.services.watching import Changed
from checkin.ui.bench import Bench
from checkin.ui.roles.signin import SignInDialog


class Gate(QObject):
    """Signals: `asking` before somebody is asked; then `admitted`, or `turned_away` with why."""

    asking = Signal()
    admitted = Signal()
    turned_away = Signal(Exception)

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench

    def knock(self, *, asks: bool, proven: bool = False) -> None:
        """Let in who is on duty; ask first where their role takes a PIN, or if `asks` says so.

        Nobody is asked who is `proven` to have signed in, as long as that holds.
        """

        def greet(found: tuple[frozenset[Role], bool]) -> None:
            guarded, holds = found
            self._bench.duty.guarded = guarded
            if not (proven and holds) and (asks or self._bench.operator.role in guarded):
                self.asking.emit()
                if not self.sign_in():
                    self.turned_away.emit(CheckinError("not-signed-in"))
                    return
            self.admitted.emit()

        self._bench.door.ask(_known, greet, self.turned_away.emit)

    def sign_in(self) -> bool:
        """Ask who works here from now on; return whether anybody said so."""
        bench = self._bench
        names = bench.outside.load_settings().operators
        dialog = SignInDialog(
            QApplication.activeWindow(), bench.reading, bench.operator, names, bench.duty.guarded
        )
        if dialog.exec() and dialog.operator:
            bench.duty.take_up(dialog.operator)
        return dialog.operator is not None

    def follow(self, changed: Changed) -> None:
        """Hear which roles have a PIN now, where that changed."""
        if changed & Changed.PINS:
            self._bench.door.ask(_guarded, self._hear)

    def fail(self, error: Exception) -> None:
        """Say what failed; where a PIN was set meanwhile, offer to sign in with it."""
        stale = isinstance(error, CheckinError) and error.code == "pin-needed"
        offers = [(self.tr("Sign in"), self.sign_in)] if stale else []
        self._bench.notices.fail(error, *offers)

    def _hear(self, guarded: frozenset[Role]) -> None:
        self._bench.duty.guarded = guarded


def _known(desk: Desk) -> tuple[frozenset[Role], bool]:
    return roles_with_pin(desk.store), is_signed_in(desk.store, desk.operator)


def _guarded(desk: Desk) -> frozenset[Role]:
    return roles_with_pin(desk.store)
