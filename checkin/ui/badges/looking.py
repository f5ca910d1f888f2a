"""One badge to look at, whose it is, and what is to be known of those about to be printed."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from checkin.domain.stock import SheetPlan
from checkin.ui.badges import phrases
from checkin.ui.badges.deck import Deck
from checkin.ui.badges.findings import findings
from checkin.ui.badges.preview import BadgePreview
from checkin.ui.parts import ActionButton, ElidedLabel, column, label, restyle, row
from checkin.ui.shapes import Shape, ShapeMark


class Looking(QWidget):
    """`arrows` turn to the badge before, the next one, and the one with the longest name."""

    def __init__(self, arrows: tuple[QAction, QAction, QAction]) -> None:
        super().__init__()
        self.preview = BadgePreview()
        self.caption = ElidedLabel()
        self._mark = ShapeMark(QSize(16, 16))
        self.checks = label(role="quiet", wraps=True)
        self.buttons = [ActionButton(one, takes_focus=False) for one in arrows]
        checked = row(self._mark, self.checks, gap=10)
        checked.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        checked.setStretch(1, 1)
        whole = column(self.preview, self.caption)
        whole.setStretch(0, 1)
        whole.addLayout(checked)
        whole.addLayout(row(*self.buttons, None, gap=8))
        self.setLayout(whole)

    def show_checks(self, deck: Deck, numbers: Sequence[int], plan: SheetPlan) -> None:
        """Say how well the badges that are meant fit, and how much paper they take."""
        found = findings(deck, numbers, plan.stock)
        parts = [self._paper(len(numbers), plan), *(one.words for one in found)]
        if not found and numbers and not self.preview.trouble:
            parts.append(
                self.tr("every name fits, every letter has a font, every code is large enough")
            )
        text = "; ".join(parts)
        self.checks.setText(f"{text}." if text else "")
        tone = "careful" if any(one.grave for one in found) else "good"
        self._mark.setVisible(bool(numbers) and not self.preview.trouble)
        self._mark.show_shape(Shape.EXCLAMATION if tone == "careful" else Shape.TICK)
        self._mark.setProperty("tone", tone)
        restyle(self._mark)

    def _paper(self, count: int, plan: SheetPlan) -> str:
        if not count:
            return self.tr("Nothing to print here")
        sheets = phrases.sheets(plan.pages(count))
        return self.tr("{badges} on {sheets}").format(badges=phrases.badges(count), sheets=sheets)
