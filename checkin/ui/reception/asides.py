"""What is worth knowing beside a verdict, looked up once the scan is out of the way."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from checkin.domain.event import CheckInList
from checkin.domain.verdict import Direction, Verdict
from checkin.services.delegations import count_awaited
from checkin.services.desk import Desk
from checkin.services.namesakes import namesakes
from checkin.services.reception import Suggestion
from checkin.ui.bench import Bench
from checkin.ui.reception.actions import DoorActions
from checkin.ui.reception.panel import VerdictPanel
from checkin.ui.reception.refusals import CALM

# A scan that follows at once is not to wait for this.
_AFTER_MS = 150
_MOST_NAMED = 2


class Asides(QObject):
    """With whom somebody is not to be mixed up, and who else of their organisation is expected."""

    def __init__(
        self,
        bench: Bench,
        panel: VerdictPanel,
        does: DoorActions,
        current_list: Callable[[], CheckInList | None],
    ) -> None:
        super().__init__(panel)
        self._bench = bench
        self._panel = panel
        self._does = does
        self._current_list = current_list
        self._verdict: Verdict | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)

    def follow(self, verdict: Verdict | None) -> None:
        """Look what is beside another verdict, unless yet another comes at once."""
        self._verdict = verdict
        if verdict and verdict.attendee:
            self._soon.start(_AFTER_MS)
        else:
            self._soon.stop()

    def _look(self) -> None:
        verdict, where = self._verdict, self._current_list()
        if verdict is None or where is None:
            return

        def work(desk: Desk) -> tuple[list[Suggestion], int]:
            return _beside(desk, verdict, where)

        def answered(found: tuple[list[Suggestion], int]) -> None:
            if verdict is self._verdict and verdict.attendee:
                self._tell(_others_named(found[0]))
                self._does.offer_group(verdict.attendee.organisation, found[1])

        self._bench.reading.ask(work, answered, self._bench.notices.fail)

    def _tell(self, words: str) -> None:
        shown = self._panel.screen_shown
        # It is about who is shown, and by now that may be nobody any more.
        if words and shown.tone != CALM:
            self._panel.show_screen(replace(shown, aside=words))


def _beside(desk: Desk, verdict: Verdict, where: CheckInList) -> tuple[list[Suggestion], int]:
    person = verdict.attendee
    if person is None:
        return [], 0
    same = namesakes(desk.store, desk.operator, where, person.id)
    came = verdict.reason is None and verdict.direction is Direction.ENTRY
    if not (came and person.organisation):
        return same, 0
    return same, count_awaited(desk.store, desk.operator, where, person.organisation)


def _others_named(found: Sequence[Suggestion]) -> str:
    others = [one.attendee for one in found[1:]]
    if not others:
        return ""
    named = [
        f"{one.name} ({one.organisation})" if one.organisation else one.name
        for one in others[:_MOST_NAMED]
    ]
    if len(others) > _MOST_NAMED:
        named.append(_tr("{count} more").format(count=len(others) - _MOST_NAMED))
    words = _tr("Not to be mixed up with: {names}.")
    if len(others) == 1 and others[0].name == found[0].attendee.name:
        words = _tr("There is another {names}.")
    return words.format(names=", ".join(named))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Asides", text)
