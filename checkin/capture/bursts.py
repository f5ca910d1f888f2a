"""Tells a scanner's burst of keys from typing, by the times at which keys go down and up.

A scanner presses keys at most 35 ms apart and lets go of each as fast; a person holds a key down
for longer than that, whatever the rhythm, and so is told apart even in the middle of a burst.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from checkin.capture.burst import Burst, Key, Kind, burst_of

GAP_MS = 35
FEWEST_LETTERS = 8
# How long a typed key waits at most for what a quick run of keys before it turns out to be.
HOLD_MS = 60
# An Enter or Tab that comes so soon after a burst belongs to it.
TAIL_MS = 100
# A scanner that never pauses is not remembered without end.
LONGEST = 4_096


@dataclass(slots=True, eq=False)
class _Stroke:
    down: Key
    up: Key | None = None
    typed: bool = False

    @property
    def at(self) -> int:
        return self.down.at


class Bursts:
    """Hears every key in order.

    `found` is told of a burst and answers whether it is taken; one that is not, and what was
    typed, is given back key by key with `give_back`. `followed` is told of an Enter or Tab more.
    """

    def __init__(
        self,
        give_back: Callable[[Key], None],
        found: Callable[[Burst], bool],
        followed: Callable[[str], None],
    ) -> None:
        self._give_back = give_back
        self._found = found
        self._followed = followed
        self._strokes: list[_Stroke] = []
        self._down: list[_Stroke] = []
        self._out: deque[Key] = deque()
        self._swallowed: set[int] = set()
        self._sure = False
        self._ended = -TAIL_MS - 1

    def foresee(self, key: Key) -> bool:
        """Tell whether a key that goes down now is kept from whoever has the focus.

        Where it is not, whatever waited before it has been given back.
        """
        self.settle(key.at)
        if key.kind is Kind.MODIFIER:
            return False
        kept = self._sure
        if key.kind is Kind.LETTER:
            # A blank presses buttons, and no code begins with one.
            kept = bool(self._strokes) or not key.text.isspace()
        elif key.kind is Kind.END:
            kept = self._sure or self._in_tail(key.at)
        if not kept:
            self.flush()
        return kept

    def press(self, key: Key) -> bool:
        """Return whether the key is kept; it may be given back later."""
        if not self.foresee(key):
            return False
        if key.kind is Kind.LETTER:
            self._add(key)
            return True
        taken = True
        if key.kind is Kind.END:
            if self._sure:
                taken = self._end(key)
            else:
                self._followed(key.text)
        if taken:
            self._swallowed.add(key.place)
        return taken

    def pressed_just_now(self, key: Key) -> bool:
        """Tell whether a key went down so shortly ago that it cannot be repeating itself yet."""
        return any(
            one.down.place == key.place and key.at - one.at <= GAP_MS for one in self._strokes[-1:]
        )

    def repeat(self, key: Key) -> bool:
        """Hear of a key that is held down; return whether it is kept, as its press was."""
        self.settle(key.at)
        return key.place in self._swallowed

    def release(self, key: Key) -> bool:
        """Return whether the key is kept, as its press was."""
        self.settle(key.at)
        for stroke in self._down:
            if stroke.down.place == key.place:
                self._down.remove(stroke)
                stroke.up = key
                return True
        if key.place in self._swallowed:
            self._swallowed.remove(key.place)
            return True
        return False

    def settle(self, now: int) -> None:
        """Decide whatever is decided by nothing more having come until `now`."""
        if len(self._strokes) == 1 and self._strokes[0].down.guessed:
            # What says no time came no later than the key after it.
            first = self._strokes[0]
            first.down = replace(first.down, at=min(first.at, now))
        typed = [one for one in self._down if now - one.at > GAP_MS]
        for stroke in typed:
            stroke.typed = True
        if self._sure:
            self._let_go(typed)
            # A hand on the keyboard goes down as fast as a burst, but not up again.
            self._sure = len(self._strokes) >= FEWEST_LETTERS
        if not self._sure:
            self._doubt(now)
        elif abs(now - self._strokes[-1].at) > GAP_MS:
            self._finish("", self._strokes[-1].at)

    def due(self, now: int) -> int | None:
        """Return when to `settle` next if no key comes before; None if nothing waits."""
        if not self._strokes:
            return None
        moments = [one.at + GAP_MS for one in (*self._down, self._strokes[-1])]
        if not self._sure:
            moments += [one.at + HOLD_MS for one in self._strokes]
        return min((one for one in moments if one >= now), default=now) + 1

    def flush(self) -> None:
        """Decide now, as when the mouse is pressed: what is no burst yet was typed."""
        if self._sure:
            self._finish("", self._strokes[-1].at)
        else:
            self._let_go(list(self._strokes))

    def _add(self, key: Key) -> None:
        if len(self._strokes) >= LONGEST:
            self.flush()
        stroke = _Stroke(key)
        self._strokes.append(stroke)
        self._down.append(stroke)
        if not self._sure:
            self._doubt(key.at)

    def _doubt(self, now: int) -> None:
        """Let go of all that cannot be part of a burst; be sure of what can be nothing else."""
        chain = self._chain(now)
        first = self._strokes.index(chain[0]) if chain else len(self._strokes)
        late = [one for one in self._strokes[first:] if one.typed and now - one.at > HOLD_MS]
        self._let_go(self._strokes[:first] + late)
        # One key alone, pressed again and again, is a key that is stuck.
        if len(chain) >= FEWEST_LETTERS and len({one.down.place for one in chain}) > 1:
            self._sure = True
            self._let_go([one for one in self._strokes if one.typed])

    def _chain(self, now: int) -> list[_Stroke]:
        """Return the latest strokes that came as fast as a scanner's, up to now."""
        chain: list[_Stroke] = []
        after = now
        for stroke in reversed(self._strokes):
            if stroke.typed:
                continue
            # Of one that says no time, the next may have gone down a little before.
            if abs(after - stroke.at) > GAP_MS:
                break
            chain.append(stroke)
            after = stroke.at
        return chain[::-1]

    def _in_tail(self, at: int) -> bool:
        return 0 <= at - self._ended <= TAIL_MS

    def _end(self, key: Key) -> bool:
        # A scanner has let go of its last letter by now.
        if len(self._strokes) - len(self._down) >= FEWEST_LETTERS:
            self._let_go(list(self._down))
        return self._finish(key.text, key.at)

    def _finish(self, ending: str, at: int) -> bool:
        strokes, self._strokes, self._down, self._sure = self._strokes, [], [], False
        self._ended = at
        taken = self._found(burst_of([one.down for one in strokes], ending))
        if taken:
            self._swallowed.update(one.down.place for one in strokes if not one.up)
        else:
            self._hand_out(strokes)
        return taken

    def _let_go(self, strokes: list[_Stroke]) -> None:
        for stroke in strokes:
            self._strokes.remove(stroke)
            if stroke in self._down:
                self._down.remove(stroke)
        self._hand_out(strokes)

    def _hand_out(self, strokes: list[_Stroke]) -> None:
        """Give strokes back, though a key given back may open a dialog in which others come."""
        self._out.extend(key for one in strokes for key in (one.down, one.up) if key)
        while self._out:
            self._give_back(self._out.popleft())
