"""The page of badges: what it shows, who is meant, and how one gets about by keyboard."""

import pytest
from PySide6.QtCore import Qt

from checkin.domain.details import Details
from checkin.domain.people import Status
from checkin.domain.table import Row, Table
from checkin.render import fonts
from checkin.services.badges import Choice
from checkin.services.importing import import_list
from checkin.services.registration import edit, find_attendee, set_status
from tests.ui.badges.conftest import ALT, Badges
from tests.ui.conftest import OPERATOR

ENTER, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


@pytest.fixture
def three(badges: Badges) -> Badges:
    """Ada, Bob and a man of a very long name, none printed, the page open."""
    badges.laptop.register("Ada Lovelace", organisation="Riga Photonics")
    badges.laptop.register("Bob Builder")
    badges.laptop.register("Konstantinos-Alexandros Papadimitrakopoulos")
    return badges.open()


def test_without_people_the_page_says_what_to_do_first(badges):
    page = badges.open().page
    assert page.first_focus().isVisible()
    badges.press(SPACE)
    view = badges.laptop.window.view
    assert view.pages[1].isVisible()


def test_the_longest_name_is_shown_first(three):
    assert three.caption.startswith("The longest name of 3 people · Konstantinos")
    assert three.page.looking.preview.face.values["family_name"] == "Papadimitrakopoulos"
    assert "1 long name is set smaller" in three.page.looking.checks.text()
    assert "3 badges on 1 sheet" in three.page.looking.checks.text()


def test_counts_stand_beside_the_choices_and_new_ones_are_meant(three):
    assert three.counts() == ["3", "3", "0", "0"]
    assert three.page.which.choice is Choice.NEW
    assert three.button == "Print new (3)…"
    three.press(Qt.Key.Key_1, ALT)
    assert three.button == "Print all (3)…"
    three.press(Qt.Key.Key_3, ALT)
    assert three.button == "Print changed (0)…"


def test_arrows_turn_through_those_meant(three):
    shown = []
    for _ in range(4):
        three.press(Qt.Key.Key_Right)
        shown.append(three.caption)
    assert shown == [
        "1 of 3 · Bob Builder",
        "2 of 3 · Ada Lovelace",
        "3 of 3 · Konstantinos-Alexandros Papadimitrakopoulos",
        "1 of 3 · Bob Builder",
    ]
    three.press(Qt.Key.Key_Left)
    assert three.caption.startswith("3 of 3")
    three.press(Qt.Key.Key_Home)
    assert three.caption.startswith("The longest name")


def test_anyone_can_be_looked_at_and_ticked(three):
    assert three.find("ada") == ["Ada Lovelace · Riga Photonics"]
    three.laptop.until(lambda: three.caption == "Ada Lovelace")
    assert three.counts()[3] == "0"
    three.press(ENTER)
    assert three.counts()[3] == "1"
    assert three.button == "Print chosen (1)…"
    three.find("bob")
    three.press(Qt.Key.Key_Down)
    three.press(SPACE)
    assert three.button == "Print chosen (2)…"
    three.press(Qt.Key.Key_0, ALT)
    assert three.button == "Print chosen (0)…"


def test_an_empty_field_shows_who_is_ticked(three):
    three.find("bob")
    three.press(ENTER)
    three.press(ESCAPE)
    three.laptop.until(lambda: three.page.picker.shown_for == "")
    assert three.page.picker.list.count() == 1
    assert three.page.picker.list.item(0).text() == "Bob Builder"


def test_nobody_found_is_said(three):
    assert three.find("zzz") == []
    assert not three.page.picker.list.isVisible()


def test_another_page_may_hand_people_over(three):
    with three.laptop.app.open_event(three.laptop.path) as store:
        wanted = [find_attendee(store, name.badge).id for name in store.roster.search("ada", 5)]
    three.page.choose(wanted)
    three.laptop.rest()
    assert three.button == "Print chosen (1)…"


def test_whoever_is_canceled_meanwhile_is_no_longer_meant(three):
    three.find("ada")
    three.press(ENTER)
    with three.laptop.app.open_event(three.laptop.path) as store:
        (ada,) = store.roster.search("ada", 5)
        set_status(store, OPERATOR, ada, Status.CANCELED)
    three.laptop.until(lambda: three.counts() == ["2", "2", "0", "0"])
    assert three.button == "Print chosen (0)…"


def test_what_others_change_is_seen_on_the_badge_that_is_shown(three):
    three.find("bob")
    three.laptop.until(lambda: three.caption == "Bob Builder")
    three.press(ESCAPE)
    with three.laptop.app.open_event(three.laptop.path) as store:
        (bob,) = store.roster.search("bob", 5)
        edit(store, OPERATOR, bob, Details({"organisation": "Bricks & Co"}))
    three.laptop.until(
        lambda: three.page.looking.preview.face.values["organisation"] == "Bricks & Co"
    )
    assert three.caption == "Bob Builder"


def test_the_longest_name_takes_the_place_of_somebody_canceled(three):
    three.find("bob")
    three.laptop.until(lambda: three.caption == "Bob Builder")
    three.press(ESCAPE)
    with three.laptop.app.open_event(three.laptop.path) as store:
        (bob,) = store.roster.search("bob", 5)
        set_status(store, OPERATOR, bob, Status.CANCELED)
    three.laptop.until(lambda: three.caption.startswith("The longest name of 2 people"))


def test_letters_without_a_font_are_told_by_script(badges):
    # Nobody's fonts have Vithkuqi, of 1845, or Tangsa, of 1990.
    badges.laptop.register("\U00010570\U00016a70 Ada", "\U00010570 Bob")
    badges.open()
    text = badges.page.looking.checks.text()
    assert "no font on this computer has all Vithkuqi letters of 2 badges" in text
    assert "no font on this computer has all Tangsa letters of 1 badge" in text


def test_markup_in_a_name_is_letters(badges):
    badges.laptop.register("<b>Eve</b> & Co")
    badges.open()
    assert badges.caption.endswith("<b>Eve</b> & Co")
    assert badges.find("eve") == ["<b>Eve</b> & Co"]


def test_the_preview_is_the_badge_sharp_at_any_size(three, qapp):
    preview = three.page.looking.preview
    for size in ((400, 300), (900, 700)):
        preview.resize(*size)
        area = preview.paper()
        assert area.width() / area.height() == pytest.approx(90 / 60)
        assert preview.rect().contains(area.toAlignedRect())
        shown = preview.grab().toImage()
        corner = area.topLeft().toPoint()
        assert shown.pixelColor(corner.x() + 3, corner.y() + 3).name() == "#ffffff"


def test_without_the_font_a_sentence_stands_there_and_the_rest_works(badges, monkeypatch):
    badges.laptop.register("Ada Lovelace")
    monkeypatch.setattr(fonts, "_STYLES", ("Regular", "Unheard-of"))
    badges.open()
    assert "font-source-sans-pro" in badges.page.looking.preview.trouble
    assert badges.counts() == ["1", "1", "0", "0"]
    assert not badges.page.looking.preview.grab().isNull()
    assert badges.find("ada") == ["Ada Lovelace"]


def test_thousands_are_looked_through_without_keeping_others_waiting(badges):
    people = [Row(number, (f"Person {number}",)) for number in range(2000)]
    with badges.laptop.app.open_event(badges.laptop.path) as store:
        import_list(store, OPERATOR, Table(("Name",), people), {0: "name"})
    badges.laptop.open()
    page, answered = badges.page, []
    page.refresh(page.reads)

    def ask_again(_answer=None):
        answered.append(page.deck.complete)
        if not page.deck.complete:
            page.bench.reading.ask(lambda _desk: None, ask_again)

    ask_again()
    badges.laptop.rest()
    assert answered.count(False) > 4
    assert badges.counts() == ["2,000", "2,000", "0", "0"]
    assert "2,000 badges on 250 sheets" in page.looking.checks.text()
