"""`checkin live`."""

from datetime import timedelta

from tests.cli.desk import Desk

# None is nearly another's.
NAMES = "Ada Boriss Cecīlija Dace Edgars Fricis Gunta Haralds Ieva Kārlis Liene Mārtiņš Olga"


def test_how_it_goes_is_told(desk: Desk) -> None:
    codes = [desk.add(name)["code"] for name in NAMES.split()]
    for code in codes[:11]:
        desk.scan(code)
        desk.now += timedelta(seconds=6)
    desk.now -= timedelta(seconds=6)
    told = desk.done("live", "--json").json
    assert (told["present"], told["still_expected"], told["peak"]) == (11, 2, 10)
    (station,) = told["stations"]
    assert (station["here"], station["manages_a_minute"]) == (True, 10.0)
    said = desk.done("live").out.splitlines()
    assert said[0].startswith("Entrance")
    assert said[1:] == [
        "here: 11 in the last five minutes, busy since 09:00.",
        "At this pace the 2 still expected are in by 09:01.",
    ]
