"""The paper: a stock found and chosen, a used sheet, one's own stock, a printer set right."""

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import Qt

from checkin.domain.stock import A4_EIGHT
from checkin.ui.badges.adjustdialog import AdjustDialog
from checkin.ui.badges.paperdialog import PaperDialog
from checkin.ui.badges.papers import Papers
from checkin.ui.badges.stockdialog import StockDialog
from tests.render.paper import Pages
from tests.ui.badges.conftest import ALT, CTRL, Badges, codes_in

K, P, ENTER = Qt.Key.Key_K, Qt.Key.Key_P, Qt.Key.Key_Return
HOME, DOWN, RIGHT = Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right
SHEET = """<?xml version="1.0"?>
<Glabels-templates><Template brand="Ours" part="Four" size="A4">
<Label-rectangle id="0" width="80mm" height="50mm" round="0">
<Layout nx="2" ny="2" x0="20mm" y0="20mm" dx="85mm" dy="55mm"/></Label-rectangle>
</Template></Glabels-templates>"""


@pytest.fixture
def ten(badges: Badges) -> Badges:
    """Ten people, none printed, the page open, a printer there."""
    badges.people = badges.laptop.register(*(f"Person {letter}" for letter in "ABCDEFGHIJ"))
    badges.has_printer()
    return badges.open()


@pytest.fixture
def papers(ten) -> Papers:
    return Papers(ten.page.bench.outside)


def choose(badges: Badges, text: str, *then) -> None:
    """Open the paper, find a stock, and perhaps do something there before Enter."""

    def answer(dialog: PaperDialog) -> None:
        badges.laptop.qtbot.keyClicks(dialog.field, text)
        for does in then:
            does(dialog)
        badges.laptop.qtbot.keyClick(dialog, ENTER)

    badges.answer(PaperDialog, answer)
    badges.press(K, CTRL)


def test_a_stock_is_found_by_its_name_and_used(ten):
    choose(ten, "l7160")
    assert ten.page.paper.sheet.free == tuple(range(1, 22))
    ten.press(P, CTRL)
    assert ten.told[1] == "1 sheet · Avery L7160"
    assert len(codes_in(ten.paper)) == 10


def test_a_used_sheet_is_filled_first_and_gone_on_with(ten):
    def start_at_the_last_two(dialog):
        for key in (Qt.Key.Key_End, Qt.Key.Key_Left, ENTER):
            ten.laptop.qtbot.keyClick(dialog.sheet, key)

    choose(ten, "l7160", start_at_the_last_two)
    assert ten.page.paper.sheet.free == (20, 21)
    ten.press(P, CTRL)
    assert ten.told[1] == "2 sheets · Avery L7160 · from place 20 of a used one"
    assert len(Pages(ten.paper)) == 2
    # Labels cost money: the next print goes on where this one ended.
    assert ten.page.paper.sheet.free == tuple(range(9, 22))
    ten.press(Qt.Key.Key_G, ALT)
    assert ten.page.paper.sheet.free == tuple(range(1, 22))


def test_plain_paper_offers_what_is_left_of_it(ten):
    ten.press(P, CTRL)
    assert ten.page.paper.sheet.free == tuple(range(1, 9))
    assert ten.page.paper.going_on.toolTip() == "The last sheet has 6 free places"
    ten.press(Qt.Key.Key_G, ALT)
    assert ten.page.paper.sheet.free == (3, 4, 5, 6, 7, 8)


def test_a_label_printer_prints_one_badge_a_page(ten):
    choose(ten, "62 mm")
    ten.press(P, CTRL)
    pages = Pages(ten.paper)
    assert len(pages) == 10
    assert pages.size(0)[0] == pytest.approx(62 / 25.4 * 72, abs=1)


def test_what_is_not_found_cannot_be_used(ten):
    def nothing(dialog):
        assert not dialog.accept_button.isEnabled()
        dialog.field.clear()

    choose(ten, "no such sheet", nothing)


class TestOwn:
    """A stock of one's own."""

    @pytest.fixture
    def dialog(self, ten, papers):
        made = StockDialog(ten.page, A4_EIGHT, papers.book)
        made.show()
        return made

    def test_it_is_drawn_while_it_is_typed(self, dialog):
        dialog.columns.setValue(1)
        assert dialog.sheet.free == (1, 2, 3, 4)

    def test_what_is_wrong_is_said_at_once_and_nothing_is_saved(self, dialog):
        dialog.name.setText("Mine")
        dialog.lengths["left"].setValue(60)
        assert dialog.wrong.text() == (
            "Mine cannot be printed on: its badges reach over the edge of the page."
        )
        dialog.accept()
        assert dialog.book is None
        dialog.lengths["left"].setValue(12)
        assert dialog.wrong.isHidden()

    def test_a_name_is_needed_that_nobody_has(self, dialog):
        dialog.accept()
        assert "needs a name" in dialog.wrong.text()
        dialog.name.setText(A4_EIGHT.name)
        dialog.accept()
        assert "already" in dialog.wrong.text()

    def test_it_is_made_changed_and_taken_away_again(self, ten, papers):
        dialog = PaperDialog(ten.page, ten.page.bench, papers)

        def name_it(name):
            def answer(asked):
                asked.name.setText(name)
                ten.laptop.qtbot.keyClick(asked, ENTER)

            return answer

        ten.answer(StockDialog, name_it("Mine"))
        dialog.own.add.trigger()
        assert dialog.stock.name == "Mine"
        ten.answer(StockDialog, name_it("Ours"))
        dialog.own.edit.trigger()
        assert [one.name for one in papers.book.own] == ["Ours"]
        dialog.own.remove.trigger()
        assert papers.book.own == ()
        assert not dialog.own.remove.isVisible()
        dialog.deleteLater()

    def test_sheets_of_glabels_are_taken_in_once(self, ten, papers, tmp_path):
        file = tmp_path / "ours.template"
        file.write_text(SHEET, "utf-8")
        dialog = PaperDialog(ten.page, ten.page.bench, papers)
        dialog.own.read(file)
        assert dialog.wrong.text() == "1 stock taken in."
        assert dialog.stock.badges_a_page == 4
        dialog.own.read(file)
        assert dialog.wrong.text() == "0 stocks taken in; 1 were here already."
        dialog.own.read(Path("no such file"))
        assert "no such file" in dialog.wrong.text()
        dialog.deleteLater()


class TestAdjusting:
    """A printer that is off is set right for a stock."""

    @pytest.fixture
    def dialog(self, ten, papers):
        made = AdjustDialog(ten.page, ten.page.bench, papers, A4_EIGHT)
        made.printer.setCurrentText("Front desk")
        return made

    def off_to_the_right(self, dialog):
        """Type what is read where all came out 1 mm too far to the right."""
        for (across, _down), read in zip(dialog.readings, (21, 19, 21, 19), strict=True):
            across.setValue(read)

    def test_what_is_read_is_turned_into_what_makes_it_right(self, ten, dialog, papers):
        assert dialog.values.text() == "Pages are printed as they are."
        self.off_to_the_right(dialog)
        assert "moved -1 mm to the right and 0 mm down" in dialog.values.text()
        dialog.accept()
        assert papers.plan("Front desk").adjustment.across == -100
        assert papers.plan("Back office").adjustment.across == 0

    def test_every_print_on_that_printer_is_put_right(self, ten, dialog):
        def leftmost():
            ten.press(Qt.Key.Key_1, ALT)
            ten.press(P, CTRL)
            found = zxingcpp.read_barcodes(Pages(ten.paper).picture(0, 300))
            return min(one.position.top_left.x for one in found)

        before = leftmost()
        self.off_to_the_right(dialog)
        dialog.accept()
        ten.laptop.until(lambda: ten.counts()[1] == "0")
        assert before - leftmost() == pytest.approx(300 / 25.4, abs=1)

    def test_readings_that_cannot_be_are_refused(self, dialog, papers):
        for across, down in dialog.readings:
            across.setValue(90)
            down.setValue(0)
        dialog.accept()
        assert "measure again" in dialog.wrong.text()
        assert papers.book.adjustments == {}

    def test_it_is_forgotten_again(self, dialog, papers):
        self.off_to_the_right(dialog)
        dialog.accept()
        dialog._follow_printer()
        dialog._reset.trigger()
        assert papers.book.adjustments == {}
        assert dialog.values.text() == "Pages are printed as they are."

    def test_the_ruler_page_is_printed_and_saved(self, ten, dialog, tmp_path):
        dialog._print.trigger()
        assert "20" in Pages(ten.paper).text(0)
        dialog.save_page(tmp_path / "ruler.pdf")
        assert len(Pages(tmp_path / "ruler.pdf")) == 1


def test_the_preview_shows_just_what_is_printed(ten, papers):
    choose(ten, "l7160")
    assert ten.page.looking.preview.paper().width() / ten.page.looking.preview.paper().height() == (
        pytest.approx(63.5 / 38.1, abs=0.01)
    )
    papers.keep(replace(papers.paper, stock="gone since"))
    assert papers.stock == A4_EIGHT
