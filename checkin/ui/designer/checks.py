"""The lines under the badge: how all badges come out as it is designed now."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from checkin.domain.lengths import length_words
from checkin.domain.template import Code, Template
from checkin.render.qr import SIDE
from checkin.ui.badges import phrases
from checkin.ui.designer.shapepart import LEAST_MODULE
from checkin.ui.designer.survey import Report
from checkin.ui.parts import label, restyle
from checkin.ui.shapes import Shape, ShapeMark

# At most three of names, one of letters, one of the code.
_PLACES = 6


class Checks(QWidget):
    """Each check is a mark and words, two beside each other."""

    def __init__(self, counted: Callable[[int], str]) -> None:
        super().__init__()
        self._counted = counted
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        self._marks = [ShapeMark(QSize(14, 14)) for _ in range(_PLACES)]
        self._words = [label(role="quiet") for _ in range(_PLACES)]
        for place, (mark, words) in enumerate(zip(self._marks, self._words, strict=True)):
            down, across = divmod(place, 2)
            grid.addWidget(mark, down, 2 * across, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(words, down, 2 * across + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    @property
    def said(self) -> list[str]:
        """What is said, in order."""
        return [one.text() for one in self._words if one.text()]

    def show_report(self, report: Report, template: Template) -> None:
        """Say how a template does for all people."""
        said = [
            one for one in (*self._names(report), self._letters(report), _code(template)) if one[0]
        ]
        said += [("", True)] * (_PLACES - len(said))
        for mark, words, (text, good) in zip(self._marks, self._words, said, strict=True):
            words.setText(text)
            for one in (mark, words):
                one.setVisible(bool(text))
            mark.show_shape(Shape.TICK if good else Shape.EXCLAMATION)
            mark.setProperty("tone", "good" if good else "careful")
            restyle(mark)

    def _names(self, report: Report) -> list[tuple[str, bool]]:
        well = len(report.people) - report.small - report.cut_short
        said = []
        if well:
            words = _tr("{badges} fits") if well == 1 else _tr("{badges} fit")
            said.append((words.format(badges=self._counted(well)), True))
        if report.small:
            words = _tr("1 name shrinks") if report.small == 1 else _tr("{count} names shrink")
            said.append((words.format(count=phrases.number(report.small)), False))
        if report.cut_short:
            words = _tr("{badges} cut short").format(badges=self._counted(report.cut_short))
            said.append((words, False))
        return said

    def _letters(self, report: Report) -> tuple[str, bool]:
        if not report.lacking:
            return (_tr("all letters have a font"), True) if report.people else ("", True)
        words = _tr("no font for {scripts} on {badges}")
        scripts = ", ".join(sorted(report.scripts))
        return words.format(scripts=scripts, badges=self._counted(report.lacking)), False


def _code(template: Template) -> tuple[str, bool]:
    codes = (one.area for one in template.elements if isinstance(one, Code))
    sides = [min(area.width, area.height) for area in codes]
    if not sides:
        return _tr("no QR code to scan"), False
    module = min(sides) // SIDE
    good = module >= LEAST_MODULE
    words = _tr("code modules of {size}") if good else _tr("code modules of {size} are too small")
    return words.format(size=length_words(module)), good


def _tr(text: str) -> str:
    return QCoreApplication.translate("Designer", text)
