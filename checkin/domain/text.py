"""How text is compared and searched: without case, accents or the many kinds of apostrophe."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Letters that Unicode does not take apart into a letter and a mark, marks people mix up, and what
# is left out: invisible letters, and the accents of Latin, Greek and Cyrillic once taken apart.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        **dict.fromkeys(map(chr, range(0x300, 0x370)), ""),
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n",
        "æ": "ae", "œ": "oe", "þ": "th", "ĸ": "k", "ə": "e",
        **dict.fromkeys("’‘ʼ′`´ʹ＇‛", "'"),
        **dict.fromkeys("‐‑‒–—−－", "-"),
    }
)  # fmt: skip
_PARTS = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return `text` as it is compared: one case, no accents, single blanks.

    `fold("  Šimkus ")` and `fold("simkus")` are equal; so are ß and ss, ł and l.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    taken_apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = taken_apart.translate(_ALIKE)
    if not bare.isascii():
        bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(bare.split())


def sort_name(name: str, given_name: str = "", family_name: str = "") -> str:
    """Return what lists of names are sorted by: the family name, or the whole; the given name.

    What stands between sorts before every letter and blank.
    """
    return f"{_folded_once(family_name or name)}\x1f{_folded_once(given_name)}"


def same_text(text: str) -> str:
    """Return `text` as identity compares it: NFC, case-folded, blanks collapsed, accents kept."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def clean(text: str) -> str:
    """Return `text` as it may be stored: NFC, no control characters, no blanks at the ends."""
    if text.isascii() and text.isprintable():
        return text.strip()
    kept = "".join(
        " " if letter in "\t\n\r\x0b\x0c\x85\u2028\u2029" else letter
        for letter in unicodedata.normalize("NFC", text)
        if letter in "\t\n\r\x0b\x0c\x85\u2028\u2029"
        or unicodedata.category(letter) not in {"Cc", "Cs", "Zl", "Zp"}
    )
    return kept.strip(" \u00a0\u00ad\u200b\ufeff\u2060")


def search_words(texts: Iterable[str]) -> str:
    """Return the folded words of `texts`, each with two blanks before it.

    The blanks let an index of three-letter groups answer the first one or two letters of a word.
    A word such as anna-maria is also found by its parts.
    """
    words = dict.fromkeys(part for word in " ".join(texts).split() for part in _folded_parts(word))
    return "".join(f"  {word}" for word in words)


_folded_once = lru_cache(maxsize=8192)(fold)


@lru_cache(maxsize=8192)
def _folded_parts(word: str) -> tuple[str, ...]:
    """Return a word folded, and its parts; in a list most words are given and place names."""
    whole = fold(word).split()
    return tuple(
        part for one in whole for part in ([one] if one.isalnum() else [one, *_PARTS.findall(one)])
    )
