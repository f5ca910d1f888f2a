"""Tells whether words are spelt as some language spells them, or are a wrong reading of letters."""

import re
from collections import Counter
from collections.abc import Set

from checkin.gateways.alphabets import ALPHABETS, IN_WORDS, QUOTES, RARE, SCRIPTS, SIGNS, VOWELS

WRONG = 10.0
# A name beginning with a small letter beyond ASCII, and a letter that is hardly ever used, are
# slight signs of a wrong reading.
SLIGHT = 0.5
WORD = re.compile(r"[^\W\d_]+")
MIXED = re.compile(
    "[A-Za-z][\u0370-\u05ff\u0600-\u06ff]|[\u0370-\u05ff\u0600-\u06ff][A-Za-z]"
    "|[\u0370-\u03ff][\u0400-\u04ff]|[\u0400-\u04ff][\u0370-\u03ff]"
)
# Words around a letter beyond ASCII, with what stands between their letters.
CHUNK = re.compile(r"[^\s,;|@\"<>()/.:-]*[^\x00-\x7f][^\s,;|@\"<>()/.:-]*")
# Of the letters of a list in an alphabet with vowels, so many are vowels.
VOWEL_SHARE = (0.27, 0.62)
# Hebrew letters that only end a word.
LAST_ONLY = re.compile("[ךםןףץ](?=[א-ת])")


def cost(text: str, hints: Set[str]) -> float | None:
    """Return how many languages it takes to explain the text; none if no languages do.

    `hints` are languages, named as in ALPHABETS, that are likely; they count half. Words with
    capitals in the middle, as trade names have them, count against a reading, and rule it out if
    they are more than a fiftieth.
    """
    words = _all_words(text)
    tongues = _tongues(words)
    odd = sum(_is_oddly_cased(word) for word in words)
    if not tongues or odd > len(words) // 50 or not _can_be_said(words):
        return None
    small = any(word[0].islower() and not word[0].isascii() for word in words)
    rare = any(letter in RARE for word in words for letter in word.lower())
    return WRONG * odd + SLIGHT * (small + rare) + _languages_needed(tongues, hints)


def is_spelt(text: str) -> bool:
    """Tell whether there are words beyond ASCII, and some language spells each."""
    return bool(_tongues(_all_words(text)))


def _all_words(text: str) -> set[str]:
    return {word for chunk in set(CHUNK.findall(text)) for word in _words(chunk)}


def _tongues(words: Set[str]) -> list[set[str]]:
    """Return the languages of each spelling; nothing if one has none or mixes alphabets."""
    spelt = {frozenset(letter for letter in word.lower() if not letter.isascii()) for word in words}
    tongues = [_languages_of(spelling) for spelling in spelt]
    mixed = any(MIXED.search(word) for word in words)
    return tongues if all(tongues) and not mixed else []


def _languages_of(spelling: frozenset[str]) -> set[str]:
    found = {name for name, letters in ALPHABETS.items() if letters.issuperset(spelling)}
    letters = "".join(spelling)
    return found or {name for name, script in SCRIPTS.items() if script.fullmatch(letters)}


def _can_be_said(words: Set[str]) -> bool:
    """Tell whether words of alphabets other than Latin have vowels and capitals as names do."""
    for letters, vowels in VOWELS:
        own = [word for word in words if letters.fullmatch(word)]
        said = "".join(own).lower()
        if not own:
            continue
        share = sum(letter in vowels for letter in said) / len(said)
        if not VOWEL_SHARE[0] <= share <= VOWEL_SHARE[1]:
            return False
        if 2 * sum(word[0].isupper() for word in own) < len(own):
            return False
    return not any(LAST_ONLY.search(word) for word in words)


def _languages_needed(tongues: list[set[str]], hints: Set[str]) -> float:
    """Return how many languages cover all words, those of the hints counting half."""
    needed = 0.0
    while tongues:
        counted = Counter(language for languages in tongues for language in languages)
        best = max(counted, key=lambda language: (language in hints, counted[language]))
        needed += 0.5 if best in hints else 1.0
        tongues = [languages for languages in tongues if best not in languages]
    return needed


def _words(chunk: str) -> list[str]:
    """Return the words beyond ASCII; misplaced signs count as words, which no language spells."""
    around = f" {chunk} "
    signs = [
        sign
        for before, sign, after in zip(around, chunk, around[2:], strict=False)
        if not (sign.isascii() or sign.isalpha()) and _is_misplaced(before, sign, after)
    ]
    return signs + [word for word in WORD.findall(chunk) if not word.isascii()]


def _is_misplaced(before: str, sign: str, after: str) -> bool:
    if sign in QUOTES:
        return before.isalpha() and (after.isalpha() or sign in "„‹")
    if sign in SIGNS:
        return after.isalpha() or (before.isalpha() and sign not in "…°©®™²³№")
    return sign not in IN_WORDS


def _is_oddly_cased(word: str) -> bool:
    """Tell capitals beyond ASCII amid small letters: wrong readings have them, few names have."""
    return any(letter.isupper() and not letter.isascii() for letter in word[1:]) and any(
        letter.islower() for letter in word
    )
