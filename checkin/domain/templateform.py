"""Reads and writes templates as plain data, the form in which they stand in files and entries.

Lengths are written in millimetres, as people measure, with two decimals.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from checkin.domain.template import (
    BY_CATEGORY,
    LEAST_SIDE,
    MOST_ELEMENTS,
    MOST_SIDE,
    Align,
    Area,
    Code,
    Element,
    Fold,
    Picture,
    Shape,
    Template,
    Text,
    Weight,
)
from checkin.domain.things import is_id

FORM = 1
_UNITS = 100
_LONGEST_NAME, _LONGEST_WORDS = 80, 500
_MOST_LINES = 20
_HEX = frozenset("0123456789abcdefABCDEF")

Word = TypeVar("Word", bound=StrEnum)


class TemplateError(ValueError):
    """What is wrong with a template: `where` it is, such as `front 3`, and which `field`."""

    def __init__(self, where: str, field: str) -> None:
        super().__init__(where, field)
        self.where = where
        self.field = field


@dataclass(frozen=True, slots=True)
class _Reader:
    """One object of the data; what is asked of it is there and as it should be, or a fault."""

    data: Mapping[str, object]
    where: str

    def fault(self, field: str) -> TemplateError:
        return TemplateError(self.where, field)

    def length(self, field: str, least: int, most: int, usual: float | None = None) -> int:
        value = self.data.get(field, usual)
        # Not an isinstance: true is a number to Python. A comparison with NaN is never true.
        if type(value) not in {int, float}:
            raise self.fault(field)
        units = value * _UNITS  # type: ignore[operator]
        # Half a unit more or less, since hundred times 4.4 is a little more than 440.
        if not least - 0.5 < units < most + 0.5:
            raise self.fault(field)
        return round(units)

    def count(self, field: str, least: int, most: int, usual: int) -> int:
        value = self.data.get(field, usual)
        if type(value) is not int or not least <= value <= most:
            raise self.fault(field)
        return value

    def text(self, field: str, longest: int, usual: str | None = None) -> str:
        value = self.data.get(field, usual)
        if not isinstance(value, str) or len(value) > longest:
            raise self.fault(field)
        return value

    def yes(self, field: str) -> bool:
        value = self.data.get(field, False)
        if type(value) is not bool:
            raise self.fault(field)
        return value

    def word(self, field: str, words: type[Word], usual: Word) -> Word:
        try:
            return words(self.text(field, _LONGEST_NAME, usual))
        except ValueError as error:
            raise self.fault(field) from error

    def colour(self, field: str, usual: str = "") -> str:
        value = self.text(field, _LONGEST_NAME, usual)
        if value not in {"", BY_CATEGORY} and not is_colour(value):
            raise self.fault(field)
        return value

    def names(self, field: str) -> Mapping[str, str]:
        value = self.data.get(field, {})
        if not isinstance(value, dict) or not all(
            isinstance(text, str) and len(text) <= _LONGEST_NAME
            for pair in value.items()
            for text in pair
        ):
            raise self.fault(field)
        return value


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour such as `#1f5eea`."""
    return len(text) == 7 and text[0] == "#" and _HEX.issuperset(text[1:])


def template_from(data: object) -> Template:
    """Return the template that plain data describe. Raises `TemplateError`."""
    if not isinstance(data, dict) or data.get("template") != FORM:
        raise TemplateError("", "template")
    read = _Reader(data, "")
    name = " ".join(read.text("name", _LONGEST_NAME).split())
    colours = read.names("colours")
    if not name:
        raise read.fault("name")
    if not all(map(is_colour, colours.values())):
        raise read.fault("colours")
    width, height = (read.length(side, LEAST_SIDE, MOST_SIDE) for side in ("width", "height"))
    return Template(
        name=name,
        width=width,
        height=height,
        front=_elements(data, "front", width, height),
        back=_elements(data, "back", width, height),
        fold=read.word("fold", Fold, Fold.NONE),
        colours=colours,
        layouts=read.names("layouts"),
    )


def _elements(
    data: Mapping[str, object], side: str, width: int, height: int
) -> tuple[Element, ...]:
    found = data.get(side, [])
    if not isinstance(found, list) or len(found) > MOST_ELEMENTS:
        raise TemplateError("", side)
    made: list[Element] = []
    for number, one in enumerate(found, start=1):
        where = f"{side} {number}"
        kind = one.get("kind") if isinstance(one, dict) else None
        if not isinstance(kind, str) or kind not in _KINDS:
            raise TemplateError(where, "kind")
        read = _Reader(one, where)
        made.append(_KINDS[kind](read, _area(read, width, height)))
    return tuple(made)


def _area(read: _Reader, width: int, height: int) -> Area:
    """Return where an element lies; some of it has to be on the badge."""
    left, top = read.length("left", -width, width), read.length("top", -height, height)
    area = Area(left, top, read.length("width", 0, MOST_SIDE), read.length("height", 0, MOST_SIDE))
    if area.right < 0 or area.bottom < 0:
        raise read.fault("left" if area.right < 0 else "top")
    return area


def _text(read: _Reader, area: Area) -> Text:
    largest = read.length("largest", 50, MOST_SIDE)
    return Text(
        area=area,
        words=read.text("words", _LONGEST_WORDS),
        largest=largest,
        smallest=read.length("smallest", 50, largest, largest / _UNITS),
        comfortable=read.length("comfortable", 0, largest, 0),
        lines=read.count("lines", 1, _MOST_LINES, 2),
        weight=read.word("weight", Weight, Weight.REGULAR),
        align=read.word("align", Align, Align.START),
        upright=read.word("upright", Align, Align.START),
        colour=read.colour("colour", "#16202c"),
        font=read.text("font", _LONGEST_NAME, ""),
        capitals=read.yes("capitals"),
        spacing=read.count("spacing", 0, 200, 0),
    )


def _code(read: _Reader, area: Area) -> Code:
    if min(area.width, area.height) <= 0:
        raise read.fault("width")
    return Code(area)


def _picture(read: _Reader, area: Area) -> Picture:
    picture = read.text("picture", _LONGEST_NAME, "")
    if picture and not is_id(picture):
        raise read.fault("picture")
    return Picture(area, picture, read.count("organizer", 0, 99, 0), read.yes("photo"))


def _shape(read: _Reader, area: Area) -> Shape:
    return Shape(
        area=area,
        fill=read.colour("fill"),
        outline=read.colour("outline"),
        stroke=read.length("stroke", 0, 2_000, 0),
        rounding=read.length("rounding", 0, MOST_SIDE, 0),
    )


_KINDS: dict[str, Callable[[_Reader, Area], Element]] = {
    "text": _text,
    "code": _code,
    "picture": _picture,
    "shape": _shape,
}
