"""The PINs on the page Event: set, recovered from paper, cleared; by a coordinator alone."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from checkin.domain.roles import Operator, Role
from checkin.services.signing_in import roles_with_pin
from checkin.ui.event.pinscard import ClearPinDialog
from checkin.ui.roles.recovering import RecoveryCodeDialog
from checkin.ui.roles.setting import SetPinDialog
from tests.ui.conftest import Laptop
from tests.ui.roles.conftest import PIN, Guarded, answering

ALT, P, C = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_P, Qt.Key.Key_C
EVENT = 5


@pytest.fixture
def free(at_event: Laptop) -> Guarded:
    """An event without PINs, its page Event shown."""
    at_event.window.view.show_page(EVENT)
    at_event.rest()
    return Guarded(at_event)


def card(free: Guarded):
    return free.laptop.window.view.pages[EVENT].pins


def set_to(pin: str, again: str = ""):
    def answer(dialog: SetPinDialog) -> None:
        dialog.pin.setText(pin)
        dialog.again.setText(again or pin)
        dialog.accept()

    return answer


def kept(dialog: RecoveryCodeDialog) -> None:
    dialog.kept.setChecked(True)
    dialog.accept()


def having(free: Guarded) -> frozenset[Role]:
    with free.laptop.app.open_event(free.laptop.path) as store:
        return roles_with_pin(store)


def test_without_one_a_quiet_line_says_so(free: Guarded):
    assert card(free).state.text() == "No PIN is set: roles are chosen freely."


def test_the_coordinators_comes_first_with_a_code_and_work_goes_on(free: Guarded, tmp_path):
    shown = []

    def save(dialog: RecoveryCodeDialog) -> None:
        dialog.save(tmp_path / "code.pdf")
        shown.append(dialog._slip.code)
        kept(dialog)

    def first(dialog: SetPinDialog) -> None:
        shown.append([dialog.role.itemText(at) for at in range(dialog.role.count())])
        set_to("12")(dialog)

    with (
        answering(SetPinDialog, first, set_to(PIN, "4712"), set_to(PIN)) as said,
        answering(RecoveryCodeDialog, save),
    ):
        free.press(P, ALT)
    free.laptop.rest()
    assert said == ["A PIN is 4 to 12 digits.", "The two PINs are not the same; type them again."]
    roles, code = shown
    assert roles == ["Coordinator"]
    document = pypdfium2.PdfDocument(tmp_path / "code.pdf")
    assert code in document[0].get_textpage().get_text_range()
    document.close()
    free.laptop.until(lambda: "Coordinator" in card(free).state.text())
    assert having(free) == {Role.COORDINATOR}
    assert free.laptop.window.view.notices.notices[0].text == "The PIN is set."
    free.laptop.window.view.show_page(1)
    free.laptop.rest()
    assert [one.tone for one in free.laptop.window.view.notices.notices] == ["good"]
    free.lock_now()
    free.type(PIN)
    assert not free.lock.locked


def test_a_pin_is_cleared_and_the_role_is_free_again(free: Guarded):
    with answering(SetPinDialog, set_to(PIN)), answering(RecoveryCodeDialog, kept):
        free.press(P, ALT)
    free.laptop.until(lambda: Role.COORDINATOR in free.laptop.window.view.bench.duty.guarded)
    with answering(ClearPinDialog, lambda dialog: dialog.accept()):
        free.press(C, ALT)
    free.laptop.until(lambda: card(free).state.text().startswith("No PIN"))
    assert having(free) == set()


def test_an_organizer_is_told_whose_it_is(free: Guarded):
    free.laptop.window.view.bench.duty.take_up(Operator("Elīna", Role.ORGANIZER))
    free.press(P, ALT)
    said = free.laptop.window.view.notices.notices[0].text
    assert said.endswith("(set PINs); ask somebody who is coordinator.")
