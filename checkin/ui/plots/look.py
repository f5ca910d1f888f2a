"""Which colours plots have on the screen, and their words in its language."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from checkin.domain.plots import PlotKind
from checkin.render.plotcanvas import DARK, PAPER, Look
from checkin.render.plots import PlotWords
from checkin.ui.dates import day_name

_HALF = 128


def screen_look() -> Look:
    """Return the colours of plots in the theme of the window."""
    palette, role = QGuiApplication.palette(), QPalette.ColorRole
    look = DARK if palette.color(role.Base).lightness() < _HALF else PAPER
    return replace(look, fills=(palette.color(role.Highlight).name(), *look.fills[1:]))


def plot_words() -> PlotWords:
    """Return what stands in plots, in the language of the window."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Plots", text)

    return PlotWords(
        titles={
            PlotKind.ARRIVALS: tr("Arrivals, {day}"),
            PlotKind.ROOMS: tr("Rooms, {day}"),
            PlotKind.DAYS: tr("Presence by day"),
            PlotKind.KINDS: tr("Organisations by kind"),
            PlotKind.COUNTRIES: tr("Organisations by country"),
        },
        registered=tr("registered"),
        came=tr("came"),
        morning=tr("in the morning"),
        afternoon=tr("in the afternoon"),
        organisations=tr("organisations"),
        people=tr("people"),
        not_known=tr("not known"),
        others=tr("{count} others"),
        most=tr("most {count}"),
        places=tr("{count} places"),
        nobody=tr("Nobody has come yet."),
        day=day_name,
        leftward=QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft,
    )
