"""Asks for which list a signature sheet is to be, and shows its first page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy, QSpinBox, QWidget

from checkin.domain.event import CheckInList
from checkin.domain.hours import nearest_first
from checkin.render.signaturesheet import first_page
from checkin.services.desk import Desk
from checkin.services.sheets import BLANK_ROWS, MOST_BLANK, Wish, show_sheet
from checkin.ui.bench import Bench
from checkin.ui.dates import short_day
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label, row

_WIDTH, _PAGE = 760, QSize(230, 300)
_FIELDS_WIDTH = 330


class FirstPage(QLabel):
    """A page of paper, as large as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(_PAGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page = QImage()

    def show_page(self, page: QImage) -> None:
        """Show a page."""
        self.page = page
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.page.isNull():
            return
        ratio = self.devicePixelRatioF()
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown = QPixmap.fromImage(self.page.scaled(self.size() * ratio, keep, smooth))
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)


class SheetDialog(Dialog):
    """`check_in_list` and `wish` are what is to be printed."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent, _WIDTH)
        self._bench = bench
        self._asked = 0
        self._lists: Sequence[CheckInList] = self._in_order()
        self.which = QComboBox()
        for one in self._lists:
            self.which.addItem(f"{short_day(one.day)} · {one.name}")
        self.filled = QCheckBox(self.tr("With the times that are recorded"))
        self.blank = QSpinBox()
        self.blank.setRange(0, MOST_BLANK)
        self.blank.setValue(BLANK_ROWS)
        self.page = FirstPage()
        self.page.setAccessibleName(self.tr("The first page"))
        self._names = label(role="quiet", wraps=True)
        self._lay_out()
        self.which.currentIndexChanged.connect(self._look)
        self.filled.toggled.connect(self._look)
        self.blank.valueChanged.connect(self._look)
        self._look()

    @property
    def check_in_list(self) -> CheckInList:
        """What is signed for."""
        return self._lists[self.which.currentIndex()]

    @property
    def wish(self) -> Wish:
        """How the sheet is to be."""
        return Wish(self.filled.isChecked(), self.blank.value())

    def _in_order(self) -> list[CheckInList]:
        programme = self._bench.programme()
        nearest = nearest_first(programme.event, programme.lists, self._bench.outside.now())
        return sorted(nearest, key=lambda one: not one.entrance)

    def _lay_out(self) -> None:
        self.entitle(self.tr("Signature sheet"), self.tr("Save PDF…  Enter"))
        self.add_field(self.tr("For"), self.which)
        self.add_field(self.tr("Blank rows"), self.blank)
        self.form.addRow(self.filled)
        self.form.addRow(self._names)
        fields = QWidget()
        fields.setMaximumWidth(_FIELDS_WIDTH)
        self.body.removeItem(self.form)
        fields.setLayout(self.form)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(row(fields, self.page), 1)

    def _look(self) -> None:
        """Draw the first page of what is chosen now; an answer to an older wish is passed over."""
        self._asked += 1
        asked, check_in_list, wish = self._asked, self.check_in_list, self.wish

        def work(desk: Desk) -> tuple[QImage, int]:
            sheet = show_sheet(desk.store, desk.operator, check_in_list, wish)
            return first_page(sheet), len(sheet.rows)

        def show(answer: tuple[QImage, int]) -> None:
            if asked == self._asked and not self.over:
                self.page.show_page(answer[0])
                words = self.tr("{count} names, in order of the alphabet.")
                self._names.setText(words.format(count=answer[1]))

        self._bench.reading.ask(work, show, self._say)

    def _say(self, error: Exception) -> None:
        if not self.over:
            self.fail(error)
