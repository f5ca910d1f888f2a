"""Hears a sound as a machine can: how long its tones are, how high, how loud."""

from cmath import exp, pi
from collections.abc import Sequence
from dataclasses import dataclass

RATE = 8_000
_HOP, _WINDOW = RATE // 200, RATE // 50
_QUIET = 0.02
_LAGS = range(RATE // 1_000, RATE // 200)


@dataclass(frozen=True)
class Tone:
    """A stretch of one pitch in hertz, 0 for silence, and its length in milliseconds."""

    hertz: float
    ms: float


def tones(sound: Sequence[float]) -> list[Tone]:
    """Return what is heard one after the other, in steps of five milliseconds."""
    starts = range(0, len(sound) - _WINDOW, _HOP)
    pitches = [_pitch(sound[at : at + _WINDOW]) for at in starts]
    heard: list[list[float]] = []
    for pitch in pitches:
        if heard and _same(heard[-1][-1], pitch):
            heard[-1].append(pitch)
        else:
            heard.append([pitch])
    # Two frames or fewer are the seam between two tones.
    long_enough = [some for some in heard if len(some) > 2]
    return [Tone(sorted(some)[len(some) // 2], 5.0 * len(some)) for some in long_enough]


def rhythm(sound: Sequence[float]) -> str:
    """Write a sound's rhythm as `.` and `–` for short and long tones, and a blank for a rest."""
    heard = tones(sound)
    while heard and not heard[-1].hertz:
        heard.pop()
    return "".join(" " if not one.hertz else "." if one.ms < 115 else "–" for one in heard)


def loudness(sound: Sequence[float], weigh) -> float:
    """Return the level of the sounding part, each frequency weighed by `weigh`."""
    sounding = [level for level in sound if level]
    size = 1 << (len(sounding) - 1).bit_length()
    spectrum = _fourier([complex(level) for level in sounding] + [0j] * (size - len(sounding)))
    power = sum(
        abs(part) ** 2 * weigh(at * RATE / size) ** 2
        for at, part in enumerate(spectrum[1 : size // 2], 1)
    )
    return (2 * power / size / len(sounding)) ** 0.5


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 0.03 * max(one, other)


def _pitch(window: Sequence[float]) -> float:
    """Return the pitch by how a window agrees with itself a little later."""
    energy = sum(level * level for level in window) / len(window)
    if energy**0.5 < _QUIET:
        return 0.0
    agreement = {lag: _agreement(window, lag) for lag in _LAGS}
    best = max(agreement.values())
    if best <= 0:
        return 0.0
    # The first lag that agrees nearly as well as the best, lest a tone be taken an octave low.
    first = next(lag for lag in _LAGS if agreement[lag] > 0.93 * best)
    peak = max(range(first, min(first + 3, _LAGS.stop)), key=lambda lag: agreement[lag])
    return RATE / peak


def _agreement(window: Sequence[float], lag: int) -> float:
    pairs = zip(window, window[lag:], strict=False)
    return sum(one * other for one, other in pairs) / (len(window) - lag)


def _fourier(values: list[complex]) -> list[complex]:
    count = len(values)
    if count == 1:
        return values
    even, odd = _fourier(values[::2]), _fourier(values[1::2])
    turned = [exp(-2j * pi * at / count) * part for at, part in enumerate(odd)]
    half = [one + other for one, other in zip(even, turned, strict=True)]
    return half + [one - other for one, other in zip(even, turned, strict=True)]
