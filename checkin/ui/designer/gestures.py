"""What the mouse does on the badge: it moves elements, pulls a handle, or draws a rubber band."""

from dataclasses import dataclass, field

from checkin.domain.areas import Handle, least_side, resized
from checkin.domain.editing import Editing
from checkin.domain.snapping import Guide, Lines, Snap, lines_of, snapped_move, snapped_resize
from checkin.domain.template import Area, Code


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of a move of the mouse."""

    editing: Editing
    guides: tuple[Guide, ...] = ()


@dataclass(frozen=True, slots=True)
class Moving:
    """All that is chosen is carried along; `start` is how it was."""

    start: Editing

    def moved(self, across: int, down: int, reach: int, _even: bool) -> Moved:
        """Return the badge after the mouse went so far from where it was pressed."""
        around = self.start.around
        if around is None:
            return Moved(self.start)
        snap = snapped_move(around.moved(across, down), _lines(self.start), reach)
        way = snap.area.left - around.left, snap.area.top - around.top
        return Moved(self.start.move(*way), snap.guides)


@dataclass(frozen=True, slots=True)
class Pulling:
    """A handle of the box around all that is chosen is pulled."""

    start: Editing
    handle: Handle

    def moved(self, across: int, down: int, reach: int, even: bool) -> Moved:
        """Return the badge after the mouse went so far; `even` keeps the proportions."""
        around = self.start.around
        if around is None:
            return Moved(self.start)
        least = max(least_side(one) for one in self.start.picked)
        even = even or any(isinstance(one, Code) for one in self.start.picked)
        area = resized(around, self.handle, across, down, least, even)
        snap = Snap(area)
        if not even:
            snap = snapped_resize(area, self.handle, _lines(self.start), reach)
        return Moved(self.start.fit(snap.area), snap.guides)


@dataclass(frozen=True, slots=True)
class Banding:
    """A rubber band, from where the mouse was pressed; what was chosen `before` stays so."""

    start: Editing
    before: frozenset[int] = field(default=frozenset())

    def touched(self, band: Area) -> Editing:
        """Choose what the band touches."""
        inside = {
            number for number, one in enumerate(self.start.elements) if _touch(band, one.area)
        }
        return self.start.choose(self.before | inside)


Gesture = Moving | Pulling | Banding


def _lines(editing: Editing) -> Lines:
    """Return what the elements that are chosen may come to be in line with."""
    others = (
        one.area for number, one in enumerate(editing.elements) if number not in editing.chosen
    )
    return lines_of(editing.template, others)


def _touch(one: Area, other: Area) -> bool:
    return (
        one.left <= other.right
        and other.left <= one.right
        and one.top <= other.bottom
        and other.top <= one.bottom
    )
