"""Opens the designer on the template that the event uses: of badges, or of something else."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.domain.roles import Action
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.designer.dialog import DesignerDialog
from checkin.ui.designer.document import Document
from checkin.ui.designer.ground import Ground, document_of, ground_of
from checkin.ui.parts import action
from checkin.ui.trust import may


class Designing(QObject):
    """What was not saved when a lock closed the designer is there again when it is opened.

    `ground` tells what it begins with.
    """

    def __init__(self, bench: Bench, page: QWidget, ground: Callable[[Desk], Ground]) -> None:
        super().__init__(page)
        self._bench, self._page, self._ground = bench, page, ground
        self._kept: Document | None = None
        self.dialog: DesignerDialog | None = None

    def open(self) -> None:
        """Design what the event uses."""
        if may(self._bench, Action.CHANGE_PROGRAMME):
            self._bench.reading.ask(self._ground, self._show)

    def let_go(self) -> None:
        """Close the designer, since the event is about to be closed."""
        if self.dialog:
            self.dialog.done(DesignerDialog.DialogCode.Rejected)

    def _show(self, ground: Ground) -> None:
        # Keys pressed twice do not open a second one over the first.
        if self.dialog is None:
            document = self._kept or document_of(ground.chosen, ground.pictures)
            self._kept = None
            self.dialog = DesignerDialog(self._page, self._bench, ground, document)
            self.dialog.finished.connect(self._on_finished)
            self.dialog.open()

    def _on_finished(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog and dialog.document.unsaved and not dialog.discarded:
            self._kept = dialog.document


class BadgeDesigning(Designing):
    """Its action opens the designer of badges."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        def ground(desk: Desk) -> Ground:
            return ground_of(desk, bench.outside.builtin_templates())

        super().__init__(bench, page, ground)
        self.action = action(page, self.tr("Design…"), "Ctrl+E", "design")
        self.action.triggered.connect(self.open)
