"""Puts words into one form, so that `Stāvoklis:`, `stavoklis` and `STAVOKLIS` are the same."""

import re

from checkin.domain.text import fold

GAPS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Return the words of `text` without case, accents and punctuation, one blank between."""
    return GAPS.sub(" ", fold(text)).strip()


def plain_words(text: str, between: str | None = None) -> frozenset[str]:
    """Return what stands between blanks, or between `between`, each as `plain` gives it."""
    return frozenset(plain(word) for word in text.split(between))
