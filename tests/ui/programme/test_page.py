"""The page of the programme: the days, what is marked and said, adding, changing, undoing."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.event import Exits
from checkin.domain.roles import Operator, Role
from checkin.domain.session import SessionKind
from checkin.services.bookings import book
from checkin.ui.programme.colours import tone_of
from checkin.ui.theme import DARK, LIGHT
from tests.ui.conftest import FIRST, LAST, OPERATOR, Laptop
from tests.ui.programme.conftest import (
    ALT,
    CTRL,
    PAGE,
    Planner,
    enter,
    plan,
    write,
)
from tests.ui.test_theme import contrast


def test_an_empty_programme_says_what_to_do_first(at_event: Laptop):
    at_event.open(PAGE)
    planner = Planner(at_event)
    planner.answering(
        lambda dialog: (write(dialog.name, "Opening"), dialog.accept()),
        lambda: at_event.qtbot.mouseClick(planner.page.first_focus(), Qt.MouseButton.LeftButton),
    )
    assert planner.at("Opening") == (FIRST, "09:00-10:00", "")
    assert planner.page.first_focus() is planner.view
    assert planner.marked == "Opening"


def test_the_day_it_is_is_shown_and_what_runs_is_marked(planner):
    assert planner.page.days.day == FIRST
    assert planner.marked == "Optics"
    assert planner.words == "Optics · 11:00–12:30 · Attic · Workshop · 0 of 2 inside"


def test_arrows_go_through_the_sessions_by_room_and_time(planner):
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Home):
        planner.press(key)
        seen.append(planner.marked)
    assert seen == ["Lasers", "Opening", "Lasers", "Optics", "Opening"]


def test_keys_turn_to_another_day_and_no_further_than_the_last(planner):
    planner.press(Qt.Key.Key_Right, ALT)
    planner.press(Qt.Key.Key_Right, ALT)
    assert (planner.page.days.day, planner.marked) == (LAST, "Closing")
    planner.press(Qt.Key.Key_Left, ALT)
    assert planner.page.days.day == FIRST


def test_a_session_is_added_after_the_marked_one_and_taken_back(planner):
    def fill(dialog):
        write(dialog.name, "Panel")
        dialog.kind.setCurrentIndex(0)
        write(dialog.places, "80")
        write(dialog.topic, "Joint sales")
        write(dialog.categories, "speaker, press")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    planner.answering(fill, lambda: planner.press(Qt.Key.Key_N, CTRL))
    panel = planner.sessions["Panel"]
    assert planner.at("Panel") == (FIRST, "12:30-13:30", "Attic")
    assert (panel.kind, panel.capacity, panel.topic) == (SessionKind.PLENARY, 80, "Joint sales")
    assert (panel.counted, panel.own_door) == (True, False)
    assert panel.list.categories == ("speaker", "press")
    assert planner.marked == "Panel"
    planner.press(Qt.Key.Key_Z, CTRL)
    assert "Panel" not in planner.sessions


def test_a_change_is_saved_and_all_of_it_is_taken_back(planner):
    def fill(dialog):
        write(dialog.name, "Light")
        write(dialog.starts, "11.15")
        write(dialog.places, "")
        dialog.own_door.setChecked(False)
        dialog.accept()

    planner.mark("Optics")
    before = planner.sessions["Optics"]
    planner.answering(fill, lambda: planner.press(Qt.Key.Key_Return))
    light = planner.sessions["Light"]
    assert (light.starts, light.capacity, light.own_door) == (time(11, 15), None, False)
    planner.press(Qt.Key.Key_Z, CTRL)
    assert planner.sessions["Optics"] == before
    assert not planner.page.keys.undo.isEnabled()


def test_what_is_wrong_is_said_beside_each_field(planner):
    said = {}

    def fill(dialog):
        write(dialog.name, "LASERS")
        write(dialog.starts, "noon")
        write(dialog.ends, "")
        write(dialog.places, "0")
        dialog.accept()
        assert dialog.isVisible()
        for field in (dialog.name, dialog.starts, dialog.ends, dialog.places):
            said[field.accessibleName()] = field.accessibleDescription()
        write(dialog.starts, "12:00")
        write(dialog.ends, "11:00")
        dialog.accept()
        said["then"] = dialog.ends.accessibleDescription()
        said["no more"] = dialog.starts.accessibleDescription()

    planner.answering(fill, lambda: planner.press(Qt.Key.Key_Return))
    assert said == {
        "Name": "LASERS: there is a list of that name; choose another.",
        "Starts": "noon is not a time such as 09:15.",
        "Ends": "A session needs a start and an end.",
        "Places": "The number of places must be from 1 to 1000000.",
        "then": "A session that starts at 12:00 cannot end at 11:00: it ends later on the same day,"
        " which lasts until 04:00.",
        "no more": "",
    }


def test_a_session_is_removed_and_brought_back_whole(planner):
    planner.mark("Optics")
    before = planner.sessions["Optics"]
    planner.press(Qt.Key.Key_Delete)
    assert "Optics" not in planner.sessions
    assert planner.page.said.accessibleName() == "Optics was removed."
    planner.press(Qt.Key.Key_Z, CTRL)
    assert planner.sessions["Optics"] == before


def test_a_session_with_check_ins_stays_and_says_so(planner):
    enter(planner.laptop, "Optics", "Ada")
    planner.press(Qt.Key.Key_Delete)
    assert "Optics" in planner.sessions
    [notice] = planner.laptop.window.view.notices.notices
    assert "Optics has check-ins and stays" in notice.text


def test_who_may_not_plan_is_told_before_a_dialog_opens(planner):
    planner.page.bench.duty.take_up(Operator("Elīna", Role.RECEPTION))
    planner.press(Qt.Key.Key_N, CTRL)
    planner.press(Qt.Key.Key_Down, ALT)
    assert planner.laptop.window.view.notices.notices
    assert planner.at("Optics")[1] == "11:00-12:30"


def test_rooms_fill_as_people_come_and_a_full_one_is_marked(planner):
    planner.mark("Optics")
    enter(planner.laptop, "Optics", "Ada", "Bob")
    planner.laptop.until(lambda: planner.words.endswith("2 of 2 inside · full"))


def test_two_sessions_in_one_room_at_once_are_a_clash_that_is_told(planner):
    assert not planner.page.facts.isVisible()
    plan(planner.laptop, "Mirrors", "11:30-12:30")
    planner.laptop.until(planner.page.facts.isVisible)
    [fact] = planner.page.facts.facts
    assert fact.startswith("Clash in Hall, ")
    assert fact.endswith(": Lasers 11:00–12:00, Mirrors 11:30–12:30.")
    planner.mark("Mirrors")
    assert planner.words.endswith("clashes with Lasers")
    shown = []
    planner.answering(
        lambda dialog: shown.append(dialog.list.item(0).text()),
        lambda: planner.press(Qt.Key.Key_F, ALT),
    )
    assert shown == [fact]


def test_the_rules_of_attendance_are_changed(planner):
    def fill(dialog):
        dialog.threshold.setEditText("101")
        dialog.accept()
        assert dialog.threshold.accessibleDescription() == (
            "101 is no threshold: it is from 1 to 100 per cent."
        )
        dialog.threshold.setEditText("75 %")
        write(dialog.midday, "12:30")
        dialog.exits.setCurrentIndex(1)
        dialog.one_room.setChecked(True)
        dialog.accept()

    planner.answering(fill, lambda: planner.press(Qt.Key.Key_R, ALT))
    event = planner.event
    assert (event.threshold, event.midday, event.one_room) == (75, time(12, 30), True)
    assert event.exits is Exits.DOOR


def test_every_kind_can_be_read_in_light_and_dark():
    for theme in (LIGHT, DARK):
        for kind in SessionKind:
            tone = tone_of(kind, theme)
            assert contrast(tone.ink, tone.paper) >= 4.5
            assert contrast(theme.ink, tone.paper) >= 4.5


def test_bookings_are_counted_and_what_does_not_fit_is_told(planner):
    ada, bob, eve = planner.laptop.register("Ada", "Bob", "Eve")
    lasers, optics = planner.sessions["Lasers"].id, planner.sessions["Optics"].id
    with planner.laptop.app.open_event(planner.laptop.path) as store:
        for person, wanted in ((ada, {lasers, optics}), (bob, {optics}), (eve, {optics})):
            book(store, OPERATOR, person, wanted)
    facts = planner.page.facts
    planner.laptop.until(lambda: len(facts.facts) == 2)
    assert facts.facts == [
        "Optics: 3 booked, 2 places.",
        "Ada booked two at once: Lasers, Optics.",
    ]
    planner.mark("Optics")
    assert planner.words.endswith("0 of 2 inside · 3 booked · overbooked")
    planner.mark("Opening")
    assert "booked" not in planner.words
