"""The end of a station's chain, which grows by one entry after another within a transaction."""

from checkin.domain.clock import milliseconds, tick
from checkin.domain.entry import chain
from checkin.store.journal import Head


class Tail:
    """What the next entry of `station` follows; `now_ms` is the time of day for all of them.

    `head` is the station's last entry so far, `seen` the latest clock of any station.
    """

    def __init__(self, station: str, actor: str, head: Head, seen: int, now_ms: int) -> None:
        self.station = station
        self.actor = actor
        self.seq, self.digest = head.seq, head.digest
        self._clock = seen
        self._now_ms = now_ms

    def next_clock(self) -> int:
        """Return the clock of the next entry; those after it count on by one."""
        return tick(self._clock, self._now_ms)

    def next_clock_ms(self) -> int:
        """Return the time of day in the next entry's clock, in Unix milliseconds."""
        return milliseconds(self.next_clock())

    def add(self, kind: str, subject: str, body_digest: str) -> tuple[int, int, str]:
        """Chain one more entry to it; return that one's number, clock and digest."""
        self.seq += 1
        self._clock = clock = tick(self._clock, self._now_ms)
        self.digest = chain(
            self.digest, self.station, self.seq, kind, subject, clock, self.actor, body_digest
        )
        return self.seq, clock, self.digest
