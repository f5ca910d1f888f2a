"""Asks for the measures of a sheet, drawn while they are typed."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from checkin.domain.stock import UNITS_A_MILLIMETRE, Stock
from checkin.domain.stockbook import StockBook, TakenNameError
from checkin.domain.stockform import PAGES, StockError, checked
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.ui.badges.sheetdrawing import SheetDrawing
from checkin.ui.dialog import Dialog
from checkin.ui.parts import column, label, row
from checkin.ui.words import sentence

_WIDTH = 700
_SHEET_HEIGHT = 270
_MOST, _MOST_COUNT = 600.0, 40
_BADGE = ("badge_width", "badge_height")


class StockDialog(Dialog):
    """`own` tells that `start` is changed, not another one begun like it; `book` is the result."""

    def __init__(
        self, parent: QWidget, start: Stock, book: StockBook, *, own: bool = False
    ) -> None:
        super().__init__(parent, _WIDTH)
        title = self.tr("Change stock") if own else self.tr("A stock of your own")
        self.entitle(title, self.tr("Save  Enter"))
        self._start, self._before, self._own = start, book, own
        self.book: StockBook | None = None
        self.name = QLineEdit(start.name if own else "")
        self.page = QComboBox()
        self.page.addItems([*PAGES, self.tr("Other")])
        self.marks = QCheckBox(self.tr("Plain paper, cut along crop marks"))
        self.marks.setChecked(start.crop_marks)
        self.columns, self.rows = _count(start.columns), _count(start.rows)
        self.lengths = {
            field: _length(getattr(start, field))
            for field in (
                *("page_width", "page_height", "badge_width", "badge_height"),
                *("left", "top", "column_gap", "row_gap"),
            )
        }
        self.sheet = SheetDrawing(start, height=_SHEET_HEIGHT)
        self.sheet.setEnabled(False)
        self._lay_out()
        self._connect()
        self._show_page()
        self._follow()
        self.name.setFocus()

    def stock(self) -> Stock:
        """Return the stock of these measures. Raises `StockError` where there can be none."""
        return self._measured(clean(self.name.text()))

    def _measured(self, name: str) -> Stock:
        lengths = {
            field: round(box.value() * UNITS_A_MILLIMETRE) for field, box in self.lengths.items()
        }
        return checked(
            replace(
                self._start,
                name=name,
                maker=self._start.maker if self._own else "",
                columns=self.columns.value(),
                rows=self.rows.value(),
                crop_marks=self.marks.isChecked(),
                corner=min(self._start.corner, *(lengths[one] // 2 for one in _BADGE)),
                **lengths,
            )
        )

    def accept(self) -> None:
        try:
            stock = self.stock()
            if self._own:
                self.book = self._before.with_changed(self._start.name, stock)
            else:
                self.book = self._before.with_own([stock])
        except StockError as error:
            self.fail(self._said(error), self._field_of(error))
        except TakenNameError:
            self.fail(CheckinError("stock-name-taken", stock=self.name.text()), self.name)
        else:
            super().accept()

    # How it is built

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)

        def add(words: str, *fields: QWidget) -> None:
            for one in fields:
                one.setAccessibleName(words)
            form.addRow(label(words), _pair(*fields))

        at = self.lengths
        add(self.tr("Name"), self.name)
        add(self.tr("Page"), self.page)
        add(self.tr("Page, mm"), at["page_width"], at["page_height"])
        add(self.tr("Columns, rows"), self.columns, self.rows)
        add(self.tr("Badge, mm"), at["badge_width"], at["badge_height"])
        add(self.tr("Margin left, top"), at["left"], at["top"])
        add(self.tr("Gaps across, down"), at["column_gap"], at["row_gap"])
        form.addRow("", self.marks)
        beside = row(gap=18)
        beside.addLayout(form, 3)
        beside.addLayout(column(self.sheet, gap=6), 2)
        self.body.addLayout(beside)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _: self._follow())
        self.page.activated.connect(self._on_page)
        for count in (self.columns, self.rows):
            count.valueChanged.connect(lambda _: self._follow())
        for box in self.lengths.values():
            box.valueChanged.connect(lambda _: self._follow())

    def _on_page(self, at: int) -> None:
        size = PAGES.get(self.page.itemText(at))
        if size:
            for field, length in zip(("page_width", "page_height"), size, strict=True):
                self.lengths[field].setValue(length / UNITS_A_MILLIMETRE)

    def _show_page(self) -> None:
        size = tuple(
            round(self.lengths[one].value() * UNITS_A_MILLIMETRE)
            for one in ("page_width", "page_height")
        )
        named = next((name for name, of in PAGES.items() if of == size), self.tr("Other"))
        self.page.setCurrentText(named)

    def _follow(self) -> None:
        """Draw what is typed, and say beside it what is wrong."""
        self._show_page()
        try:
            # A name is missed only once somebody saves.
            drawn = self._measured(clean(self.name.text()) or "–")
        except StockError as error:
            self.wrong.setText(sentence(self._said(error)))
            self.wrong.show()
        else:
            self.wrong.hide()
            self.sheet.show_sheet(drawn, ())

    def _said(self, error: StockError) -> CheckinError:
        name = clean(self.name.text()) or self.tr("This")
        return CheckinError("stock-wrong", stock=name, reason=error.reason)

    def _field_of(self, error: StockError) -> QWidget:
        fields: dict[str, QWidget] = {
            "stock-name": self.name,
            "stock-page": self.lengths["page_width"],
            "stock-badge": self.lengths["badge_width"],
            "stock-grid": self.columns,
            "stock-gap": self.lengths["column_gap"],
        }
        return fields.get(error.reason, self.lengths["left"])


def _pair(*fields: QWidget) -> QWidget:
    pair = QWidget()
    pair.setLayout(row(*fields, gap=8))
    return pair


def _count(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setRange(1, _MOST_COUNT)
    box.setValue(value)
    return box


def _length(value: int) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setRange(0, _MOST)
    box.setDecimals(2)
    box.setValue(value / UNITS_A_MILLIMETRE)
    return box
