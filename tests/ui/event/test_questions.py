"""What is asked at check-in and shown at the door, as the organizer sets it on the page Event."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from checkin.domain.details import Details
from checkin.domain.questions import Question, QuestionKind
from checkin.services.programme import Programme
from checkin.services.questions import Wording
from checkin.services.registration import register
from checkin.ui.event.questiondialog import QuestionDialog
from checkin.ui.event.shownfields import ShownFieldsDialog
from tests.ui.conftest import OPERATOR
from tests.ui.event.test_page import ALT, TheEvent, the_event  # noqa: F401 - a fixture
from tests.ui.test_reception import answering

Q, F, F2, DELETE = Qt.Key.Key_Q, Qt.Key.Key_F, Qt.Key.Key_F2, Qt.Key.Key_Delete


def write(dialog: QuestionDialog, text: str, kind: QuestionKind, choices: str = "") -> None:
    dialog.text.setText(text)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.choices.setPlainText(choices)
    dialog.accept()


def to_the_list(event: TheEvent) -> None:
    """Go to the questions; nobody gives a window without a screen its keys back by itself."""
    event.laptop.window.activateWindow()
    event.page.questions.list.setFocus()
    event.laptop.until(event.page.questions.list.hasFocus)


def asked(event: TheEvent) -> list[Question]:
    assert event.laptop.window.view
    return list(event.laptop.window.view.bench.programme().questions)


def shown(event: TheEvent) -> list[str]:
    rows = event.page.questions.list
    return [rows.item(at).text() for at in range(rows.count())]


def test_a_question_is_added_changed_removed_and_taken_back_by_keys(the_event):  # noqa: F811
    card = the_event.page.questions
    with answering(QuestionDialog, lambda one: write(one, "Meal", QuestionKind.TEXT)):
        the_event.press(Q, ALT)
    assert shown(the_event) == ["Meal  –  in words"]

    def change(dialog: QuestionDialog) -> None:
        dialog.optional.setChecked(True)
        dialog.lists.item(1).setCheckState(Qt.CheckState.Checked)
        write(dialog, "Meal", QuestionKind.CHOICE, "Fish\n\n Meat \nfish")

    to_the_list(the_event)
    with answering(QuestionDialog, change):
        the_event.press(F2, on=card.list)
    assert shown(the_event) == ["Meal  –  Fish, Meat · may be left open · only on Entrance day 2"]
    (question,) = asked(the_event)
    assert (question.choices, question.optional) == (("Fish", "Meat"), True)
    to_the_list(the_event)
    the_event.press(DELETE, on=card.list)
    assert asked(the_event) == []
    assert the_event.said() == ["“Meal” is asked no more."]
    (notice,) = the_event.laptop.window.view.notices.notices
    take_back, _close = notice.findChildren(QPushButton)
    take_back.click()
    the_event.laptop.rest()
    assert asked(the_event) == [question]


def test_saving_a_question_as_it_is_changes_nothing(the_event):  # noqa: F811
    with answering(QuestionDialog, lambda one: write(one, "Meal", QuestionKind.YES_NO)):
        the_event.press(Q, ALT)
    (before,) = asked(the_event)
    to_the_list(the_event)
    with answering(QuestionDialog, lambda one: one.accept()):
        the_event.press(F2, on=the_event.page.questions.list)
    assert asked(the_event) == [before]
    assert the_event.said() == []


@pytest.fixture
def programme(the_event) -> Programme:  # noqa: F811
    assert the_event.laptop.window.view
    return the_event.laptop.window.view.bench.programme()


@pytest.mark.parametrize(
    ("text", "kind", "choices", "said", "field"),
    [
        ("", QuestionKind.TEXT, "", "A question needs words.", "text"),
        ("E-mail", QuestionKind.TEXT, "", "E-mail: every attendee has a field called so;", "text"),
        ("Size", QuestionKind.CHOICE, "S", "A question with choices needs 2 to 9", "choices"),
        ("Size", QuestionKind.CHOICE, "S\n" + "M" * 61, "choice: too long", "choices"),
        ("S" * 201, QuestionKind.TEXT, "", "question: too long", "text"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_it(qtbot, programme, text, kind, choices, said, field):
    dialog = QuestionDialog(None, programme)
    qtbot.addWidget(dialog)
    dialog.show()
    write(dialog, text, kind, choices)
    assert dialog.isVisible()
    assert dialog.wrong.text().startswith(said)
    assert dialog.focusWidget() is getattr(dialog, field)


def test_a_known_question_comes_back_as_it_is(qtbot, programme):
    known = Question("1" * 32, "Size", QuestionKind.CHOICE, ("S", "M"), optional=True)
    dialog = QuestionDialog(None, programme, known)
    qtbot.addWidget(dialog)
    assert dialog.wording() == Wording("Size", known.kind, known.choices, (), optional=True)


def test_fields_shown_at_the_door_are_chosen(the_event):  # noqa: F811
    with the_event.laptop.app.open_event(the_event.laptop.path) as store:
        register(store, OPERATOR, Details({"name": "Ada"}, custom={"Meal": "Fish"}))

    def choose(dialog: ShownFieldsDialog) -> None:
        first, second, third, _ = dialog.places
        first.setCurrentIndex(first.findData("custom.Meal"))
        second.setCurrentIndex(second.findData("days"))
        third.setCurrentIndex(third.findData("custom.Meal"))
        dialog.accept()

    card = the_event.page.shown_fields
    assert card.state.text().startswith("Nothing but the name")
    with answering(ShownFieldsDialog, choose):
        the_event.press(F, ALT)
        the_event.laptop.until(lambda: bool(the_event.event.shown_fields))
    the_event.laptop.rest()
    assert the_event.event.shown_fields == ("custom.Meal", "days")
    assert card.state.text() == "Below the name: Meal, Days."
