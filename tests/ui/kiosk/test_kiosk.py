"""People check in alone: each sees what is theirs, and nothing else of anybody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from checkin.domain.people import Status
from checkin.services.badges import replace_badge
from checkin.services.registration import set_status
from tests.ui.conftest import OPERATOR
from tests.ui.kiosk.conftest import CTRL, PIN, SHIFT, Station

FOOD = "Baltic Food Cluster"
DESK = "Please go to the desk"


def recorded(station: Station) -> list[tuple[str, str | None]]:
    """Return who recorded each check-in, and its reason."""
    with station.laptop.app.open_event(station.laptop.path) as store:
        rows = store.database.execute_sql(
            "SELECT o.name || ' as ' || o.role, c.reason FROM check_in c"
            " JOIN entry e ON e.id = c.id JOIN operator o ON o.id = e.actor ORDER BY c.id"
        )
        return rows.fetchall()


def test_a_badge_is_welcome_by_name_in_the_name_of_the_kiosk(station):
    (ada,) = station.laptop.register("Ada Ozola", organisation=FOOD, notes="VIP, owes a fee")
    station.start(words="Coffee is upstairs.")
    code = station.laptop.code(ada)
    assert station.scan(code) == "Welcome"
    assert station.words == ["Welcome", "Ada Ozola", "You are checked in. Coffee is upstairs."]
    station.keyboard.wait(4_000)
    assert station.scan(code) == "You are checked in already"
    assert recorded(station) == [
        ("Kiosk as reception", None),
        ("Kiosk as reception", "already_redeemed"),
    ]


def test_an_answer_goes_by_itself_and_a_bar_shows_when(station):
    (ada,) = station.laptop.register("Ada Ozola")
    station.start(seconds=3)
    station.scan(station.laptop.code(ada))
    assert station.kiosk.page.bar.value() > 0
    with station.laptop.qtbot.waitSignal(station.kiosk.page.calmed, timeout=10_000):
        pass
    assert station.words[0] == "Scan your badge"
    assert station.kiosk.page.bar.value() == 0


def test_whoever_types_next_sees_nobody_elses_answer(station):
    (ada,) = station.laptop.register("Ada Ozola")
    station.start()
    station.scan(station.laptop.code(ada))
    station.laptop.qtbot.keyClicks(station.kiosk.page.field, "b")
    assert "Ada Ozola" not in station.words


@pytest.mark.parametrize(
    "status", [Status.BLOCKED, Status.UNPAID, Status.CANCELED, Status.UNAPPROVED]
)
def test_a_refusal_is_kind_names_nobody_and_says_no_reason(station, status):
    (ada,) = station.laptop.register("Ada Ozola")
    code = station.laptop.code(ada)
    with station.laptop.app.open_event(station.laptop.path) as store:
        set_status(store, OPERATOR, ada, status)
    station.start()
    assert station.scan(code) == DESK
    assert station.words == [DESK, "Somebody there will be glad to help you."]


def test_a_replaced_badge_and_a_strange_code_are_for_the_desk(station):
    (ada,) = station.laptop.register("Ada Ozola")
    code = station.laptop.code(ada)
    with station.laptop.app.open_event(station.laptop.path) as store:
        replace_badge(store, OPERATOR, ada)
    station.start()
    assert station.scan(code) == DESK
    assert station.scan("HTTPS://EXAMPLE.COM/PASS") == DESK
    assert "not a badge of this event" in station.words[1]


def test_typing_a_whole_email_checks_in_and_a_name_asks_for_one_thing_more(station):
    station.laptop.register("Ada Ozola", email="ada@example.lv")
    station.laptop.register("Bob Berg", organisation=FOOD)
    station.start()
    assert station.type("ada@example.lv") == "Welcome"
    assert station.screen.name == "Ada Ozola"
    assert station.type("bob berg") == "One thing more"
    assert station.type("baltic food") == "Welcome"
    assert station.screen.name == "Bob Berg"


def test_nothing_tells_whether_somebody_is_registered(station):
    station.laptop.register("Ada Ozola", organisation=FOOD)
    station.start()
    seen = []
    for name in ("Ada Ozola", "Nobody Atall"):
        first = station.type(name), station.words
        second = station.type("Wood"), station.words
        seen.append((first, second))
    assert seen[0] == seen[1]
    assert seen[0][1][0] == "Not found"


def test_no_list_of_names_is_ever_there(station):
    station.laptop.register("Ada Ozola", "Ada Abele", "Adam Ozols")
    station.start()
    station.laptop.qtbot.keyClicks(station.kiosk.page.field, "ada")
    station.laptop.rest()
    assert not station.view.reception.people.isVisible()
    assert station.words[0] == "Scan your badge"
    assert station.view.reception.field.text() == ""


def test_fishing_is_slowed_down_and_badges_go_on(station):
    (ada,) = station.laptop.register("Ada Ozola")
    station.start()
    for at in range(4):
        station.type(f"nobody{at}@example.lv")
    assert station.screen.headline == "One moment please"
    assert not station.kiosk.page.field.isEnabled()
    assert station.scan(station.laptop.code(ada)) == "Welcome"


def test_what_was_typed_by_who_went_away_is_forgotten(station):
    station.start()
    station.type("Ada Ozola")
    station.laptop.qtbot.keyClicks(station.kiosk.page.field, "balt")
    station.kiosk.page.left_alone.emit()
    assert station.kiosk.page.field.text() == ""
    assert station.words[0] == "Scan your badge"
    assert station.type("Bob Berg") == "One thing more"


def test_nothing_copied_or_typed_before_comes_back(station):
    QGuiApplication.clipboard().setText("Ada Ozola, unpaid")
    station.start()
    field = station.kiosk.page.field
    station.laptop.qtbot.keyClicks(field, "secret")
    station.kiosk.page.left_alone.emit()
    station.press(Qt.Key.Key_Z, CTRL)
    station.press(Qt.Key.Key_V, CTRL)
    station.press(Qt.Key.Key_Insert, SHIFT)
    assert field.text() == ""


def test_people_leaving_are_said_goodbye(station):
    (ada,) = station.laptop.register("Ada Ozola")
    station.start(leaving=True)
    assert station.scan(station.laptop.code(ada)) == "Goodbye"


def test_a_day_without_a_list_says_so_and_the_next_morning_it_is_open(station):
    (ada,) = station.laptop.register("Ada Ozola")
    station.laptop.clock.now = station.laptop.clock.now.replace(day=1)
    station.start()
    assert station.words[0] == "Not open now"
    station.kiosk.take(station.laptop.code(ada))
    station.laptop.rest()
    assert recorded(station) == []
    station.laptop.clock.now = station.laptop.clock.now.replace(day=2)
    assert station.scan(station.laptop.code(ada)) == "Welcome"


def test_what_is_not_recorded_is_never_green(station):
    (ada,) = station.laptop.register("Ada Ozola")
    code = station.laptop.code(ada)
    station.start()
    station.laptop.path.rename(station.laptop.path.with_suffix(".away"))
    assert station.scan(code) == DESK
    assert station.words[1] == "You are not checked in yet: something is wrong here."
    station.laptop.path.with_suffix(".away").rename(station.laptop.path)


def test_the_badge_is_printed_once_where_it_never_was(station, tmp_path, monkeypatch):
    from tests.ui.badges.conftest import Badges, codes_in

    badges = Badges(station.laptop, tmp_path, monkeypatch)
    badges.has_printer()
    (ada,) = station.laptop.register("Ada Ozola")
    code = station.laptop.code(ada)
    station.start(prints=True)
    station.scan(code)
    assert station.words[2] == ("You are checked in. Your badge is being printed: please take it.")
    assert codes_in(badges.paper) == {code}
    badges.paper.unlink()
    station.laptop.clock.now = station.laptop.clock.now.replace(day=3)
    station.keyboard.wait(4_000)
    assert station.scan(code) == "Welcome"
    assert "printed" not in station.words[2]
    assert not badges.paper.exists()


def test_where_no_printer_takes_it_the_desk_has_the_badge(station):
    (ada,) = station.laptop.register("Ada Ozola")
    station.start(prints=True)
    station.scan(station.laptop.code(ada))
    station.laptop.until(lambda: "at the desk" in station.words[2])
    assert station.words[:2] == ["Welcome", "Ada Ozola"]
    station.end(PIN)
    assert any("printer" in one.text for one in station.view.notices.notices)


def test_another_list_is_kept_whatever_reception_stood_at(station):
    (ada,) = station.laptop.register("Ada Ozola")
    first = station.view.bench.programme().lists[1].name
    station.laptop.clock.now = station.laptop.clock.now.replace(day=3)
    station.start(list=f"{first} · Wednesday 3 June")
    assert station.scan(station.laptop.code(ada)) == "Welcome"
    assert first in station.kiosk.page._title.text()
    assert QApplication.activeModalWidget() is None
