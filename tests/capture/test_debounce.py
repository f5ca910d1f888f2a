"""A badge held up is one scan; held up again later it is another."""

from checkin.capture.debounce import QUIET_MS, Debounce


def test_a_badge_held_up_stays_one_scan_for_as_long_as_it_is_seen():
    debounce = Debounce()
    assert [debounce.is_new("A", at) for at in range(0, 10_000, 500)] == [True] + [False] * 19


def test_a_badge_seen_again_after_a_while_is_a_new_scan():
    debounce = Debounce()
    assert debounce.is_new("A", 0)
    assert not debounce.is_new("A", QUIET_MS - 1)
    assert debounce.is_new("A", 2 * QUIET_MS - 1)


def test_another_badge_between_makes_no_difference():
    debounce = Debounce()
    assert [debounce.is_new(one, 0) for one in "ABAB"] == [True, True, False, False]


def test_what_was_forgotten_is_new():
    debounce = Debounce()
    debounce.is_new("A", 0)
    debounce.forget()
    assert debounce.is_new("A", 1)


def test_ten_thousand_texts_are_not_remembered_without_end():
    debounce = Debounce()
    for number in range(10_000):
        assert debounce.is_new(str(number), number)
    assert len(debounce._seen) < 3_000


def test_a_clock_that_begins_anew_makes_a_new_scan():
    debounce = Debounce()
    debounce.is_new("A", 2**32)
    assert debounce.is_new("A", 5)
