"""What is put onto a badge: each kind of element in a size that fits, where there is room."""

from dataclasses import replace
from enum import StrEnum

from checkin.domain.editing import Editing
from checkin.domain.snapping import GRID, MARGIN
from checkin.domain.template import (
    BY_CATEGORY,
    Align,
    Area,
    Code,
    Element,
    Picture,
    Shape,
    Template,
    Text,
    Weight,
)

_INK, _PAPER = "#16202c", "#ffffff"
# How many places across and down are tried.
_TRIES = 24


class Kind(StrEnum):
    """What can be added."""

    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    PICTURE = "picture"
    LOGO = "logo"
    PHOTO = "photo"
    BAND = "band"
    LINE = "line"
    BOX = "box"


def with_new(editing: Editing, kind: Kind, words: str = "{name}", picture: str = "") -> Editing:
    """Return a badge with an element more, chosen, where there is most room for it.

    `words` are those of a text, `picture` is the id of a picture.
    """
    elements = _made(editing.template, kind, words, picture)
    if kind is not Kind.BAND:
        place = _free_place(editing, elements[0].area)
        elements = [replace(one, area=place) for one in elements]
    return editing.add(elements)


def _made(template: Template, kind: Kind, words: str, picture: str) -> list[Element]:
    width, height = template.width - 2 * MARGIN, template.height - 2 * MARGIN
    side = min(width, height)
    match kind:
        case Kind.TEXT:
            return [_text(words, Area(0, 0, min(width, 6_000), _grid(side / 6)))]
        case Kind.NUMBER:
            number = _text("{number}", Area(0, 0, min(width, 3_200), _grid(min(side / 10, 400))))
            return [replace(number, align=Align.MIDDLE, lines=1, spacing=10)]
        case Kind.CODE:
            most = _grid(min(side, max(2_200, side / 2)))
            return [Code(Area(0, 0, most, most))]
        case Kind.PICTURE | Kind.LOGO | Kind.PHOTO:
            high = _grid(side / 3)
            across = high if kind is Kind.PHOTO else min(2 * high, width)
            area = Area(0, 0, across, high)
            return [Picture(area, picture=picture, photo=kind is Kind.PHOTO)]
        case Kind.BAND:
            return _band(template)
        case Kind.LINE:
            return [Shape(Area(0, 0, width, 0), outline=_INK, stroke=30)]
        case Kind.BOX:
            area = Area(0, 0, _grid(width / 3), _grid(height / 4))
            return [Shape(area, outline=_INK, stroke=30)]


def _text(words: str, area: Area) -> Text:
    largest = max(area.height * 3 // 4, 200)
    return Text(area, words, largest=largest, smallest=max(largest // 2, 150), upright=Align.MIDDLE)


def _band(template: Template) -> list[Element]:
    """Return a band in the colour of the category along the lower edge, and its name on it."""
    high = _grid(max(template.height / 7, 400))
    band = Area(0, template.height - high, template.width, high)
    words = Text(
        Area(MARGIN, band.top, template.width - 2 * MARGIN, high),
        "{category}",
        largest=high // 2,
        smallest=high // 3,
        lines=1,
        weight=Weight.BOLD,
        upright=Align.MIDDLE,
        colour=_PAPER,
        capitals=True,
        spacing=10,
    )
    return [Shape(band, fill=BY_CATEGORY), words]


def _grid(length: float) -> int:
    return max(round(length / GRID), 1) * GRID


def _free_place(editing: Editing, area: Area) -> Area:
    """Return the place within the margins where an area covers least, the uppermost of several."""
    template = editing.template
    room = max(template.width - 2 * MARGIN - area.width, 0)
    drop = max(template.height - 2 * MARGIN - area.height, 0)
    taken = [one.area for one in editing.elements]
    places = (
        Area(_grid_of(room, across), _grid_of(drop, down), area.width, area.height)
        for down in range(_TRIES + 1)
        for across in range(_TRIES + 1)
    )
    return min(places, key=lambda place: sum(_covered(place, one) for one in taken))


def _grid_of(room: int, step: int) -> int:
    return MARGIN + round(room * step / _TRIES / GRID) * GRID


def _covered(one: Area, other: Area) -> int:
    """Return how much of each other two areas cover; a line covers as if it had some breadth."""
    across = min(one.right, other.right + GRID) - max(one.left, other.left)
    down = min(one.bottom + GRID, other.bottom + GRID) - max(one.top, other.top)
    return max(across, 0) * max(down, 0)
