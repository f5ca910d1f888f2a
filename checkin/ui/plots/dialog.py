"""All plots of an event: the arrow keys go from one to the next, and each can be saved."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFileDialog, QListWidget, QScrollArea, QWidget

from checkin.domain.plots import Plot
from checkin.errors import CheckinError
from checkin.render.plotfiles import write_plot
from checkin.services.desk import Desk
from checkin.services.plots import plots
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, action, row
from checkin.ui.plots.look import plot_words
from checkin.ui.plots.picture import PlotPicture
from checkin.ui.saving import documents, file_name, say_saved, with_ending
from checkin.ui.scrolling import scrolling

_WIDTH = 820
_MOST_LIST_WIDTH = 230
_PADDING = 40


class PlotsDialog(Dialog):
    """`plots` are those there are, none before they are counted; `list` chooses one."""

    def __init__(self, parent: QWidget, bench: Bench, chosen: str = "") -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Plots"), self.tr("Close  Enter"))
        self.cancel_button.hide()
        self._bench = bench
        self._chosen = chosen
        self.plots: Sequence[Plot] = ()
        self.picture = PlotPicture()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Plots"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._show)
        self._viewed = self._scrolled()
        beside = row(self.list, self._viewed)
        beside.setStretch(1, 1)
        self.body.addLayout(beside, 1)
        self.save = action(self, self.tr("Save…"), "Ctrl+S", "save plot")
        self.save.triggered.connect(self._ask_where)
        self.save.setEnabled(False)
        button = ActionButton(self.save)
        button.setAutoDefault(False)
        self.buttons.insertWidget(0, button)
        self.list.setFocus()
        bench.reading.ask(self._count, self._fill, self.fail)

    def write(self, path: Path) -> None:
        """Save the plot that is shown as the picture that the file's name asks for."""
        plot = self.picture.plot
        assert plot
        try:
            write_plot(path, plot, plot_words())
        except CheckinError as error:
            self.fail(error)
            return
        words = self.tr("{file} is written.").format(file=path.name)
        say_saved(self._bench.notices, words, path)
        self.wrong.hide()

    def _scrolled(self) -> QScrollArea:
        scroll = scrolling(self.picture)
        # The list keeps the arrow keys.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    @staticmethod
    def _count(desk: Desk) -> tuple[Plot, ...]:
        return plots(desk.store, desk.operator)

    def _fill(self, found: tuple[Plot, ...]) -> None:
        if self.over:
            return
        self.plots = found
        words = plot_words()
        titles = [words.title(plot) for plot in found]
        self.list.addItems(titles)
        metrics = QFontMetrics(self.list.font())
        width = max(metrics.horizontalAdvance(title) for title in titles) + _PADDING
        self.list.setFixedWidth(min(width, _MOST_LIST_WIDTH))
        names = [plot.name for plot in found]
        self.list.setCurrentRow(names.index(self._chosen) if self._chosen in names else 0)
        self.save.setEnabled(True)

    def _show(self, number: int) -> None:
        self.picture.show_plot(self.plots[number])
        self._viewed.verticalScrollBar().setValue(0)

    def _ask_where(self) -> None:
        plot = self.picture.plot
        if not plot:
            return
        title = file_name(self._bench.programme().event.title, self.tr("Seminar"))
        proposal = documents() / f"{title} {plot.name}.png"
        kinds = self.tr("Picture (*.png);;Drawing (*.svg)")
        name, kind = QFileDialog.getSaveFileName(self, self.tr("Save"), str(proposal), kinds)
        if name:
            ending = ".svg" if "*.svg" in kind else ".png"
            self.write(with_ending(name, ending, ".png", ".svg"))
