"""Turns from badge to badge: to the longest name, to anyone, through those that are meant."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from checkin.domain.design import Design
from checkin.render.face import BadgeFace
from checkin.render.faces import face_of
from checkin.services.desk import Desk
from checkin.ui.badges import phrases
from checkin.ui.badges.deck import Deck, badges_numbered
from checkin.ui.badges.looking import Looking
from checkin.ui.bench import Bench


class Turning(QObject):
    """`place` is which of the badges meant is shown; None while it is any other."""

    def __init__(self, bench: Bench, looking: Looking, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._looking = looking
        self._shown: int | None = None
        self._words = ""
        self.place: int | None = None

    def follow(self, deck: Deck) -> None:
        """Show what is on the badge now, or the longest name where that badge is no more."""
        if self._shown is None or self._words or self._shown not in deck.everybody:
            self.look_at_longest(deck)
        else:
            self.look_at(self._shown)

    def look_at_longest(self, deck: Deck) -> None:
        """Show the badge with the longest name."""
        if deck.longest is None:
            self._looking.preview.show_face(None)
            self._looking.caption.show_text("")
            return
        who = phrases.people(len(deck.everybody))
        words = (
            self.tr("The longest name of {people}").format(people=who)
            if len(deck.everybody) > 1
            else ""
        )
        self.look_at(deck.longest, words)

    def turn(self, step: int, meant: Sequence[int]) -> None:
        """Show the next of the badges meant, or the one before; after the last comes the first."""
        if not meant:
            return
        start = -1 if self.place is None and step > 0 else self.place or 0
        place = (start + step) % len(meant)
        count = phrases.number(len(meant))
        where = self.tr("{place} of {count}").format(place=phrases.number(place + 1), count=count)
        self.look_at(meant[place], where)
        self.place = place

    def look_at(self, number: int, words: str = "") -> None:
        """Show somebody's badge, and `words` before the name."""
        self.place, self._shown, self._words = None, number, words
        event = self._bench.programme().event

        def read(desk: Desk) -> tuple[BadgeFace | None, Design]:
            found = badges_numbered(desk, [number])
            faces = [face_of(event, *one.shown) for one in found]
            return next(iter(faces), None), self._bench.design(desk)

        def show(found: tuple[BadgeFace | None, Design]) -> None:
            if (number, words) == (self._shown, self._words):
                face, design = found
                name = face.values["name"] if face else ""
                self._looking.preview.show_face(face, design)
                parts = [part for part in (words, name) if part]
                self._looking.caption.show_text(" · ".join(parts))

        self._bench.reading.ask(read, show)
