"""A box for each session that somebody can book, with its day and start."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from checkin.domain.session import Session
from checkin.ui.dates import short_day
from checkin.ui.parts import literal

_LONGEST = 34


class BookingBoxes(QWidget):
    """What is booked but not offered here stays booked."""

    def __init__(self, sessions: Sequence[Session], booked: Collection[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        self.boxes: dict[str, QCheckBox] = {}
        self._others = set(booked) - {one.id for one in sessions}
        for one in sessions:
            when = f"{short_day(one.day)}, {one.starts:%H:%M}"
            name = one.name if len(one.name) <= _LONGEST else f"{one.name[: _LONGEST - 1]}…"
            box = QCheckBox(literal(f"{name}  ·  {when}"))
            box.setAccessibleName(f"{one.name}, {when}")
            box.setToolTip(literal(one.name))
            box.setChecked(one.id in booked)
            self.boxes[one.id] = box
            column.addWidget(box)
        self._before = self.booked()

    @property
    def touched(self) -> bool:
        """Tell whether other sessions are ticked than at first."""
        return self.booked() != self._before

    def booked(self) -> tuple[str, ...]:
        """Return the ids of the sessions booked."""
        ticked = {one for one, box in self.boxes.items() if box.isChecked()}
        return tuple(sorted(ticked | self._others))
