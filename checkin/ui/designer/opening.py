"""Opens the designer on the template that the event uses."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.domain.roles import Action
from checkin.ui.bench import Bench
from checkin.ui.designer.dialog import DesignerDialog
from checkin.ui.designer.document import Document
from checkin.ui.designer.ground import Ground, document_of, ground_of
from checkin.ui.parts import action
from checkin.ui.trust import may


class Designing(QObject):
    """Its action opens the designer. What was not saved when a lock closed it is there again."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench, self._page = bench, page
        self._kept: Document | None = None
        self.dialog: DesignerDialog | None = None
        self.action = action(page, self.tr("Design…"), "Ctrl+E", "design")
        self.action.triggered.connect(self.open)

    def open(self) -> None:
        """Design the badge that the event uses."""
        if may(self._bench, Action.CHANGE_PROGRAMME):
            builtin = self._bench.outside.builtin_templates()
            self._bench.reading.ask(lambda desk: ground_of(desk, builtin), self._show)

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
