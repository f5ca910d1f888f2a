"""Sets a printer right for a stock: a ruler page is printed, and what was read on it is typed."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QWidget,
)

from checkin.domain.ruler import Reading, adjustment_from, cross_distance
from checkin.domain.stock import UNITS_A_MILLIMETRE, Adjustment, Stock
from checkin.errors import CheckinError
from checkin.render.rulerpage import RulerPage, print_ruler_page, write_ruler_page
from checkin.ui.badges import printers
from checkin.ui.badges.papers import Papers
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, action, label, row
from checkin.ui.saving import documents, with_ending

_MOST_READ = 100.0


class AdjustDialog(Dialog):
    """`printers` are those of this computer; the reading of each corner is in millimetres."""

    def __init__(self, parent: QWidget, bench: Bench, papers: Papers, stock: Stock) -> None:
        super().__init__(parent, 600)
        self.entitle(self.tr("Set a printer right"), self.tr("Save  Enter"))
        self._bench, self._papers, self._stock = bench, papers, stock
        self._usual = cross_distance(stock) / UNITS_A_MILLIMETRE
        self.printer = QComboBox()
        self.printer.addItems(printers.names())
        self.printer.setCurrentText(papers.printer)
        self.add_field(self.tr("Printer"), self.printer)
        words = self.tr(
            "Print the ruler page on {stock}. On each of its four crosses read how far it is from"
            " the nearest edges of the paper; right is {usual} mm."
        )
        said = words.format(stock=stock.name, usual=f"{self._usual:g}")
        self.body.addWidget(label(said, "quiet", wraps=True))
        self._print = action(self, self.tr("Print ruler page"), "Ctrl+P", "print ruler")
        self._save = action(self, self.tr("Save PDF…"), "Ctrl+S", "save ruler")
        self._reset = action(self, self.tr("Forget it"), "Ctrl+R", "reset")
        self.body.addLayout(row(*map(ActionButton, (self._print, self._save, self._reset)), None))
        self.readings = self._fields()
        self.values = label(wraps=True)
        self.body.addWidget(self.values)
        self._connect()
        self._follow_printer()

    def adjustment(self) -> Adjustment:
        """Return what makes the printer right. Raises `ValueError` where no printer is so far off.

        That is what is kept, as long as nothing is typed.
        """
        boxes = [box for pair in self.readings for box in pair]
        if all(box.value() == self._usual for box in boxes):
            return self._papers.book.adjustment(self.printer.currentText(), self._stock)
        found = [
            Reading(*(round(box.value() * UNITS_A_MILLIMETRE) for box in pair))
            for pair in self.readings
        ]
        return adjustment_from(self._stock, found)

    def accept(self) -> None:
        try:
            self._keep(self.adjustment())
        except ValueError:
            self.fail(CheckinError("readings-odd"), self.readings[0][0])
        except CheckinError as error:
            self.fail(error)
        else:
            super().accept()

    def save_page(self, path: Path) -> None:
        """Write the ruler page to a PDF, to be printed elsewhere."""
        try:
            write_ruler_page(path, self._page())
        except CheckinError as error:
            self.fail(error)

    # How it is built

    def _fields(self) -> list[tuple[QDoubleSpinBox, QDoubleSpinBox]]:
        grid = QGridLayout()
        grid.setSpacing(8)
        corners = (
            (self.tr("Upper left"), self.tr("from the left"), self.tr("from above")),
            (self.tr("Upper right"), self.tr("from the right"), self.tr("from above")),
            (self.tr("Lower left"), self.tr("from the left"), self.tr("from below")),
            (self.tr("Lower right"), self.tr("from the right"), self.tr("from below")),
        )
        found = []
        for at, (corner, across, down) in enumerate(corners):
            grid.addWidget(label(corner), at, 0)
            pair = self._box(f"{corner}, {across}"), self._box(f"{corner}, {down}")
            for place, (box, words) in enumerate(zip(pair, (across, down), strict=True)):
                grid.addWidget(box, at, 1 + 2 * place)
                grid.addWidget(label(words, "quiet"), at, 2 + 2 * place)
            found.append(pair)
        self.body.addLayout(grid)
        return found

    def _box(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setRange(0, _MOST_READ)
        box.setDecimals(1)
        box.setSingleStep(0.1)
        box.setSuffix(self.tr(" mm"))
        box.setValue(self._usual)
        box.setAccessibleName(name)
        box.valueChanged.connect(lambda _: self._show())
        return box

    def _connect(self) -> None:
        self._print.triggered.connect(self._on_print)
        self._save.triggered.connect(self._on_save)
        self._reset.triggered.connect(self._forget)
        self.printer.currentTextChanged.connect(lambda _: self._follow_printer())

    def _follow_printer(self) -> None:
        there = bool(self.printer.currentText())
        for one in (self._print, self.accept_button):
            one.setEnabled(there)
        for box in (box for pair in self.readings for box in pair):
            box.blockSignals(True)
            box.setValue(self._usual)
            box.blockSignals(False)
        self._show()

    def _show(self) -> None:
        try:
            found = self.adjustment()
        except ValueError:
            self.values.setText("")
            self.fail(CheckinError("readings-odd"))
            return
        self.wrong.hide()
        self._reset.setEnabled(found != Adjustment())
        words = self.tr(
            "Pages are moved {across} mm to the right and {down} mm down, stretched {widen} %"
            " across and {heighten} % down, and turned {turn}°."
        )
        if found == Adjustment():
            words = self.tr("Pages are printed as they are.")
        self.values.setText(
            words.format(
                across=f"{found.across / 100:g}",
                down=f"{found.down / 100:g}",
                widen=f"{found.widen / 1_000:g}",
                heighten=f"{found.heighten / 1_000:g}",
                turn=f"{found.turn / 1_000:g}",
            )
        )

    # What is done

    def _page(self) -> RulerPage:
        steps = (
            self.tr("Measure from each cross to the two nearest edges of the paper."),
            self.tr("Type the figures into Badges, Paper, Adjust."),
        )
        return RulerPage(self._stock, self._stock.name, steps)

    def _on_print(self) -> None:
        name = self.printer.currentText()
        try:
            printer = printers.chosen_before(name, self.windowTitle())
            print_ruler_page(printer, self._page())
        except CheckinError as error:
            self.fail(error)

    def _on_save(self) -> None:
        offered = str(documents() / self.tr("Ruler page.pdf"))
        words = self.tr("Save the ruler page")
        name, _ = QFileDialog.getSaveFileName(self, words, offered, "PDF (*.pdf)")
        if name:
            self.save_page(with_ending(name, ".pdf"))

    def _forget(self) -> None:
        try:
            self._keep(Adjustment())
        except CheckinError as error:
            self.fail(error)
        self._follow_printer()

    def _keep(self, adjustment: Adjustment) -> None:
        book = self._papers.book
        printer = self.printer.currentText()
        self._papers.keep_book(book.adjusted(printer, self._stock, adjustment))
