"""The keys of a keyboard as a scanner presses them, and what a burst of them comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from statistics import median


class Kind(Enum):
    """What a key may be to a burst."""

    LETTER = "letter"
    END = "end"
    MODIFIER = "modifier"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Key:
    """A key that went down or up `at` some millisecond.

    `place` tells one key of the keyboard from another; `text` is what it typed, and `us` the letter
    that stands on it on a US keyboard, empty where that is not known. `event` is handed back as is.
    `guessed` tells that `at` is when it was heard, because the key said no time.
    """

    at: int
    place: int
    kind: Kind
    text: str
    us: str = ""
    shifted: bool = False
    event: object = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Burst:
    """What a scanner typed between `started` and `at` (ms).

    `keys` is the same by the letters on a US keyboard, empty where a key is not known; `ending` is
    the key that ended it: "enter", "tab", or empty for a pause. `gap` is the usual time between two
    keys in ms. `caps_lock` is None where no letter tells.
    """

    text: str
    keys: str
    ending: str
    started: int
    at: int
    gap: float
    caps_lock: bool | None


def burst_of(keys: Sequence[Key], ending: str) -> Burst:
    """Return what letters that went down one after another come to."""
    known = all(key.us for key in keys)
    gaps = [later.at - key.at for key, later in pairwise(keys)]
    return Burst(
        text="".join(key.text for key in keys),
        keys="".join(key.us for key in keys) if known else "",
        ending=ending,
        started=keys[0].at,
        at=keys[-1].at,
        gap=median(gaps) if gaps else 0.0,
        caps_lock=_caps_lock(keys),
    )


def _caps_lock(keys: Sequence[Key]) -> bool | None:
    """Tell it from letters whose case is not what Shift would have made of them."""
    cased = [key for key in keys if key.text.isupper() != key.text.islower()]
    turned = sum(key.text.isupper() != key.shifted for key in cased)
    return 2 * turned > len(cased) if cased else None
