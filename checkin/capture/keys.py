"""What a key that was pressed is to a scanner's burst, and which it is, whatever its layout.

The numbers are those of the first set of scan codes, which Windows tells and Linux's input layer
uses too; an X server, and a Wayland compositor after it, counts eight more.
"""

from time import monotonic_ns

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from checkin.capture.burst import Key, Kind

_ROWS = {
    2: "1234567890-=",
    16: "QWERTYUIOP[]",
    30: "ASDFGHJKL;'`",
    43: "\\ZXCVBNM,./",
    57: " ",
    # The keypad.
    71: "789-456+1230.",
}
_US = {first + place: sign for first, row in _ROWS.items() for place, sign in enumerate(row)}
_COUNTED_FROM = {"windows": 0, "xcb": 8, "wayland": 8, "wayland-egl": 8}
_ENDS: dict[int, str] = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Tab: "tab",
}
_MODIFIERS = frozenset(
    {
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr),
        *(Qt.Key.Key_Meta, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock),
        *(Qt.Key.Key_Mode_switch, Qt.Key.Key_Multi_key),
    }
)
_EDITING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape})
# Keys that type nothing by themselves begin here: arrows, and also dead keys and those unknown.
_NO_SIGN = 0x0100_0000
_SILENT = range(Qt.Key.Key_Dead_Grave, Qt.Key.Key_Dead_Longsolidusoverlay + 1)
_Modifier = Qt.KeyboardModifier
_CHORD = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier


def key_of(event: QKeyEvent, platform: str) -> Key:
    """Return a key as bursts hear it; `platform` is Qt's name of it."""
    us = us_sign(event.nativeScanCode(), platform)
    return Key(
        # Some input methods send keys without their time.
        at=event.timestamp() or now_ms(),
        place=event.nativeScanCode() or event.key(),
        kind=_kind(event, us),
        text=_ENDS.get(event.key(), event.text()),
        us=us,
        shifted=bool(event.modifiers() & _Modifier.ShiftModifier),
        event=event.clone(),
    )


def us_sign(scan_code: int, platform: str) -> str:
    """Return what stands on a key of a US keyboard, letters as capitals, empty for another key.

    `scan_code` is as Qt tells it on `platform`; where it tells none, nothing is known.
    """
    return _US.get(scan_code - _COUNTED_FROM.get(platform, scan_code), "")


def now_ms() -> int:
    """Return this moment on a clock like that of the keys, which may stand at another hour."""
    return monotonic_ns() // 1_000_000


def _kind(event: QKeyEvent, us: str) -> Kind:
    key = event.key()
    if key in _MODIFIERS:
        return Kind.MODIFIER
    chord = event.modifiers() & _CHORD
    if key in _ENDS and not chord:
        return Kind.END
    if key in _EDITING or (chord and chord != _ALT_GR):
        return Kind.OTHER
    # A layout may have nothing on a key, or a dead one; it is a key of the code all the same.
    silent = us and (key < _NO_SIGN or key in _SILENT or key == Qt.Key.Key_unknown)
    letter = event.text().isprintable() and event.text() if chord else event.text() or silent
    return Kind.LETTER if letter else Kind.OTHER
