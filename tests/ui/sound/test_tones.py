"""The sounds measured: short, whole, clean, equally loud, and no two of one rhythm."""

from itertools import combinations

import pytest

from checkin.ui.sound.scores import SCORES, Sound
from checkin.ui.sound.tones import ear, samples
from tests.ui.sound.hearing import RATE, loudness, rhythm, tones

MADE = {sound: samples(SCORES[sound], RATE) for sound in Sound}
HIGHEST_HERTZ = 1_000


def test_every_sound_has_its_score():
    assert set(SCORES) == set(Sound)


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_over_before_the_next_person_comes(sound):
    assert 0.2 <= len(MADE[sound]) / RATE <= 0.4


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_loud_and_never_clipped(sound):
    assert 0.5 < max(map(abs, MADE[sound])) < 0.95


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_begins_and_ends_without_a_click(sound):
    made = samples(SCORES[sound], 48_000)
    assert abs(made[0]) < 0.001
    assert abs(made[-1]) < 0.001
    # In the first millisecond it is still far from loud.
    assert max(map(abs, made[:48])) < 0.15 * max(map(abs, made))


def test_all_sounds_are_equally_loud_to_the_ear():
    levels = [loudness(made, ear) for made in MADE.values()]
    # A decibel is about what an ear tells apart.
    assert max(levels) / min(levels) < 10 ** (1 / 20)


def test_the_ear_hears_best_in_the_middle():
    # From the table of IEC 61672, in decibels.
    for hertz, decibels in ((100, -19.1), (250, -8.6), (500, -3.2), (1000, 0.0), (4000, 1.0)):
        assert ear(hertz) == pytest.approx(10 ** (decibels / 20), rel=0.02)


@pytest.mark.parametrize("sound", Sound)
def test_no_tone_is_so_high_that_the_hard_of_hearing_miss_it(sound):
    heard = [one.hertz for one in tones(MADE[sound]) if one.hertz]
    assert heard
    assert max(heard) < HIGHEST_HERTZ


def test_no_two_sounds_have_one_rhythm():
    rhythms = {sound: rhythm(made) for sound, made in MADE.items()}
    assert rhythms[Sound.WELCOME] == ".–"
    assert rhythms[Sound.ALREADY_IN] == ". ."
    for one, other in combinations(Sound, 2):
        assert rhythms[one] != rhythms[other], (one, other)


def test_who_is_let_in_goes_up_and_who_leaves_goes_down():
    for sound, up in ((Sound.WELCOME, True), (Sound.WELCOME_BACK, True), (Sound.GOODBYE, False)):
        pitches = [one.hertz for one in tones(MADE[sound]) if one.hertz]
        assert pitches == sorted(pitches, reverse=not up)


def test_a_stop_lies_lower_than_a_welcome():
    def lowest(sound: Sound) -> float:
        return min(one.hertz for one in tones(MADE[sound]) if one.hertz)

    assert max(lowest(Sound.REFUSED), lowest(Sound.UNKNOWN)) < lowest(Sound.WELCOME) * 0.7
