"""A template while somebody designs it: which side is shown, what is chosen, and all changes to it.

Nothing here is changed in place: each step gives the next state, so that undo is the one before.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checkin.domain.areas import (
    Edge,
    Handle,
    aligned,
    bounds,
    distributed,
    kept_on,
    least_side,
    resized,
    scaled,
)
from checkin.domain.template import MOST_ELEMENTS, Area, Code, Element, Template

# How far a copy lies from its original.
_ASIDE = 200


@dataclass(frozen=True, slots=True)
class Editing:
    """`chosen` counts the elements of the side that is shown, from 0, in the order drawn."""

    template: Template
    back: bool = False
    chosen: frozenset[int] = frozenset()

    # What there is

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements of the side that is shown."""
        return self.template.back if self.back else self.template.front

    @property
    def picked(self) -> tuple[Element, ...]:
        """The elements that are chosen, in the order drawn."""
        return tuple(self.elements[number] for number in sorted(self.chosen))

    @property
    def around(self) -> Area | None:
        """What all that is chosen lies in."""
        return bounds([one.area for one in self.picked]) if self.chosen else None

    @property
    def full(self) -> bool:
        """Tell whether this side takes no more elements."""
        return len(self.elements) >= MOST_ELEMENTS

    # What is shown and chosen

    def turned(self, back: bool) -> "Editing":
        """Show the front or the back, with nothing chosen unless it was shown already."""
        return self if back == self.back else Editing(self.template, back)

    def choose(self, numbers: Collection[int]) -> "Editing":
        """Choose some elements in place of others; numbers of none are left out."""
        return replace(self, chosen=frozenset(numbers) & frozenset(range(len(self.elements))))

    def step(self, by: int) -> "Editing":
        """Choose the element after, or before, the one chosen; around the end to the start."""
        if not self.elements:
            return self
        at = max(self.chosen, default=-1) if by > 0 else min(self.chosen, default=0)
        return self.choose([(at + by) % len(self.elements)])

    # What elements there are

    def add(self, elements: Sequence[Element]) -> "Editing":
        """Put elements on top of all others, as many as there is room for, and choose them."""
        here = self.elements
        new = [replace(one, area=kept_on(one.area, self.template)) for one in elements]
        new = new[: MOST_ELEMENTS - len(here)]
        return self._with((*here, *new)).choose(range(len(here), len(here) + len(new)))

    def remove(self) -> "Editing":
        """Take away what is chosen."""
        kept = [one for number, one in enumerate(self.elements) if number not in self.chosen]
        return replace(self._with(kept), chosen=frozenset())

    def duplicate(self) -> "Editing":
        """Add a copy of what is chosen, a little aside."""
        return self.add([replace(one, area=one.area.moved(_ASIDE, _ASIDE)) for one in self.picked])

    def reorder(self, upward: bool, *, whole_way: bool = False) -> "Editing":
        """Put what is chosen one element up, toward who looks at it, or down, or all the way."""
        order = list(range(len(self.elements)))
        for _ in range(len(order) if whole_way else 1):
            _shift(order, self.chosen, upward)
        now = frozenset(order.index(number) for number in self.chosen)
        return replace(self._with([self.elements[number] for number in order]), chosen=now)

    # What they are like

    def change(self, change: Callable[[Element], Element]) -> "Editing":
        """Change each element that is chosen."""
        return self._with(
            [
                change(one) if number in self.chosen else one
                for number, one in enumerate(self.elements)
            ]
        )

    def put(self, areas: Mapping[int, Area]) -> "Editing":
        """Put elements, by number, elsewhere; some of each stays on the badge."""
        return self._with(
            [
                replace(one, area=kept_on(areas[number], self.template)) if number in areas else one
                for number, one in enumerate(self.elements)
            ]
        )

    def move(self, across: int, down: int) -> "Editing":
        """Move what is chosen."""
        return self.put(
            {number: self.elements[number].area.moved(across, down) for number in self.chosen}
        )

    def pull(self, handle: Handle, across: int, down: int, even: bool = False) -> "Editing":
        """Resize what is chosen by a handle of the box around it; a code stays a square."""
        before = self.around
        if before is None:
            return self
        even = even or any(isinstance(one, Code) for one in self.picked)
        least = max(least_side(one) for one in self.picked)
        return self.fit(resized(before, handle, across, down, least, even))

    def fit(self, now: Area) -> "Editing":
        """Put what is chosen into another box than that around it, each in its proportion."""
        before = self.around
        if before is None:
            return self
        areas = {}
        for number in self.chosen:
            one = self.elements[number]
            areas[number] = scaled(one.area, before, now, least_side(one))
        return self.put(areas)

    def align(self, edge: Edge) -> "Editing":
        """Align what is chosen by one another, a single element on the badge."""
        around = self.around
        if around is None:
            return self
        if len(self.chosen) == 1:
            around = Area(0, 0, self.template.width, self.template.height)
        return self.put(
            {number: aligned(self.elements[number].area, edge, around) for number in self.chosen}
        )

    def distribute(self, down: bool) -> "Editing":
        """Leave the same room between those that are chosen, across or down."""
        numbers = sorted(self.chosen)
        moved = distributed([self.elements[number].area for number in numbers], down)
        return self.put(dict(zip(numbers, moved, strict=True)))

    def become(self, template: Template) -> "Editing":
        """Change the badge itself; what was on it stays on it."""
        fitting = replace(
            template,
            front=tuple(_on(one, template) for one in template.front),
            back=tuple(_on(one, template) for one in template.back),
        )
        return replace(self, template=fitting)

    def renamed(self, name: str) -> "Editing":
        """Give the badge another name."""
        return replace(self, template=replace(self.template, name=name))

    def _with(self, elements: Iterable[Element]) -> "Editing":
        side = tuple(elements)
        template = self.template
        changed = replace(template, back=side) if self.back else replace(template, front=side)
        return replace(self, template=changed)


def _on(element: Element, template: Template) -> Element:
    return replace(element, area=kept_on(element.area, template))


def _shift(order: list[int], chosen: frozenset[int], upward: bool) -> None:
    """Put each chosen one past its neighbour, unless that is chosen too."""
    places = range(len(order) - 2, -1, -1) if upward else range(1, len(order))
    step = 1 if upward else -1
    for place in places:
        if order[place] in chosen and order[place + step] not in chosen:
            order[place], order[place + step] = order[place + step], order[place]
