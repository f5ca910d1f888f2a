"""The cards above: each day, all days, and where people are from."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from checkin.domain.turnout import DayTurnout, Origins, Turnout
from checkin.ui.dates import day_name, short_day
from checkin.ui.parts import GAP, Card, label

_SIDE_BY_SIDE = 3
_LEAST_WIDTH, _SCROLLED_WIDTH = 128, 168
_BAR_ROOM = 14


class FittingLabel(QLabel):
    """Shows the longest of several texts that there is room for, or else the last."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._texts: tuple[str, ...] = ("",)

    def show_texts(self, *texts: str) -> None:
        """Show one of other texts, the longest first."""
        self._texts = texts
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        fitting = (one for one in self._texts if metrics.horizontalAdvance(one) <= self.width())
        self.setText(next(fitting, self._texts[-1]))


class DayCard(QPushButton):
    """A day's numbers; pressing it, or the arrow keys among them, chooses the day."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("daycard")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._day, self._of = FittingLabel(), FittingLabel()
        self._present = label("–", "number")
        self._inside = inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 12, 12, 12)
        inside.setSpacing(2)
        for part in (self._day, self._present, self._of):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(part)
        inside.addStretch(1)

    def show_day(self, day: DayTurnout) -> None:
        """Show a day's numbers."""
        facts = {"registered": day.registered, "percent": day.percent}
        of = self.tr("of {registered} registered · {percent} %").format(**facts)
        self._day.show_texts(day_name(day.day), short_day(day.day))
        self._present.setText(str(day.present))
        self._of.show_texts(of, self.tr("of {registered} · {percent} %").format(**facts))
        self.setAccessibleName(f"{day_name(day.day)}: {day.present} {of}")

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FactCard(Card):
    """A number with a word above and one below."""

    def __init__(self, title: str) -> None:
        super().__init__(gap=2)
        self._title, self._number = label(title, "quiet"), label("–", "number")
        self._below = label(role="quiet", wraps=True)
        self.inside.setContentsMargins(18, 12, 12, 12)
        for part in (self._title, self._number, self._below):
            self.inside.addWidget(part)
        self.inside.addStretch(1)
        self.setMinimumWidth(_LEAST_WIDTH)

    def show_fact(self, number: int, below: str, title: str = "") -> None:
        """Show another number."""
        if title:
            self._title.setText(title)
        self._number.setText(str(number))
        self._below.setText(below)


class Cards(QWidget):
    """`chosen` tells which day, counted from 0, somebody chose."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_toggled)
        self._days = QHBoxLayout()
        self._days.setSpacing(GAP)
        self._days.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setObjectName("inner")
        inner.setLayout(self._days)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._every = FactCard("")
        self._origins = FactCard(self.tr("Organisations"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        for card in (self._scroll, self._every, self._origins):
            self._row.addWidget(card, 1)

    def show_turnout(self, turnout: Turnout) -> None:
        """Show other numbers, the chosen day staying so if it is there still."""
        chosen = max(self._group.checkedId(), 0)
        self._have(len(turnout.days))
        for number, day in enumerate(turnout.days):
            card = self._card(number)
            card.show_day(day)
        self._card(min(chosen, len(turnout.days) - 1)).setChecked(True)
        days = len(turnout.days)
        self._every.setVisible(days > 1)
        title = self.tr("Both days") if days == _BOTH else self.tr("All {days} days")
        below = self.tr("came every day")
        self._every.show_fact(turnout.every_day, below, title.format(days=days))
        self._origins.show_fact(turnout.origins.organisations, origins_words(turnout.origins))
        self._fit(days)

    def choose(self, step: int) -> None:
        """Choose the day so many days later."""
        days = len(self._group.buttons())
        if days:
            card = self._card(min(max(self._group.checkedId() + step, 0), days - 1))
            card.setChecked(True)
            self._scroll.ensureWidgetVisible(card)

    def choose_day(self, number: int) -> None:
        """Choose a day, counted from 0."""
        self.choose(number - self._group.checkedId())

    def _on_toggled(self, day: int, on: bool) -> None:
        if on:
            self.chosen.emit(day)

    def _card(self, number: int) -> DayCard:
        card = self._group.button(number)
        assert isinstance(card, DayCard)
        return card

    def _have(self, days: int) -> None:
        while len(cards := self._group.buttons()) > days:
            self._group.removeButton(cards[-1])
            cards[-1].deleteLater()
        while (number := len(self._group.buttons())) < days:
            card = DayCard()
            self._group.addButton(card, number)
            self._days.addWidget(card)

    def _fit(self, days: int) -> None:
        """Up to three days stand side by side; more are scrolled through."""
        scrolled = days > _SIDE_BY_SIDE
        for card in self._group.buttons():
            card.setMinimumWidth(_SCROLLED_WIDTH if scrolled else _LEAST_WIDTH)
        self._row.setStretch(0, min(days, _SIDE_BY_SIDE))
        height = max(self._card(0).sizeHint().height(), self._origins.sizeHint().height())
        for card in self._group.buttons():
            card.setFixedHeight(height)
        self._scroll.setFixedHeight(height + (_BAR_ROOM if scrolled else 0))


_BOTH = 2


def origins_words(origins: Origins) -> str:
    """Return where people are from, such as `31 companies · 22 clusters · 7 countries`."""
    parts = [kind_words(kind, count) for kind, count in origins.kinds[:_KINDS_SHOWN]]
    if origins.countries:
        parts.append(_counted(("{count} country", "{count} countries"), origins.countries))
    return " · ".join(parts)


_KINDS_SHOWN = 2
_KINDS = {
    "company": ("{count} company", "{count} companies"),
    "cluster": ("{count} cluster", "{count} clusters"),
    "company network": ("{count} company network", "{count} company networks"),
    "public body": ("{count} public body", "{count} public bodies"),
    "research": ("{count} of research", "{count} of research"),
    "other": ("{count} other", "{count} others"),
}


def kind_words(kind: str, count: int) -> str:
    """Return how many organisations of a kind, in words."""
    return _counted(_KINDS[kind], count) if kind in _KINDS else f"{count} {kind}"


def _counted(words: Sequence[str], count: int) -> str:
    text = words[0] if count == 1 else words[1]
    counted = QCoreApplication.translate("Cards", text).format(count=count)
    return counted.replace(" ", "\N{NO-BREAK SPACE}")
