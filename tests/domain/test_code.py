"""Badge codes: round trips, what scanners make of them, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain import code
from checkin.domain.keyboards import put_back

KEY = b"k" * 32
people = st.text("0123456789abcdef", min_size=32, max_size=32)


@given(people, st.integers(1, 5))
def test_a_code_is_28_letters_and_reads_back(attendee: str, issue: int) -> None:
    number = code.badge_number(KEY, attendee, issue)
    letters = code.code_for(KEY, number)
    assert len(letters) == 28
    assert not set(letters) - set(code.ALPHABET)
    assert code.read(KEY, letters, put_back) == code.Reading(number, proven=True)
    assert code.read(b"x" * 32, letters, put_back) is None


@given(st.integers(0, code.NUMBERS - 1))
def test_a_badge_number_is_51_bits_and_reads_back(value: int) -> None:
    number = code.from_integer(value)
    assert len(number) == 12
    assert code.as_integer(number) == value < 2**51


@given(st.integers(0, code.NUMBERS - 1), st.integers(4, 12))
def test_numbers_that_begin_alike_lie_together(value: int, length: int) -> None:
    number = code.from_integer(value)
    assert value in code.numbers_beginning(number[:length])
    assert value not in code.numbers_beginning(_other(number[:length]))


def _other(letters: str) -> str:
    return letters[:-1] + ("B" if letters[-1] != "B" else "C")


def test_replacing_a_badge_gives_another_number() -> None:
    numbers = {code.badge_number(KEY, "a" * 32, issue) for issue in range(1, 100)}
    assert len(numbers) == 99


GOOD = code.code_for(KEY, code.badge_number(KEY, "a" * 32, 1))
NUMBER = GOOD[:12]


@pytest.mark.parametrize(
    "scan",
    [
        GOOD.lower(),
        f"{GOOD}\r\n",
        f"{GOOD}\t",
        f"\ufeff{GOOD}",
        f"]Q1{GOOD}",
        f"]Q3\\000026{GOOD}",
        f" {GOOD} ",
        code.printed(GOOD),
        GOOD.swapcase(),
    ],
)
def test_what_scanners_put_around_a_code_is_taken_off(scan: str) -> None:
    assert code.read(KEY, scan, put_back) == code.Reading(NUMBER, proven=True)


@pytest.mark.parametrize("scan", [code.printed(NUMBER), NUMBER.lower(), NUMBER.replace("B", "b")])
def test_a_number_typed_by_hand_is_read_but_proves_nothing(scan: str) -> None:
    assert code.read(KEY, scan, put_back) == code.Reading(NUMBER, proven=False)


@pytest.mark.parametrize(
    "scan",
    [
        "",
        GOOD[:-1],
        GOOD + "B",
        GOOD[::-1],
        GOOD * 2,
        GOOD[:14],
        f"{GOOD[:10]}\n{GOOD[10:]}",
        f"{GOOD}\0admin",
        f"https://example.org/?t={GOOD}",
        GOOD.replace(GOOD[20], "Ж"),
        "\ud800" * 28,
        "Z" * 1_000_000,
    ],
)
def test_anything_else_is_no_code(scan: str) -> None:
    assert code.read(KEY, scan, put_back) is None


def test_a_printed_number_stands_in_groups_of_four() -> None:
    assert code.printed("KDTRNBVXHJLC") == "KDTR-NBVX-HJLC"
