"""The colours of a badge, each dark enough for white letters on it or light paper behind it."""

from zlib import crc32

NEUTRAL_BAND = "#5b6675"

BANDS = {
    "participant": "#1f5eea",
    "speaker": "#7c32e8",
    "organizer": "#0f7a3d",
    "press": "#b8470b",
    "exhibitor": "#0b7285",
    "volunteer": "#a61e6b",
    "guest": "#8a6100",
}
_SYNONYMS = {
    "attendee": "participant",
    "delegate": "participant",
    "presenter": "speaker",
    "facilitator": "speaker",
    "moderator": "speaker",
    "organiser": "organizer",
    "staff": "organizer",
    "crew": "organizer",
    "media": "press",
    "sponsor": "exhibitor",
    "helper": "volunteer",
    "vip": "guest",
}
_OTHERS = ("#3f5b8c", "#93320f", "#4a6b12", "#8c2f39", "#34607a", "#6b4f8a", "#7a5230")


def band_colour(category: str) -> str:
    """Return the band's `#rrggbb`: a category's own, or for one not known here always the same."""
    folded = " ".join(category.split()).casefold()
    if not folded:
        return NEUTRAL_BAND
    known = BANDS.get(_SYNONYMS.get(folded, folded))
    return known or _OTHERS[crc32(folded.encode("utf-8", "replace")) % len(_OTHERS)]
