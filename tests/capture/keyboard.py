"""Somebody typing and a scanner at one keyboard, as keys with times."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checkin.capture.burst import Burst, Key, Kind
from checkin.capture.bursts import Bursts

# Human typing: how long a key stays down.
DWELL = 80
_ENDS = {"\r": "enter", "\t": "tab"}


@dataclass(frozen=True, slots=True)
class Press:
    """A key that goes down `at`, and up `dwell` later, by somebody's `hand` or by a scanner."""

    at: int
    text: str
    dwell: int
    hand: bool


def scanned(text: str, at: int, gap: int = 8, dwell: int = 3, ending: str = "\r") -> list[Press]:
    """Return a scanner's burst that begins `at`."""
    return [Press(at + place * gap, one, dwell, False) for place, one in enumerate(text + ending)]


def typed(text: str, at: int, gaps: Sequence[int] | int = 110, dwell: int = DWELL) -> list[Press]:
    """Return somebody's typing that begins `at`; `gaps` between one key and the next.

    A key is let go of before it is pressed again.
    """
    presses: list[Press] = []
    for place, one in enumerate(text):
        gap = gaps if isinstance(gaps, int) else gaps[place % len(gaps)]
        again = one == text[place + 1 : place + 2]
        presses.append(Press(at, one, min(dwell, gap - 1) if again else dwell, True))
        at += gap
    return presses


@dataclass(slots=True)
class Desk:
    """Where keys arrive: the field that has the focus, and the scans that were taken."""

    takes: bool = True
    written: str = ""
    waited: list[int] = field(default_factory=list)
    scans: list[Burst] = field(default_factory=list)
    tails: list[str] = field(default_factory=list)
    bursts: Bursts = field(init=False)
    _now: int = 0

    def __post_init__(self) -> None:
        self.bursts = Bursts(self._give_back, self._found, self.tails.append)

    def _give_back(self, key: Key) -> None:
        if key.event == "down":
            self.written += key.text
            self.waited.append(self._now - key.at)

    def _found(self, burst: Burst) -> bool:
        if self.takes:
            self.scans.append(burst)
        return self.takes

    @property
    def texts(self) -> list[str]:
        """Return what was scanned."""
        return [one.text for one in self.scans]

    def play(self, presses: Iterable[Press]) -> None:
        """Let keys go down and up, and time pass as a clock that is looked at when due."""
        events = []
        for place, one in enumerate(presses):
            # The same key of a person and of a scanner is a key of two keyboards.
            where = ord(one.text[0]) + one.hand * 10_000
            ends = _ENDS.get(one.text)
            kind = Kind.END if ends else Kind.LETTER
            for at, event in ((one.at, "down"), (one.at + one.dwell, "up")):
                key = Key(at, where, kind, ends or one.text, one.text.upper(), event=event)
                events.append((at, event == "down", place, key))
        for at, down, _place, key in sorted(events, key=lambda one: one[:3]):
            self._wait_until(at)
            self._now = at
            kept = self.bursts.press(key) if down else self.bursts.release(key)
            if down and not kept:
                self.written += key.text
                self.waited.append(0)
        self._wait_until(self._now + 1_000)

    def _wait_until(self, at: int) -> None:
        while (due := self.bursts.due(self._now)) is not None and due < at:
            self._now = due
            self.bursts.settle(due)
