"""Which codes before a camera are scans: a badge once while it is held up, a poster once at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.capture.debounce import QUIET_MS
from checkin.capture.inview import AWAY_MS, POSTER_QUIET_MS, STEADY_MS, InView

FRAME = 33


class Camera:
    """A camera that shows the same texts for some time, on a clock of its own.

    The door knows the badges, in capitals, and a ticket; it refuses a poster.
    """

    def __init__(self) -> None:
        self.view = InView(str.isupper)
        self.now = 5_000

    def show(self, *texts: str, ms: int = FRAME) -> list[str]:
        """Return what was scanned while texts were in view."""
        scanned = []
        for _ in range(0, ms, FRAME):
            told = self.view.scans(texts, self.now)
            if "poster" in told:
                self.view.refuse("poster".__eq__, self.now)
            scanned += told
            self.now += FRAME
        return scanned


def test_a_badge_is_scanned_with_the_first_frame_it_is_seen_in_and_once():
    assert Camera().show("ADA", ms=60_000) == ["ADA"]


def test_two_badges_side_by_side_are_two_scans():
    camera = Camera()
    assert camera.show("ADA", "BOB", ms=10_000) == ["ADA", "BOB"]


def test_a_badge_that_was_away_is_a_new_scan():
    camera = Camera()
    camera.show("ADA")
    assert camera.show(ms=QUIET_MS - 2 * FRAME) == []
    assert camera.show("ADA") == []
    camera.show(ms=QUIET_MS)
    assert camera.show("ADA") == ["ADA"]


@pytest.mark.parametrize("text", ["ADA", "ticket"])
def test_after_an_undo_a_badge_has_to_be_taken_away_to_be_scanned_anew(text):
    camera = Camera()
    camera.show(text, ms=1_000)
    camera.view.forget()
    assert camera.show(text, ms=20_000) == []
    camera.show(ms=AWAY_MS)
    assert camera.show(text, ms=20_000) == [text]


def test_after_an_undo_a_scanner_may_read_what_the_camera_sees_still():
    camera = Camera()
    camera.show("ADA")
    assert camera.view.knows("ADA", camera.now)
    camera.view.forget()
    camera.show("ADA")
    assert not camera.view.knows("ADA", camera.now)


def test_a_code_of_elsewhere_is_told_once_it_is_held_up():
    camera = Camera()
    assert camera.show("poster", ms=STEADY_MS) == []
    assert camera.show("poster", ms=4 * FRAME) == ["poster"]


def test_a_ticket_that_was_away_is_a_new_scan():
    camera = Camera()
    assert camera.show("ticket", ms=20_000) == ["ticket"]
    camera.show(ms=QUIET_MS - 2 * FRAME)
    assert camera.show("ticket", ms=2_000) == []
    camera.show(ms=QUIET_MS)
    assert camera.show("ticket", ms=2_000) == ["ticket"]


def test_a_poster_beside_a_ticket_leaves_the_ticket_a_scan():
    camera = Camera()
    assert camera.show("poster", "ticket", ms=2_000) == ["poster", "ticket"]
    camera.show("poster", ms=QUIET_MS)
    assert camera.show("poster", "ticket", ms=2_000) == ["ticket"]


def test_a_poster_is_told_once_however_many_people_walk_past():
    camera = Camera()
    told = camera.show("poster", ms=2_000)
    for _ in range(10):
        told += camera.show(ms=POSTER_QUIET_MS - 5_000)
        told += camera.show("poster", ms=2_000)
    assert told == ["poster"]


def test_a_poster_is_nothing_beside_a_badge():
    camera = Camera()
    assert camera.show("poster", "ADA", ms=5_000) == ["ADA"]


def test_short_sights_of_a_code_of_elsewhere_do_not_add_up():
    camera = Camera()
    for _ in range(20):
        assert camera.show("poster", ms=300) == []
        camera.show(ms=600)


@given(st.lists(st.tuples(st.sampled_from(["ADA", "BOB", ""]), st.integers(1, 90)), max_size=20))
def test_a_badge_is_scanned_anew_only_if_it_was_away(scenes):
    camera = Camera()
    last: dict[str, int] = {}
    for text, frames in scenes:
        for _ in range(frames):
            at = camera.now
            told = camera.show(*([text] if text else []))
            new = bool(text) and at - last.get(text, -QUIET_MS) >= QUIET_MS
            assert told == ([text] if new else [])
            last[text] = at
