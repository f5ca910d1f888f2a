"""Looks through everybody's badge as it is designed now: whose name is longest, and what fits."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.design import Design
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.glyphs import missing_letters
from checkin.services.browsing import listing
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.designer.craft import Craft
from checkin.ui.designer.document import Document

_SLICE = 200
# Nobody reads of a state that changes with the next key.
_PAUSE_MS = 300


@dataclass(slots=True)
class Report:
    """Whose badges there are, and of how many something is set small, cut short or missing.

    People are the numbers that the event file knows them by; `scripts` are what no font here has.
    """

    people: list[int] = field(default_factory=list)
    small: int = 0
    cut_short: int = 0
    lacking: int = 0
    scripts: set[str] = field(default_factory=set)
    longest: int | None = None
    letters: int = -1


class Survey(QObject):
    """`surveyed` tells of all badges, at first and a moment after each change of the template."""

    surveyed = Signal(Report)

    def __init__(
        self,
        bench: Bench,
        craft: Craft,
        document: Document,
        logos: Sequence[bytes],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bench, self._craft, self._document = bench, craft, document
        self._logos = tuple(logos)
        self._turn = 0
        self._template = document.now.template
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.start)
        document.edited.connect(self._on_edited)

    def start(self) -> None:
        """Look through all badges, in place of looking further if that is under way."""
        self._turn += 1
        turn, report = self._turn, Report()
        design = Design(self._template, {}, dict(self._document.pictures), self._logos)

        def begin(desk: Desk) -> tuple[Drawer, Sequence[int]]:
            return Drawer(design), listing(desk.store, desk.operator)

        self._bench.reading.ask(begin, lambda ground: self._go_on(turn, report, *ground))

    def stop(self) -> None:
        """Look no further."""
        self._turn += 1
        self._pause.stop()

    def _on_edited(self) -> None:
        if self._document.now.template != self._template:
            self._template = self._document.now.template
            self._turn += 1
            self._pause.start()

    def _go_on(self, turn: int, report: Report, drawer: Drawer, numbers: Sequence[int]) -> None:
        if turn != self._turn:
            return
        if not numbers:
            self.surveyed.emit(report)
            return
        event = self._bench.programme().event

        def look(desk: Desk) -> None:
            _add(report, drawer, self._craft.faces(desk, event, numbers[:_SLICE]))

        rest = numbers[_SLICE:]
        self._bench.reading.ask(look, lambda _: self._go_on(turn, report, drawer, rest))


def _add(report: Report, drawer: Drawer, faces: dict[int, BadgeFace]) -> None:
    """Put what is to be known of some badges into the report, which nobody looks at meanwhile."""
    report.people.extend(faces)
    for number, face in faces.items():
        fit = drawer.fit(face)
        report.cut_short += bool(fit.cut_short)
        report.small += bool(fit.small and not fit.cut_short)
        letters = max(len(face.values["given_name"]), len(face.values["family_name"]))
        if letters > report.letters:
            report.longest, report.letters = number, letters
    lacking = missing_letters([drawer.texts(face) for face in faces.values()])
    report.lacking += len(lacking)
    report.scripts.update(*lacking.values())
