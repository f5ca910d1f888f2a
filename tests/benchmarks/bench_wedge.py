"""Measures the wedge: bursts told right, typing taken for a scan, and how long a key waits."""

import os
import random
import time
from statistics import median

from tests.benchmarks.figures import Rows
from tests.capture.keyboard import Desk, Press, scanned, typed

BURSTS, WORDS = 1_000, 10_000
CODE = "KDTRNBVXHJLCBEFGOPSUXKDTRNBV"
ENDINGS = {"Enter": "\r", "Tab": "\t", "Tab and Enter": "\t\r", "nothing": ""}
LAYOUTS = ("Lithuanian standard", "Russian", "Greek", "Turkish F", "Persian")
_LETTERS = "eaitsnrolkmudpvjgbzcfhy"


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    dice = random.Random(5)
    taken, waited = _typing(dice)
    return [
        *(
            (f"bursts told right, ended by {name}", _share(_bursts(dice, end)), "100 %")
            for name, end in ENDINGS.items()
        ),
        ("bursts told right while somebody types", _share(_bursts_amid_typing(dice)), "100 %"),
        *_through_the_window(),
        (f"of {WORDS:,} typed words taken for scans", f"{taken}", "0"),
        ("a typed key waits, usually", f"{median(waited):.0f} ms", ""),
        ("  at most", f"{max(waited)} ms", "≤ 60 ms"),
    ]


def _share(right: int) -> str:
    return f"{100 * right / BURSTS:.1f} %"


def _bursts(dice: random.Random, ending: str) -> int:
    """Return how many of the bursts, each of a scanner of its own, are exactly one scan."""
    right = 0
    for _ in range(BURSTS):
        desk = Desk()
        gap = dice.randint(1, 33)
        desk.play(scanned(CODE, 1_000, gap, dice.randint(1, gap), ending))
        right += desk.texts == [CODE] and not desk.written
    return right


def _bursts_amid_typing(dice: random.Random) -> int:
    right = 0
    for _ in range(BURSTS):
        desk = Desk()
        presses, words = _words(dice, 1)
        gap = dice.randint(1, 20)
        start = dice.randint(0, presses[-1].at)
        desk.play([*presses, *scanned(CODE, start, gap, dice.randint(1, gap))])
        right += desk.texts == [CODE] and desk.written == words
    return right


def _typing(dice: random.Random) -> tuple[int, list[int]]:
    """Return how many scans were made of typed words, and how long keys waited, in ms."""
    taken, waited = 0, []
    for _ in range(WORDS // 100):
        desk = Desk()
        presses, words = _words(dice, 100)
        desk.play(presses)
        assert desk.texts or desk.written == words, "typing arrived in disorder"
        taken += len(desk.texts)
        waited += desk.waited
    return taken, waited


def _words(dice: random.Random, count: int) -> tuple[list[Press], str]:
    """Return words of a fast typist: 90 to 120 ms a key, up to four letters rolled at 15 to 30."""
    words = ""
    for _ in range(count):
        for _ in range(dice.randint(2, 12)):
            # Nobody rolls over one key twice.
            words += dice.choice([one for one in _LETTERS if one not in words[-4:]])
        words += "_"
    gaps: list[int] = []
    while len(gaps) < len(words):
        gaps += [dice.randint(15, 30) for _ in range(dice.choice((0, 0, 0, 1, 2, 3)))]
        gaps.append(dice.randint(90, 120) if dice.random() < 0.8 else dice.randint(120, 400))
    return typed(words, 0, gaps, dice.randint(55, 89)), words


def _through_the_window() -> Rows:
    from PySide6.QtWidgets import QApplication, QLineEdit

    from checkin.capture.wedge import Scan, Wedge
    from checkin.domain.code import code_for, read
    from checkin.domain.keyboards import put_back
    from checkin.ui.application import application
    from tests.domain.test_keyboards import KEYBOARDS
    from tests.domain.test_keyboards import typed as on_layout
    from tests.scanner import Keyboard

    running = application()
    field, keyboard = QLineEdit(), Keyboard()
    field.show()
    field.activateWindow()
    while not field.hasFocus():
        running.processEvents()
    key, numbers = bytes(32), [f"{CODE[:10]}{a}{b}" for a in CODE for b in CODE]
    codes = [code_for(key, numbers[place % len(numbers)]) for place in range(BURSTS)]
    heard: list[Scan] = []

    def is_ours(text: str) -> bool:
        reading = read(key, text, put_back)
        return reading is not None and reading.proven

    measured: Rows = []
    # The text alone, as where keys are not told, and what an X server tells.
    for platform, how in (("offscreen", "by the text"), ("xcb", "by text and keys")):
        wedge = Wedge(None, platform)
        wedge.scanned.connect(heard.append)
        wedge.start(is_ours, lambda: False)
        for name in LAYOUTS:
            heard.clear()
            start = time.perf_counter()
            for code in codes:
                keyboard.scan(code, texts=on_layout(code, KEYBOARDS[name]))
            spent = (time.perf_counter() - start) / BURSTS
            right = sum(one.proven for one in heard) if not field.text() else 0
            measured.append((f"  typed on {name}, read {how}", _share(right), "100 %"))
        wedge.stop()
    measured.append(("  time to hear one, 29 keys", f"{1_000 * spent:.1f} ms", "≤ 1 frame, 17 ms"))
    QApplication.processEvents()
    field.close()
    return measured
