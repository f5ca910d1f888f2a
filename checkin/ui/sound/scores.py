"""The score of each sound: told apart by rhythm as well as by pitch, and none of it high.

Whoever hears high tones badly hears all of them, and whoever hears no pitch hears the rhythm.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Sound(StrEnum):
    """What is said by a sound."""

    WELCOME = "welcome"
    WELCOME_BACK = "welcome back"
    GOODBYE = "goodbye"
    ALREADY_IN = "already in"
    TO_DO = "something to do"
    REFUSED = "refused"
    UNKNOWN = "unknown code"
    UNRECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Note:
    """A tone of so many hertz, or 0 for a rest, and of so many seconds."""

    hertz: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Score:
    """Notes one after the other, each with overtones of these strengths, the fundamental first."""

    overtones: tuple[float, ...]
    notes: tuple[Note, ...]


# Soft where all is well, sharp where somebody has to stop.
_BELL = (1.0, 0.3, 0.1)
_REED = (1.0, 0.0, 0.6, 0.0, 0.4, 0.0, 0.2)
# Half tones above the C that begins an octave.
_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_A4, _A4_HERTZ = 57, 440.0


def _score(overtones: tuple[float, ...], notes: str) -> Score:
    """Read notes such as `C5/90`, or `-/40` for a rest: name and octave, then milliseconds."""
    read = (one.split("/") for one in notes.split())
    return Score(overtones, tuple(Note(_hertz(name), int(ms) / 1000) for name, ms in read))


def _hertz(name: str) -> float:
    if name == "-":
        return 0.0
    half_tones = _STEPS[name[0]] + 12 * int(name[1:]) - _A4
    return float(_A4_HERTZ * 2 ** (half_tones / 12))


SCORES: Mapping[Sound, Score] = {
    Sound.WELCOME: _score(_BELL, "C5/90 G5/210"),
    Sound.WELCOME_BACK: _score(_BELL, "C5/70 E5/70 G5/200"),
    Sound.GOODBYE: _score(_BELL, "G5/220 C5/90"),
    Sound.ALREADY_IN: _score(_BELL, "A4/90 -/80 A4/90"),
    Sound.TO_DO: _score(_BELL, "D5/170 -/40 D5/50 -/40 D5/50"),
    Sound.REFUSED: _score(_REED, "C4/390"),
    Sound.UNKNOWN: _score(_REED, "E4/70 -/50 E4/70 -/50 E4/70"),
    Sound.UNRECORDED: _score(_REED, "A5/45 E5/45 A5/45 E5/45 A5/45 E5/45 A5/45 E5/45"),
}
