"""How alike two names are: the same words in any order, or one or two letters from it."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import combinations

from checkin.domain.text import fold
from checkin.domain.words import plain_words

_WORD = re.compile(r"[^\W_]+")
_TITLES = plain_words("dr prof mr mrs ms phd md mba msc bsc ing mag dipl")
_MOST_WORDS = 6
_MOST_EDITS = 2
# So long must the shorter of two words be before one letter, or two, may differ.
_LONG, _LONGER = 5, 9
_LONGEST = 40

Words = tuple[str, ...]


class Likeness(IntEnum):
    """How much speaks for one person."""

    DIFFERENT = 0
    ALIKE = 1
    SAME = 2


def name_words(name: str) -> Words:
    """Return the folded words of a name, in order, without titles."""
    words = tuple(_WORD.findall(fold(name).replace("'", "")))
    return tuple(word for word in words if word not in _TITLES) or words


def likeness(one: Words, other: Words) -> Likeness:
    """Compare two names as `name_words` gives them."""
    if not (one and other):
        return Likeness.DIFFERENT
    if sorted(one) == sorted(other) or "".join(one) == "".join(other):
        return Likeness.SAME
    short, long = sorted((one[:_MOST_WORDS], other[:_MOST_WORDS]), key=len)
    return Likeness.ALIKE if _is_alike(short, long) else Likeness.DIFFERENT


def share_a_word(one: Words, other: Words) -> bool:
    """Tell whether two names have a word in common, or nearly."""
    return any(_edits(word, another) is not None for word in one for another in other)


def _is_alike(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether each word of the shorter name is found in the longer, some not to the letter."""
    same, rest = _taken_out(short, long)
    edits = initials = 0
    for word in _taken_out(same, short)[1]:
        found = min(_fitting(word, rest), default=None)
        if found is None:
            return False
        letters, at = found
        rest.pop(at)
        edits += letters if letters <= _MOST_EDITS else 0
        initials += letters > _MOST_EDITS
    if len(short) == 1:
        return not rest and not initials and len(short[0]) > _LONG
    if initials and any(len(word) > 1 for word in rest):
        return False
    if rest or initials:
        # Less is written, so what is written must be there, and more than an initial of it.
        return edits <= 1 and any(len(word) > 1 for word in same)
    return edits <= _MOST_EDITS


def _taken_out(words: Sequence[str], of: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return which of some words stand among others, and the others without them."""
    same, rest = [], list(of)
    for word in words:
        if word in rest:
            rest.remove(word)
            same.append(word)
    return same, rest


def _fitting(word: str, rest: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield how many letters differ, one more than may for an initial, and the place in `rest`."""
    for at, other in enumerate(rest):
        letters = _edits(word, other)
        if letters is not None:
            yield letters, at
        elif 1 in (len(word), len(other)) and word[0] == other[0] and word[0].isalpha():
            yield _MOST_EDITS + 1, at


@lru_cache(maxsize=1 << 16)
def _edits(one: str, other: str) -> int | None:
    """Return in how many letters two words differ, None for more than a slip of theirs can be."""
    if one == other:
        return 0
    shorter = min(len(one), len(other))
    if shorter < _LONG and (one[0] != other[0] or shorter < _LONG - 2):
        return None
    if not (one.isalpha() and other.isalpha()):
        # Numbers tell apart.
        return None
    most = _MOST_EDITS if shorter >= _LONGER else 1
    if len(set(one) ^ set(other)) > 2 * most:
        return None
    found = distance(one[:_LONGEST], other[:_LONGEST], most)
    return found if found <= most else None


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters are to be put in, left out, changed, or swapped with the next.

    Damerau's and Levenshtein's distance, no letter touched twice; `most` + 1 for any greater one.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for to, another in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != another))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == another:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
        if min(row) > most and (not before or min(before) > most):
            return most + 1
    return min(row[-1], most + 1)


def coarse_keys(words: Words) -> set[str]:
    """Return how two words of a name begin, and how they end, for each two of its words.

    Two names that are alike have one of these in common, unless both ends of a word are wrong.
    """
    some = words[:_MOST_WORDS] if len(words) > 1 else (*words, "")
    return {
        key
        for one, other in combinations(sorted(some), 2)
        for key in (f"{one[:1]}{other[:1]}", f"-{'-'.join(sorted((one[-2:], other[-2:])))}")
    }


def fine_keys(words: Words) -> set[str]:
    """Return each word, whole and with a letter left out, and how another word begins.

    That is shared by few even where many have a given name or a family name in common.
    """
    some = words[:_MOST_WORDS]
    keys: set[str] = set()
    for at, word in enumerate(some):
        beginnings = {other[0] for to, other in enumerate(some) if to != at} or {""}
        if len(word) > 1:
            keys.update(f"{first} {key}" for key in _with_slips(word) for first in beginnings)
    return keys


@lru_cache(maxsize=1 << 16)
def _with_slips(word: str) -> Words:
    if len(word) < _LONG - 2 or not word.isalpha():
        return (word,)
    return (word, *{word[:at] + word[at + 1 :] for at in range(len(word))})
