"""Moved and resized by hand, an element comes to rest in line with others, and says with which."""

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.areas import HANDLES, Handle
from checkin.domain.snapping import Guide, lines_of, snapped_move, snapped_resize
from checkin.domain.template import Area, Template
from tests.domain.badges import AREAS

BADGE = Template("Any", 9_000, 5_500, ())
OTHER = Area(1_000, 2_000, 3_000, 1_000)
LINES = lines_of(BADGE, [OTHER])
REACH = 60


def test_an_edge_snaps_to_the_edge_of_another_element() -> None:
    snap = snapped_move(Area(1_040, 3_200, 2_000, 500), LINES, REACH)
    assert snap.area == Area(1_000, 3_200, 2_000, 500)
    assert snap.guides == (Guide(across=False, at=1_000),)


def test_the_middle_snaps_to_the_middle_of_the_badge() -> None:
    snap = snapped_move(Area(3_530, 2_440, 2_000, 600), LINES, REACH)
    assert snap.area == Area(3_500, 2_450, 2_000, 600)
    assert Guide(across=False, at=4_500) in snap.guides
    assert Guide(across=True, at=2_750) in snap.guides


def test_a_margin_holds_an_element() -> None:
    assert snapped_move(Area(270, 4_000, 500, 500), LINES, REACH).area.left == 300


def test_elsewhere_the_grid_does() -> None:
    snap = snapped_move(Area(6_123, 1_377, 730, 330), lines_of(BADGE, []), REACH)
    assert (snap.area.left, snap.area.top) == (6_100, 1_400)
    assert snap.guides == ()


def test_only_the_edge_that_is_pulled_snaps() -> None:
    snap = snapped_resize(Area(1_020, 3_210, 2_950, 500), Handle(1, 0), LINES, REACH)
    assert snap.area == Area(1_020, 3_210, 2_980, 500)
    assert snap.guides == (Guide(across=False, at=4_000),)


def test_without_reach_nothing_snaps() -> None:
    area = Area(1_040, 3_203, 2_000, 500)
    assert snapped_move(area, LINES, 0).area == area
    assert snapped_resize(area, Handle(-1, -1), LINES, 0).area == area


@given(AREAS, st.lists(AREAS, max_size=5), st.integers(0, 200))
def test_nothing_moves_farther_than_its_reach_or_changes_its_size(
    area: Area, others: list[Area], reach: int
) -> None:
    lines = lines_of(BADGE, others)
    snap = snapped_move(area, lines, reach)
    assert (snap.area.width, snap.area.height) == (area.width, area.height)
    assert abs(snap.area.left - area.left) <= reach
    assert abs(snap.area.top - area.top) <= reach
    for guide in snap.guides:
        at = snap.area
        points = (
            (at.top, at.top + at.height // 2, at.bottom)
            if guide.across
            else (at.left, at.left + at.width // 2, at.right)
        )
        assert guide.at in points


@given(AREAS, st.sampled_from(HANDLES), st.lists(AREAS, max_size=5), st.integers(0, 200))
def test_a_resized_area_keeps_the_edges_that_are_not_pulled(
    area: Area, handle: Handle, others: list[Area], reach: int
) -> None:
    after = snapped_resize(area, handle, lines_of(BADGE, others), reach).area
    assert min(after.width, after.height) >= 0
    if handle.across >= 0:
        assert after.left == area.left
    if handle.across <= 0:
        assert after.right == area.right
    if handle.down >= 0:
        assert after.top == area.top
    if handle.down <= 0:
        assert after.bottom == area.bottom
