"""Codes at the door: none but genuine ones open it, however much they look alike."""

import string
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.code import (
    ALPHABET,
    CODE_LETTERS,
    NUMBER_LETTERS,
    badge_number,
    code_for,
    printed,
    read,
)
from checkin.domain.keyboards import put_back
from checkin.domain.verdict import Reason, VerdictStatus
from checkin.services.reception import overview
from tests.world import World

KEY, OTHER_KEY = b"\x01" * 32, b"\x02" * 32
ATTEMPTS = 100_000
THROUGH_THE_DOOR = 300
RUSSIAN = dict(zip(ALPHABET, "исвуапролдтщзкыегмч", strict=True))


def genuine(number: int, key: bytes = KEY) -> str:
    """Return the code of one of our attendees."""
    return code_for(key, badge_number(key, f"{number:032x}", 1))


def one_letter_changed(code: str, chance: Random) -> str:
    place = chance.randrange(CODE_LETTERS)
    letter = chance.choice(ALPHABET.replace(code[place], ""))
    return code[:place] + letter + code[place + 1 :]


def two_letters_swapped(code: str, chance: Random) -> str:
    one = chance.randrange(CODE_LETTERS)
    other = chance.choice([place for place in range(CODE_LETTERS) if code[place] != code[one]])
    letters = list(code)
    letters[one], letters[other] = letters[other], letters[one]
    return "".join(letters)


def cut(code: str, chance: Random) -> str:
    # Twelve letters are a badge number typed by hand: the door asks whether it is known.
    kept = chance.choice([n for n in range(CODE_LETTERS) if n != NUMBER_LETTERS])
    return code[:kept] if chance.random() < 0.5 else code[CODE_LETTERS - kept :]


def one_letter_doubled(code: str, chance: Random) -> str:
    place = chance.randrange(CODE_LETTERS)
    return code[:place] + code[place] + code[place:]


def one_letter_dropped(code: str, chance: Random) -> str:
    place = chance.randrange(CODE_LETTERS)
    return code[:place] + code[place + 1 :]


def somebodys_number_with_anothers_proof(code: str, chance: Random) -> str:
    return code[:NUMBER_LETTERS] + genuine(chance.randrange(1000, 2000))[NUMBER_LETTERS:]


def of_another_event(code: str, chance: Random) -> str:
    return genuine(chance.randrange(1000), OTHER_KEY)


def our_number_proved_by_another_event(code: str, chance: Random) -> str:
    return code_for(OTHER_KEY, code[:NUMBER_LETTERS])


def random_letters(code: str, chance: Random) -> str:
    return "".join(chance.choices(ALPHABET, k=CODE_LETTERS))


def any_signs(code: str, chance: Random) -> str:
    signs = string.printable + "āčēģīķļņšūžабвгдüöß"
    return "".join(chance.choices(signs, k=chance.choice([1, 11, 13, 27, 28, 29, 60])))


def letters_around(code: str, chance: Random) -> str:
    letter = chance.choice(ALPHABET)
    return chance.choice([letter + code, code + letter, code + code, f"https://x.lv/?c={code}"])


def reversed_or_shifted(code: str, chance: Random) -> str:
    places = chance.randrange(1, CODE_LETTERS)
    return chance.choice([code[::-1], code[places:] + code[:places]])


MUTATIONS = (
    one_letter_changed,
    two_letters_swapped,
    cut,
    one_letter_doubled,
    one_letter_dropped,
    somebodys_number_with_anothers_proof,
    of_another_event,
    our_number_proved_by_another_event,
    random_letters,
    any_signs,
    letters_around,
    reversed_or_shifted,
)


def mutated(attempts: int, codes: list[str], seed: int) -> Iterator[tuple[str, str]]:
    """Yield mutated codes with what was done to them, each kind as often as the others."""
    chance = Random(seed)
    for attempt in range(attempts):
        mutation = MUTATIONS[attempt % len(MUTATIONS)]
        code = chance.choice(codes)
        made = mutation(code, chance)
        if made != code:
            yield made, mutation.__name__


def test_of_100_000_random_and_mutated_codes_none_reads_as_genuine() -> None:
    codes = [genuine(number) for number in range(1000)]
    seen = 0
    for text, done in mutated(ATTEMPTS, codes, seed=1):
        reading = read(KEY, text, put_back)
        assert not (reading and reading.proven), (done, text)
        # Not even as a badge number, but where twelve letters of the alphabet happen to be typed.
        assert reading is None or len(reading.number) == NUMBER_LETTERS < CODE_LETTERS, (done, text)
        seen += 1
    assert seen > ATTEMPTS * 0.99


def test_no_mutated_code_opens_the_door_or_becomes_a_person(world: World) -> None:
    people = [world.register(f"Nr {number}") for number in range(20)]
    codes = [world.code(person) for person in people]
    for text, done in mutated(THROUGH_THE_DOOR, codes, seed=2):
        world.later(minutes=1)
        verdict = world.scan(text)
        assert (verdict.status, verdict.reason) == (VerdictStatus.ERROR, Reason.INVALID), done
        assert verdict.attendee is None
    present = overview(world.store, world.operator, world.list()).inside
    assert present == 0
    assert len(list(world.store.roster.everyone())) == len(people)
    assert [world.scan(code).reason for code in codes] == [None] * len(codes)


def test_a_code_that_is_not_ours_leaves_no_letter_of_itself_in_the_file(world: World) -> None:
    secret = "HC1:6BFOXN-HEALTH-PASS-OF-SOMEBODY"
    world.scan(secret)
    world.store.close()
    for path in world.path.parent.rglob("*"):
        if path.is_file():
            assert b"HEALTH-PASS" not in path.read_bytes()


CLEANED = {
    "as it is": lambda code: code,
    "lower case": str.lower,
    "mixed case": str.swapcase,
    "CR LF": lambda code: f"{code}\r\n",
    "Tab": lambda code: f"{code}\t",
    "BOM": lambda code: f"\ufeff{code}",
    "AIM mark": lambda code: f"]Q1{code}",
    "AIM mark, structured": lambda code: f"]Q3{code}",
    "ECI mark": lambda code: f"]Q2\\000026{code}",
    "STX and ETX": lambda code: f"\x02{code}\x03",
    "blanks about": lambda code: f"  {code} ",
    "groups of four": printed,
    "groups, blanks": lambda code: printed(code).replace("-", " "),
    "long dashes": lambda code: printed(code).replace("-", "\u2013"),
    "Russian layout": lambda code: "".join(RUSSIAN[letter] for letter in code),
    "Russian layout, capitals": lambda code: "".join(RUSSIAN[letter] for letter in code).upper(),
}


@pytest.mark.parametrize("form", CLEANED)
def test_what_scanners_and_people_put_around_a_code_does_not_matter(
    world: World, form: str
) -> None:
    ada = world.register("Ada")
    verdict = world.scan(CLEANED[form](world.code(ada)))
    assert verdict.attendee
    assert (verdict.attendee.name, verdict.status) == ("Ada", VerdictStatus.OK)
    assert verdict.code == world.code(ada)


def test_a_badge_number_typed_by_hand_checks_in_a_person_known_here(world: World) -> None:
    ada = world.register("Ada")
    assert world.scan(printed(ada.badge).lower()).status is VerdictStatus.OK
    nobody = ada.badge[:-1] + ("B" if ada.badge[-1] != "B" else "C")
    assert world.scan(nobody).reason is Reason.INVALID


@given(st.text(max_size=250))
def test_no_text_whatever_reads_as_genuine_or_fails(text: str) -> None:
    reading = read(KEY, text, put_back)
    assert reading is None or not reading.proven


@given(st.binary(min_size=16, max_size=16), st.integers(1, 99), st.sampled_from(sorted(CLEANED)))
def test_every_genuine_code_is_read_in_every_form(identity: bytes, issue: int, form: str) -> None:
    number = badge_number(KEY, identity.hex(), issue)
    reading = read(KEY, CLEANED[form](code_for(KEY, number)), put_back)
    assert reading
    assert (reading.number, reading.proven) == (number, True)
    assert read(OTHER_KEY, CLEANED[form](code_for(KEY, number)), put_back) is None
