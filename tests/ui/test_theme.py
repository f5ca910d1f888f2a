"""Every letter the window draws can be read: WCAG AA, in light and in dark."""

import pytest

from checkin.ui.style import style_sheet
from checkin.ui.theme import DARK, LIGHT, Choice, Theme, theme_for

AA = 4.5
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@THEMES
def test_letters_stand_out_from_what_they_are_on(theme: Theme):
    pairs = [
        *((ink, paper) for ink in (theme.ink, theme.quiet_ink) for paper in _papers(theme)),
        (theme.ink, theme.selection),
        (theme.accent_ink, theme.accent),
        (theme.accent_ink, theme.accent_hover),
        *((ink, bar) for ink in (theme.bar_ink, theme.bar_quiet_ink) for bar in _bars(theme)),
        *((tone.ink, tone.paper) for tone in _tones(theme)),
        *((theme.ink, tone.paper) for tone in _tones(theme)),
    ]
    assert [pair for pair in pairs if contrast(*pair) < AA] == []


@THEMES
def test_marks_of_the_latest_scans_stand_out_from_their_card(theme: Theme):
    assert [tone for tone in _tones(theme) if contrast(tone.ink, theme.card) < AA] == []


@THEMES
def test_the_style_sheet_leaves_no_colour_open(theme: Theme):
    assert "$" not in style_sheet(theme)


def test_one_may_choose(qapp: object):
    assert theme_for(Choice.LIGHT) is LIGHT
    assert theme_for(Choice.DARK) is DARK
    assert theme_for(Choice.SYSTEM) in (LIGHT, DARK)


def _papers(theme: Theme) -> list[str]:
    return [theme.window, theme.card, theme.hover]


def _bars(theme: Theme) -> list[str]:
    return [theme.bar, theme.bar_selected]


def _tones(theme: Theme) -> list:
    return [theme.good, theme.careful, theme.bad, theme.calm]
