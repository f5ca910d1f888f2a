"""Real keys at a real window: every layout, every ending, and what somebody is doing meanwhile."""

from collections.abc import Iterator

import pytest

from tests.ui.realkeys import RealWindow, missing, x_server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")

LAYOUTS = {
    "English": ["us"],
    "Lithuanian": ["lt"],
    "Lithuanian standard": ["lt", "std"],
    "Latvian": ["lv"],
    "Latvian adapted": ["lv", "adapted"],
    "Estonian": ["ee"],
    "Polish": ["pl"],
    "German": ["de"],
    "Swedish": ["se"],
    "Danish": ["dk"],
    "French": ["fr"],
    "Spanish": ["es"],
    "Czech": ["cz"],
    "Hungarian": ["hu"],
    "Turkish Q": ["tr"],
    "Turkish F": ["tr", "f"],
    "Russian": ["ru"],
    "Ukrainian": ["ua"],
    "Bulgarian": ["bg"],
    "Greek": ["gr"],
    "Hebrew": ["il"],
    "Georgian": ["ge"],
    "Dvorak": ["us", "dvorak"],
    "Bépo": ["fr", "bepo"],
}
ENDINGS = {"Enter": "\r", "Tab": "\t", "Tab and Enter": "\t\r", "nothing": ""}


class Door:
    """The window, and those who have not been scanned yet."""

    def __init__(self, window: RealWindow, qtbot) -> None:
        self.window = window
        self._qtbot = qtbot

    def until_recorded(self, *expected: tuple[str, str]) -> None:
        """Wait until these are the latest scans, the latest last."""
        wanted = list(reversed(expected))
        self._qtbot.waitUntil(
            lambda: self.window.recorded()[: len(wanted)] == wanted, timeout=20_000
        )


@pytest.fixture(scope="module")
def window(tmp_path_factory) -> Iterator[RealWindow]:
    """One program for all of these tests, on one X server."""
    with x_server() as display:
        made = RealWindow(tmp_path_factory.mktemp("real"), display)
        made.register(*(f"Guest {number}" for number in range(80)))
        with made.open():
            yield made


@pytest.fixture
def door(window, qtbot) -> Iterator[Door]:
    yield Door(window, qtbot)
    window.layout("us")


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("shifted", [False, True], ids=["small", "capital"])
def test_a_badge_is_known_on_every_layout(door, layout, shifted):
    door.window.layout(*layout)
    name, code = door.window.next_guest()
    door.window.scan(code, shifted=shifted)
    door.until_recorded((name, "ok"))


@pytest.mark.parametrize(
    "layout", [["us"], ["lt"], ["ru"]], ids=["English", "Lithuanian", "Russian"]
)
@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
def test_a_badge_is_known_with_every_ending(door, layout, ending):
    door.window.layout(*layout)
    name, code = door.window.next_guest()
    door.window.scan(code, ending)
    door.until_recorded((name, "ok"))


@pytest.mark.parametrize("gap_ms", [4, 12])
def test_a_badge_is_known_however_fast_it_comes(door, gap_ms):
    name, code = door.window.next_guest()
    door.window.scan(code, gap_ms=gap_ms)
    door.until_recorded((name, "ok"))


@pytest.mark.parametrize("layout", [["us"], ["lt"], ["ru"], ["gr"]], ids=lambda one: one[0])
def test_caps_lock_makes_no_difference(door, layout):
    door.window.layout(*layout)
    name, code = door.window.next_guest()
    door.window.press("caps lock")
    door.window.scan(code)
    door.window.press("caps lock")
    door.until_recorded((name, "ok"))


def test_a_window_that_stood_still_takes_typing_for_typing_and_a_scan_for_a_scan(door):
    name, code = door.window.next_guest()
    with door.window.standing_still():
        door.window.type("GUEST 78")
        door.window.scan(code)
    door.until_recorded((name, "ok"))
    # Who is meant by what was typed is looked up with the first Enter, and taken with the next.
    door.window.type("\r\r")
    door.until_recorded((name, "ok"), ("Guest 78", "ok"))


def test_two_badges_one_after_the_other(door):
    (one, first), (two, second) = door.window.next_guest(), door.window.next_guest()
    door.window.scan(first)
    door.window.scan(second)
    door.until_recorded((one, "ok"), (two, "ok"))


def test_a_mark_of_the_symbology_is_put_away(door):
    name, code = door.window.next_guest()
    door.window.scan("]Q1" + code)
    door.until_recorded((name, "ok"))


def test_a_code_that_is_not_ours_is_recorded_as_invalid(door):
    door.window.scan("4006381333931")
    door.until_recorded(("", "invalid"))


def test_a_badge_scanned_while_a_walk_ins_name_is_typed(door):
    name, code = door.window.next_guest()
    door.window.press("ctrl+n")
    door.window.focus("Walk-in")
    door.window.type("UNA")
    door.window.scan(code)
    door.until_recorded((name, "ok"))
    door.window.type("JAUNA\r")
    door.until_recorded((name, "ok"), ("unajauna", "ok"))
    door.window.focus_main()


def test_a_name_typed_at_the_field_finds_its_person(door):
    door.window.type("GUEST 79\r")
    door.until_recorded(("Guest 79", "ok"))


def test_the_layout_is_really_set(door):
    door.window.register("Ąčę Šūž")
    door.window.layout("lt")
    # What the keys 1, 2 and 3 type in Lithuania.
    door.window.type("123\r")
    door.until_recorded(("Ąčę Šūž", "ok"))
