"""A scanner at a serial port: what it sends, and what happens when it is pulled out."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from checkin.capture.serial import SerialScanner, SerialState, serial_ports
from checkin.capture.seriallines import SerialLines
from tests.serialport import SerialCable

CODE = "KDTRNBVXHJLCBCDEFGHJKLNOPRST"


def taken(*pieces: bytes) -> list[str]:
    """Return what comes of pieces, the last one followed by a pause."""
    lines = SerialLines()
    texts = [text for piece in pieces for text in lines.take(piece)]
    rest = lines.end()
    return [*texts, rest] if rest else texts


@pytest.mark.parametrize("ending", ["\r", "\n", "\r\n", "\t", "\x03", "\x03\r\n", ""])
def test_each_ending_ends_a_code(ending: str) -> None:
    assert taken(f"\x02{CODE}{ending}".encode()) == [CODE]


@given(
    st.lists(st.text("BCDEFG1234žЖ ]Q", min_size=1).filter(str.strip), max_size=6),
    st.sampled_from(["\r", "\n", "\r\n", "\t", "\x03"]),
    st.lists(st.integers(0, 200)),
)
def test_codes_are_whole_however_they_are_cut_up(
    codes: list[str], ending: str, cuts: list[int]
) -> None:
    data = "".join(code + ending for code in codes).encode()
    places = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    pieces = [data[a:b] for a, b in pairwise(places)]
    assert taken(*pieces) == codes


def test_letters_of_an_older_scanner() -> None:
    assert taken("Müller\r".encode("latin-1")) == ["Müller"]


def test_a_megabyte_without_an_ending_is_one_short_text() -> None:
    lines = SerialLines()
    for _ in range(1_000):
        assert lines.take(b"x" * 1_000) == []
    assert len(lines._kept) < 10_000
    assert [len(text) for text in lines.take(b"\r" + CODE.encode() + b"\r")] == [8_192, len(CODE)]


@pytest.fixture
def turns() -> Iterator[list[int]]:
    """How many codes were heard in each turn that the window had meanwhile."""
    counted = [0]
    timer = QTimer()
    timer.timeout.connect(lambda: counted.append(0))
    timer.start(0)
    yield counted
    timer.stop()


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[SerialCable]:
    made = SerialCable(tmp_path)
    yield made
    made.pull_out()


@pytest.fixture
def scanner(qtbot: QtBot) -> Iterator[SerialScanner]:
    made = SerialScanner()
    yield made
    made.stop()


def test_a_scan_is_heard(qtbot: QtBot, cable: SerialCable, scanner: SerialScanner) -> None:
    cable.plug_in()
    scanner.start(cable.port)
    assert scanner.state is SerialState.HEARD
    with qtbot.waitSignal(scanner.scanned) as heard:
        cable.send(f"{CODE}\r".encode())
    assert heard.args == [CODE]


def test_a_scanner_without_an_ending_is_heard(
    qtbot: QtBot, cable: SerialCable, scanner: SerialScanner
) -> None:
    cable.plug_in()
    scanner.start(cable.port, 115_200)
    with qtbot.waitSignal(scanner.scanned) as heard:
        cable.send(CODE.encode())
    assert heard.args == [CODE]


def test_a_stuck_scanner_leaves_the_window_its_turn(
    qtbot: QtBot, cable: SerialCable, scanner: SerialScanner, turns: list[int]
) -> None:
    cable.plug_in()
    scanner.start(cable.port, 115_200)
    heard: list[str] = []

    def hear(text: str) -> None:
        heard.append(text)
        turns[-1] += 1

    scanner.scanned.connect(hear)
    codes = [f"{number:05}{CODE[5:]}" for number in range(2_000)]
    sending = Thread(target=lambda: cable.send("".join(f"{one}\r" for one in codes).encode()))
    sending.start()
    qtbot.waitUntil(lambda: len(heard) == len(codes))
    sending.join()
    assert heard == codes
    assert max(turns) <= 80


def test_it_is_heard_again_after_it_was_pulled_out(
    qtbot: QtBot, cable: SerialCable, scanner: SerialScanner
) -> None:
    cable.plug_in()
    scanner.start(cable.port)
    cable.send(b"half a code")
    for _ in range(2):
        with qtbot.waitSignal(scanner.moved) as lost:
            cable.pull_out()
        assert lost.args == [SerialState.ABSENT]
        with qtbot.waitSignal(scanner.moved) as found:
            cable.plug_in()
        assert found.args == [SerialState.HEARD]
        with qtbot.waitSignal(scanner.scanned) as heard:
            cable.send(f"{CODE}\n".encode())
        assert heard.args == [CODE]


def test_a_port_that_is_not_there_is_waited_for(
    qtbot: QtBot, cable: SerialCable, scanner: SerialScanner
) -> None:
    scanner.start(cable.port)
    assert scanner.state is SerialState.ABSENT
    with qtbot.waitSignal(scanner.moved) as found:
        cable.plug_in()
    assert found.args == [SerialState.HEARD]


def test_what_is_no_serial_port_is_refused(tmp_path: Path, scanner: SerialScanner) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("no port")
    scanner.start(str(file))
    assert scanner.state is SerialState.REFUSED


def test_nothing_is_heard_once_it_is_stopped(
    qtbot: QtBot, cable: SerialCable, scanner: SerialScanner
) -> None:
    cable.plug_in()
    scanner.start(cable.port)
    scanner.start("")
    assert scanner.state is SerialState.OFF
    with qtbot.assertNotEmitted(scanner.scanned, wait=150):
        cable.send(f"{CODE}\r".encode())


def test_the_ports_of_this_computer_have_names() -> None:
    assert all(name and what for name, what in serial_ports())
