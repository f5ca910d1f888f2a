"""What is said before badges come out: what is amiss with whom, and who was printed before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from checkin.domain.details import Details
from checkin.services.badges import printed_faces
from checkin.services.registration import edit
from checkin.ui.badges.beforedialog import BeforeDialog
from tests.ui.badges.conftest import ALT, CTRL, NONE, Badges, codes_in
from tests.ui.conftest import OPERATOR

P, ENTER, ESCAPE = Qt.Key.Key_P, Qt.Key.Key_Return, Qt.Key.Key_Escape
FOOD = "Baltic Food Cluster"


class Before(Badges):
    """Somebody who reads what is said before, and answers with keys or by clicking a button."""

    def print(self, *answers: Qt.Key | str | tuple[Qt.Key, Qt.KeyboardModifier]) -> list[str]:
        """Ask for a print; return what is said."""
        said: list[str] = []

        def answer(dialog: BeforeDialog) -> None:
            for one in answers:
                if isinstance(one, str):
                    (button,) = [it for it in dialog.findChildren(QPushButton) if it.text() == one]
                    button.click()
                else:
                    key, modifier = one if isinstance(one, tuple) else (one, NONE)
                    self.laptop.qtbot.keyClick(dialog, key, modifier)
            said.extend(it.text() for it in dialog.findChildren(QLabel) if it.text())
            said.append(dialog.again.text() if not dialog.again.isHidden() else "")

        self.answer(BeforeDialog, answer)
        self.press(P, CTRL)
        return said


@pytest.fixture
def before(laptop, tmp_path, monkeypatch) -> Before:
    laptop.make_event()
    made = Before(laptop, tmp_path, monkeypatch)
    made.has_printer()
    return made


def test_where_nothing_is_amiss_one_glance_and_enter_print(before):
    before.laptop.register("Ada Ozola", organisation=FOOD)
    said = before.open().print(ENTER)
    assert said[:2] == ["Print 1 badge", "1 sheet · A4, eight of 90 × 60 mm"]
    assert "Every name fits, every letter has a font, every code is large enough." in said
    assert len(codes_in(before.paper)) == 1


def test_what_is_amiss_stands_there_with_its_names(before):
    before.laptop.register("Ada Ozola", organisation=FOOD)
    before.laptop.register(*(f"{'Konstantinos' * 3} {letter}" for letter in "ABCDE"))
    before.laptop.register("W" * 150, organisation=FOOD)
    said = before.open().print(ESCAPE)
    assert "Words are cut short on 1 badge." in said
    assert "5 people have no organisation." in said
    assert not before.paper.exists()


def test_all_whom_a_finding_concerns_can_be_chosen(before):
    before.laptop.register("Ada Ozola", organisation=FOOD)
    before.laptop.register(*(f"Person {letter}" for letter in "ABCDE"))
    before.open().print("and 2 more")
    assert not before.paper.exists()
    assert before.button == "Print chosen (5)…"


def test_a_click_on_a_name_shows_that_badge(before):
    before.laptop.register("Ada Ozola", organisation=FOOD)
    before.laptop.register("Bob Berg")
    before.open().print("Bob Berg")
    before.laptop.until(lambda: before.caption == "Bob Berg")
    assert not before.paper.exists()


def test_those_printed_before_are_left_out_unless_somebody_says_so(before):
    before.laptop.register("Ada Ozola", "Bob Berg")
    before.open().print(ENTER)
    before.laptop.until(lambda: before.counts()[1] == "0")
    (eve,) = before.laptop.register("Eve Late")
    before.laptop.until(lambda: before.counts()[1] == "1")
    before.press(Qt.Key.Key_1, ALT)
    said = before.print(ENTER)
    assert said[-1].startswith("2 of these were printed before and look the same: print them again")
    assert said[0] == "Print 1 badge"
    assert codes_in(before.paper) == {before.laptop.code(eve)}
    before.laptop.until(lambda: before.counts()[1] == "0")
    before.print((P, ALT), (P, ALT), ENTER)
    assert len(codes_in(before.paper)) == 3


def test_one_chosen_to_be_printed_again_is(before):
    before.laptop.register("Ada Ozola")
    before.open().print(ENTER)
    before.laptop.until(lambda: before.counts()[1] == "0")
    before.paper.unlink()
    before.press(Qt.Key.Key_1, ALT)
    before.print(ENTER)
    assert len(codes_in(before.paper)) == 1


def test_one_whose_badge_has_changed_is_printed_without_asking(before):
    (ada,) = before.laptop.register("Ada Ozola")
    before.open().print(ENTER)
    before.laptop.until(lambda: before.counts()[1] == "0")
    with before.laptop.app.open_event(before.laptop.path) as store:
        edit(store, OPERATOR, ada, Details({"organisation": FOOD}))
    before.laptop.until(lambda: before.counts()[2] == "1")
    before.press(Qt.Key.Key_1, ALT)
    assert before.print(ENTER)[-1] == ""


def test_esc_prints_nothing_and_remembers_nothing(before):
    before.laptop.register("Ada Ozola")
    before.open().print(ESCAPE)
    assert not before.paper.exists()
    with before.laptop.app.open_event(before.laptop.path) as store:
        assert not printed_faces(store, OPERATOR)
