"""Makes a score audible: every sound as loud as the others, and none of them clicks."""

from array import array
from collections.abc import Iterator, Sequence
from math import cos, pi, sin, sqrt

from checkin.ui.sound.scores import Note, Score

# What a tone comes to in the ear, as a share of the loudest that can be played.
_LOUDNESS = 0.3
_ATTACK, _RELEASE = 0.006, 0.020
# A tone that fades a little sounds struck; by the end this much of it is left.
_FADED = 0.6


def samples(score: Score, rate: int) -> "array[float]":
    """Return a sound as numbers between -1 and 1, `rate` of them a second."""
    made: array[float] = array("f")
    for note in score.notes:
        made.extend(_tone(note, score.overtones, rate))
    return made


def _tone(note: Note, overtones: Sequence[float], rate: int) -> Iterator[float]:
    count = round(note.seconds * rate)
    if not note.hertz:
        yield from [0.0] * count
        return
    shape = [_swell(at / rate, note.seconds) for at in range(count)]
    loud = sqrt(sum(level * level for level in shape) / count)
    gain = _LOUDNESS / (_loudness(note.hertz, overtones) * loud)
    partials = [
        (2 * pi * note.hertz * number / rate, strength * gain)
        for number, strength in enumerate(overtones, 1)
        if strength
    ]
    for at, level in enumerate(shape):
        yield level * sum(strength * sin(turn * at) for turn, strength in partials)


def _swell(at: float, seconds: float) -> float:
    """Return how strong a tone is at a moment: it comes and goes gently, else it would click."""
    left = seconds - at
    edge = min(at / _ATTACK, left / _RELEASE, 1.0)
    return (1 - cos(pi * edge)) / 2 * (1 - (1 - _FADED) * at / seconds)


def _loudness(hertz: float, overtones: Sequence[float]) -> float:
    partials = enumerate(overtones, 1)
    heard = ((strength * ear(hertz * number)) ** 2 / 2 for number, strength in partials)
    return sqrt(sum(heard))


def ear(hertz: float) -> float:
    """Return how strongly the ear takes a tone, by the A curve of IEC 61672; 1 at 1000 Hz."""
    squared = hertz * hertz
    curve = 12194.0**2 * squared**2
    curve /= (squared + 20.6**2) * (squared + 12194.0**2)
    curve /= sqrt((squared + 107.7**2) * (squared + 737.9**2))
    return float(curve * 1.2589)
