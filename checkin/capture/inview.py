"""Tells which of the codes before a camera are held up to it, and which of these are new."""

from collections.abc import Callable, Iterable

from checkin.capture.debounce import Debounce

# After an undo, say, a badge still in view has to be taken away for so long to be scanned anew.
AWAY_MS = 1_500
# A code that is not the event's counts once it was held up for so long; one that was refused counts
# then for good: until it was out of sight for a minute. It may hang on the wall.
STEADY_MS, POSTER_QUIET_MS = 600, 60_000
# So long a code in view may be missed: somebody's hand, a blurred frame.
_GAP_MS = 400


class InView:
    """`genuine` tells whether a text is a code of the event."""

    def __init__(self, genuine: Callable[[str], bool]) -> None:
        self._genuine = genuine
        self._scanned = Debounce()
        self._lingering = Debounce(AWAY_MS)
        self._posters = Debounce(POSTER_QUIET_MS)
        # When each code that is not the event's came into view, and when it was seen last.
        self._stays: dict[str, tuple[int, int]] = {}

    def scans(self, texts: Iterable[str], at: int) -> list[str]:
        """Return what is scanned by what a frame of `at` (ms) shows.

        While a code of the event is in view no other is told: that one belongs to the hall.
        """
        seen = [(text, self._genuine(text)) for text in texts]
        strange = [text for text, ours in seen if not ours]
        held_up = [text for text in strange if self._is_held_up(text, at)]
        if len(strange) == len(seen):
            return held_up
        return [text for text, ours in seen if ours and self._is_new(text, at)]

    def knows(self, text: str, at: int) -> bool:
        """Tell whether a code is in view, or was just now, and is scanned already."""
        return self._scanned.knows(text, at)

    def refuse(self, refused: Callable[[str], bool], at: int) -> None:
        """Take for posters those codes in view that the door refused as nothing it knows."""
        for text in filter(refused, self._stays):
            self._posters.is_new(text, at)

    def forget(self) -> None:
        """Take what is held up next for a new scan, not what is in view still."""
        self._scanned.forget()

    def _is_new(self, text: str, at: int) -> bool:
        stayed = not self._lingering.is_new(text, at)
        if stayed and not self._scanned.knows(text, at):
            # It was forgotten while it was in view.
            return False
        return self._scanned.is_new(text, at)

    def _is_held_up(self, text: str, at: int) -> bool:
        self._stays = {
            one: stay for one, stay in self._stays.items() if 0 <= at - stay[1] <= _GAP_MS
        }
        since = self._stays.get(text, (at, at))[0]
        self._stays[text] = (since, at)
        if self._posters.knows(text, at):
            # Its minute begins anew.
            return self._posters.is_new(text, at)
        steady = at - since >= STEADY_MS
        return (steady or self._scanned.knows(text, at)) and self._is_new(text, at)
