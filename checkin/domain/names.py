"""Names as people write them: kept as typed, taken apart only for sorting and badges."""

import unicodedata

from checkin.domain.words import plain_words

MAX_LETTERS = 200
MAX_LENGTH = 1000
# Marks that turn the reading direction round: on a badge they would reorder the neighbours' text.
DIRECTION = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
PARTICLES = plain_words(
    "van von de der den di da do del della dos das du des zu zum zur af av ter ten vom of"
)
# Given names too when capitalised (Le, Bin, La), so only in small letters.
SMALL_PARTICLES = plain_words("le la el al bin ibn ben y e i und")
SUFFIXES = plain_words("jr sr ii iii iv phd md mba dr prof msc bsc esq jun sen")


def clean_name(text: str) -> str:
    """Return `text` on one line; ValueError `missing-name` or `name-too-long` (200 letters)."""
    if text.isalpha() and len(text) <= MAX_LETTERS:
        return text
    name = " ".join(text.translate(DIRECTION).split())
    if all(letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc") for letter in name):
        raise ValueError("missing-name")
    letters = sum(not unicodedata.combining(letter) for letter in name)
    if letters > MAX_LETTERS or len(name) > MAX_LENGTH:
        raise ValueError("name-too-long")
    return name


def split_name(full: str) -> tuple[str, str]:
    """Return given and family name; a single word is a given name. No letter is lost.

    `Family, Given` is turned round, titles after a comma stay with the family name.
    """
    before, comma, after = (part.strip() for part in full.partition(","))
    if comma and before and after and not _only_suffixes(after):
        return after, before
    words = full.split()
    at = _family_at(words)
    return " ".join(words[:at]), " ".join(words[at:])


def join_name(given: str, family: str) -> str:
    """Return the full name as it is spoken; either part may be empty."""
    return " ".join(part for part in (given, family) if part)


def _family_at(words: list[str]) -> int:
    """Return where the family name begins; after the last word if there is none."""
    end = len(words)
    while end > 2 and _is_suffix(words[end - 1]):
        end -= 1
    if end < 2:
        return len(words)
    for at in range(1, end - 1):
        if words[at] in SMALL_PARTICLES or words[at].lower() in PARTICLES:
            return at
    return end - 1


def _only_suffixes(text: str) -> bool:
    return all(_is_suffix(word) for word in text.replace(",", " ").split())


def _is_suffix(word: str) -> bool:
    return word.strip(".,").replace(".", "").lower() in SUFFIXES
