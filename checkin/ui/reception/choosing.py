"""Makes sure who is meant by a name: whoever may be taken for another is chosen, never guessed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.domain.event import CheckInList
from checkin.domain.people import Attendee
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.services.namesakes import namesakes
from checkin.services.reception import Suggestion
from checkin.ui.bench import Bench
from checkin.ui.reception.whichdialog import WhichDialog


class Choosing(QObject):
    """Asks once for each person, until `forget`: what is done next about them is about the same."""

    def __init__(
        self, bench: Bench, page: QWidget, current_list: Callable[[], CheckInList | None]
    ) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._current_list = current_list
        self._chosen: dict[str, str] = {}

    def forget(self) -> None:
        """Ask anew: somebody else stands at the desk."""
        self._chosen.clear()

    def settle(
        self,
        meant: Attendee,
        then: Callable[[Attendee], object],
        others: Sequence[Attendee] = (),
    ) -> None:
        """Tell `then` who is meant, as they are now, once that is sure.

        `others` may be meant too, whatever they are called.
        """
        where = self._current_list()
        if where is None:
            # Nobody is let in before a list is chosen, and that is said then.
            then(meant)
            return

        def work(desk: Desk) -> list[Suggestion]:
            besides = [one.id for one in others]
            return namesakes(desk.store, desk.operator, where, meant.id, besides)

        def answered(found: list[Suggestion]) -> None:
            if not found:
                self._bench.notices.fail(CheckinError("attendee-gone", name=meant.name))
            elif sure := self._sure(meant, found):
                then(sure)

        self._bench.door.ask(work, answered)

    def _sure(self, meant: Attendee, found: list[Suggestion]) -> Attendee | None:
        before = self._chosen.get(meant.id)
        for one in found:
            if before == one.attendee.id or len(found) == 1:
                return one.attendee
        dialog = WhichDialog(self._page, found, self._bench.programme().event)
        chosen = dialog.chosen() if dialog.exec() else None
        if chosen is None:
            return None
        self._chosen[meant.id] = chosen.attendee.id
        return chosen.attendee
