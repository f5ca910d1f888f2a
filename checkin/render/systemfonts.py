"""Knows which fonts of a computer draw the writing systems that the shipped font has not.

Left to itself Qt takes any font that has a letter, another one for the next letter, and others
on a computer in another language. For each writing system the first family of its line that is
installed is taken: Noto where it is, else what Windows, macOS and Debian bring along.
"""

from collections.abc import Collection

_NIRMALA, _LEELAWADEE, _SEGOE = "Nirmala UI", "Leelawadee UI", "Segoe UI"

# The order matters where two fonts have the same letter, such as digits or Chinese characters.
_LETTERS = (
    ("Noto Sans", _SEGOE, "Helvetica Neue", "DejaVu Sans"),
    ("Noto Sans Armenian", _SEGOE, "Mshtakan", "DejaVu Sans"),
    ("Noto Sans Georgian", _SEGOE, "Arial Unicode MS", "DejaVu Sans"),
    ("Noto Sans Hebrew", _SEGOE, "Arial Hebrew", "DejaVu Sans"),
    ("Noto Sans Arabic", _SEGOE, "Geeza Pro", "DejaVu Sans"),
    ("Noto Sans Syriac", "Segoe UI Historic"),
    ("Noto Sans Thaana", "MV Boli"),
    ("Noto Sans NKo", "Ebrima", "DejaVu Sans"),
    ("Noto Sans Devanagari", _NIRMALA, "Kohinoor Devanagari"),
    ("Noto Sans Bengali", _NIRMALA, "Kohinoor Bangla"),
    ("Noto Sans Gurmukhi", _NIRMALA, "Gurmukhi Sangam MN"),
    ("Noto Sans Gujarati", _NIRMALA, "Kohinoor Gujarati"),
    ("Noto Sans Oriya", _NIRMALA, "Oriya Sangam MN"),
    ("Noto Sans Tamil", _NIRMALA, "Tamil Sangam MN"),
    ("Noto Sans Telugu", _NIRMALA, "Kohinoor Telugu"),
    ("Noto Sans Kannada", _NIRMALA, "Kannada Sangam MN"),
    ("Noto Sans Malayalam", _NIRMALA, "Malayalam Sangam MN"),
    ("Noto Sans Sinhala", _NIRMALA, "Sinhala Sangam MN"),
    ("Noto Sans Thai", _LEELAWADEE, "Thonburi"),
    ("Noto Sans Lao", _LEELAWADEE, "Lao Sangam MN", "DejaVu Sans"),
    ("Noto Sans Khmer", _LEELAWADEE, "Khmer Sangam MN"),
    ("Noto Sans Myanmar", "Myanmar Text", "Myanmar Sangam MN"),
    ("Noto Serif Tibetan", "Microsoft Himalaya", "Kailasa"),
    ("Noto Sans Ethiopic", "Ebrima", "Kefa"),
    ("Noto Sans Cherokee", "Gadugi", "Plantagenet Cherokee"),
    ("Noto Sans Canadian Aboriginal", "Gadugi", "Euphemia UCAS"),
    ("Noto Sans Tifinagh", "Ebrima", "DejaVu Sans"),
    ("Noto Sans Mongolian", "Mongolian Baiti"),
    (
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Microsoft YaHei",
        "PingFang SC",
        "WenQuanYi Micro Hei",
        "Droid Sans Fallback",
    ),
    ("Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans"),
    ("Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo"),
    ("Noto Sans Symbols", "Segoe UI Symbol", "Apple Symbols", "DejaVu Sans"),
    ("Noto Sans Symbols2", "Segoe UI Symbol", "Apple Symbols", "DejaVu Sans"),
)
_EMOJI = ("Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji")


def families_for_letters(installed: Collection[str]) -> list[str]:
    """Return the families to look for a letter in, first one first."""
    first = (_first(line, installed) for line in _LETTERS)
    return list(dict.fromkeys(family for family in first if family))


def families_for_emoji(installed: Collection[str]) -> list[str]:
    """Return the family of coloured pictures, if there is one."""
    return [family for family in _EMOJI if family in installed][:1]


def _first(line: tuple[str, ...], installed: Collection[str]) -> str:
    return next((family for family in line if family in installed), "")
