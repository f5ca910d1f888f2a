"""Who works here: asked once a start, with the role's PIN where it has one."""

from PySide6.QtCore import Qt

from checkin.cli.outside import outside_of
from checkin.domain.roles import Operator, Role
from checkin.services.pins import set_pin
from checkin.ui.roles.recovering import RecoverDialog, RecoveryCodeDialog
from checkin.ui.roles.signin import SignInDialog
from checkin.ui.window import Window
from tests.ui.roles.conftest import CTRL, ENTER, OF_ORGANIZER, PIN, Guarded, answering, sign

ELINA = Operator("Elīna", Role.COORDINATOR)


def test_a_role_with_a_pin_is_taken_up_with_it_alone(guarded: Guarded):
    with answering(
        SignInDialog,
        lambda one: sign(one, "Elīna", Role.COORDINATOR, "1234"),
        lambda one: sign(one, "Elīna", Role.COORDINATOR, "no PIN"),
        lambda one: sign(one, " ", Role.COORDINATOR, PIN),
        lambda one: sign(one, "Elīna", Role.COORDINATOR, PIN),
    ) as said:
        guarded.laptop.open()
    assert said == [
        "That PIN or code is not right; nothing was changed.",
        "A PIN is 4 to 12 digits.",
        "Say who works here.",
    ]
    assert guarded.operator == ELINA
    assert guarded.laptop.window.staffing.switch.text() == "Elīna · Coordinator"


def test_whoever_does_not_sign_in_does_not_get_in(guarded: Guarded):
    window = guarded.laptop.window
    window.show()
    with (
        answering(SignInDialog, lambda one: one.reject()),
        guarded.laptop.qtbot.waitSignal(window.refused) as refused,
    ):
        window.open(guarded.laptop.path)
    assert refused.args[0].code == "not-signed-in"
    assert window.view is None
    assert window.start.isVisible()


def test_after_five_wrong_pins_one_has_to_wait_also_in_another_window(guarded: Guarded):
    wrong = [lambda one: sign(one, "Elīna", Role.COORDINATOR, "1234")] * 6
    for _ in range(2):
        with (
            answering(SignInDialog, *wrong[:3], lambda one: one.reject()) as said,
            guarded.laptop.qtbot.waitSignal(guarded.laptop.window.refused),
        ):
            guarded.laptop.window.open(guarded.laptop.path)
    assert said[-1] == "Too many wrong tries: wait 0:30 (minutes:seconds), then try again."
    guarded.laptop.clock.now = guarded.laptop.clock.now.replace(minute=1)
    with answering(SignInDialog, lambda one: sign(one, "Elīna", Role.COORDINATOR, PIN)):
        guarded.laptop.open()


def test_the_name_is_asked_once_a_start_and_names_are_remembered(guarded: Guarded, qtbot):
    laptop = guarded.laptop
    laptop.window = Window(outside_of(laptop.app), Operator("root"), asks=True)
    qtbot.addWidget(laptop.window)
    with answering(SignInDialog, lambda one: sign(one, "Māris", Role.RECEPTION)):
        laptop.open()
    assert guarded.operator == Operator("Māris", Role.RECEPTION)
    laptop.window.close_event()
    laptop.open()
    assert laptop.app.settings.operators == ("Māris",)
    offered = []

    def look(dialog: SignInDialog) -> None:
        offered.extend(dialog.name.itemText(at) for at in range(dialog.name.count()))
        sign(dialog, "Elīna", Role.ORGANIZER, OF_ORGANIZER)

    with answering(SignInDialog, look):
        guarded.press(Qt.Key.Key_U, CTRL)
    assert offered == ["Māris"]
    assert guarded.operator == Operator("Elīna", Role.ORGANIZER)
    assert laptop.app.settings.operators == ("Elīna", "Māris")
    assert PIN not in (laptop.app.folder / "settings.json").read_text("utf-8")


def test_each_check_in_is_recorded_under_who_worked_then(at_work: Guarded):
    ada, bob = at_work.register("Ada", "Bob")
    at_work.type(at_work.laptop.code(ada))
    with answering(SignInDialog, lambda one: sign(one, "Māris", Role.RECEPTION)):
        at_work.press(Qt.Key.Key_U, CTRL)
    at_work.page.field.setFocus()
    at_work.type(at_work.laptop.code(bob))
    at_work.laptop.until(lambda: len(at_work.recorded_by()) == 2)
    assert at_work.recorded_by() == ["Elīna as coordinator", "Māris as reception"]


def test_who_forgot_the_pin_sets_another_with_the_printed_code(guarded: Guarded):
    shown = []

    def recover(dialog: RecoverDialog) -> None:
        dialog.code.setText(guarded.recovery.lower())
        dialog.pin.setText("2468")
        dialog.again.setText("2468")
        dialog.accept()

    def keep(dialog: RecoveryCodeDialog) -> None:
        shown.append(dialog._slip.code)
        dialog.reject()
        assert dialog.isVisible(), "a code nobody has kept is not put away"
        dialog.kept.setChecked(True)
        dialog.accept()

    with (
        answering(SignInDialog, lambda one: one.forgotten.click()),
        answering(RecoverDialog, recover),
        answering(RecoveryCodeDialog, keep),
    ):
        guarded.laptop.open()
    assert guarded.operator == ELINA
    assert shown
    assert shown != [guarded.recovery]
    guarded.lock_now()
    guarded.type("2468")
    assert not guarded.lock.locked


def test_a_pin_set_elsewhere_is_asked_for_and_the_door_says_so(at_event):
    laptop = at_event
    (ada,) = laptop.register("Ada")
    with laptop.app.open_event(laptop.path) as store:
        set_pin(store, ELINA, Role.COORDINATOR, PIN)
    view = laptop.window.view
    view.show_page(1)
    laptop.until(lambda: bool(view.notices.notices))
    assert view.notices.notices[0].text == "The role coordinator has a PIN: sign in with it."
    with answering(SignInDialog, lambda one: sign(one, "Elīna", Role.COORDINATOR, PIN)):
        view.gate.sign_in()
    view.show_page(0)
    assert view.bench.operator == ELINA
    laptop.qtbot.keyClicks(view.pages[0].field, laptop.code(ada))
    laptop.qtbot.keyClick(view.pages[0].field, ENTER)
    laptop.until(lambda: view.pages[0].panel.screen_shown.headline == "Welcome")
