"""Does work on the open event in one thread, on a connection of that thread's own."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from checkin.domain.roles import Operator
from checkin.services.desk import Desk
from checkin.services.watching import Changed, Watch
from checkin.ui.background import Background, Failed, nothing
from checkin.ui.roles.duty import Duty

T = TypeVar("T")


class Line(QObject):
    """Signals: `failed` tells of an exception nobody else wanted to hear of; `changed`, of a line
    that is `watching`, tells after each piece of work what is new in the journal, whoever wrote it.
    """

    changed = Signal(Changed)
    failed = Signal(Exception)

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        parent: QObject | None = None,
        *,
        duty: Duty | None = None,
        watching: bool = False,
    ) -> None:
        super().__init__(parent)
        self._open_desk = open_desk
        self._duty = duty
        self._watching = watching
        self._desk: Desk | None = None
        self._watch: Watch | None = None
        self._background = Background(self)
        self._background.failed.connect(self.failed)

    @property
    def idle(self) -> bool:
        """Tell whether everything asked has been answered."""
        return self._background.idle

    def ask(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], object] = nothing,
        failed: Failed | None = None,
    ) -> None:
        """Do `work` when its turn comes, for who works here now; see `Background.ask`."""
        operator = self._duty.operator if self._duty else None

        def answered(answer: tuple[T, Changed]) -> None:
            result, changed = answer
            try:
                then(result)
            finally:
                # Whatever is made of the answer, the news are news.
                if changed:
                    self.changed.emit(changed)

        self._background.ask(lambda: self._do(work, operator), answered, failed)

    def look(self) -> None:
        """See whether anything is new in the journal, unless work that looks anyway is waiting."""
        if self.idle:
            self.ask(nothing)

    def close(self) -> Exception | None:
        """Finish what is being done, then let go of the event; return what went wrong in that."""
        return self._background.close(self._let_go)

    def _do(self, work: Callable[[Desk], T], operator: Operator | None) -> tuple[T, Changed]:
        if self._desk is None:
            self._desk = self._open_desk()
            self._watch = Watch(self._desk.store) if self._watching else None
        result = work(replace(self._desk, operator=operator) if operator else self._desk)
        return result, self._watch.look() if self._watch else Changed(0)

    def _let_go(self) -> None:
        if self._desk:
            self._desk.close()
