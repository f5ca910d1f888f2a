"""Saves what was designed into the event, and has badges printed with it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.designer.craft import Craft
from checkin.ui.designer.document import Document
from checkin.ui.dialog import Dialog
from checkin.ui.event.leaving import Leaving, LeavingDialog

_LONGEST_NAME = 80


class NameDialog(Dialog):
    """Asks what a template is to be called that is not the event's own yet."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Save as a template of this event"), self.tr("Save  Enter"))
        self.name = QLineEdit(name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.add_field(self.tr("Name"), self.name)
        self.name.selectAll()

    def accept(self) -> None:
        if clean(self.name.text()):
            super().accept()
        else:
            self.fail(CheckinError("template-name-missing"), self.name)


class Keeping(QObject):
    """Signals: `said` tells what was done, `failed` why it was not."""

    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, bench: Bench, craft: Craft, document: Document, over: QWidget) -> None:
        super().__init__(over)
        self._bench, self._craft = bench, craft
        self._document, self._over = document, over

    def save(self) -> None:
        """Save, under a name that is asked for where the template is not the event's own yet."""
        self._save(lambda: None)

    def _save(self, then: Callable[[], object]) -> None:
        document = self._document
        if not document.identity and self._craft.choose and not self._ask_name():
            return
        template, identity = document.now.template, document.identity
        pictures = dict(document.pictures)

        def work(desk: Desk) -> str:
            return self._craft.save(desk, template, identity, pictures)

        def saved(identity: str) -> None:
            document.saved(template, identity)
            self.said.emit(self.tr("{name} is saved.").format(name=template.name))
            then()

        self._bench.door.ask(work, saved, self.failed.emit)

    def use(self) -> None:
        """Have badges printed with this template from now on; save it first."""
        if self._document.unsaved or not self._document.identity:
            self._save(self._choose)
        else:
            self._choose()

    def remove(self) -> None:
        """Take the template off the event; it stays here, to be saved again."""
        identity = self._document.identity

        def work(desk: Desk) -> None:
            self._craft.remove(desk, identity)

        def removed(_: None) -> None:
            self._document.saved(None, identity)
            self.said.emit(self.tr("The template is removed; saving brings it back."))

        self._bench.door.ask(work, removed, self.failed.emit)

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Tell whether nothing would be lost; else ask, and go on with `then` once it is saved."""
        if not self._document.unsaved:
            return True
        title = self.tr("The template was changed, but not saved.")
        decision = LeavingDialog.ask(self._over, title)
        if decision is Leaving.SAVE:
            self._save(then)
        return decision is Leaving.DISCARD

    def _choose(self) -> None:
        identity, choose = self._document.identity, self._craft.choose

        def chosen(name: str) -> None:
            words = self.tr("The badges of this event are printed with {name} from now on.")
            self.said.emit(words.format(name=name))

        if choose:
            self._bench.door.ask(lambda desk: choose(desk, identity), chosen, self.failed.emit)

    def _ask_name(self) -> bool:
        now = self._document.now
        dialog = NameDialog(self._over, now.template.name)
        if not dialog.exec():
            return False
        name = clean(dialog.name.text())
        self._document.do(replace(now, template=replace(now.template, name=name)))
        return True
