"""Asks what badges are printed on: which stock, where on a used sheet, marks, bleed, both sides."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from checkin.domain.paper import Paper
from checkin.domain.stock import UNITS_A_MILLIMETRE, Stock, TwoSided
from checkin.domain.text import fold
from checkin.ui.badges import phrases
from checkin.ui.badges.ownstocks import OwnStocks
from checkin.ui.badges.papers import Papers
from checkin.ui.badges.sheetdrawing import SheetDrawing
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, column, label, row, tip
from checkin.ui.steering import Steering

_WIDTH = 760
_LIST_HEIGHT, _SHEET_HEIGHT = 190, 200
_MOST_BLEED = 5.0
_NAME = Qt.ItemDataRole.UserRole


class PaperDialog(Dialog):
    """What is typed narrows the list of stocks; the arrows walk through it meanwhile."""

    def __init__(self, parent: QWidget, bench: Bench, papers: Papers) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Paper"), self.tr("Use it  Enter"))
        self._papers = papers
        paper = papers.paper
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find by name, maker or size"))
        self.field.setAccessibleName(self.tr("Find a stock"))
        self.list = QListWidget()
        Steering(self.field, self.list)
        self.list.setAccessibleName(self.tr("Stocks"))
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.sheet = SheetDrawing(papers.stock, height=_SHEET_HEIGHT)
        self.places = label(role="quiet", wraps=True)
        self.marks = QCheckBox(self.tr("Crop marks"))
        self.bleed = QDoubleSpinBox()
        self.bleed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bleed.setRange(0, _MOST_BLEED)
        self.bleed.setSingleStep(0.5)
        self.bleed.setDecimals(1)
        self.bleed.setSuffix(self.tr(" mm"))
        self.bleed.setValue(paper.bleed / UNITS_A_MILLIMETRE)
        self.bleed.setAccessibleName(self.tr("Colours go on past the edges by"))
        self.sides = QComboBox()
        self.sides.setAccessibleName(self.tr("Back of the badges"))
        for words, sides in (
            (self.tr("Not printed"), TwoSided.NO),
            (self.tr("Turned over the long edge"), TwoSided.LONG_EDGE),
            (self.tr("Turned over the short edge"), TwoSided.SHORT_EDGE),
        ):
            self.sides.addItem(words, sides)
        self.sides.setCurrentIndex(self.sides.findData(paper.two_sided))
        self.own = OwnStocks(self, bench, papers)
        self._lay_out()
        self.field.textChanged.connect(lambda _: self._show_stocks())
        self.list.currentItemChanged.connect(lambda *_: self._follow())
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.sheet.changed.connect(lambda _: self._say_places())
        self.own.changed.connect(self._show_stocks)
        self._show_stocks(papers.stock.name)
        self.field.setFocus()

    @property
    def stock(self) -> Stock | None:
        """The stock that is marked."""
        item = self.list.currentItem()
        name = item.data(_NAME) if item else ""
        return next((one for one in self._papers.book.stocks if one.name == name), None)

    def accept(self) -> None:
        stock = self.stock
        if stock is None:
            self.field.setFocus()
            return
        marks = self.marks.isChecked()
        chosen = Paper(
            stock=stock.name,
            crop_marks=None if marks == stock.crop_marks else marks,
            bleed=round(self.bleed.value() * UNITS_A_MILLIMETRE),
            two_sided=TwoSided(self.sides.currentData()),
        )
        self._papers.keep(chosen)
        self._papers.begin_at(self.sheet.free)
        super().accept()

    # How it is built

    def _lay_out(self) -> None:
        stocks = column(self.field, self.list, gap=8)
        buttons = [ActionButton(one) for one in self.own.actions]
        for button in buttons:
            button.setProperty("compact", True)
        stocks.addLayout(row(*buttons, None, gap=6))
        beside = row(gap=16)
        beside.addLayout(stocks, 3)
        beside.addLayout(column(self.sheet, self.places, None, gap=6), 2)
        self.body.addLayout(beside)
        sides = label(self.tr("Back"))
        bleed = label(self.tr("Bleed"))
        bleed.setToolTip(tip(self.tr("How far colours go on past the edges, to be cut off")))
        self.body.addLayout(row(self.marks, bleed, self.bleed, sides, self.sides, None, gap=10))

    def _show_stocks(self, name: str = "") -> None:
        current = self.stock
        wanted = name or (current.name if current else "")
        words = fold(self.field.text()).replace("×", "x").split()
        self.list.clear()
        for stock in self._papers.book.stocks:
            text = phrases.stock(stock)
            if all(one in fold(text).replace("×", "x") for one in words):
                item = QListWidgetItem(text)
                item.setData(_NAME, stock.name)
                item.setToolTip(tip(text))
                self.list.addItem(item)
                if stock.name == wanted:
                    self.list.setCurrentItem(item)
        if not self.list.currentItem() and self.list.count():
            self.list.setCurrentRow(0)

    def _follow(self) -> None:
        stock = self.stock
        self.accept_button.setEnabled(stock is not None)
        self.own.follow(stock)
        if stock is None:
            return
        paper = replace(self._papers.paper, stock=stock.name)
        plan = paper.plan(stock, self._papers.book)
        self.marks.setChecked(
            plan.stock.crop_marks if stock == self._papers.stock else stock.crop_marks
        )
        self.sheet.show_sheet(stock, plan.slots)
        self._say_places()

    def _say_places(self) -> None:
        stock, free = self.stock, self.sheet.free
        if stock is None or stock.badges_a_page == 1:
            self.places.setText(self.tr("One badge a page."))
        elif len(free) == stock.badges_a_page:
            words = self.tr("A new sheet. On a used one click, or press Enter, where to start.")
            left = self._papers.book.free_slots(stock)
            if left:
                words = self.tr("A new sheet. On the last one place {place} is free next.")
                words = words.format(place=left[0])
            self.places.setText(words)
        else:
            words = self.tr("A used sheet: {places} are printed on first.")
            self.places.setText(words.format(places=", ".join(map(str, free))))
