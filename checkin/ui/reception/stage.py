"""The middle of reception: the last verdict with all that follows from it, or the people found."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Attendee
from checkin.domain.verdict import Verdict
from checkin.ui.bench import Bench
from checkin.ui.parts import Card
from checkin.ui.reception.actions import DoorActions
from checkin.ui.reception.answering import Answering
from checkin.ui.reception.asides import Asides
from checkin.ui.reception.atdesk import AtDesk
from checkin.ui.reception.elsewhere import Elsewhere
from checkin.ui.reception.panel import VerdictPanel
from checkin.ui.reception.photos import VerdictPhotos
from checkin.ui.reception.refusals import CALM
from checkin.ui.reception.screen import Screen, about, of_another_event, ready, screen_for


class Stage(QObject):
    """`verdict` is the last one, as long as something can be done about it; `showed` tells every
    Screen that is shown in `middle`.
    """

    showed = Signal(object)

    def __init__(
        self,
        bench: Bench,
        does: DoorActions,
        answering: Answering,
        desk: AtDesk,
        people: QWidget,
        where: Callable[[], CheckInList | None],
    ) -> None:
        super().__init__(people)
        self._bench = bench
        self._does, self._answering, self._desk = does, answering, desk
        self.verdict: Verdict | None = None
        self.panel = VerdictPanel(does.verdict_buttons(), does.group_button, answering.form)
        self._asides = Asides(bench, self.panel, does, where)
        self.photos = VerdictPhotos(bench, self.panel, self)
        self._elsewhere = Elsewhere(bench, self)
        self._elsewhere.found.connect(self._on_elsewhere)
        self._found = Card(margin=8)
        self._found.inside.addWidget(people)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.panel)
        self.middle.addWidget(self._found)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self.calm_down)

    def show_screen(self, screen: Screen, verdict: Verdict | None = None) -> None:
        """Show a screen, and offer what can be done about its verdict."""
        self.verdict = verdict
        self.middle.setCurrentWidget(self.panel)
        self._show(screen)
        self.photos.follow(verdict)
        self._does.offer(screen, verdict)
        self._answering.offer(screen, verdict)
        self._desk.follow(verdict)
        self._asides.follow(verdict)
        if screen.holds_ms:
            self._calm.start(screen.holds_ms)
        else:
            self._calm.stop()

    def screen_of(self, verdict: Verdict) -> Screen:
        """Return the screen of a verdict, now."""
        return screen_for(verdict, self._bench.programme().event, self._bench.outside.now())

    def look_elsewhere(self, verdict: Verdict) -> None:
        """See of which other event a badge may be, and say so if this verdict still stands."""
        self._elsewhere.ask(verdict)

    def withhold(self) -> None:
        """Offer nothing until the next verdict: what is shown is somebody else's by then."""
        self.panel.hold()
        self._does.withhold()
        self._answering.withhold()

    def calm_down(self) -> None:
        """Show that the door is ready; what can be done about the last verdict stays possible."""
        self._show(ready())

    def show_found(self, found: bool) -> None:
        """Show the people found, or the last verdict."""
        self.middle.setCurrentWidget(self._found if found else self.panel)
        self._desk.offer()

    def follow_person(self, now: Attendee) -> None:
        """Show somebody as they are since they were put right, if the verdict is about them."""
        if self.verdict and self.verdict.attendee and self.verdict.attendee.id == now.id:
            self.verdict = about(self.verdict, now)
            if self.panel.screen_shown.tone != CALM:
                self.show_screen(self.screen_of(self.verdict), self.verdict)

    def _show(self, screen: Screen) -> None:
        self.panel.show_screen(screen)
        self.showed.emit(screen)

    def _on_elsewhere(self, verdict: Verdict, event: Event) -> None:
        if self.verdict is verdict:
            self.show_screen(of_another_event(event), verdict)
