"""Whose badge is shown while it is designed: the longest name, the next one, or anybody found."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from checkin.render.face import BadgeFace
from checkin.services.browsing import listing, rows
from checkin.services.desk import Desk
from checkin.services.photos import photo_of
from checkin.ui.badges import phrases
from checkin.ui.bench import Bench
from checkin.ui.designer.craft import Craft
from checkin.ui.designer.survey import Report
from checkin.ui.parts import ActionButton, ElidedLabel, column, row

_PAUSE_MS = 60
_MOST_FOUND = 200
_LEAST_WIDTH = 130
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Wearer(QWidget):
    """`shown` tells what stands on the badge to be shown. `turns` are back, longest and next."""

    shown = Signal(BadgeFace)

    def __init__(self, bench: Bench, craft: Craft, turns: tuple[QAction, QAction, QAction]) -> None:
        super().__init__()
        self._bench, self._craft = bench, craft
        self._people: Sequence[int] = ()
        self._longest: int | None = None
        self._number: int | None = None
        self.caption = ElidedLabel("quiet")
        self.field = QLineEdit()
        self.field.setMinimumWidth(_LEAST_WIDTH)
        self.field.setPlaceholderText(self.tr("Show somebody  Ctrl+F"))
        self.field.setAccessibleName(self.tr("Show the badge of somebody"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._find(0))
        self.field.textChanged.connect(lambda _: self._pause.start())
        self._place = 0
        buttons = [ActionButton(one, takes_focus=False) for one in turns]
        for button in buttons:
            button.show_keys(False)
            button.setProperty("compact", True)
        line = row(self.field, *buttons, gap=6)
        line.setStretch(0, 1)
        whole = column(gap=4)
        whole.addLayout(line)
        whole.addWidget(self.caption)
        self.setLayout(whole)
        for action, does in zip(
            turns, (lambda: self.turn(-1), self.show_longest, lambda: self.turn(1)), strict=True
        ):
            action.triggered.connect(does)

    def begin(self) -> None:
        """Show an example until it is known who there is."""
        self.shown.emit(self._craft.example(self._bench.programme().event))

    def follow(self, report: Report) -> None:
        """Hear who there is; the longest name is shown unless somebody is."""
        self._people, self._longest = report.people, report.longest
        if self._number is None or self._number not in self._people:
            self.show_longest()

    def show_longest(self) -> None:
        """Show the longest name, or an example where nobody is registered."""
        if self._longest is None:
            self.caption.show_text(self.tr("An example: nobody is registered yet"))
            self.begin()
            return
        people = phrases.people(len(self._people))
        self._look_at(self._longest, self.tr("The longest name of {people}").format(people=people))

    def turn(self, step: int) -> None:
        """Show the next badge by name, or the one before."""
        if not self._people:
            return
        at = self._people.index(self._number) if self._number in self._people else -1
        at = (at + step) % len(self._people)
        where = self.tr("{place} of {count}").format(place=at + 1, count=len(self._people))
        self._look_at(self._people[at], where)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.type() is QEvent.Type.KeyPress and key in _STEPS and self.field.text():
                self._find(self._place + _STEPS[key])
                return True
            # Esc empties the field before it closes the designer.
            if key is Qt.Key.Key_Escape and self.field.text():
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def _find(self, place: int) -> None:
        """Show the person at a place among those who are found."""
        text = self.field.text().strip()
        if not text:
            return

        def find(desk: Desk) -> tuple[list[int], str]:
            known = set(self._people)
            found = listing(desk.store, desk.operator, text)[:_MOST_FOUND]
            return [one for one in found if one in known], text

        self._bench.reading.ask(find, lambda found: self._on_found(place, *found))

    def _on_found(self, place: int, found: list[int], text: str) -> None:
        if text != self.field.text().strip():
            return
        if not found:
            self.caption.show_text(self.tr("Nobody is found."))
            return
        self._place = place % len(found)
        where = self.tr("{place} of {count} found").format(place=self._place + 1, count=len(found))
        self._look_at(found[self._place], where)

    def _look_at(self, number: int, words: str) -> None:
        self._number = number
        event = self._bench.programme().event

        def read(desk: Desk) -> BadgeFace | None:
            face = self._craft.faces(desk, event, [number]).get(number)
            person = rows(desk.store, desk.operator, [number])[0]
            if face is None or person is None:
                return None
            photo = photo_of(desk.store, desk.operator, person.id)
            return BadgeFace(face.values, face.code, photo)

        def show(face: BadgeFace | None) -> None:
            if face and number == self._number:
                self.caption.show_text(f"{words} · {face.values['name']}")
                self.shown.emit(face)

        self._bench.reading.ask(read, show)
