"""Event: what it is, who holds it, its lists and questions, roles' PINs, its file and backups."""

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from checkin.services.watching import Changed
from checkin.ui.bench import Bench
from checkin.ui.event.backupscard import BackupsCard
from checkin.ui.event.details import DetailsCard
from checkin.ui.event.filecard import FileCard
from checkin.ui.event.leaving import Leaving, LeavingDialog
from checkin.ui.event.lists import ListsCard
from checkin.ui.event.organizers import OrganizersCard
from checkin.ui.event.pinscard import PinsCard
from checkin.ui.event.questions import QuestionsCard
from checkin.ui.event.shownfields import ShownFieldsCard
from checkin.ui.page import Page
from checkin.ui.parts import GAP, action, column

_TWO_COLUMNS_FROM = 900
_LOOK_EVERY_MS = 20_000


class EventPage(Page):
    """Cards in two columns, or one below another in a narrow window."""

    reads = Changed.EVENT | Changed.LISTS | Changed.ORGANIZERS | Changed.PINS

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, self.tr("Event"))
        save = action(self, self.tr("Save"), "Ctrl+S", "save")
        discard = action(self, self.tr("Discard"), "Alt+D", "discard")
        self.details = DetailsCard(bench, save, discard)
        self.organizers = OrganizersCard(bench, self)
        self.lists = ListsCard(bench, self)
        self.pins = PinsCard(bench, self)
        self.questions = QuestionsCard(bench, self)
        self.shown_fields = ShownFieldsCard(bench, self)
        self.file = FileCard(bench, self)
        self.backups = BackupsCard(bench, self)
        self._lay_out()
        self._now_and_then = QTimer(self)
        self._now_and_then.timeout.connect(self._look)

    @property
    def unsaved(self) -> bool:
        return self.details.unsaved

    def first_focus(self) -> QWidget:
        return self.details.title

    def refresh(self, changed: Changed) -> None:
        self.details.follow()
        for card in (self.lists, self.questions, self.shown_fields):
            card.follow()
        if changed & Changed.ORGANIZERS:
            self.organizers.read()
        if changed & Changed.PINS:
            self.pins.read()

    def leave(self) -> bool:
        if not self.unsaved:
            return True
        decision = LeavingDialog.ask(self)
        if decision is Leaving.DISCARD:
            self.details.discard()
        elif decision is Leaving.SAVE:
            # Whoever asked has to be told now whether all is saved.
            waiting = QEventLoop(self)
            self.details.settled.connect(waiting.quit)
            self.details.save()
            waiting.exec()
        return not self.unsaved

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._now_and_then.start(_LOOK_EVERY_MS)

    def hideEvent(self, event: object) -> None:
        self._now_and_then.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _look(self) -> None:
        """See what no change of the event tells: how large the file is, and which backups."""
        self.file.read()
        self.backups.read()

    def _lay_out(self) -> None:
        self.head.addStretch(1)
        inner = QWidget()
        inner.setObjectName("inner")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(GAP)
        self._columns.addLayout(column(self.details, self.organizers, self.pins, None), 1)
        self._columns.addLayout(
            column(self.lists, self.questions, self.shown_fields, self.file, self.backups, None), 1
        )
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(scroll, 1)
