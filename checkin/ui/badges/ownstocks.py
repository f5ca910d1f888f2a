"""What can be done about stocks: one's own made, changed, taken in and away, printers set right."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from checkin.domain.stock import Stock
from checkin.domain.stockbook import StockBook, TakenNameError
from checkin.errors import CheckinError
from checkin.ui.badges import phrases
from checkin.ui.badges.adjustdialog import AdjustDialog
from checkin.ui.badges.papers import Papers
from checkin.ui.badges.stockdialog import StockDialog
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import action
from checkin.ui.saving import documents
from checkin.ui.words import sentence


class OwnStocks(QObject):
    """`changed` tells that there are other stocks, and which of them to mark."""

    changed = Signal(str)

    def __init__(self, dialog: Dialog, bench: Bench, papers: Papers) -> None:
        super().__init__(dialog)
        self._dialog, self._bench, self._papers = dialog, bench, papers
        self._stock: Stock | None = None
        self.add = action(dialog, self.tr("New…"), "Ctrl+N", "new stock")
        self.edit = action(dialog, self.tr("Change…"), "F2", "change stock")
        self.remove = action(dialog, self.tr("Delete"), "Ctrl+Del", "delete stock")
        self.take_in = action(dialog, self.tr("Import…"), "Ctrl+I", "import stocks")
        self.adjust = action(dialog, self.tr("Adjust…"), "Ctrl+J", "adjust printer")
        self.actions = (self.add, self.edit, self.remove, self.take_in, self.adjust)
        self.add.triggered.connect(self._add)
        self.edit.triggered.connect(self._edit)
        self.remove.triggered.connect(self._remove)
        self.take_in.triggered.connect(self._ask_file)
        self.adjust.triggered.connect(self._adjust)

    def follow(self, stock: Stock | None) -> None:
        """Offer what can be done about a stock."""
        self._stock = stock
        own = stock in self._papers.book.own
        self.edit.setVisible(own)
        self.remove.setVisible(own)
        self.adjust.setEnabled(stock is not None)

    def read(self, path: Path) -> None:
        """Take in the sheets of a file of gLabels, but for those there already."""
        try:
            stocks, left_out = self._bench.outside.read_stocks(path)
            known = {one.name for one in self._papers.book.stocks}
            new = [one for one in stocks if one.name not in known]
            self._papers.keep_book(self._papers.book.with_own(new))
        except (CheckinError, TakenNameError) as error:
            self._fail(error)
            return
        if new:
            self.changed.emit(new[0].name)
        words = phrases.stocks_taken(len(new), len(stocks) - len(new), len(left_out))
        self._dialog.wrong.setText(words)
        self._dialog.wrong.show()

    def _add(self) -> None:
        start = self._stock or self._papers.stock
        self._ask(StockDialog(self._dialog, start, self._papers.book))

    def _edit(self) -> None:
        if self._stock:
            self._ask(StockDialog(self._dialog, self._stock, self._papers.book, own=True))

    def _ask(self, dialog: StockDialog) -> None:
        if dialog.exec() and dialog.book:
            self._keep(dialog.book, dialog.stock().name)

    def _remove(self) -> None:
        if self._stock:
            self._keep(self._papers.book.without_own(self._stock.name), "")

    def _keep(self, book: StockBook, name: str) -> None:
        try:
            self._papers.keep_book(book)
        except CheckinError as error:
            self._fail(error)
        else:
            self.changed.emit(name)

    def _ask_file(self) -> None:
        words = self.tr("Import sheets of gLabels")
        pattern = self.tr("gLabels (*.template *.glabels *.xml)")
        name, _ = QFileDialog.getOpenFileName(self._dialog, words, str(documents()), pattern)
        if name:
            self.read(Path(name))

    def _adjust(self) -> None:
        if self._stock:
            AdjustDialog(self._dialog, self._bench, self._papers, self._stock).exec()

    def _fail(self, error: Exception) -> None:
        self._dialog.wrong.setText(sentence(error))
        self._dialog.wrong.show()
