"""Who works at the open event now, which every piece of work is asked for in the name of."""

from PySide6.QtCore import QObject, Signal

from checkin.domain.roles import Operator, Role


class Duty(QObject):
    """`taken_up` tells that another operator works here from now on.

    `guarded` are the roles that have a PIN, as was last heard.
    """

    taken_up = Signal()

    def __init__(self, operator: Operator, parent: QObject) -> None:
        super().__init__(parent)
        self.operator = operator
        self.guarded: frozenset[Role] = frozenset()

    def take_up(self, operator: Operator) -> None:
        """Work as somebody else; what was asked before is still done in the name it was asked."""
        self.operator = operator
        self.taken_up.emit()
