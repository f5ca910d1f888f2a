"""A scanner that types into whatever has the focus: what is scanned, and what the focus gets."""

from collections.abc import Iterator
from time import monotonic_ns

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from checkin.capture.bursts import HOLD_MS
from checkin.capture.wedge import Scan, Wedge
from checkin.domain.keyboards import put_back
from tests.domain.test_keyboards import KEYBOARDS, SAME_KEYS, SHIFTED, typed
from tests.scanner import Keyboard

CODE = "KDTRNBVXHJLCBEFGOPSUXKDTRNBV"
ROWS = "QWERTYUIOP ASDFGHJKL ZXCVBNM"


class Form(QWidget):
    """A field, a button, a combo box and a table, one of which has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button, self.combo = QLineEdit(), QPushButton("Delete"), QComboBox()
        self.combo.setEditable(True)
        self.table = QTableWidget(1, 1)
        self.table.setItem(0, 0, QTableWidgetItem("cell"))
        self.pressed: list[int] = []
        self.button.clicked.connect(lambda: self.pressed.append(1))
        box = QVBoxLayout(self)
        for one in (self.field, self.button, self.combo, self.table):
            box.addWidget(one)


class Desk:
    """A form with the wedge listening."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.keyboard = Keyboard()
        self.writing = False
        self.scans: list[Scan] = []
        self.wedge = Wedge(form, platform="xcb")
        self.wedge.scanned.connect(self.scans.append)
        self.wedge.start(is_ours, lambda: self.writing)

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.scans]


def is_ours(text: str) -> bool:
    return CODE in {text.upper(), *put_back(text)}


@pytest.fixture
def desk(qtbot) -> Iterator[Desk]:
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    made = Desk(form)
    form.field.setFocus()
    yield made
    made.wedge.stop()


@pytest.mark.parametrize("ending", ["\r", "\t", "\t\r"], ids=["Enter", "Tab", "both"])
@pytest.mark.parametrize("where", ["field", "button", "combo", "table"])
def test_a_scan_is_heard_wherever_the_focus_is_and_does_nothing_there(desk, where, ending):
    widget = getattr(desk.form, where)
    widget.setFocus()
    desk.keyboard.scan(CODE, ending)
    assert desk.texts == [CODE]
    assert desk.form.field.text() == desk.form.combo.currentText() == ""
    assert desk.form.pressed == []
    assert widget.hasFocus()


def test_a_scan_without_an_ending_is_heard_after_a_pause(desk, qtbot):
    desk.keyboard.scan(CODE, "")
    qtbot.waitUntil(lambda: desk.texts == [CODE])
    assert desk.form.field.text() == ""


def test_a_scan_leaves_an_open_editor_of_a_table_alone(desk):
    table = desk.form.table
    table.setFocus()
    table.editItem(table.item(0, 0))
    desk.keyboard.scan(CODE)
    assert desk.texts == [CODE]
    assert table.state() is table.State.EditingState
    assert table.item(0, 0).text() == "cell"


def test_a_scan_leaves_a_dialog_open(desk, qtbot):
    dialog = QDialog(desk.form)
    box, line, button = QVBoxLayout(dialog), QLineEdit(), QPushButton("OK")
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    box.addWidget(line)
    box.addWidget(button)
    dialog.open()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    desk.keyboard.type("Ad")
    desk.keyboard.scan(CODE)
    assert desk.texts == [CODE]
    qtbot.waitUntil(lambda: line.text() == "Ad")
    assert dialog.isVisible()


def test_a_scan_triggers_no_shortcut(desk, qtbot):
    triggered = []
    desk.form.button.setShortcut("K")
    desk.form.button.clicked.connect(lambda: triggered.append(1))
    desk.form.table.setFocus()
    window = desk.form.windowHandle()
    for letter in CODE:
        QTest.keyClick(window, letter)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert desk.texts == [CODE]
    assert triggered == []


def test_typing_arrives_in_order_and_soon(desk, qtbot):
    desk.keyboard.type("Šimkus, Žydrūnas", (90, 20, 25, 120))
    qtbot.waitUntil(lambda: desk.form.field.text() == "Šimkus, Žydrūnas", timeout=1_000)
    assert desk.texts == []


def test_enter_after_a_name_comes_after_the_name(desk, qtbot):
    heard = []
    desk.form.field.returnPressed.connect(lambda: heard.append(desk.form.field.text()))
    desk.keyboard.type("Ada\r", (30,))
    assert heard == ["Ada"]


def test_what_is_typed_before_a_click_is_there_before_it(desk):
    desk.keyboard.press("A")
    assert desk.form.field.text() == ""
    QTest.mouseClick(desk.form.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert desk.form.field.text() == "A"


def test_a_key_waits_for_a_moment_only(desk, qtbot):
    desk.keyboard.press("x")
    assert desk.form.field.text() == ""
    with qtbot.waitSignal(desk.form.field.textChanged, timeout=4 * HOLD_MS):
        pass


def test_a_window_that_was_busy_takes_typing_for_typing(desk, qtbot):
    # Every event here arrives at once, two seconds of typing after another.
    desk.keyboard.type("a long name of somebody" * 2)
    qtbot.waitUntil(lambda: desk.form.field.text() == "a long name of somebody" * 2)
    assert desk.texts == []


def test_a_burst_in_two_parts_of_a_busy_window_is_one_scan(desk, qtbot):
    half = len(CODE) // 2
    for place, letter in enumerate(CODE):
        if place == half:
            # The window is busy for a while, and then the timer comes before the rest.
            busy_until = monotonic_ns() + 2 * HOLD_MS * 1_000_000
            while monotonic_ns() < busy_until:
                pass
            desk.wedge._on_pause()
        desk.keyboard.strike(letter, letter)
    qtbot.waitUntil(lambda: desk.texts == [CODE])
    assert desk.form.field.text() == ""


def test_a_key_held_down_is_typed(desk, qtbot):
    desk.keyboard.hold_down("a", 30)
    qtbot.waitUntil(lambda: desk.form.field.text() == "a" * 31)
    assert desk.texts == []


def test_two_badges_in_quick_succession(desk):
    for _ in "twice":
        desk.keyboard.scan(CODE)
        desk.keyboard.wait(-450)
    assert desk.texts == [CODE] * 5


PREFIXES = ["]Q0", "]Q1", "]Q6", "]d2", "\\000026", "]Q1\\000026", "\x02", "QR:", "~", "BADGE-"]


@pytest.mark.parametrize("prefix", PREFIXES, ids=ascii)
@pytest.mark.parametrize("keyboard", [ROWS, KEYBOARDS["Russian"]], ids=["Latin", "Russian"])
def test_what_a_scanner_sends_before_a_code_is_put_away(desk, prefix, keyboard):
    desk.keyboard.scan(prefix + CODE, texts=prefix + typed(CODE, keyboard))
    assert [one.proven for one in desk.scans] == [True]
    assert is_ours(desk.texts[0])
    assert len(desk.texts[0]) <= len(CODE) + 3 + 7


@pytest.mark.parametrize(
    "case", [str.upper, str.lower, str.title], ids=["upper", "lower", "glitch"]
)
@pytest.mark.parametrize("name", [*KEYBOARDS, *SAME_KEYS])
def test_a_code_is_known_on_every_keyboard(desk, name, case):
    rows = KEYBOARDS.get(name) or SAME_KEYS[name]
    desk.keyboard.scan(CODE, texts=case(typed(CODE, rows)))
    assert [one.proven for one in desk.scans] == [True]
    assert is_ours(desk.texts[0])


@pytest.mark.parametrize("name", SHIFTED)
def test_shift_that_comes_and_goes_is_undone_by_the_keys_themselves(desk, name):
    both = zip(typed(CODE, KEYBOARDS[name]), typed(CODE, SHIFTED[name]), strict=True)
    mixed = "".join(pair[place % 2] for place, pair in enumerate(both))
    desk.keyboard.scan(CODE, texts=mixed)
    assert is_ours(desk.texts[0])


def test_a_layout_nobody_has_a_table_of_is_read_by_its_keys(desk):
    desk.keyboard.scan(CODE, texts="".join(chr(0x1200 + ord(one)) for one in CODE))
    assert desk.texts == [CODE]


def test_where_keys_are_not_told_the_text_is_read(qtbot, desk):
    desk.wedge.stop()
    other = Wedge(desk.form, platform="somewhere else")
    other.scanned.connect(desk.scans.append)
    other.start(is_ours, lambda: False)
    desk.keyboard.scan(CODE, texts=typed(CODE, KEYBOARDS["Greek"]))
    assert is_ours(desk.texts[0])
    assert desk.scans[0].burst.keys == ""
    other.stop()


def test_caps_lock_is_undone_in_a_code_that_is_not_ours(desk):
    desk.keyboard.scan("aBcD-eFgH-12", texts="aBcD-eFgH-12")
    assert desk.texts == ["aBcD-eFgH-12"]
    burst = desk.scans[0].burst
    assert burst.caps_lock is False


def test_what_a_tool_types_into_a_form_stays_there(desk, qtbot):
    desk.writing = True
    desk.keyboard.scan("With best regards", "")
    qtbot.waitUntil(lambda: desk.form.field.text() == "With best regards")
    assert desk.texts == []


def test_a_code_that_is_not_ours_does_not_land_in_a_form(desk):
    desk.writing = True
    desk.keyboard.scan("4006381333931")
    assert desk.texts == ["4006381333931"]
    assert not desk.scans[0].proven
    assert desk.form.field.text() == ""


def test_a_code_of_ours_without_an_ending_does_not_land_in_a_form(desk, qtbot):
    desk.writing = True
    desk.keyboard.scan(CODE, "")
    qtbot.waitUntil(lambda: desk.texts == [CODE])
    assert desk.form.field.text() == ""


def test_nothing_is_kept_once_it_listens_no_more(desk):
    desk.keyboard.press("A")
    desk.wedge.stop()
    desk.keyboard.scan(CODE)
    assert desk.texts == []
    assert desk.form.field.text() == "A" + CODE


def test_a_key_that_opens_a_dialog_does_not_deafen_it(desk, qtbot):
    dialog = QDialog(desk.form)
    line = QLineEdit(dialog)

    def open_dialog(_text: str) -> None:
        dialog.open()
        line.setFocus()
        qtbot.waitUntil(line.hasFocus)
        desk.keyboard.scan(CODE)

    desk.form.field.textEdited.connect(open_dialog)
    desk.keyboard.type("x")
    qtbot.waitUntil(lambda: desk.texts == [CODE])
    assert (line.text(), desk.form.field.text()) == ("", "x")


def test_other_events_pass(desk):
    assert not desk.wedge.eventFilter(desk.form, QEvent(QEvent.Type.User))


@pytest.mark.parametrize("code", [CODE, "B" + CODE[1:]], ids=["amid", "first"])
def test_a_key_that_types_two_letters_as_input_is_part_of_the_code(desk, code):
    desk.wedge.start(lambda text: code in put_back(text), lambda: False)
    desk.keyboard.now = monotonic_ns() // 1_000_000
    arabic = dict(zip("BCDEFGHJKLNOPRSTUVX", ["لا", *"ؤيثبلاتنمىخحقسفعرء"], strict=True))
    for letter in code:
        if len(text := arabic[letter]) == 1:
            desk.keyboard.strike(letter, text)
        else:
            desk.keyboard.put_in(text)
    desk.keyboard.strike("\r", "\r")
    assert [one.proven for one in desk.scans] == [True]
    assert desk.form.field.text() == ""


def test_what_is_put_together_of_dead_keys_arrives_in_order(desk, qtbot):
    desk.keyboard.press("c")
    desk.keyboard.put_in("á")
    desk.keyboard.type("p")
    qtbot.waitUntil(lambda: desk.form.field.text() == "cáp")


def test_a_letter_twice_at_once_is_not_one_that_repeats_itself(desk):
    double = CODE[:10] + CODE[9] + CODE[10:]
    for place, letter in enumerate(double):
        if place == 9:
            desk.keyboard.double(letter)
        elif place != 10:
            desk.keyboard.strike(letter, letter)
    desk.keyboard.strike("\r", "\r")
    assert desk.texts == [double]
    assert desk.form.field.text() == ""
