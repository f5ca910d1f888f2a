"""Printing and saving badges from the page and from the door, and what is remembered of it."""

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from checkin.domain.roles import Operator, Role
from checkin.domain.stock import USUAL_PLAN, TwoSided
from checkin.render import fonts
from checkin.services.badges import badges_to_print, printed_faces
from checkin.services.desk import Desk
from checkin.store.store import Store
from checkin.ui.badges.bringing import bring_out
from checkin.ui.badges.output import print_badges
from checkin.ui.badges.pages import PagesDialog
from checkin.ui.badges.restdialog import RestDialog
from tests.render.test_whole_files import disk_of
from tests.ui.badges.conftest import ALT, CTRL, Badges, codes_in
from tests.ui.conftest import OPERATOR

P, S, ESCAPE = Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_Escape


@pytest.fixture
def nine(badges: Badges) -> Badges:
    """Nine people, none printed, the page open, a printer there."""
    badges.people = badges.laptop.register(*(f"Person {letter}" for letter in "ABCDEFGHI"))
    badges.has_printer()
    return badges.open()


def remembered(badges: Badges) -> int:
    """Return how many badges are known to have been printed."""
    with badges.laptop.app.open_event(badges.laptop.path) as store:
        return len(printed_faces(store, OPERATOR))


def offered(badges: Badges) -> QPushButton:
    """Return the button of the newest notice that offers what to do."""
    return badges.page.bench.notices.notices[0].findChildren(QPushButton)[0]


def test_what_is_printed_is_no_longer_new(nine):
    nine.press(P, CTRL)
    assert codes_in(nine.paper) == {nine.laptop.code(one) for one in nine.people}
    assert nine.said == ["9 badges on 2 sheets went to Front desk."]
    nine.laptop.until(lambda: nine.counts() == ["9", "0", "0", "0"])
    assert nine.button == "Print new (0)…"
    assert remembered(nine) == 9


def test_the_printer_used_last_is_offered_next_time(nine):
    nine.press(P, CTRL)
    assert nine.offered == "Back office"
    nine.press(Qt.Key.Key_1, ALT)
    nine.press(P, CTRL)
    assert nine.offered == "Front desk"


def test_what_did_not_come_out_is_printed_again(nine):
    nine.press(P, CTRL)
    nine.laptop.until(lambda: nine.counts()[1] == "0")
    sheets = []

    def second_is_missing(dialog):
        sheets.extend(dialog.sheets.item(at).text() for at in range(dialog.sheets.count()))
        nine.laptop.qtbot.keyClick(dialog.sheets, Qt.Key.Key_Return)

    nine.answer(RestDialog, second_is_missing)
    nine.paper.unlink()
    offered(nine).click()
    nine.laptop.rest()
    assert sheets == ["Sheet 1: Person A – Person H", "Sheet 2: Person I"]
    assert codes_in(nine.paper) == {nine.laptop.code(nine.people[8])}


def test_esc_in_the_printers_dialog_prints_nothing(nine):
    nine.has_printer(wanted=False)
    nine.press(P, CTRL)
    assert (nine.said, remembered(nine)) == ([], 0)


def test_without_a_printer_a_pdf_is_offered(nine):
    nine.has_no_printer()
    nine.will_save_as(str(nine.pdf))
    nine.press(P, CTRL)
    assert "no printer" in nine.said[0]
    offered(nine).click()
    nine.laptop.rest()
    assert len(codes_in(nine.pdf)) == 9


def test_a_pdf_is_saved_and_counts_as_printed(nine):
    nine.will_save_as(str(nine.pdf.with_suffix("")))
    nine.press(S, CTRL)
    assert Path(nine.offered).name == "Clusters go international badges.pdf"
    assert len(codes_in(nine.pdf)) == 9
    assert nine.said[0].startswith("badges.pdf holds 9 badges on 2 sheets.")
    nine.laptop.until(lambda: nine.counts()[1] == "0")


def test_only_those_chosen_are_printed(nine):
    nine.find("person c")
    nine.press(Qt.Key.Key_Return)
    nine.press(P, CTRL)
    assert codes_in(nine.paper) == {nine.laptop.code(nine.people[2])}
    assert remembered(nine) == 1
    assert nine.said == ["1 badge on 1 sheet went to Front desk."]


def test_a_canceled_pdf_leaves_no_file_and_nothing_printed(nine):
    nine.will_save_as(str(nine.pdf))
    nine.page.bench.long.started.connect(lambda _title: nine.page.bench.long.cancel())
    before = sorted(nine.folder.iterdir())
    nine.press(S, CTRL)
    assert sorted(nine.folder.iterdir()) == before
    assert remembered(nine) == 0
    assert nine.said == ["Canceled. Nothing was changed."]


def test_stopped_printing_remembers_what_the_printer_had_taken(nine):
    nine.page.bench.long.started.connect(lambda _title: nine.page.bench.long.cancel())
    nine.press(P, CTRL)
    assert nine.said == ["Stopped. 8 badges on 1 sheet had gone to Front desk already."]
    nine.laptop.until(lambda: nine.counts() == ["9", "1", "0", "0"])


def test_a_full_disk_is_one_sentence_and_nothing_printed(nine):
    nine.will_save_as(str(nine.pdf))
    nine.press(S, CTRL)
    before = nine.pdf.read_bytes()
    nine.press(Qt.Key.Key_1, ALT)
    long = nine.page.bench.long
    with disk_of(20_000):
        nine.laptop.qtbot.keyClick(nine.page, S, CTRL)
        nine.laptop.until(lambda: not long.busy)
    nine.laptop.rest()
    assert "cannot be written" in nine.said[0]
    assert nine.said[0].count(". ") == 0
    assert nine.pdf.read_bytes() == before


def test_a_folder_that_is_gone_is_one_sentence(nine):
    nine.will_save_as(str(nine.folder / "gone" / "badges.pdf"))
    nine.press(S, CTRL)
    assert "cannot be written" in nine.said[0]
    assert remembered(nine) == 0


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_one_sentence(nine):
    nine.paper = nine.folder / "gone" / "paper.pdf"
    nine.has_printer()
    nine.press(P, CTRL)
    assert nine.said[0].startswith("Front desk does not take the pages")
    assert remembered(nine) == 0


def test_no_font_is_one_sentence_when_printing_from_the_door(nine, monkeypatch):
    monkeypatch.setattr(fonts, "_STYLES", ("Regular", "Unheard-of"))
    nine.page.bench.notices.clear()
    print_badges(nine.page.bench, nine.page, [nine.people[0].id])
    nine.laptop.rest()
    assert "font-source-sans-pro" in nine.said[0]
    assert remembered(nine) == 0


def test_an_event_that_cannot_be_written_still_prints_and_says_it_will_not_remember(badges):
    (ada,) = badges.laptop.register("Ada")
    app, drawn = badges.laptop.app, []

    def draw(faces, _design, _progress):
        drawn.extend(face.code for face in faces)
        return len(faces)

    with Store.open(badges.laptop.path, app.book, app.now, read_only=True) as store:
        outcome = bring_out(
            Desk(store, OPERATOR),
            lambda _done, _total: True,
            badges.open().page.bench,
            lambda desk: badges_to_print(desk.store, desk.operator),
            USUAL_PLAN,
            draw,
        )
    assert drawn == [badges.laptop.code(ada)]
    assert (outcome.badges, outcome.sheets) == (1, 1)
    assert outcome.unrecorded
    assert outcome.unrecorded.code == "event-read-only"


def test_nobody_is_nobody_and_not_everybody(nine):
    print_badges(nine.page.bench, nine.page, [])
    nine.laptop.rest()
    assert not nine.paper.exists()


def test_the_door_prints_one_badge_with_its_key_and_enter(nine):
    view = nine.laptop.window.view
    view.show_page(0)
    reception, ada = view.pages[0], nine.people[0]
    with nine.laptop.qtbot.waitSignal(reception.doorway.answered, timeout=10_000):
        nine.laptop.qtbot.keyClicks(reception.field, nine.laptop.code(ada))
        nine.laptop.qtbot.keyClick(reception.field, Qt.Key.Key_Return)
    nine.laptop.rest()
    nine.laptop.qtbot.keyClick(reception.field, P, CTRL)
    nine.laptop.rest()
    assert codes_in(nine.paper) == {nine.laptop.code(ada)}
    assert remembered(nine) == 1
    assert nine.said == ["1 badge on 1 sheet went to Front desk."]


def test_reception_may_print(badges):
    badges.laptop.register("Ada")
    badges.laptop.window.staffing.operator = Operator("Elīna", Role.RECEPTION)
    badges.has_printer()
    badges.open().press(P, CTRL)
    assert badges.said == ["1 badge on 1 sheet went to Front desk."]


class TestPages:
    """The print preview."""

    @pytest.fixture
    def dialog(self, nine):
        made = PagesDialog(nine.page, nine.page.bench, nine.page.meant(), USUAL_PLAN)
        made.show()
        nine.laptop.rest()
        return made

    def turn(self, nine, dialog, key):
        nine.laptop.qtbot.keyClick(dialog, key)
        nine.laptop.rest()
        return dialog.page, [face.values["family_name"] for face in dialog.view.faces]

    def test_pages_are_turned_by_key(self, nine, dialog):
        first = (0, list("ABCDEFGH"))
        assert (dialog.page, [face.values["family_name"] for face in dialog.view.faces]) == first
        assert self.turn(nine, dialog, Qt.Key.Key_PageDown) == (1, ["I"])
        assert self.turn(nine, dialog, Qt.Key.Key_PageDown) == (1, ["I"])
        assert self.turn(nine, dialog, Qt.Key.Key_PageUp) == first
        assert self.turn(nine, dialog, Qt.Key.Key_End) == (1, ["I"])
        assert self.turn(nine, dialog, Qt.Key.Key_Home) == first

    def test_a_page_is_shown_whole_or_as_large_as_the_paper(self, nine, dialog):
        area = dialog.view.parentWidget()
        assert area.rect().contains(dialog.view.rect())
        nine.laptop.qtbot.keyClick(dialog, Qt.Key.Key_1, CTRL)
        dots = dialog.view.logicalDpiX() / 25.4
        assert dialog.view.width() - 28 == pytest.approx(210 * dots, abs=1)
        assert dialog.view.height() - 28 == pytest.approx(297 * dots, abs=1)
        nine.laptop.qtbot.keyClick(dialog, Qt.Key.Key_0, CTRL)
        assert area.rect().contains(dialog.view.rect())

    def test_the_page_shown_is_the_page_printed(self, nine, dialog, tmp_path):
        nine.laptop.qtbot.keyClick(dialog, Qt.Key.Key_1, CTRL)
        shown = tmp_path / "shown.png"
        assert dialog.view.grab().toImage().scaledToWidth(1600).save(str(shown))
        found = {one.text for one in zxingcpp.read_barcodes(Image.open(shown))}
        assert found == {nine.laptop.code(one) for one in nine.people[:8]}

    def test_backs_follow_their_fronts(self, nine):
        plan = replace(USUAL_PLAN, slots=(8,), two_sided=TwoSided.LONG_EDGE)
        dialog = PagesDialog(nine.page, nine.page.bench, nine.page.meant(), plan)
        dialog.show()
        nine.laptop.rest()
        shown = [dialog.view.grab().toImage()]
        for _ in range(3):
            assert self.turn(nine, dialog, Qt.Key.Key_PageDown)
            shown.append(dialog.view.grab().toImage())
        assert dialog.pages == 4
        assert dialog.page == 3
        assert shown[0] != shown[1]

    def test_enter_prints_even_before_the_page_is_there(self, nine, monkeypatch):
        monkeypatch.setattr(PagesDialog, "exec", lambda dialog: dialog.accept() or True)
        nine.press(P, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert len(codes_in(nine.paper)) == 9

    def test_without_the_font_a_sentence_stands_there(self, nine, monkeypatch):
        monkeypatch.setattr(fonts, "_STYLES", ("Regular", "Unheard-of"))
        dialog = PagesDialog(nine.page, nine.page.bench, nine.page.meant(), USUAL_PLAN)
        assert "font-source-sans-pro" in dialog.view.trouble
        assert not dialog.view.grab().isNull()
        dialog.deleteLater()
