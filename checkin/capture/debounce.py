"""One badge held up for a moment is one scan, however often scanner and camera read it."""

QUIET_MS = 3_000
# More than a stuck scanner sends between two readings of a badge beside it.
_MOST_KEPT = 2_048


class Debounce:
    """Belongs to one scanner or camera.

    `quiet` is for how many ms a text must not have been read to be another scan.
    """

    def __init__(self, quiet: int = QUIET_MS) -> None:
        self._quiet = quiet
        self._seen: dict[str, int] = {}

    def is_new(self, text: str, at: int) -> bool:
        """Tell whether a text read `at` (ms) is another scan, not the last one going on.

        A badge that stays where it is stays one scan.
        """
        new = not self.knows(text, at)
        self._seen.pop(text, None)
        self._seen[text] = at
        if len(self._seen) > _MOST_KEPT:
            del self._seen[next(iter(self._seen))]
        return new

    def knows(self, text: str, at: int) -> bool:
        """Tell whether a text was read so shortly before `at` that it is the same scan."""
        seen = self._seen.get(text)
        return seen is not None and 0 <= at - seen < self._quiet

    def forget(self) -> None:
        """Take the next scan for a new one, as after an undo or at another list."""
        self._seen.clear()
