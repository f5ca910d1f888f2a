"""What comes out of a loudspeaker, as a sound server hears it, and what is said without one."""

from collections.abc import Iterator, Sequence

import pytest

from checkin.ui.sound.scores import SCORES, Sound
from checkin.ui.sound.speaker import Output, Speaker
from checkin.ui.sound.tones import samples
from tests.ui.sound import hearing
from tests.ui.sound.hearing import rhythm
from tests.ui.sound.soundserver import RATE, SoundServer, missing, sound_server, sounding

SHIFTS = 20


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    if missing():
        pytest.skip(f"not installed: {', '.join(missing())} (apt: pulseaudio pulseaudio-utils)")
    with sound_server() as running:
        yield running


def likeness(heard: Sequence[float], meant: Sequence[float]) -> float:
    """Return how alike two sounds are at their best shift, 1 for the same but for loudness."""

    def at(shift: int) -> float:
        pairs = list(zip(heard[max(shift, 0) :], meant[max(-shift, 0) :], strict=False))
        both, one, other = (
            sum(some) for some in zip(*((x * y, x * x, y * y) for x, y in pairs), strict=True)
        )
        return float(both / (one * other) ** 0.5)

    return max(at(shift) for shift in range(-SHIFTS, SHIFTS))


def meant(sound: Sound) -> Sequence[float]:
    return sounding(samples(SCORES[sound], RATE))


def ending(heard: Sequence[float]) -> Sequence[float]:
    """Return the end of what was heard, as long as a welcome, for `rhythm`."""
    return heard[-len(meant(Sound.WELCOME)) :][:: RATE // hearing.RATE]


@pytest.mark.parametrize("sound", [Sound.WELCOME, Sound.UNRECORDED])
def test_what_comes_out_is_the_whole_sound(server, sound):
    heard = server.play(10, 100, sound.value)
    assert abs(len(heard) - len(meant(sound))) < RATE // 500
    assert likeness(heard, meant(sound)) > 0.98


def test_half_the_volume_is_half_as_strong(server):
    loud, soft = (server.play(10, volume, "welcome") for volume in (100, 50))
    assert max(soft) / max(loud) == pytest.approx(0.5, abs=0.03)


def test_twenty_verdicts_a_second_do_not_pile_up(server):
    heard = server.play(50, 100, *(["already in", "refused"] * 10), "welcome")
    # Each is cut off by the next, and only the last is heard to its end.
    assert len(heard) / RATE < 21 * 0.05 + 0.3 + 0.3
    assert rhythm(ending(heard)) == rhythm(ending(meant(Sound.WELCOME)))


def test_of_sounds_wanted_at_once_the_last_is_heard(server):
    heard = server.play(0, 100, *["refused"] * 200, "welcome")
    assert rhythm(ending(heard)) == rhythm(ending(meant(Sound.WELCOME)))
    assert len(heard) < 3 * len(meant(Sound.WELCOME))


def test_without_a_loudspeaker_it_says_so_and_nothing_breaks(qapp, qtbot):
    speaker = Speaker(qapp)
    try:
        with qtbot.waitSignal(speaker.changed, timeout=10_000):
            speaker.start()
        assert speaker.output is Output.NO_DEVICE
        for sound in Sound:
            speaker.play(sound, 100)
    finally:
        speaker.stop()
