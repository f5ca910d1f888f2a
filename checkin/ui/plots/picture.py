"""One plot as it is looked at, as high as it needs."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.domain.plots import Plot
from checkin.render.plots import draw_plot, height_of
from checkin.ui.plots.look import plot_words, screen_look

_LEAST_WIDTH, _LEAST_HEIGHT = 420, 380


class PlotPicture(QWidget):
    """`plot` is what is shown, None before there is any."""

    def __init__(self) -> None:
        super().__init__()
        self.plot: Plot | None = None
        self.setMinimumWidth(_LEAST_WIDTH)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, round(height_of(self.plot)) if self.plot else _LEAST_HEIGHT)

    def show_plot(self, plot: Plot) -> None:
        """Show another plot."""
        self.plot = plot
        self.setMinimumHeight(round(height_of(plot)))
        self.setAccessibleName(plot_words().title(plot))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.plot:
            painter = QPainter(self)
            area = QRectF(self.rect())
            area.setHeight(min(area.height(), height_of(self.plot)))
            draw_plot(painter, area, self.plot, plot_words(), screen_look())
            painter.end()
