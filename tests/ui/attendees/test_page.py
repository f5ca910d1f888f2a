"""The page of attendees: search, order, who is chosen, and what others change meanwhile."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from checkin.cli.outside import outside_of
from checkin.domain.people import Status
from checkin.domain.roles import Operator, Role
from checkin.services.badges import record_printed
from checkin.services.browsing import SortBy
from checkin.services.registration import set_status
from checkin.ui.attendees.details import DetailsCard
from checkin.ui.window import Window
from tests.ui.attendees.conftest import ALT, CTRL, NONE, PAGE, SHIFT, People
from tests.ui.conftest import OPERATOR

ALL_BY_NAME = ["Bob Berg", "Cecilia Celma", "Ada Lovelace", "Žydrūnas Šimkus"]


def texts(card: DetailsCard) -> str:
    """Return all that the details show."""
    return "\n".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def test_everybody_is_listed_by_family_name(people):
    assert people.names == ALL_BY_NAME
    assert people.page.counts.text() == "4 registered"


def test_the_title_line_counts_the_canceled_apart(people):
    (bob,) = [one for one in people.on_file() if one.name == "Bob Berg"]
    with people.laptop.app.open_event(people.laptop.path) as store:
        set_status(store, OPERATOR, bob, Status.CANCELED)
    people.laptop.until(lambda: people.page.counts.text() == "3 registered · 1 canceled")


def test_an_empty_page_says_what_to_do_first(nobody):
    assert nobody.page.people.empty
    assert nobody.page.card.isHidden()
    nobody.laptop.register("Ada")
    nobody.laptop.until(lambda: nobody.names == ["Ada"])
    assert not nobody.page.people.empty


def test_typing_searches_and_escape_shows_everybody_again(people):
    people.type("simkus")
    assert people.names == ["Žydrūnas Šimkus"]
    assert people.chosen == "Žydrūnas Šimkus"
    assert people.page.counts.text().endswith("1 found")
    people.key(Qt.Key.Key_Escape)
    assert people.names == ALL_BY_NAME
    assert people.chosen == "Žydrūnas Šimkus"


def test_nobody_found_is_said(people):
    people.type("xyzzy")
    assert people.page.people.currentWidget() is people.page.people._not_found
    assert "xyzzy" in people.page.people._nobody.text()


def test_a_search_is_text_and_never_a_pattern(people):
    for text in ('"', "* OR a", "<b>", "%", "a" * 3000):
        people.page.field.setText(text)
        people.rest()
        assert people.names == []
    assert people.said == []


def test_only_the_last_of_several_searches_is_shown(people):
    for text in ("a", "ad", "ada", "b"):
        people.page.field.setText(text)
        people.page.people.browser.look()
    people.rest()
    assert people.names == ["Bob Berg"]


def test_only_the_last_of_several_orders_is_shown(people):
    browser = people.page.people.browser
    for sort in (SortBy.KIND, SortBy.CATEGORY, SortBy.ORGANISATION):
        browser.order_by(sort)
    people.rest()
    assert people.page.people.found.sort is SortBy.ORGANISATION
    assert people.names[0] == "Bob Berg"


def test_down_goes_into_the_table_and_typing_back_to_the_field(people):
    people.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is people.page.people.table
    assert people.chosen == "Bob Berg"
    people.key(Qt.Key.Key_Down)
    assert people.chosen == "Cecilia Celma"
    people.type("ada")
    assert people.page.field.text() == "ada"
    assert QApplication.focusWidget() is people.page.field
    assert people.names == ["Ada Lovelace"]


def test_up_from_the_first_row_goes_back_to_the_field(people):
    people.key(Qt.Key.Key_Down)
    people.key(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is people.page.field


def test_a_click_on_a_header_sorts_and_another_turns_it_round(people):
    header = people.page.people.table.horizontalHeader()
    for expected in (
        ["Alpha Food", "Riga Photonics", "Vilnius LaserHub", ""],
        ["Vilnius LaserHub", "Riga Photonics", "Alpha Food", ""],
    ):
        where = header.sectionViewportPosition(1) + 20
        people.laptop.qtbot.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(where, 10)
        )
        people.rest()
        assert people.column(1) == expected


def test_keys_sort_by_every_column(people):
    people.key(Qt.Key.Key_2, ALT)
    assert people.names[0] == "Bob Berg"
    people.key(Qt.Key.Key_1, ALT)
    people.key(Qt.Key.Key_1, ALT)
    assert people.names == ALL_BY_NAME[::-1]
    people.key(Qt.Key.Key_S, CTRL | SHIFT)
    assert people.column(1)[0] == "Alpha Food"


def test_who_is_chosen_stays_chosen_in_another_order(people):
    people.choose("Ada Lovelace")
    people.key(Qt.Key.Key_1, ALT)
    assert people.page.people.table.row == 1
    assert people.chosen == "Ada Lovelace"


def test_another_process_adds_people_and_the_page_shows_it(people):
    people.choose("Cecilia Celma")
    add = ["--event", str(people.laptop.path), "add", "--name", "Aaron Aaronson"]
    home = str(people.laptop.path.parent / "another")
    environment = {**os.environ, "CHECKIN_HOME": home}
    subprocess.run([sys.executable, "-m", "checkin", *add], check=True, env=environment)
    people.laptop.until(lambda: people.page.people.model.rowCount() == 5)
    people.rest()
    assert people.names[0] == "Aaron Aaronson"
    assert people.chosen == "Cecilia Celma"
    assert people.page.people.table.row == people.names.index("Cecilia Celma")


def test_a_refresh_does_not_scroll_away(people):
    people.laptop.register(*(f"Person {chr(97 + n)}" for n in range(26)))
    people.laptop.register(*(f"Person x{chr(97 + n)}" for n in range(26)))
    people.laptop.until(lambda: people.page.people.model.rowCount() == 56)
    people.choose("Bob Berg")
    bar = people.page.people.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    people.laptop.register("Zoe")
    people.laptop.until(lambda: people.page.people.model.rowCount() == 57)
    people.rest()
    assert people.chosen == "Bob Berg"
    assert bar.value() == before > 0


def test_the_details_say_everything_and_take_it_literally(people):
    people.laptop.register(
        "<h1>Eve</h1>", job_title="CEO & more", email="eve@x.example", notes="<i>chair</i>",
        registration="R-7",
    )  # fmt: skip
    people.laptop.until(lambda: people.page.people.model.rowCount() == 5)
    people.choose("<h1>Eve</h1>")
    shown = texts(people.page.card)
    for text in ("<h1>Eve</h1>", "CEO & more", "eve@x.example", "<i>chair</i>", "R-7"):
        assert text in shown
    assert "Every day" in shown
    assert "not printed" in shown


def test_the_history_tells_of_scans_and_prints_in_the_events_time(people):
    (ada,) = [one for one in people.on_file() if one.name == "Ada Lovelace"]
    with people.laptop.app.open_event(people.laptop.path) as store:
        record_printed(store, OPERATOR, [(ada.id, ada.badge, "0" * 16)])
    people.choose("Ada Lovelace")
    told = ("printed 09:00", "Registered", "09:00 · Elīna")
    people.laptop.until(lambda: all(text in texts(people.page.card) for text in told))


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F2, NONE),
        (Qt.Key.Key_F6, NONE),
        (Qt.Key.Key_F7, NONE),
        (Qt.Key.Key_I, CTRL),
        (Qt.Key.Key_Z, CTRL | SHIFT),
    ],
)
def test_who_is_not_trusted_with_it_hears_so_at_once(laptop, key, modifier):
    laptop.make_event()
    laptop.register("Bob Berg")
    laptop.window = Window(outside_of(laptop.app), Operator("Rūta", Role.RECEPTION))
    laptop.qtbot.addWidget(laptop.window)
    laptop.open(PAGE)
    people = People(laptop)
    people.choose("Bob Berg")
    people.key(key, modifier)
    assert "reception may not do this" in people.said[0]


def test_a_long_list_stays_small_in_memory(nobody: People):
    nobody.laptop.register(*(f"P{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(300)))
    nobody.laptop.until(lambda: nobody.page.people.model.rowCount() == 300)
    nobody.rest()
    table = nobody.page.people.table
    assert table.verticalHeader().sectionSize(7) == table.verticalHeader().sectionSize(299)
    assert not table.horizontalScrollBar().isVisible()


def test_every_button_is_whole_in_a_small_window(people: People):
    people.laptop.window.resize(880, 500)
    people.rest()
    buttons = [one for one in people.page.findChildren(QPushButton) if one.isVisible()]
    assert "Undo an import…" in [one.text() for one in buttons]
    assert [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()] == []
    people.laptop.window.resize(1280, 800)
    people.rest()
    assert "Undo an import…  Ctrl+Shift+Z" in [one.text() for one in buttons]
