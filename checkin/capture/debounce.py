"""One badge held up for a moment is one scan, however often the scanner or camera reads it."""

QUIET_MS = 3_000
# More than a stuck scanner sends between two readings of a badge beside it.
_MOST_KEPT = 2_048


class Debounce:
    """Belongs to one scanner or camera."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def is_new(self, text: str, at: int) -> bool:
        """Tell whether a text read `at` (ms) is another scan, not the last one going on.

        A badge that stays where it is stays one scan.
        """
        seen = self._seen.pop(text, None)
        self._seen[text] = at
        if len(self._seen) > _MOST_KEPT:
            del self._seen[next(iter(self._seen))]
        return seen is None or not 0 <= at - seen < QUIET_MS

    def forget(self) -> None:
        """Take the next scan for a new one, as after an undo or at another list."""
        self._seen.clear()
