"""What is to be acknowledged and asked at the door: shown, answered by keyboard, or left open."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from checkin.domain.details import Details
from checkin.domain.questions import QuestionKind
from checkin.domain.verdict import Reason
from checkin.services import admission
from checkin.services.questions import Wording, add_question
from checkin.services.reception import latest
from checkin.services.registration import edit, register
from checkin.services.shownfields import show_fields
from checkin.ui.reception.questionfields import ChoiceField, TextField
from checkin.ui.reception.walkindialog import WalkInDialog
from checkin.ui.reception.why import WhyDialog
from tests.ui.conftest import OPERATOR, Laptop
from tests.ui.test_reception import CTRL, ENTER, ESCAPE, answering
from tests.ui.test_scanning import Door

FOLDER = "Hand over the presenter folder"
MEAL = Wording("Meal", choices=("Fish", "Meat", "Vegetarian"))
DINNER = Wording("Coming to the dinner?", kind=QuestionKind.YES_NO)
DIET = Wording("Anything to know", optional=True)
TAB = Qt.Key.Key_Tab


class Desk(Door):
    """Somebody who asks at the door, with a scanner at the keyboard."""

    def __init__(self, laptop: Laptop) -> None:
        super().__init__(laptop)
        self.form = self.page.answering.form

    def asks(self, *wordings: Wording) -> None:
        """Have the doors ask something."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            for one in wordings:
                add_question(store, OPERATOR, one)
        self.laptop.until(
            lambda: (
                {one.text for one in self.view.bench.programme().questions}
                >= {one.text for one in wordings}
            )
        )
        self.laptop.rest()

    def guest(self, name: str = "Ada Ozola", instruction: str = "", **custom: str) -> str:
        with self.laptop.app.open_event(self.laptop.path) as store:
            texts = {"name": name, "instruction": instruction}
            register(store, OPERATOR, Details(texts, custom=custom))
            (one,) = (one for one in store.roster.everyone() if one.name == name)
        return self.laptop.code(one)

    def presses(self, *keys: Qt.Key | str) -> None:
        """Press keys in whatever has the focus."""
        self.laptop.window.activateWindow()
        self.laptop.until(lambda: QApplication.focusWidget() is not None)
        for key in keys:
            focus = QApplication.focusWidget()
            self.laptop.qtbot.keyClick(focus, key)
        self.laptop.rest()

    def custom(self, name: str = "Ada Ozola") -> dict[str, str]:
        """Return what is written down of somebody."""
        with self.laptop.app.open_event(self.laptop.path) as store:
            return next(dict(one.custom) for one in store.roster.everyone() if one.name == name)

    def reasons(self) -> Sequence[tuple[str, Reason | None]]:
        with self.laptop.app.open_event(self.laptop.path) as store:
            return [(one.name, one.reason) for one in latest(store, OPERATOR)]


@pytest.fixture
def desk(at_event: Laptop) -> Desk:
    return Desk(at_event)


def test_an_instruction_is_acknowledged_with_enter(desk):
    code = desk.guest(instruction=FOLDER)
    assert desk.hold(code) == "One thing first"
    assert (desk.screen.tone, desk.screen.name) == ("careful", "Ada Ozola")
    assert desk.form._instruction.text() == FOLDER
    assert desk.form.isVisible()
    assert desk.form.button.text() == "Acknowledged  Enter"
    assert not desk.page._does.undo.isEnabled()
    desk.presses(ENTER)
    assert desk.screen.headline == "Welcome"
    assert not desk.form.isVisible()
    assert not desk.form.button.isVisible()
    assert desk.reasons() == [("Ada Ozola", None), ("Ada Ozola", Reason.INCOMPLETE)]


def test_a_key_held_down_does_not_acknowledge_what_comes_of_it(desk):
    desk.hold(desk.guest(instruction=FOLDER))
    again = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(desk.page.field, again)
    desk.laptop.rest()
    assert desk.screen.headline == "One thing first"


def test_questions_are_answered_by_keys_alone(desk):
    desk.asks(MEAL, DINNER, DIET)
    desk.hold(desk.guest())
    meal, _dinner, diet = (field for _, field in desk.form._asked)
    assert QApplication.focusWidget() is meal
    desk.presses("2", TAB, "n", TAB)
    assert QApplication.focusWidget() is diet
    desk.laptop.qtbot.keyClicks(diet, "No nuts 3")
    desk.presses(ENTER)
    assert desk.screen.headline == "Welcome"
    assert desk.custom() == {
        "Meal": "Meat",
        "Coming to the dinner?": "no",
        "Anything to know": "No nuts 3",
    }
    assert desk.page.field.hasFocus()


def test_arrows_choose_and_backspace_takes_back(desk):
    desk.asks(MEAL, DINNER)
    desk.hold(desk.guest())
    meal, dinner = (field for _, field in desk.form._asked)
    assert isinstance(meal, ChoiceField)
    desk.presses(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert meal.answer() == "Fish"
    desk.presses(Qt.Key.Key_Backspace)
    assert meal.answer() == ""
    desk.presses("9", "3", TAB, "1")
    assert (meal.answer(), dinner.answer()) == ("Vegetarian", "yes")


def test_a_missing_answer_is_said_and_nothing_is_recorded(desk):
    desk.asks(DIET, MEAL)
    desk.hold(desk.guest())
    before = desk.reasons()
    desk.presses(ENTER)
    assert desk.form.wrong.text() == "Meal: an answer is needed."
    assert QApplication.focusWidget() is desk.form._asked[1][1]
    assert desk.reasons() == before
    desk.presses("1", ENTER)
    assert desk.screen.headline == "Welcome"
    assert desk.custom() == {"Meal": "Fish"}


def test_the_next_badge_leaves_the_questions_open(desk):
    desk.asks(MEAL)
    first, second = desk.guest(), desk.guest("Boriss Kalns", Meal="Fish")
    desk.hold(first)
    assert desk.hold(second) == "Welcome"
    assert desk.screen.name == "Boriss Kalns"
    assert not desk.form.isVisible()
    assert desk.reasons() == [("Boriss Kalns", None), ("Ada Ozola", Reason.INCOMPLETE)]
    lines, told = desk.page._side.latest._lines[:2], ["Boriss Kalns", "not yet in: Ada Ozola"]
    desk.laptop.until(lambda: [line._who.accessibleName() for line in lines] == told)
    desk.presses(ENTER)
    assert len(desk.reasons()) == 2


@pytest.mark.parametrize("ending", ["\r", "\t", ""])
def test_a_scanner_never_types_into_an_answer(desk, ending):
    desk.asks(DIET)
    first, second = desk.guest(), desk.guest("Boriss Kalns")
    desk.hold(first)
    (field,) = (field for _, field in desk.form._asked)
    assert isinstance(field, TextField)
    desk.laptop.qtbot.keyClicks(field, "No nu")
    assert desk.hold(second, ending) == "One thing first"
    assert desk.screen.name == "Boriss Kalns"
    (fresh,) = (field for _, field in desk.form._asked)
    assert fresh.answer() == ""
    assert desk.custom() == {}


def test_a_scanner_chooses_nothing(desk):
    desk.asks(DINNER)
    desk.hold(desk.guest())
    (field,) = (field for _, field in desk.form._asked)
    desk.keyboard.scan("NYN1234567890N", "")
    desk.laptop.until(lambda: desk.heard[-1] == "Unknown code")
    assert field.answer() == ""
    assert not desk.form.isVisible()


def test_what_is_being_typed_meanwhile_stays_where_it_is_typed(desk):
    desk.asks(DIET)
    code = desk.guest()
    desk.type("Bo")
    desk.hold(code)
    assert desk.page.field.hasFocus()
    desk.type("ris")
    assert desk.page.field.text() == "Boris"
    desk.presses(ESCAPE)
    desk.laptop.until(desk.form.isVisible)
    desk.presses(ENTER)
    assert desk.screen.headline == "Welcome"


def test_escape_leads_back_to_the_field_and_letters_to_a_name(desk):
    desk.asks(MEAL)
    desk.hold(desk.guest())
    desk.presses(ESCAPE)
    assert desk.page.field.hasFocus()
    desk.form._asked[0][1].setFocus()
    desk.presses("k")
    assert desk.page.field.text() == "k"


def test_who_was_let_in_elsewhere_meanwhile_is_in_already(desk):
    desk.asks(MEAL)
    code = desk.guest()
    desk.hold(code)
    with desk.laptop.app.open_event(desk.laptop.path) as store:
        at = admission.Door(store, OPERATOR, desk.page.doorway.list)
        assert at.scan(code, ack=True, answers={"Meal": "Fish"}).reason is None
    desk.presses("2", ENTER)
    assert desk.screen.headline == "Already checked in"
    assert desk.custom() == {"Meal": "Fish"}


def test_admitting_anyway_goes_on_to_the_instruction(desk):
    with desk.laptop.app.open_event(desk.laptop.path) as store:
        texts = {"name": "Ada Ozola", "instruction": FOLDER, "status": "unpaid"}
        ada, _ = register(store, OPERATOR, Details(texts))
    assert desk.hold(desk.laptop.code(ada)) == "Not paid yet"
    with answering(WhyDialog, lambda dialog: (dialog.why.setCurrentText("Paid"), dialog.accept())):
        desk.press(Qt.Key.Key_Return, CTRL)
    desk.laptop.until(lambda: desk.screen.headline == "One thing first")
    desk.presses(ENTER)
    assert desk.screen.headline == "Admitted anyway"


def test_a_walk_in_is_asked_too(desk):
    desk.asks(MEAL)

    def fill(dialog: WalkInDialog) -> None:
        dialog.name.setText("Cecīlija Dārziņa")
        dialog.accept()
        desk.laptop.until(lambda: not dialog.isVisible())

    with answering(WalkInDialog, fill):
        desk.press(Qt.Key.Key_N, CTRL)
        desk.laptop.until(lambda: desk.screen.headline == "One thing first")
    desk.presses("3", ENTER)
    assert desk.screen.headline == "Welcome"
    assert desk.custom("Cecīlija Dārziņa") == {"Meal": "Vegetarian"}


def test_over_a_dialog_the_toast_says_it_and_the_form_waits(desk):
    code = desk.guest(instruction=FOLDER)

    def answer(dialog: WalkInDialog) -> None:
        desk.laptop.until(dialog.name.hasFocus)
        assert desk.hold(code) == "One thing first"
        toast = desk.view.scanning._toast
        assert toast.accessibleName() == "One thing first. Ada Ozola"

    with answering(WalkInDialog, answer):
        desk.press(Qt.Key.Key_N, CTRL)
        desk.laptop.until(lambda: bool(desk.heard))
        desk.laptop.until(lambda: QApplication.activeModalWidget() is None)
    assert desk.form.isVisible()
    desk.presses(ENTER)
    assert desk.screen.headline == "Welcome"


def test_a_page_long_instruction_can_be_read_to_its_end(desk):
    desk.laptop.window.resize(880, 500)
    desk.hold(desk.guest(instruction="Sign the form. " * 60))
    bar = desk.form._scroll.verticalScrollBar()
    desk.laptop.until(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    desk.presses(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    desk.presses(ENTER)
    assert desk.screen.headline == "Welcome"


def test_chosen_fields_stand_beside_the_name(desk):
    code = desk.guest(Meal="Fish")
    with desk.laptop.app.open_event(desk.laptop.path) as store:
        show_fields(store, OPERATOR, ["Meal", "country"])
    desk.laptop.until(lambda: bool(desk.view.bench.programme().event.shown_fields))
    desk.laptop.rest()
    assert desk.hold(code) == "Welcome"
    assert desk.screen.fields == (("Meal", "Fish"),)
    assert "Meal: Fish" in desk.page.panel.accessibleName()


def test_an_answer_given_in_the_form_of_the_person_is_not_asked_again(desk):
    desk.asks(MEAL)
    code = desk.guest()
    desk.hold(code)
    with desk.laptop.app.open_event(desk.laptop.path) as store:
        (ada,) = store.roster.everyone()
        edit(store, OPERATOR, ada, Details({}, custom={"Meal": "Soup"}))
    desk.page.anew.emit()
    assert desk.hold(code) == "Welcome"
