"""A scanner's burst is told from typing by when keys go down and up, and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.capture.burst import Key, Kind
from checkin.capture.bursts import GAP_MS, HOLD_MS, LONGEST
from tests.capture.keyboard import Desk, Press, scanned, typed

CODE = "KDTRNBVXHJLCBEFGOPSUXKDTRNBV"


def after(*presses: Press, takes: bool = True) -> Desk:
    desk = Desk(takes)
    desk.play(presses)
    return desk


@pytest.mark.parametrize("gap", [1, 8, 20, 35])
@pytest.mark.parametrize(
    ("ending", "named"), [("\r", "enter"), ("\t", "tab"), ("", "")], ids=["Enter", "Tab", "nothing"]
)
def test_a_burst_is_one_scan_and_nothing_of_it_is_typed(gap, ending, named):
    desk = after(*scanned(CODE, 0, gap, min(gap, 3), ending))
    assert (desk.texts, desk.written) == ([CODE], "")
    assert desk.scans[0].ending == named
    assert desk.scans[0].gap == gap


def test_tab_and_enter_after_a_burst_both_belong_to_it():
    desk = after(*scanned(CODE, 0, ending="\t\r"))
    assert (desk.texts, desk.written) == ([CODE], "")
    assert desk.tails == ["enter"]


def test_an_enter_that_comes_late_still_belongs_to_the_burst():
    desk = after(*scanned(CODE, 0, ending=""), Press(27 * 8 + 80, "\r", 5, False))
    assert (desk.texts, desk.written) == ([CODE], "")


def test_an_enter_somebody_presses_after_a_scan_is_theirs():
    desk = after(*scanned(CODE, 0), *typed("\r", 28 * 8 + 400))
    assert (desk.texts, desk.written) == ([CODE], "enter")


@pytest.mark.parametrize("ending", ["\r", "\t", ""])
def test_two_badges_in_quick_succession_are_two_scans(ending):
    other = CODE[::-1]
    desk = after(
        *scanned(CODE, 0, 4, ending=ending), *scanned(other, 29 * 4 + 40, 4, ending=ending)
    )
    assert (desk.texts, desk.written) == ([CODE, other], "")


def test_fewer_than_eight_letters_are_typed():
    desk = after(*scanned("1234567", 0))
    assert (desk.texts, desk.written) == ([], "1234567enter")


def test_letters_further_apart_are_typed():
    desk = after(*scanned(CODE, 0, GAP_MS + 1))
    assert desk.texts == []
    assert desk.written == CODE + "enter"


@pytest.mark.parametrize(
    "gaps", [[90], [120], [40], [15, 110], [15, 20, 25, 130], [30, 30, 30, 90]]
)
def test_typing_arrives_in_order_and_soon(gaps):
    desk = after(*typed("registration of somebody", 0, gaps))
    assert (desk.texts, desk.written) == ([], "registration of somebody")
    assert max(desk.waited) <= HOLD_MS


def test_a_key_waits_no_longer_than_a_scanner_would_have_let_it_down():
    desk = after(*typed("name", 0))
    assert set(desk.waited) == {GAP_MS + 1}


def test_a_hand_laid_on_the_keyboard_is_no_burst():
    desk = after(*typed("qwertyuiop", 0, 2, 300))
    assert (desk.texts, desk.written) == ([], "qwertyuiop")


def test_one_key_again_and_again_is_no_burst():
    desk = after(*scanned("a" * 40, 0, 30, 10, ""))
    assert (desk.texts, desk.written) == ([], "a" * 40)


def test_a_key_somebody_presses_in_the_middle_of_a_burst_is_theirs():
    desk = after(*scanned(CODE, 0), *typed("Ada", 21, 95))
    assert (desk.texts, desk.written) == ([CODE], "Ada")


def test_a_blank_is_not_waited_with_and_presses_no_button_in_a_burst():
    assert after(*typed(" ", 0)).waited == [0]
    desk = after(*scanned("HC1:6BF 0XF", 0))
    assert (desk.texts, desk.written) == (["HC1:6BF 0XF"], "")


def test_a_burst_that_is_not_taken_is_typed_whole_and_in_order():
    desk = after(*scanned("Best regards, Ada", 0, ending=""), takes=False)
    assert desk.written == "Best regards, Ada"


def test_a_scanner_that_never_pauses_is_not_remembered_without_end():
    desk = after(*scanned("ab" * LONGEST, 0, 1, 1))
    assert [len(one) for one in desk.texts] == [LONGEST, LONGEST]


def test_a_letter_that_says_no_time_begins_a_burst_all_the_same():
    desk = Desk()
    # Heard late: the window was busy when the scanner began.
    desk.bursts.press(Key(900, -1, Kind.LETTER, CODE[0], event="down", guessed=True))
    desk.bursts.release(Key(900, -1, Kind.LETTER, ""))
    desk.play(scanned(CODE[1:], 100))
    assert (desk.texts, desk.written) == ([CODE], "")


def test_a_clock_that_begins_anew_loses_no_key():
    desk = Desk()
    desk.play(typed("ab", 2**32 - 10, 20))
    desk.play(typed("cd", 5))
    assert desk.written == "abcd"


def test_caps_lock_is_told_by_letters_that_do_not_fit_shift():
    assert after(*scanned(CODE.lower(), 0)).scans[0].caps_lock is False
    assert after(*scanned(CODE, 0)).scans[0].caps_lock is True
    assert after(*scanned("12345678", 0)).scans[0].caps_lock is None


WORDS = st.text("abcdefghijklmnopqrstuvwxyz ", min_size=1, max_size=12)
HUMAN = st.tuples(WORDS, st.lists(st.integers(40, 250), min_size=1), st.integers(36, 79))
GAPS = st.integers(2, 30)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("typed"), HUMAN),
            st.tuples(st.just("scan"), st.tuples(GAPS, st.sampled_from(["\r", "\t", "", "\t\r"]))),
        ),
        max_size=6,
    )
)
def test_typing_and_scans_by_turns(turns):
    at, presses, words, scans = 1_000, [], "", 0
    for what, how in turns:
        if what == "typed":
            word, gaps, dwell = how
            presses += typed(word, at, gaps, dwell)
            words += word
        else:
            gap, ending = how
            presses += scanned(CODE, at, gap, min(gap, 4), ending)
            scans += 1
        at = presses[-1].at + 101
    desk = after(*presses)
    assert (desk.written, desk.texts) == (words, [CODE] * scans)


@given(HUMAN, GAPS, st.integers(0, 900), st.sampled_from(["\r", "\t", ""]))
def test_typing_while_a_scanner_types(human, gap, at, ending):
    word, gaps, dwell = human
    word = word.replace(" ", "_")
    desk = after(*typed(word, 0, gaps, dwell), *scanned(CODE, at, gap, min(gap, 4), ending))
    assert sorted(desk.written) == sorted(word)
    assert desk.written == word
    assert desk.texts == [CODE]
