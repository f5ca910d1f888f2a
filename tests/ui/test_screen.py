"""What reception is shown of each verdict: words, colour and shape, from the verdict alone."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.event import Event
from checkin.domain.questions import Question
from checkin.domain.verdict import (
    Direction,
    Person,
    Previous,
    Reason,
    Verdict,
    VerdictStatus,
    status_of,
)
from checkin.ui.reception.screen import (
    REFUSALS,
    can_admit_anyway,
    marks_of,
    screen_for,
    undone,
    unsaid,
)
from checkin.ui.shapes import Shape
from checkin.ui.sound.scores import Sound
from tests.world import DAY_ONE, DAY_TWO, Clock

EVENT = Event("0" * 32, "Seminar", DAY_ONE, DAY_TWO, "Europe/Riga")
NOW = Clock()()
MINUTE = 60_000
ADA = Person(
    "1" * 32,
    "Ada Ozola",
    "Riga Photonics",
    job_title="Engineer",
    category="speaker",
    notes="Give her the headset",
    badge="KDTRNBVXHJLC",
)
WELCOME = Verdict(
    code="KDTRNBVXHJLC" + "B" * 16,
    status=VerdictStatus.OK,
    reason=None,
    attendee=ADA,
    list="Entrance day 1",
    direction=Direction.ENTRY,
    at=NOW,
    previous=None,
    forced=False,
    check_in="2" * 32 + ":1",
)


def refused(reason: Reason, **facts: object) -> Verdict:
    return dataclasses.replace(WELCOME, status=status_of(reason), reason=reason, **facts)


def test_welcome_is_green_with_a_tick_and_says_who_it_is():
    screen = screen_for(WELCOME, EVENT, NOW)
    assert (screen.tone, screen.shape, screen.headline) == ("good", Shape.TICK, "Welcome")
    assert screen.name == "Ada Ozola"
    assert screen.origin == "Riga Photonics · Engineer"
    assert screen.detail == "Speaker · badge KDTR-NBVX"
    assert screen.flag == "Give her the headset"


def test_a_green_screen_does_not_stay_for_the_next_person():
    assert screen_for(WELCOME, EVENT, NOW).holds_ms > 0
    assert screen_for(refused(Reason.BLOCKED), EVENT, NOW).holds_ms == 0


def test_every_reason_has_its_words():
    assert set(REFUSALS) == set(Reason)
    headlines = [screen_for(refused(reason), EVENT, NOW).headline for reason in Reason]
    assert len(set(headlines)) == len(Reason)
    assert all(screen_for(refused(reason), EVENT, NOW).advice for reason in Reason)


@pytest.mark.parametrize("reason", Reason)
def test_no_refusal_looks_like_a_welcome(reason):
    screen = screen_for(refused(reason), EVENT, NOW)
    assert screen.tone != "good"
    assert screen.shape is not Shape.TICK
    assert "{" not in screen.advice


def test_tones_never_share_a_shape():
    marks = {marks_of(reason) for reason in [None, *Reason]}
    assert len(marks) == len({shape for _, shape in marks})
    assert {tone for tone, _ in marks} == {"good", "careful", "bad"}


def test_already_in_says_when_by_whom_and_how_long_ago():
    before = Previous(NOW - 12 * MINUTE, Direction.ENTRY, "3" * 32, "Elīna")
    screen = screen_for(refused(Reason.ALREADY_REDEEMED, previous=before), EVENT, NOW)
    assert screen.tone == "careful"
    assert screen.advice.startswith("Came in at 08:48, recorded by Elīna — 12 minutes ago.")


def test_a_replaced_badge_says_since_when():
    screen = screen_for(refused(Reason.REVOKED, revoked_at=NOW - 29 * MINUTE), EVENT, NOW)
    assert "replaced at 08:31." in screen.advice


def test_an_unknown_code_shows_nobody():
    screen = screen_for(refused(Reason.INVALID, attendee=None, code="x"), EVENT, NOW)
    assert (screen.name, screen.tone) == ("", "bad")


def test_a_genuine_badge_of_somebody_unknown_is_amber():
    screen = screen_for(dataclasses.replace(WELCOME, attendee=None), EVENT, NOW)
    assert (screen.tone, screen.shape) == ("careful", Shape.EXCLAMATION)
    assert screen.name == "KDTR-NBVX"


def test_who_comes_back_is_told_so_and_who_leaves_is_not_given_instructions():
    before = Previous(NOW - 90 * MINUTE, Direction.EXIT, "3" * 32, "Elīna")
    back = screen_for(dataclasses.replace(WELCOME, previous=before), EVENT, NOW)
    assert back.headline == "Welcome back"
    assert "went out at 07:30" in back.detail
    gone = screen_for(dataclasses.replace(WELCOME, direction=Direction.EXIT), EVENT, NOW)
    assert (gone.headline, gone.shape, gone.flag) == ("Goodbye", Shape.ARROW, "")


def test_what_is_wanted_first_is_amber_with_a_mark_of_its_own():
    meal = Question("4" * 32, "Meal")
    verdict = refused(Reason.INCOMPLETE, instruction="Sign here", questions=(meal,))
    screen = screen_for(verdict, EVENT, NOW)
    assert (screen.tone, screen.shape) == ("careful", Shape.QUESTION)
    assert (screen.instruction, screen.questions, screen.asks) == ("Sign here", (meal,), True)
    assert (screen.flag, screen.holds_ms) == ("Give her the headset", 0)
    assert not screen_for(WELCOME, EVENT, NOW).asks


def test_chosen_fields_are_shown_to_who_stands_there_and_not_of_who_leaves_or_is_refused():
    fields = (("custom.Meal", "fish"), ("days", "2026-06-02"), ("category", "speaker"))
    ada = dataclasses.replace(ADA, fields=fields, instruction="Sign here")
    welcome = dataclasses.replace(WELCOME, attendee=ada)
    words = (("Meal", "fish"), ("Days", "2 June"), ("Category", "Speaker"))
    screen = screen_for(welcome, EVENT, NOW)
    assert screen.fields == words
    assert screen.flag == "Sign here\nGive her the headset"
    in_already = refused(Reason.ALREADY_REDEEMED, attendee=ada)
    assert screen_for(in_already, EVENT, NOW).fields == words
    for other in (
        refused(Reason.BLOCKED, attendee=ada),
        dataclasses.replace(welcome, direction=Direction.EXIT),
    ):
        assert screen_for(other, EVENT, NOW).fields == ()


def test_only_some_refusals_may_be_overridden_and_only_for_somebody():
    assert can_admit_anyway(refused(Reason.FULL))
    assert not can_admit_anyway(refused(Reason.BLOCKED))
    assert not can_admit_anyway(refused(Reason.FULL, attendee=None))
    assert not can_admit_anyway(WELCOME)


# All that a door can answer, sense or not: a screen is there for each.
DIRECTIONS = st.sampled_from(Direction)
PREVIOUS = st.builds(
    Previous,
    at=st.integers(NOW - 3 * 86_400_000, NOW),
    direction=DIRECTIONS,
    station=st.just("3" * 32),
    operator=st.sampled_from(["", "Elīna"]),
)
PEOPLE = st.builds(
    Person,
    id=st.just("1" * 32),
    name=st.sampled_from(["Ada Ozola", "Бо", "{0} <b>%s</b>"]),
    organisation=st.sampled_from(["", "Riga Photonics", "{name}"]),
    notes=st.sampled_from(["", "Give her the headset"]),
)
VERDICTS = st.builds(
    dataclasses.replace,
    st.just(WELCOME),
    reason=st.none() | st.sampled_from(Reason),
    attendee=st.none() | PEOPLE,
    direction=DIRECTIONS,
    previous=st.none() | PREVIOUS,
    forced=st.booleans(),
    revoked_at=st.none() | st.integers(NOW - 86_400_000, NOW),
).map(
    lambda one: dataclasses.replace(
        one, status=VerdictStatus.ERROR if one.reason else VerdictStatus.OK
    )
)


@given(VERDICTS)
def test_every_verdict_has_its_words_colour_shape_and_sound(verdict):
    screen = screen_for(verdict, EVENT, NOW)
    assert screen == screen_for(verdict, EVENT, NOW)
    assert screen.headline
    assert screen.advice or screen.tone == "good"
    assert screen.tone in {"good", "careful", "bad"}
    assert screen.shape is not Shape.NONE
    assert screen.sound in set(Sound)
    # Let in or not is never a matter of the ear alone, nor of the eye.
    assert (screen.tone == "bad") == (screen.shape is Shape.CROSS)
    assert (screen.tone == "good") == (screen.sound in WELCOMES)
    assert (screen.tone == "bad") == (screen.sound in STOPS)
    assert (screen.tone == "good") == (verdict.reason is None and verdict.attendee is not None)


@given(VERDICTS, VERDICTS)
def test_verdicts_that_look_alike_and_mean_something_else_sound_otherwise(one, other):
    first, second = (screen_for(verdict, EVENT, NOW) for verdict in (one, other))
    if first.sound is second.sound:
        assert first.tone == second.tone
    if first.headline in OWN_SOUND and first.headline != second.headline:
        assert first.sound is not second.sound


WELCOMES = {Sound.WELCOME, Sound.WELCOME_BACK, Sound.GOODBYE}
STOPS = {Sound.REFUSED, Sound.UNKNOWN, Sound.UNRECORDED}
# What an operator has to know without looking up.
OWN_SOUND = {"Goodbye", "Already checked in", "Unknown code"}


def test_a_scan_that_is_not_recorded_sounds_like_nothing_else():
    sounds = {screen_for(refused(reason), EVENT, NOW).sound for reason in Reason}
    assert unsaid("The disk is full.").sound is Sound.UNRECORDED
    assert Sound.UNRECORDED not in sounds | WELCOMES
    assert undone("Ada Ozola", "09:04").sound is None


def test_every_sound_is_some_verdicts():
    left = dataclasses.replace(WELCOME, direction=Direction.EXIT)
    back = dataclasses.replace(WELCOME, previous=Previous(NOW, Direction.EXIT, "3" * 32, ""))
    unknown = dataclasses.replace(WELCOME, attendee=None)
    verdicts = [WELCOME, left, back, unknown, *(refused(reason) for reason in Reason)]
    sounds = {screen_for(verdict, EVENT, NOW).sound for verdict in verdicts}
    assert sounds == set(Sound) - {Sound.UNRECORDED}
