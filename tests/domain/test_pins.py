"""PINs and recovery codes: what may be one, and that nothing kept of them gives them away."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.code import ALPHABET
from checkin.domain.pins import (
    FREE_TRIES,
    kept_of,
    matches,
    new_recovery_code,
    read_pin,
    read_recovery_code,
    wait_ms,
)
from checkin.domain.roles import MAY, Action, Role

CORPUS = Path(__file__).parents[1] / "corpus"
GUIDE = Path(__file__).parents[2] / "resources" / "guide.md"


def odd_pins() -> list[tuple[str, str]]:
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["id"].startswith("fld-pin")]
    return [(row["path"], row["outcome"]) for row in rows]


@pytest.mark.parametrize(("path", "outcome"), odd_pins())
def test_an_odd_pin_comes_to_what_it_must(path: str, outcome: str) -> None:
    value = json.loads((CORPUS / path).read_text("utf-8"))["value"]
    assert bool(read_pin(value)) == (outcome == "safe")


@pytest.mark.parametrize("text", ["1234", "123456789012", " 4711\n", "４７１１"])
def test_four_to_twelve_digits_are_a_pin(text: str) -> None:
    assert read_pin(text).isascii()
    assert 4 <= len(read_pin(text)) <= 12


@pytest.mark.parametrize("text", ["", "123", "1234567890123", "12 34", "12a4", "-1234", "1234\x00"])
def test_nothing_else_is(text: str) -> None:
    assert read_pin(text) == ""


@given(st.text(max_size=20))
def test_whatever_is_typed_comes_to_digits_or_nothing(text: str) -> None:
    assert not set(read_pin(text)) - set("0123456789")
    assert not set(read_recovery_code(text)) - set(ALPHABET)


def test_a_pin_matches_what_is_kept_of_it_and_no_other() -> None:
    kept, again = kept_of("4711"), kept_of("4711")
    assert "4711" not in kept.split("$")
    assert kept != again, "one salt for two PINs would show that they are the same"
    assert kept.startswith("scrypt$32768$8$1$")
    assert matches("4711", kept)
    assert not matches("4712", kept)


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "4711",
        "scrypt$1$2",
        "argon2$1$8$1$00$00",
        "scrypt$3$8$1$00$00",
        f"scrypt${1 << 30}$8$1$00$00",
    ],
)
def test_what_another_version_kept_matches_nothing(kept: str) -> None:
    assert not matches("4711", kept)


def test_a_recovery_code_has_a_hundred_bits_and_is_read_however_it_is_typed() -> None:
    code = new_recovery_code()
    assert [len(group) for group in code.split("-")] == [5] * 5
    assert len(ALPHABET) ** 25 >= 2**100
    letters = code.replace("-", "")
    assert read_recovery_code(f" {code.lower().replace('-', ' ')} ") == letters
    assert read_recovery_code(code[:-1]) == ""
    assert new_recovery_code() != code


def test_waiting_doubles_after_five_wrong_tries_up_to_an_hour() -> None:
    assert [wait_ms(wrong) for wrong in range(FREE_TRIES)] == [0] * 5
    assert [wait_ms(wrong) // 1000 for wrong in (5, 6, 7)] == [30, 60, 120]
    assert wait_ms(1000) == 3_600_000


def test_the_guide_tells_who_may_do_what() -> None:
    rows = [line.strip("| \n").split("|") for line in GUIDE.read_text("utf-8").splitlines()]
    table = {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in rows}
    for action in Action:
        wanted = ["yes" if action in MAY[role] else "–" for role in Role]
        assert table[action.value] == wanted, action
