"""The door this page stands at: which list, which way, and the scans on their way to the disk."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.event import CheckInList
from checkin.domain.verdict import Direction, Verdict
from checkin.services.admission import Door
from checkin.services.desk import Desk
from checkin.ui.line import Line

# So long at least an answer stands, whatever a stuck scanner goes on sending.
_STANDS_MS = 3_000


class Doorway(QObject):
    """Signals: `answered` with a verdict, once its check-in is on disk; `unrecorded` with why a
    scan could not be recorded. Of invalid codes that are only counted, one is now and then.
    """

    answered = Signal(object)
    unrecorded = Signal(Exception)

    def __init__(self, line: Line, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._door: Door | None = None
        self._place: tuple[CheckInList, Direction] | None = None
        self.list: CheckInList | None = None
        self.direction = Direction.ENTRY
        self._counted: Verdict | None = None
        self._stands = QTimer(self)
        self._stands.setSingleShot(True)
        self._stands.setInterval(_STANDS_MS)
        self._stands.timeout.connect(self._answer_counted)

    def stand_at(self, check_in_list: CheckInList | None, direction: Direction) -> None:
        """Scan against another list or the other way from now on; None scans nothing."""
        self.list, self.direction = check_in_list, direction
        self._line.ask(lambda desk: self._move(desk, check_in_list, direction))

    def change_hands(self) -> None:
        """Go on in the name of who works here now."""
        self.stand_at(self.list, self.direction)

    def scan(self, text: str, force: str = "", answers: Mapping[str, str] | None = None) -> None:
        """Scan a code or a badge number; scans are recorded in the order they come.

        With `answers`, be they none, what was to be acknowledged has been.
        """
        work = self._scanning(text, force, answers)
        self._line.ask(work, self._answer, self.unrecorded.emit)

    def leave(self) -> None:
        """Write down what is left to count."""
        self._line.ask(self._close)

    def _answer(self, verdict: Verdict) -> None:
        if verdict.counted_only and self._stands.isActive():
            self._counted = verdict
        else:
            self._counted = None
            self._stands.start()
            self.answered.emit(verdict)

    def _answer_counted(self) -> None:
        if self._counted:
            self._answer(self._counted)

    # These run in the line's thread, which alone touches the door.

    def _move(self, desk: Desk, where: CheckInList | None, direction: Direction) -> None:
        # The new door first: should the old one not close, nobody is to be scanned there any more.
        old, self._door = self._door, None
        self._place = (where, direction) if where else None
        if self._place:
            self._door = Door(desk.store, desk.operator, *self._place)
        if old:
            old.close()

    def _close(self, _desk: Desk) -> None:
        if self._door:
            self._door.close()
            self._door = None

    def _scanning(
        self, text: str, force: str, answers: Mapping[str, str] | None
    ) -> Callable[[Desk], Verdict]:
        def work(desk: Desk) -> Verdict:
            assert self._place, "nothing is scanned before a list is chosen"
            if not self._door:
                # Nobody was let stand there; by now they may have signed in.
                self._door = Door(desk.store, desk.operator, *self._place)
            heard = answers is not None
            return self._door.scan(text, force=force, ack=heard, answers=answers)

        return work
