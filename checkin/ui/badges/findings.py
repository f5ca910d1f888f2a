"""What is to be known of badges before any of them comes out, and whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.domain.stock import Stock
from checkin.render.codesize import LEAST_MODULE, smallest_module
from checkin.services.badges import Badge
from checkin.services.desk import Desk
from checkin.ui.badges import phrases
from checkin.ui.badges.bringing import Fetch, badges_of
from checkin.ui.badges.deck import Deck, badges_numbered


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in words, and the people concerned by the numbers this file knows them by.

    What is not `grave` is as it may be: a long name set smaller is still well read.
    """

    words: str
    people: Sequence[int]
    grave: bool


@dataclass(frozen=True, slots=True)
class Meant:
    """Badges that are to come out, and how they are read.

    `fresh` are those never printed as they are now, where there are others among them.
    """

    fetch: Fetch
    count: int
    findings: tuple[Finding, ...] = ()
    fresh: "Meant | None" = None

    @classmethod
    def numbered(cls, deck: Deck, numbers: Sequence[int], stock: Stock) -> "Meant":
        """Return the badges of some people, by number, with what is known of them."""
        outdated = {*deck.new, *deck.changed}
        fresh = [one for one in numbers if one in outdated]
        some = deck.complete and len(fresh) < len(numbers)
        others = cls._of(deck, fresh, stock) if some else None
        return cls._of(deck, numbers, stock, others)

    @classmethod
    def named(cls, attendees: Sequence[str]) -> "Meant":
        """Return the badges of some people, by id, of which nothing is to be said before."""
        return cls(badges_of(attendees), len(attendees))

    @classmethod
    def _of(
        cls, deck: Deck, numbers: Sequence[int], stock: Stock, fresh: "Meant | None" = None
    ) -> "Meant":
        def fetch(desk: Desk) -> Sequence[Badge]:
            return badges_numbered(desk, numbers)

        return cls(fetch, len(numbers), findings(deck, numbers, stock), fresh)


def findings(deck: Deck, numbers: Sequence[int], stock: Stock) -> tuple[Finding, ...]:
    """Return what is to be known of these badges, what matters most first."""
    cut_short = [one for one in numbers if one in deck.cut_short]
    small = [one for one in numbers if one in deck.small]
    # Where nobody has one, the event does without.
    some = len(deck.without_organisation) < len(deck.everybody)
    nowhere = [one for one in numbers if some and one in deck.without_organisation]
    missing = {
        script: [one for one in numbers if one in those] for script, those in deck.missing.items()
    }
    too_small = _with_tiny_codes(deck, stock)
    tiny = [one for one in numbers if one in too_small]
    found = [
        Finding(phrases.words_cut_short(len(cut_short)), cut_short, grave=True),
        *(
            Finding(phrases.letters_missing(script, len(those)), those, grave=True)
            for script, those in missing.items()
        ),
        Finding(phrases.tiny_codes(len(tiny)), tiny, grave=True),
        Finding(phrases.small_names(len(small)), small, grave=False),
        Finding(phrases.without_organisation(len(nowhere)), nowhere, grave=False),
    ]
    return tuple(one for one in found if one.people)


def _with_tiny_codes(deck: Deck, stock: Stock) -> set[int]:
    found: set[int] = set()
    for category, those in deck.categories.items():
        module = smallest_module(deck.design.of(category), stock) if deck.design else None
        if module is not None and module < LEAST_MODULE:
            found |= those
    return found
