"""The paper on the page of badges: which stock, where on it the next print begins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from checkin.ui.badges import phrases
from checkin.ui.badges.papers import Papers
from checkin.ui.badges.sheetdrawing import SheetDrawing
from checkin.ui.badges.templatechoice import TemplateChoice
from checkin.ui.bench import Bench
from checkin.ui.parts import ActionButton, Card, action, column, keys_text, label, literal, row

_HEIGHT = 104


class PaperCard(Card):
    """`changed` when badges go onto the paper in another way than before; `choose` asks for all
    that can be chosen of it.
    """

    changed = Signal()

    def __init__(self, page: QWidget, bench: Bench, papers: Papers) -> None:
        super().__init__()
        self._papers = papers
        self.template = TemplateChoice(bench)
        self.inside.addWidget(self.template)
        self.choose = action(page, self.tr("Paper…"), "Ctrl+K", "paper")
        self._go_on = action(page, self.tr("Go on with the used sheet"), "Alt+G")
        self._stock = label(wraps=True)
        self._where = label(role="quiet", wraps=True)
        self.sheet = SheetDrawing(papers.stock, height=_HEIGHT)
        self.going_on = QCheckBox()
        self.going_on.clicked.connect(self._on_going_on)
        self._go_on.triggered.connect(self.going_on.click)
        self.sheet.changed.connect(self._on_places)
        words = column(self._stock, self._where, ActionButton(self.choose), None, gap=6)
        beside = row(self.sheet, gap=12)
        beside.addLayout(words, 1)
        self.inside.addLayout(beside)
        self.inside.addWidget(self.going_on)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen by now."""
        self.template.read()
        plan, free = self._papers.plan(), self._papers.free
        self._stock.setText(plan.stock.name)
        self._where.setText(phrases.first_places(plan) or self.tr("A new sheet"))
        self.sheet.show_sheet(plan.stock, plan.slots)
        self.sheet.setVisible(plan.stock.badges_a_page > 1)
        self.going_on.setVisible(bool(free))
        words = self.tr("Go on with the used sheet  {keys}").format(
            keys=keys_text(self._go_on.shortcut())
        )
        self.going_on.setText(literal(words))
        self.going_on.setToolTip(phrases.places_free(len(free)))
        self.going_on.setAccessibleDescription(phrases.places_free(len(free)))
        self._go_on.setEnabled(bool(free))
        ticked = Qt.CheckState.Checked if plan.slots else Qt.CheckState.Unchecked
        self.going_on.setCheckState(ticked)

    def _on_going_on(self, wanted: bool) -> None:
        self._papers.go_on(wanted)
        self._tell()

    def _on_places(self, free: tuple[int, ...]) -> None:
        self._papers.begin_at(free)
        self._tell()

    def _tell(self) -> None:
        self.refresh()
        self.changed.emit()
