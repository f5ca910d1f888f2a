"""Keeps a stuck scanner from filling the journal and the disk."""

FLOOD_WINDOW_MS = 10_000
FLOOD_SCANS = 20


class Flood:
    """Counts the invalid codes that come after the first twenty of ten seconds."""

    def __init__(self) -> None:
        self._since = 0
        self._seen = 0
        self.uncounted = 0

    def swallows(self, now: int) -> bool:
        """Tell whether one more invalid code is only to be counted."""
        if now - self._since > FLOOD_WINDOW_MS:
            self._since, self._seen = now, 0
        self._seen += 1
        if self._seen <= FLOOD_SCANS:
            return False
        self.uncounted += 1
        return True

    def take(self) -> int:
        """Return how many were only counted, once."""
        count, self.uncounted = self.uncounted, 0
        return count
