"""Designing a badge: whatever is done, it stays a template that can be kept, and can be undone."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.areas import HANDLES, Edge, Handle, bounds, distributed, resized
from checkin.domain.edithistory import MOST_STEPS, History
from checkin.domain.editing import Editing
from checkin.domain.template import Area, Code, Shape, Template, Text
from checkin.domain.templatedata import template_data
from checkin.domain.templateform import template_from
from tests.domain.badges import AREAS, ELEMENTS, SIDES, editings

WAYS = st.integers(-40_000, 40_000)
CHANGES = st.one_of(
    st.tuples(st.just("move"), st.tuples(WAYS, WAYS)),
    st.tuples(st.just("pull"), st.tuples(st.sampled_from(HANDLES), WAYS, WAYS, st.booleans())),
    st.tuples(st.just("align"), st.tuples(st.sampled_from(Edge))),
    st.tuples(st.just("distribute"), st.tuples(st.booleans())),
    st.tuples(st.just("duplicate"), st.just(())),
    st.tuples(st.just("remove"), st.just(())),
    st.tuples(st.just("reorder"), st.tuples(st.booleans())),
    st.tuples(st.just("step"), st.tuples(st.sampled_from([-1, 1]))),
    st.tuples(st.just("add"), st.tuples(st.lists(ELEMENTS, max_size=2))),
    st.tuples(st.just("choose"), st.tuples(st.sets(st.integers(-1, 9)))),
    st.tuples(st.just("turned"), st.tuples(st.booleans())),
)


@given(editings(), st.lists(CHANGES, max_size=12))
def test_whatever_is_done_leaves_a_template_that_can_be_kept(
    editing: Editing, changes: list[tuple[str, tuple[object, ...]]]
) -> None:
    for name, how in changes:
        editing = getattr(editing, name)(*how)
        assert template_from(template_data(editing.template)) == editing.template
        assert editing.chosen <= set(range(len(editing.elements)))


@given(editings(), st.lists(CHANGES, max_size=12), st.integers(0, 12))
def test_each_step_is_undone_and_redone(
    editing: Editing, changes: list[tuple[str, tuple[object, ...]]], back: int
) -> None:
    history = History(editing)
    states = [editing]
    for name, how in changes:
        history = history.do(getattr(history.now, name)(*how))
        if history.now != states[-1]:
            states.append(history.now)
    for _ in range(back):
        history = history.undo()
    assert history.now == states[max(len(states) - 1 - back, 0)]
    for _ in range(back):
        history = history.redo()
    assert history.now == states[-1]


def test_steps_of_one_manner_are_undone_as_one() -> None:
    history = History(0)
    for state in (1, 2, 3):
        history = history.do(state, "nudge")
    history = history.see(4).do(5, "nudge")
    assert history.undo().now == 4
    assert history.undo().undo().now == 0
    assert history.undo().undo().undo().now == 0


def test_the_history_does_not_grow_for_ever() -> None:
    history = History(0)
    for state in range(1, 2 * MOST_STEPS):
        history = history.do(state)
    assert len(history.past) == MOST_STEPS


@given(AREAS, st.sampled_from(HANDLES), WAYS, WAYS, st.booleans())
def test_a_resized_area_keeps_a_least_size_and_its_other_edge(
    before: Area, handle: Handle, across: int, down: int, even: bool
) -> None:
    after = resized(before, handle, across, down, 200, even)
    assert after.width >= min(200, before.width)
    assert after.height >= min(200, before.height)
    if handle.across > 0:
        assert after.left == before.left
    if handle.across < 0:
        assert after.right == before.right
    if handle.down > 0:
        assert after.top == before.top
    if handle.down < 0:
        assert after.bottom == before.bottom


@given(editings(1, 1), st.sampled_from(HANDLES), WAYS, WAYS)
def test_a_code_stays_a_square(editing: Editing, handle: Handle, across: int, down: int) -> None:
    codes = [n for n, one in enumerate(editing.elements) if isinstance(one, Code)][:1]
    for code in editing.choose(codes).pull(handle, across, down).picked:
        assert code.area.width == code.area.height


def on_a_badge(*areas: Area) -> Editing:
    editing = Editing(Template("Any", 9_000, 5_500, ()))
    return editing.add([Shape(one) for one in areas])


def areas(editing: Editing) -> list[Area]:
    return [one.area for one in editing.elements]


THREE = (Area(500, 500, 1_000, 500), Area(2_000, 700, 600, 600), Area(4_000, 900, 2_000, 400))


def test_several_are_aligned_by_one_another_and_one_on_the_badge() -> None:
    lefts = areas(on_a_badge(*THREE).align(Edge.LEFT))
    assert [one.left for one in lefts] == [500, 500, 500]
    rights = areas(on_a_badge(*THREE).align(Edge.RIGHT))
    assert {one.right for one in rights} == {6_000}
    middles = areas(on_a_badge(*THREE).align(Edge.MIDDLE))
    assert {one.top + one.height // 2 for one in middles} == {900}
    assert areas(on_a_badge(THREE[0]).align(Edge.CENTRE))[0].left == 4_000


@given(st.lists(AREAS, min_size=3, max_size=6))
def test_distributed_elements_have_the_same_room_between_them(before: list[Area]) -> None:
    order = sorted(range(len(before)), key=lambda n: (before[n].left, before[n].width))
    after = distributed(before, down=False)
    rooms = [after[b].left - after[a].right for a, b in pairwise(order)]
    assert max(rooms) - min(rooms) <= 1
    assert after[order[0]] == before[order[0]]
    assert after[order[-1]] == before[order[-1]]
    assert [(one.top, one.width) for one in after] == [(one.top, one.width) for one in before]


def test_three_boxes_are_distributed() -> None:
    moved = areas(on_a_badge(*THREE).distribute(down=False))
    assert [one.left for one in moved] == [500, 2_450, 4_000]


def test_two_boxes_pulled_together_keep_their_places_in_the_whole() -> None:
    two = on_a_badge(Area(0, 0, 1_000, 1_000), Area(1_000, 1_000, 1_000, 1_000))
    corner = next(one for one in HANDLES if (one.across, one.down) == (1, 1))
    assert areas(two.pull(corner, 2_000, 1_000)) == [
        Area(0, 0, 2_000, 1_500),
        Area(2_000, 1_500, 2_000, 1_500),
    ]


def test_with_even_sides_the_corner_is_pulled_in_proportion() -> None:
    corner = next(one for one in HANDLES if (one.across, one.down) == (-1, -1))
    wide = on_a_badge(Area(2_000, 2_000, 2_000, 1_000)).pull(corner, -1_000, 0, even=True)
    assert areas(wide) == [Area(1_000, 1_500, 3_000, 1_500)]


def test_what_is_on_top_is_drawn_last() -> None:
    names = [Text(Area(0, 0, 900, 400), words, 400, 400) for words in "abcd"]
    editing = Editing(Template("Any", 9_000, 5_500, ())).add(names)

    def order(after: Editing) -> str:
        return "".join(one.words for one in after.elements if isinstance(one, Text))

    assert order(editing.choose([0]).reorder(upward=True)) == "bacd"
    assert order(editing.choose([0, 1]).reorder(upward=True)) == "cabd"
    assert order(editing.choose([3]).reorder(upward=True)) == "abcd"
    assert order(editing.choose([0, 2]).reorder(upward=True, whole_way=True)) == "bdac"
    assert order(editing.choose([3]).reorder(upward=False, whole_way=True)) == "dabc"
    moved = editing.choose([0]).reorder(upward=True)
    assert moved.chosen == {1}


@given(editings(), SIDES, SIDES)
def test_a_badge_of_another_size_keeps_its_elements_in_reach(
    editing: Editing, width: int, height: int
) -> None:
    smaller = editing.become(replace(editing.template, width=width, height=height)).template
    assert template_from(template_data(smaller)) == smaller


def test_the_next_element_after_the_last_is_the_first() -> None:
    editing = on_a_badge(*THREE).choose([])
    chosen = []
    for _ in range(4):
        editing = editing.step(1)
        chosen += editing.chosen
    assert chosen == [0, 1, 2, 0]
    assert editing.step(-1).chosen == {2}
    assert editing.choose([]).step(-1).chosen == {2}


def test_the_box_around_all_chosen() -> None:
    assert on_a_badge(*THREE).around == bounds(THREE) == Area(500, 500, 5_500, 800)
    assert on_a_badge(*THREE).choose([]).around is None
