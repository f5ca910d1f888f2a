"""Fills the words of a badge: `{name}` and its like become what is known of the attendee."""

import re
from collections.abc import Mapping

_FIELD = re.compile(r"\{([^{}]*)\}")
# What only stands between two fields, and goes with one that is empty.
_JOINS = " \u00a0·,;:/|–—-•\n"


def fields_in(words: str) -> tuple[str, ...]:
    """Return the fields that words name, in order, each as it is written between its braces."""
    return tuple(name.strip() for name in _FIELD.findall(words))


def filled(words: str, values: Mapping[str, str]) -> str:
    """Return words with each field's value; one that is empty takes its separator with it.

    `{organisation} · {job_title}` is `Riga Tech` for who has no job title, not `Riga Tech · `.
    A field that is not known is empty; words whose fields are all empty say nothing.
    """
    # Literal text and fields take turns, and literal text is at both ends.
    whole, *rest = _FIELD.split(words)
    left_empty, says_something = False, not rest
    for name, literal in zip(rest[::2], rest[1::2], strict=True):
        value = values.get(name.strip(), "").strip()
        left_empty = not value
        says_something = says_something or not left_empty
        if value or literal.strip(_JOINS):
            whole += value + literal
    if not says_something:
        return ""
    return whole.rstrip(_JOINS) if left_empty else whole
