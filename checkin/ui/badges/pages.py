"""The print preview: page after page as the printer will draw it, with the same painter."""

from array import array
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea, QWidget

from checkin.domain.design import Design
from checkin.domain.stock import SheetPlan, TwoSided
from checkin.render.face import BadgeFace
from checkin.render.faces import face_of
from checkin.services.desk import Desk
from checkin.ui.badges import phrases
from checkin.ui.badges.deck import badges_numbered
from checkin.ui.badges.pageview import PageView
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, action, label, row

_CLOSED = -1


class PagesDialog(Dialog):
    """Reads a page when it is turned to, so that a hundred thousand badges open at once."""

    def __init__(
        self, parent: QWidget, bench: Bench, numbers: "array[int]", plan: SheetPlan
    ) -> None:
        super().__init__(parent)
        self._bench, self._numbers, self._plan = bench, numbers, plan
        # Each page of fronts is followed by one of backs, as it comes out.
        self._sides = 1 if plan.two_sided is TwoSided.NO else 2
        self.page = 0
        self._fitted = True
        self.entitle(self.tr("Pages as they will be printed"), self.tr("Print…  Enter"))
        self.cancel_button.setText(self.tr("Close  Esc"))
        self.view = PageView(plan)
        self._area = QScrollArea()
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self.view)
        self._area.setAccessibleName(self.tr("Page"))
        self._area.installEventFilter(self)
        self._where = label(role="quiet")
        self._lay_out()
        self.body.addWidget(self._area, 1)
        whole = parent.window().size()
        self.resize(min(whole.width() - 60, 900), whole.height() - 40)
        self._turn(0)
        self._area.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, bench: Bench, numbers: "array[int]", plan: SheetPlan) -> bool:
        """Show the pages of some badges; return whether to print them."""
        dialog = cls(parent, bench, numbers, plan)
        wanted = bool(dialog.exec())
        dialog.deleteLater()
        return wanted

    @property
    def pages(self) -> int:
        return self._plan.pages(len(self._numbers)) * self._sides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() is QEvent.Type.Resize and self._fitted:
            self._fit()
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        # A page still being read would come to a dialog that is gone.
        self.page = _CLOSED
        super().done(result)

    def _lay_out(self) -> None:
        def made(text: str, keys: str, does: Callable[[], None]) -> QAction:
            one = action(self, text, keys)
            one.triggered.connect(does)
            return one

        self._back = made(self.tr("Previous"), "PgUp", lambda: self._turn(self.page - 1))
        self._on = made(self.tr("Next"), "PgDown", lambda: self._turn(self.page + 1))
        made(self.tr("First page"), "Home", lambda: self._turn(0))
        made(self.tr("Last page"), "End", lambda: self._turn(self.pages - 1))
        zooms = (
            made(self.tr("Whole page"), "Ctrl+0", self._fit),
            made(self.tr("True size"), "Ctrl+1", self._show_true_size),
        )
        buttons = [ActionButton(one, takes_focus=False) for one in (self._back, self._on, *zooms)]
        self.body.addLayout(row(*buttons[:2], self._where, None, *buttons[2:], gap=8))

    def _turn(self, page: int) -> None:
        self.page = max(0, min(page, self.pages - 1))
        self._back.setEnabled(self.page > 0)
        self._on.setEnabled(self.page < self.pages - 1)
        self._where.setText(
            self.tr("Page {page} of {pages}").format(
                page=phrases.number(self.page + 1), pages=phrases.number(self.pages)
            )
        )
        event, here = (
            self._bench.programme().event,
            self._plan.on_page(self.page // self._sides, len(self._numbers)),
        )
        numbers = self._numbers[here.start : here.stop]

        def read(desk: Desk) -> tuple[list[BadgeFace], Design]:
            found = badges_numbered(desk, numbers)
            faces = [face_of(event, *one.shown) for one in found]
            return faces, self._bench.design(desk)

        def show(found: tuple[list[BadgeFace], Design]) -> None:
            if turned == self.page:
                self.view.show_page(*found, *divmod(turned, self._sides))
                self._area.verticalScrollBar().setValue(0)

        turned = self.page
        self._bench.reading.ask(read, show)

    def _fit(self) -> None:
        self._fitted = True
        self.view.fit(self._area.maximumViewportSize())

    def _show_true_size(self) -> None:
        self._fitted = False
        self.view.true_size()
