"""What a badge looks like: a template of elements, each with its place and its manner.

Every length is in hundredths of a millimetre from the upper left corner of the badge.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checkin.domain.badgewords import fields_in

# A name tag for a key ring, and a sheet of A3.
LEAST_SIDE, MOST_SIDE = 1_000, 42_000
MOST_ELEMENTS = 200
# The colour of an element that takes that of the attendee's category.
BY_CATEGORY = "category"


class Align(StrEnum):
    """Where a line stands in its box: start is the left, or the right for scripts read leftwards.

    Values are stored: never rename one.
    """

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Weight(StrEnum):
    """How heavy letters are. Values are stored: never rename one."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"


class Fold(StrEnum):
    """How the back lies beside the front on the sheet. Values are stored: never rename one.

    `NONE` prints it on the other side of the paper; folded at the left or the top edge, it lies
    there, at the top upside down.
    """

    NONE = "none"
    LEFT = "left"
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the badge."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    def moved(self, across: int, down: int) -> "Area":
        """Return the same rectangle elsewhere."""
        return Area(self.left + across, self.top + down, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Text:
    """Words with fields such as `{name}`, as large as they fit from `largest` to `smallest`.

    They go onto up to `lines` lines, rather than below `comfortable` on one. `align` is across,
    `upright` down: start is the top. `spacing` is hundredths of a letter's width between letters.
    An empty `font` is the program's own.
    """

    area: Area
    words: str
    largest: int
    smallest: int
    comfortable: int = 0
    lines: int = 2
    weight: Weight = Weight.REGULAR
    align: Align = Align.START
    upright: Align = Align.START
    colour: str = "#16202c"
    font: str = ""
    capitals: bool = False
    spacing: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """The badge's QR without its quiet zone, a square of the area's smaller side."""

    area: Area


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the event, whole inside its area; `picture` is its id in the event.

    Without one it is the logo of whoever `organizer` counts, from 0; `photo` is the attendee's.
    """

    area: Area
    picture: str = ""
    organizer: int = 0
    photo: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A box or, without a height or a width, a line; an empty colour draws nothing.

    `stroke` is how thick its outline is, `rounding` the radius of its corners.
    """

    area: Area
    fill: str = ""
    outline: str = ""
    stroke: int = 0
    rounding: int = 0


Element = Text | Code | Picture | Shape


@dataclass(frozen=True, slots=True)
class Template:
    """A badge of `width` × `height`, its elements drawn in their order, later ones on top.

    `colours` are those of categories, by their folded name, in place of the program's own;
    `layouts` name the template that is used for a category in place of this one.
    """

    name: str
    width: int
    height: int
    front: tuple[Element, ...]
    back: tuple[Element, ...] = ()
    fold: Fold = Fold.NONE
    colours: Mapping[str, str] = field(default_factory=dict)
    layouts: Mapping[str, str] = field(default_factory=dict)

    @property
    def paper_width(self) -> int:
        """How wide it is on the sheet: with the back beside it, where that is folded over."""
        return self.width * (2 if self.fold is Fold.LEFT else 1)

    @property
    def paper_height(self) -> int:
        """How high it is on the sheet."""
        return self.height * (2 if self.fold is Fold.TOP else 1)

    @property
    def has_other_side(self) -> bool:
        """Tell whether its back is printed on the other side of the paper."""
        return bool(self.back) and self.fold is Fold.NONE

    @property
    def elements(self) -> Iterator[Element]:
        """The elements of both sides."""
        yield from self.front
        yield from self.back

    @property
    def fields(self) -> frozenset[str]:
        """The names of the fields in its words."""
        texts = (one.words for one in self.elements if isinstance(one, Text))
        return frozenset(name for words in texts for name in fields_in(words))

    @property
    def pictures(self) -> frozenset[str]:
        """The ids of the pictures that have to be there to draw it."""
        return frozenset(
            one.picture for one in self.elements if isinstance(one, Picture) and one.picture
        )
