"""Says before printing what will come out and what is amiss with it, on one page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.domain.people import Attendee
from checkin.domain.stock import SheetPlan
from checkin.errors import CheckinError
from checkin.render.printing import lay_out
from checkin.services.browsing import rows
from checkin.services.desk import Desk
from checkin.ui.badges import phrases, printers
from checkin.ui.badges.findings import Finding, Meant
from checkin.ui.badges.papers import Papers
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import action, column, label, literal, restyle, row
from checkin.ui.scrolling import scrolling
from checkin.ui.shapes import Shape, ShapeMark

_FEW = 3
_WIDTH = 620
_LETTERS_OF_A_NAME = 24
_MARK = QSize(16, 16)
_A_FINDING, _LEAST, _AROUND_FINDINGS = 66, 30, 280


class BeforeDialog(Dialog):
    """`printer` is what is printed on, None for a file; `meant` what is to come out.

    Closed by a click on somebody, `looked_at` is their number, else None; closed by asking for
    everybody whom a finding concerns, `wanted` are theirs.
    """

    def __init__(
        self, parent: QWidget, bench: Bench, papers: Papers, meant: Meant, *, on_paper: bool
    ) -> None:
        super().__init__(parent, _WIDTH)
        self._bench, self._papers, self._all = bench, papers, meant
        self._on_paper = on_paper
        self._page_height = parent.window().height()
        self._set: QPrinter | None = None
        self.looked_at: int | None = None
        self.wanted: Sequence[int] = ()
        self._paper = label(role="quiet", wraps=True)
        self.body.addWidget(self._paper)
        self.printer_names = QComboBox()
        if on_paper:
            self._add_printers()
        self.again = QCheckBox()
        if meant.fresh:
            self._add_again(meant.count - meant.fresh.count)
        self._said = QWidget()
        self._findings = QVBoxLayout(self._said)
        self._findings.setContentsMargins(0, 0, 0, 0)
        self._findings.setSpacing(10)
        self._scroll = scrolling(self._said)
        self.body.addWidget(self._scroll, 1)
        self._show_meant()
        self.accept_button.setFocus()

    @property
    def meant(self) -> Meant:
        """The badges that are to come out."""
        fresh = self._all.fresh
        return fresh if fresh and not self.again.isChecked() else self._all

    @property
    def plan(self) -> SheetPlan:
        """How they go onto the paper."""
        return self._papers.plan(self.printer_names.currentText() if self._on_paper else "")

    def printer(self) -> QPrinter:
        """Return the printer that is chosen. Raises `printer-gone`."""
        if self._set and self._set.printerName() == self.printer_names.currentText():
            return self._set
        title = self._bench.programme().event.title
        return printers.chosen_before(self.printer_names.currentText(), title)

    def accept(self) -> None:
        if not self.meant.count:
            self.fail(CheckinError("no-badges"), self.again)
        else:
            super().accept()

    # How it is built

    def _add_printers(self) -> None:
        self.printer_names.addItems(printers.names())
        self.printer_names.setCurrentText(self._papers.printer)
        self.printer_names.currentTextChanged.connect(lambda _: self._show_meant())
        self.printer_names.setAccessibleName(self.tr("Printer"))
        settings = QPushButton(self.tr("Settings…  Alt+S"))
        action(self, self.tr("Printer's settings"), "Alt+S").triggered.connect(settings.click)
        settings.clicked.connect(self._set_up)
        line = row(label(self.tr("Printer")), self.printer_names, settings)
        line.setStretch(1, 1)
        self.body.addLayout(line)

    def _add_again(self, count: int) -> None:
        self.again.setText(literal(f"{phrases.printed_before(count)}  Alt+P"))
        # Where there is nothing else to print, somebody means just that.
        self.again.setChecked(not (self._all.fresh and self._all.fresh.count))
        self.again.toggled.connect(lambda _: self._show_meant())
        turn = action(self, self.tr("Print again what was printed before"), "Alt+P")
        turn.triggered.connect(self.again.click)
        self.body.addWidget(self.again)

    def _set_up(self) -> None:
        try:
            printer = self.printer()
        except CheckinError as error:
            self.fail(error, self.printer_names)
            return
        lay_out(printer, self.plan.stock)
        if printers.set_up(self, printer, self.windowTitle()):
            self._set = printer
            self.printer_names.setCurrentText(printer.printerName())

    # What it says

    def _show_meant(self) -> None:
        badges = phrases.badges(self.meant.count)
        if self._on_paper:
            self.entitle(self.tr("Print {badges}").format(badges=badges), self.tr("Print  Enter"))
        else:
            self.entitle(self.tr("Save {badges}").format(badges=badges), self.tr("Save…  Enter"))
        self._paper.setText(phrases.on_paper(self.plan, self.meant.count))
        while item := self._findings.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for one in self.meant.findings:
            self._findings.addWidget(self._finding(one))
        if not self.meant.findings:
            self._findings.addWidget(_marked(Shape.TICK, "good", phrases.nothing_amiss()))
        self._findings.addStretch(1)
        found = len(self.meant.findings)
        # Names come a moment later, and their room is kept for them.
        most = max(self._page_height - _AROUND_FINDINGS, _A_FINDING)
        self._scroll.setMinimumHeight(min(max(found * _A_FINDING, _LEAST), most))

    def _finding(self, finding: Finding) -> QWidget:
        shape, tone = (Shape.EXCLAMATION, "careful") if finding.grave else (Shape.ARROW, "calm")
        words, few, people = finding.words, finding.people[:_FEW], row(gap=6)
        people.setContentsMargins(_MARK.width() + 10, 0, 0, 0)

        def show(found: Sequence[Attendee | None]) -> None:
            if self.over:
                return
            for number, one in zip(few, found, strict=True):
                if one:
                    name = _shortened(one.name)
                    hint = self.tr("Look at the badge of {name}").format(name=one.name)
                    people.addWidget(_quiet(name, hint, partial(self._look_at, number)))
            more = len(finding.people) - len(few)
            if more > 0:
                hint = self.tr("Choose the badges of all of them")
                others = phrases.and_more(more)
                people.addWidget(_quiet(others, hint, partial(self._choose, finding.people)))
            people.addStretch(1)

        self._bench.reading.ask(lambda desk: _people(desk, few), show)
        return _marked(shape, tone, f"{words[:1].upper()}{words[1:]}.", people)

    def _look_at(self, number: int) -> None:
        self.looked_at = number
        self.reject()

    def _choose(self, people: Sequence[int]) -> None:
        self.wanted = people
        self.reject()


def _people(desk: Desk, numbers: Sequence[int]) -> list[Attendee | None]:
    return rows(desk.store, desk.operator, numbers)


def _marked(shape: Shape, tone: str, words: str, below: QHBoxLayout | None = None) -> QWidget:
    mark = ShapeMark(_MARK)
    mark.show_shape(shape)
    mark.setProperty("tone", tone)
    restyle(mark)
    line = row(mark, label(words, wraps=True), gap=10)
    line.setStretch(1, 1)
    line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    whole = QWidget()
    inside = column(gap=4)
    inside.addLayout(line)
    if below:
        inside.addLayout(below)
    whole.setLayout(inside)
    return whole


def _quiet(text: str, hint: str, does: "partial[None]") -> QPushButton:
    button = QPushButton(literal(text))
    button.setProperty("compact", True)
    button.setAccessibleName(hint)
    button.clicked.connect(lambda _checked=False: does())
    return button


def _shortened(name: str) -> str:
    return name if len(name) <= _LETTERS_OF_A_NAME else f"{name[:_LETTERS_OF_A_NAME]}…"
