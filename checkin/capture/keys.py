"""Which key of the keyboard was pressed, whatever the layout makes of it.

The numbers are those of the first set of scan codes, which Windows tells and Linux's input layer
uses too; an X server, and a Wayland compositor after it, counts eight more.
"""

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


def us_sign(scan_code: int, platform: str) -> str:
    """Return what stands on a key of a US keyboard, letters as capitals, empty for another key.

    `scan_code` is as Qt tells it on `platform`; where it tells none, nothing is known.
    """
    return _US.get(scan_code - _COUNTED_FROM.get(platform, scan_code), "")
