"""Badges of any size with any elements on them."""

from hypothesis import strategies as st

from checkin.domain.editing import Editing
from checkin.domain.template import Area, Code, Element, Picture, Shape, Template, Text

SIDES = st.integers(1_000, 30_000)
AREAS = st.builds(
    Area,
    st.integers(-900, 29_000),
    st.integers(-900, 29_000),
    st.integers(0, 20_000),
    st.integers(0, 20_000),
)
CODES = st.builds(
    lambda left, top, side: Code(Area(left, top, side, side)),
    st.integers(0, 20_000),
    st.integers(0, 20_000),
    st.integers(500, 9_000),
)
ELEMENTS: st.SearchStrategy[Element] = st.one_of(
    st.builds(Text, AREAS, st.just("{name}"), st.just(500), st.just(250)),
    CODES,
    st.builds(Picture, AREAS),
    st.builds(Shape, AREAS),
)


@st.composite
def editings(draw: st.DrawFn, least: int = 0, chosen: int = 0) -> Editing:
    """A badge with `least` elements at least, of which `chosen` at least are chosen."""
    editing = Editing(Template("Any", draw(SIDES), draw(SIDES), ()))
    editing = editing.turned(draw(st.booleans()))
    editing = editing.add(draw(st.lists(ELEMENTS, min_size=least, max_size=8)))
    numbers = range(len(editing.elements))
    if not numbers:
        return editing
    return editing.choose(draw(st.sets(st.sampled_from(numbers), min_size=chosen)))
