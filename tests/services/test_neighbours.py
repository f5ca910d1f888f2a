"""Of which other event a badge is, and that looking for it disturbs no file."""

from pathlib import Path

import pytest

from checkin.services.neighbours import event_of_code
from tests.world import RECEPTION, World


@pytest.fixture
def trade(tmp_path: Path):
    """Another event on the same computer, in a folder of its own and open."""
    folder = tmp_path / "trade"
    folder.mkdir()
    made = World.new(folder)
    yield made
    made.store.close()


def test_the_event_of_a_badge_is_told(world: World, trade: World) -> None:
    code = trade.code(trade.register("Ada"))
    found = event_of_code(world.store, RECEPTION, code.lower(), [trade.path])
    assert found == trade.store.programme.event()
    assert event_of_code(world.store, RECEPTION, code, []) is None


def test_an_event_beside_this_one_is_found(world: World, trade: World) -> None:
    code = trade.code(trade.register("Ada"))
    trade.store.close()
    trade.path.rename(world.path.parent / "trade.checkin")
    assert event_of_code(world.store, RECEPTION, code, [])


def test_what_is_no_code_or_of_this_event_is_nobodys(world: World, trade: World) -> None:
    ours = world.code(world.register("Ada"))
    number = trade.register("Bob").badge
    paths = [trade.path, world.path]
    for text in (ours, number, "", "BCD" * 1_000_000, "https://example.lv", "X" * 28):
        assert event_of_code(world.store, RECEPTION, text, paths) is None


def test_files_that_cannot_be_read_are_passed_over(
    world: World, trade: World, tmp_path: Path
) -> None:
    code = trade.code(trade.register("Ada"))
    torn = tmp_path / "torn.checkin"
    torn.write_bytes(trade.path.read_bytes()[:5_000])
    text = tmp_path / "text.checkin"
    text.write_text("no event")
    paths = [torn, text, tmp_path, tmp_path / "gone.checkin", trade.path]
    assert event_of_code(world.store, RECEPTION, code, paths)


def test_looking_changes_nothing_in_the_other_file(world: World, trade: World) -> None:
    code = trade.code(trade.register("Ada"))
    trade.store.close()
    before = {one.name: one.read_bytes() for one in trade.path.parent.iterdir() if one.is_file()}
    assert event_of_code(world.store, RECEPTION, code, [trade.path])
    after = {one.name: one.read_bytes() for one in trade.path.parent.iterdir() if one.is_file()}
    assert after == before
