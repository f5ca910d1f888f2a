"""The designer of badges, as large as the window: the table, the panel, and what can be done."""

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QVBoxLayout, QWidget

from checkin.domain.design import Design
from checkin.errors import CheckinError
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.ui.bench import Bench
from checkin.ui.designer.adding import Adding
from checkin.ui.designer.canvas import Canvas
from checkin.ui.designer.checks import Checks
from checkin.ui.designer.choosing import Choosing
from checkin.ui.designer.commands import add_commands, aligning, distributing, zooming
from checkin.ui.designer.document import Document
from checkin.ui.designer.ground import Ground
from checkin.ui.designer.keeping import Keeping
from checkin.ui.designer.panel import Panel
from checkin.ui.designer.survey import Report, Survey
from checkin.ui.designer.wearer import Wearer
from checkin.ui.designer.wording import size_words
from checkin.ui.dropping import DropPlace
from checkin.ui.keys import KeysDialog
from checkin.ui.parts import (
    ActionButton,
    ElidedLabel,
    action,
    column,
    label,
    restyle,
    row,
)
from checkin.ui.words import sentence

# From this width on buttons show their keys.
_WIDE = 1_150


class DesignerDialog(QDialog):
    """`discarded` tells that somebody let go of what was not saved."""

    def __init__(self, parent: QWidget, bench: Bench, ground: Ground, document: Document) -> None:
        super().__init__(parent)
        craft = ground.craft
        self.setWindowTitle(craft.title)
        self.document, self.discarded = document, False
        self._logos = tuple(ground.logos)
        self._drawer: Drawer | None = None
        self._drawn_with: object = None
        self._face: BadgeFace | None = None
        self._report = Report()
        self.canvas = Canvas(document)
        self.adding = Adding(bench, document, ground.known.offered, self)
        self.keeping = Keeping(bench, craft, document, self)
        self.choosing = Choosing(bench, craft, document, self.keeping, ground.pictures, self)
        self.choosing.show_templates(ground.templates)
        self.survey = Survey(bench, craft, document, self._logos, self)
        self._make_actions()
        # The one template of certificates is used once it is saved.
        for way in (self._use.setVisible, self._use.setEnabled):
            way(craft.choose is not None)
        self.wearer = Wearer(bench, craft, self._turns)
        arranging = aligning(self, document), distributing(self, document)
        self.panel = Panel(document, ground.known, *arranging)
        self.checks = Checks(craft.counted)
        self.said = label(role="quiet", wraps=True)
        self.said.hide()
        self._lay_out()
        self._connect()
        add_commands(self.canvas, document, self.adding)
        self.resize(parent.window().size())
        self._follow()
        self.wearer.begin()
        self.survey.start()
        self.canvas.setFocus()

    # How it is built

    def _make_actions(self) -> None:
        def made(text: str, keys: str, name: str = "") -> QAction:
            return action(self, text, keys, name)

        self._add = made(self.tr("Add"), "Ctrl+I", "add")
        self._templates = made(self.tr("Templates"), "Ctrl+O", "templates")
        self._undo = made(self.tr("Undo"), "Ctrl+Z", "undo")
        self._redo = made(self.tr("Redo"), "Ctrl+Shift+Z", "redo")
        self._turn_over = made(self.tr("Back side"), "Ctrl+B", "other side")
        self._save = made(self.tr("Save"), "Ctrl+S", "save")
        self._use = made(self.tr("Use for this event"), "Ctrl+U", "use")
        self._close = made(self.tr("Close"), "Esc", "close")
        self._find = made(self.tr("Show somebody"), "Ctrl+F")
        self._turns = (
            made(self.tr("Previous"), "Alt+Left"),
            made(self.tr("Longest"), "Alt+Home"),
            made(self.tr("Next"), "Alt+Right"),
        )
        self._keys = made(self.tr("Keys"), "F1")
        self._turn_over.setCheckable(True)

    def _lay_out(self) -> None:
        self._title, self._size = ElidedLabel("title"), label(role="quiet")
        self._buttons = [
            ActionButton(one, primary=one is self._use, takes_focus=False)
            for one in (self._templates, self._save, self._use, self._close)
        ]
        head = row(self._title, self._size, *self._buttons, gap=8)
        head.setStretch(0, 1)
        tools = [self._add, self._turn_over, self._undo, self._redo]
        zooms = zooming(self, self.canvas)
        self._tools = [ActionButton(one, takes_focus=False) for one in (*tools, *zooms[2:])]
        beside = row(*self._tools[:4], None, *self._tools[4:], gap=6)
        work = column(gap=8)
        work.addLayout(beside)
        work.addWidget(self.wearer)
        work.addWidget(self.canvas, 1)
        work.addWidget(self.checks)
        work.addWidget(self.said)
        whole = row(gap=14)
        whole.addLayout(work, 1)
        whole.addWidget(self.panel)
        around = QVBoxLayout(self)
        around.setContentsMargins(18, 14, 18, 14)
        around.addLayout(head)
        around.addLayout(whole, 1)
        self._show_keys(False)
        for button in self.findChildren(QPushButton):
            # Enter writes into fields here; it presses nothing.
            button.setAutoDefault(False)

    def _connect(self) -> None:
        document = self.document
        document.edited.connect(self._follow)
        self.wearer.shown.connect(self._show_face)
        self.survey.surveyed.connect(self._on_surveyed)
        self.canvas.words_wanted.connect(self._write)
        self.panel.refused.connect(lambda text: self.fail(CheckinError("not-a-length", text=text)))
        self.panel.file_wanted.connect(self.adding.choose_picture)
        for part in (self.adding, self.keeping):
            part.failed.connect(self.fail)
        self.keeping.said.connect(self._on_kept)
        self._add.triggered.connect(lambda: self._drop(self.adding.menu, self._tools[0]))
        self._templates.triggered.connect(lambda: self._drop(self.choosing.menu, self._buttons[0]))
        self._undo.triggered.connect(document.undo)
        self._redo.triggered.connect(document.redo)
        self._turn_over.triggered.connect(lambda on: document.see(document.now.turned(on)))
        self._save.triggered.connect(self.keeping.save)
        self._use.triggered.connect(self.keeping.use)
        self._close.triggered.connect(self._on_escape)
        self._find.triggered.connect(self.wearer.field.setFocus)
        self._keys.triggered.connect(self._list_keys)
        DropPlace(self, self.adding.take)

    # What is said and shown

    def fail(self, error: Exception) -> None:
        """Say what could not be done."""
        self._say(sentence(error), "wrong")

    def reject(self) -> None:
        """Close the designer; ask about what is not saved."""
        unsaved = self.document.unsaved
        if self.keeping.may_leave(lambda: self.done(self.DialogCode.Rejected)):
            self.discarded = unsaved
            self.done(self.DialogCode.Rejected)

    def done(self, result: int) -> None:
        # What is still being looked through would come to a dialog that is gone.
        self.survey.stop()
        super().done(result)
        self.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_keys(self.width() >= _WIDE)

    def _show_keys(self, shown: bool) -> None:
        for button in (*self._buttons, *self._tools):
            button.show_keys(shown)

    def _follow(self) -> None:
        document = self.document
        template = document.now.template
        self._title.show_text(template.name + (" *" if document.unsaved else ""))
        self._size.setText(size_words(template.width, template.height))
        self._undo.setEnabled(document.can_undo)
        self._redo.setEnabled(document.can_redo)
        self._turn_over.setChecked(document.now.back)
        self.said.hide()
        self._show()

    def _show_face(self, face: BadgeFace) -> None:
        self._face = face
        self._show()

    def _show(self) -> None:
        """Show the badge; what letters and pictures are drawn with is made anew only if it must."""
        template, pictures = self.document.now.template, dict(self.document.pictures)
        drawn_with = dict(template.colours), pictures
        if self._face is None:
            return
        if drawn_with != self._drawn_with:
            self._drawn_with = drawn_with
            try:
                self._drawer = Drawer(Design(template, {}, pictures, self._logos))
            except CheckinError as error:
                self.fail(error)
        if self._drawer:
            self.canvas.show_face(self._drawer, self._face)

    def _on_surveyed(self, report: Report) -> None:
        self._report = report
        self.checks.show_report(report, self.document.now.template)
        self.wearer.follow(report)

    def _on_kept(self, words: str) -> None:
        self._say(words, "quiet")
        self.choosing.refresh()

    def _say(self, words: str, role: str) -> None:
        self.said.setProperty("role", role)
        restyle(self.said)
        self.said.setText(words)
        self.said.show()

    # What is pressed

    def _write(self) -> None:
        if self.panel.text.isVisible():
            self.panel.text.write()

    def _on_escape(self) -> None:
        """Let go of the field, then of what is chosen, then of the designer."""
        if self.document.now.chosen:
            self.document.see(self.document.now.choose([]))
            self.canvas.setFocus()
        else:
            self.reject()

    def _drop(self, menu: QMenu, button: QPushButton) -> None:
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _list_keys(self) -> None:
        KeysDialog.of(self, [self.canvas]).exec()
