"""Tells from one scan of a known code how a scanner's keyboard and this computer's are set."""

from dataclasses import dataclass

from checkin.domain.layouts import LAYOUTS, keys_for, types

# The letters that move from layout to layout, all digits and a hyphen; as long as a badge code.
TEST_CODE = "CHECKIN-AZQWYM-1234567890-OK"
# So much of a text has to fit a layout for it to be named.
_ENOUGH = 0.9


@dataclass(frozen=True, slots=True)
class Settings:
    """Names of layouts that may be set, the likeliest first; empty where that cannot be told.

    `whole` tells whether every letter of the test code arrived.
    """

    scanner: tuple[str, ...]
    computer: tuple[str, ...]
    whole: bool


def examine(text: str, keys: str) -> Settings:
    """Return what a scan tells: the `text` typed, and the US `keys` pressed, empty if not known."""
    scanner = tuple(one for one in LAYOUTS if keys and keys_for(one, TEST_CODE) == keys)
    return Settings(
        scanner=scanner,
        computer=_likely(text, keys) if len(text) == len(keys) else (),
        whole=bool(scanner) or text.casefold() == TEST_CODE.casefold(),
    )


def _likely(text: str, keys: str) -> tuple[str, ...]:
    """Return the layouts that explain best what each key typed."""
    pairs = list(zip(keys, text, strict=True))
    fits = {one: sum(types(one, *pair) for pair in pairs) for one in LAYOUTS}
    best = max(fits.values())
    return tuple(one for one in LAYOUTS if fits[one] == best >= _ENOUGH * len(pairs))
