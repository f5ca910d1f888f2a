"""Looks through all badges, a slice at a time: which are new or changed, and which fit badly."""

from array import array
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from checkin.domain.design import Design
from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.errors import CheckinError
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.faces import face_of, fingerprint
from checkin.render.glyphs import missing_letters
from checkin.services.badges import NOT_PRINTED, Badge, Choice, badge_of, chosen, printed_faces
from checkin.services.browsing import listing, rows
from checkin.services.desk import Desk
from checkin.ui.bench import Bench

# What is looked through before anybody else who waits for an answer gets one.
_SLICE = 400


def nobody() -> "array[int]":
    return array("q")


@dataclass(slots=True)
class Deck:
    """What is known of all badges to be printed, as numbers by which this file knows people.

    `everybody` is by name; `missing` has, by script, whose badges have letters that no font here
    can draw; `categories` has who is of each, which may decide the layout of their badge by
    `design`. Without `complete` there is more to come.
    """

    everybody: "array[int]" = field(default_factory=nobody)
    new: "array[int]" = field(default_factory=nobody)
    changed: "array[int]" = field(default_factory=nobody)
    small: set[int] = field(default_factory=set)
    cut_short: set[int] = field(default_factory=set)
    without_organisation: set[int] = field(default_factory=set)
    missing: dict[str, set[int]] = field(default_factory=dict)
    categories: dict[str, set[int]] = field(default_factory=dict)
    design: Design | None = None
    longest: int | None = None
    longest_letters: int = -1
    complete: bool = False

    def of(self, choice: Choice) -> "array[int]":
        """Return the badges of a choice that needs nobody to tick them."""
        return {Choice.NEW: self.new, Choice.CHANGED: self.changed}.get(choice, self.everybody)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every slice is looked at with; without a font nothing is known of how names fit."""

    event: Event
    numbers: "array[int]"
    printed: Mapping[str, str]
    design: Design
    drawer: Drawer | None


class Surveyor(QObject):
    """`surveyed` tells the deck once it is known, the first time also what its first slice says."""

    surveyed = Signal(Deck)

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._deck = Deck()
        self._has_said = False

    def start(self) -> None:
        """Look through all badges anew, in place of looking further if that is under way."""
        deck = self._deck = Deck()
        event = self._bench.programme().event

        def ground(desk: Desk) -> _Ground:
            numbers = listing(desk.store, desk.operator)
            printed, design = printed_faces(desk.store, desk.operator), self._bench.design(desk)
            return _Ground(event, numbers, printed, design, _drawer(design))

        self._bench.reading.ask(ground, lambda found: self._go_on(deck, found, 0))

    def _go_on(self, deck: Deck, ground: _Ground, start: int) -> None:
        if deck is not self._deck:
            return
        deck.design = ground.design
        deck.complete = start >= len(ground.numbers)
        if deck.complete or (start and not self._has_said):
            self._has_said = True
            self.surveyed.emit(deck if deck.complete else deepcopy(deck))
        if not deck.complete:
            part = ground.numbers[start : start + _SLICE]
            self._bench.reading.ask(
                lambda desk: _add(desk, deck, ground, part),
                lambda _: self._go_on(deck, ground, start + _SLICE),
            )


def badges_numbered(desk: Desk, numbers: Sequence[int]) -> list[Badge]:
    """Return the badges of those who are still coming, by the numbers this file knows them by."""
    found = rows(desk.store, desk.operator, numbers)
    return [badge_of(desk.store, one) for one in found if one and is_printed(one)]


def is_printed(one: Attendee) -> bool:
    """Tell whether somebody is to be given a badge."""
    return bool(one.badge) and one.status not in NOT_PRINTED


def _drawer(design: Design) -> Drawer | None:
    try:
        return Drawer(design)
    except CheckinError:
        return None


def _add(desk: Desk, deck: Deck, ground: _Ground, part: Sequence[int]) -> None:
    """Put what is to be known of some badges into the deck, which nobody looks at meanwhile."""
    found = zip(part, rows(desk.store, desk.operator, part), strict=True)
    people = {number: one for number, one in found if one and is_printed(one)}
    badges = [badge_of(desk.store, one) for one in people.values()]
    faces = [face_of(ground.event, *one.shown) for one in badges]
    numbers = {one.attendee.badge: number for number, one in zip(people, badges, strict=True)}
    now = {
        one.attendee.badge: fingerprint(face, ground.design)
        for one, face in zip(badges, faces, strict=True)
    }
    deck.everybody.extend(people)
    for choice, those in ((Choice.NEW, deck.new), (Choice.CHANGED, deck.changed)):
        some = chosen(badges, now, ground.printed, choice)
        those.extend(numbers[one.attendee.badge] for one in some)
    for number, face in zip(people, faces, strict=True):
        if not face.values["organisation"].strip():
            deck.without_organisation.add(number)
        deck.categories.setdefault(face.category, set()).add(number)
        letters = max(len(face.values["given_name"]), len(face.values["family_name"]))
        if letters > deck.longest_letters:
            deck.longest, deck.longest_letters = number, letters
    if ground.drawer:
        _check(deck, list(people), faces, ground.drawer)


def _check(deck: Deck, numbers: Sequence[int], faces: Sequence[BadgeFace], drawer: Drawer) -> None:
    for number, face in zip(numbers, faces, strict=True):
        fit = drawer.fit(face)
        if fit.cut_short:
            deck.cut_short.add(number)
        elif fit.small:
            deck.small.add(number)
    for place, scripts in missing_letters([drawer.texts(face) for face in faces]).items():
        for script in scripts:
            deck.missing.setdefault(script, set()).add(numbers[place])
