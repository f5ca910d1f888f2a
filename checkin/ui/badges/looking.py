"""One badge to look at, whose it is, and what is to be known of those about to be printed."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from checkin.domain.stock import SheetPlan
from checkin.ui.badges import phrases
from checkin.ui.badges.deck import Deck
from checkin.ui.badges.preview import BadgePreview
from checkin.ui.parts import ActionButton, ElidedLabel, column, label, restyle, row
from checkin.ui.shapes import Shape, ShapeMark

_FEW = 3


class Looking(QWidget):
    """`arrows` turn to the badge before, the next one, and the one with the longest name."""

    def __init__(self, arrows: tuple[QAction, QAction, QAction]) -> None:
        super().__init__()
        self.preview = BadgePreview()
        self.caption = ElidedLabel()
        self._mark = ShapeMark(QSize(16, 16))
        self.checks = label(role="quiet", wraps=True)
        buttons = [ActionButton(one, takes_focus=False) for one in arrows]
        checked = row(self._mark, self.checks, gap=10)
        checked.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        checked.setStretch(1, 1)
        whole = column(self.preview, self.caption)
        whole.setStretch(0, 1)
        whole.addLayout(checked)
        whole.addLayout(row(*buttons, None, gap=8))
        self.setLayout(whole)

    def show_checks(self, deck: Deck, numbers: Collection[int], plan: SheetPlan) -> None:
        """Say how well the badges that are meant fit, and how much paper they take."""
        small = sum(number in deck.small for number in numbers)
        cut_short = sum(number in deck.cut_short for number in numbers)
        missing = [deck.missing[number] for number in numbers if number in deck.missing]
        parts = [self._paper(len(numbers), plan)]
        if small:
            parts.append(phrases.small_names(small))
        if cut_short:
            parts.append(phrases.names_cut_short(cut_short))
        if missing:
            parts.append(self._lacking(missing))
        if not (small or cut_short or missing or self.preview.trouble) and numbers:
            parts.append(self.tr("every name fits and every letter has a font"))
        text = "; ".join(parts)
        self.checks.setText(f"{text}." if text else "")
        tone = "careful" if cut_short or missing else "good"
        self._mark.setVisible(bool(numbers) and not self.preview.trouble)
        self._mark.show_shape(Shape.EXCLAMATION if tone == "careful" else Shape.TICK)
        self._mark.setProperty("tone", tone)
        restyle(self._mark)

    def _paper(self, count: int, plan: SheetPlan) -> str:
        if not count:
            return self.tr("Nothing to print here")
        sheets = phrases.sheets(plan.pages(count))
        return self.tr("{badges} on {sheets}").format(badges=phrases.badges(count), sheets=sheets)

    def _lacking(self, numbers: list[str]) -> str:
        some = ", ".join(numbers[:_FEW]) + ("…" if len(numbers) > _FEW else "")
        return self.tr("no font on this computer has all letters of {badges}: {numbers}").format(
            badges=phrases.badges(len(numbers)), numbers=some
        )
