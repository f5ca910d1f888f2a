"""A long day at the door leaves nothing behind: no objects, and no fewer references to None."""

import gc
import sys

import pytest

from tests.ui.conftest import Laptop

WARM, COUNTED = 60, 240


def scan_all(laptop: Laptop, codes: list[str]) -> None:
    page = laptop.window.view.pages[0]
    answered: list[object] = []
    page.doorway.answered.connect(lambda _verdict: answered.append(1))
    for code in codes:
        page.field.setText(code)
        page.field.scanned.emit(code)
    laptop.until(lambda: len(answered) == len(codes))
    page.doorway.answered.disconnect()
    page.doorway.answered.connect(page._on_verdict)
    laptop.rest()


@pytest.mark.parametrize("again", [False, True], ids=["welcome", "already in"])
def test_a_long_day_leaves_nothing_behind(at_event, again):
    people = at_event.register(*(f"Guest {number}" for number in range(WARM + COUNTED)))
    codes = [at_event.code(people[0])] * (WARM + COUNTED) if again else _codes(at_event)
    scan_all(at_event, codes[:WARM])
    gc.collect()
    objects, nones = len(gc.get_objects()), sys.getrefcount(None)
    scan_all(at_event, codes[WARM:])
    gc.collect()
    assert len(gc.get_objects()) - objects < COUNTED
    if sys.version_info < (3, 12):
        assert sys.getrefcount(None) - nones > -COUNTED


def _codes(laptop: Laptop) -> list[str]:
    from checkin.services.badges import badges_to_print
    from tests.ui.conftest import OPERATOR

    with laptop.app.open_event(laptop.path) as store:
        return [badge.code for badge in badges_to_print(store, OPERATOR)]
