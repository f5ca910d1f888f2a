"""Who must still come today is told before it is too late."""

from datetime import datetime

import pytest

from tests.cli.desk import FIRST, LAST, Desk
from tests.world import RIGA


@pytest.fixture
def noon(desk: Desk) -> Desk:
    """It is noon of the only day with a programme; Ada left at ten, Bob is in, Cid never came."""
    for hours in (("09:00", "12:00"), ("13:00", "17:00")):
        desk.done(
            *("sessions", "add", f"From {hours[0]}", "--day", FIRST),
            *("--starts", hours[0], "--ends", hours[1]),
        )
    return desk


def test_who_left_early_and_who_never_came(noon: Desk) -> None:
    ada, bob = (noon.add(name, "--organisation", "Wood", "--day", FIRST) for name in ("Ada", "Bob"))
    noon.add("Cid", "--day", FIRST)
    noon.add("Later", "--day", LAST)
    noon.now = datetime(2026, 6, 2, 9, 0, tzinfo=RIGA)
    for who in (ada, bob):
        noon.scan(who["code"])
    noon.now = datetime(2026, 6, 2, 11, 30, tzinfo=RIGA)
    noon.scan(ada["code"], "--exit")
    noon.now = datetime(2026, 6, 2, 12, 0, tzinfo=RIGA)
    noon.done("rules", "--threshold", "75")
    found = noon.done("attendance", "--at-risk", "--json").json
    assert [
        (one["name"], one["hours"], one["needed"], one["rest"]) for one in found["at_risk"]
    ] == [("Ada", 2.5, 2.75, 4.0)]
    assert [one["name"] for one in found["out_of_reach"]] == ["Cid"]
    assert found["threshold"] == 75
    said = noon.done("attendance", "--at-risk").out
    assert "Ada (Wood), 2:30 of 7:00: needs 2:45 of the 4:00 left today." in said
    assert "1 must still come today to reach 75 %, 1 cannot any more." in said


def test_it_stands_alone(noon: Desk) -> None:
    noon("attendance", "--at-risk", "--day", FIRST).one_sentence()
