"""A scanner that is stuck, or a megabyte pasted: the door stays what it is, and says one thing."""

import json
from random import Random
from threading import Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.domain.code import ALPHABET, CODE_LETTERS
from checkin.domain.entry import Kind
from checkin.services.flood import FLOOD_SCANS
from tests.ui.test_scanning import Door

WRONG, BADGES = 1_000, 10


@pytest.fixture
def door(at_event) -> Door:
    return Door(at_event)


def queue(door: Door) -> list[str]:
    """Return wrong codes, and the badges of some people evenly among them."""
    people = door.laptop.register(*(f"Guest {number}" for number in range(BADGES)))
    badges = [door.laptop.code(one) for one in people]
    dice, codes = Random(7), []
    for number in range(1, WRONG + 1):
        codes.append("".join(dice.choices(ALPHABET, k=CODE_LETTERS)))
        if number % (WRONG // BADGES) == 0:
            codes.append(badges.pop())
    return codes


def recorded(door: Door) -> tuple[int, int, int]:
    """Return how many were let in, and of wrong codes how many were kept and only counted."""
    door.page.let_go()
    door.laptop.rest()
    with door.laptop.app.open_event(door.laptop.path) as store:
        entries = [one for one in store.journal.in_order() if one.kind == Kind.CHECK_IN_RECORDED]
    bodies = [json.loads(one.body) for one in entries]
    invalid = [body for body in bodies if body.get("reason") == "invalid"]
    counted = sum(body["count"] for body in invalid if "count" in body)
    kept = sum("count" not in body for body in invalid)
    return len(bodies) - len(invalid), kept, counted


def test_a_stuck_serial_scanner_loses_nobody_and_fills_nothing(door, cable):
    door.view.scanning.serial.choose(cable.port, 115_200)
    codes = queue(door)
    sending = Thread(target=lambda: cable.send("".join(f"{one}\r" for one in codes).encode()))
    sending.start()
    door.laptop.until(lambda: door.heard.count("Welcome") == BADGES)
    sending.join()
    door.laptop.rest()
    people, kept, counted = recorded(door)
    assert people == BADGES
    assert (kept, kept + counted) == (FLOOD_SCANS, WRONG)
    # What is only counted is not shown singly either.
    assert len(door.heard) <= BADGES + FLOOD_SCANS + 5


def test_a_stuck_scanner_that_types_loses_nobody(door):
    for code in queue(door):
        door.keyboard.scan(code, gap=1)
    door.laptop.until(lambda: door.heard.count("Welcome") == BADGES)
    door.laptop.rest()
    people, kept, counted = recorded(door)
    assert people == BADGES
    assert kept + counted == WRONG
    assert door.page.field.text() == ""


def test_a_welcome_stands_beside_a_stuck_scanner_and_then_it_is_named(door, cable):
    door.view.scanning.serial.choose(cable.port, 115_200)
    code = door.guest()
    dice = Random(8)
    wrong = ["".join(dice.choices(ALPHABET, k=CODE_LETTERS)) for _ in range(3 * FLOOD_SCANS)]
    said = [*wrong[: 2 * FLOOD_SCANS], code, *wrong[2 * FLOOD_SCANS :]]
    cable.send("".join(f"{one}\r" for one in said).encode())
    door.laptop.until(lambda: "Welcome" in door.heard)
    door.laptop.rest()
    assert door.heard == ["Unknown code"] * FLOOD_SCANS + ["Welcome"]
    assert door.screen.name == "Ada Ozola"
    door.laptop.until(lambda: door.screen.headline == "Scanner stuck")
    assert "unplug it" in door.screen.advice


def test_one_badge_read_a_thousand_times_is_one_scan(door, cable):
    door.view.scanning.serial.choose(cable.port, 115_200)
    code = door.guest()
    Thread(target=lambda: cable.send(f"{code}\r".encode() * WRONG)).start()
    door.laptop.until(lambda: "counted once" in door.page.field.placeholderText())
    door.laptop.rest()
    assert door.heard == ["Welcome"]
    assert recorded(door) == (1, 0, 0)


def test_what_a_serial_scanner_sends_before_a_code_is_seen_through(door, cable):
    door.view.scanning.serial.choose(cable.port, 9_600)
    for before in (b"", b"]Q1", b"\xff\xfe", b"SHOP-7:"):
        cable.send(before + f"{door.guest(before.hex() or 'Ada')}\r".encode())
    door.laptop.until(lambda: len(door.heard) == 4)
    assert door.heard == ["Welcome"] * 4


@pytest.mark.parametrize(
    "pasted", ["Z" * 1_000_000, "Zelma Zilgalve\n" * 70_000], ids=["Z", "lines"]
)
def test_a_megabyte_pasted_into_the_field_is_one_short_sentence(door, pasted):
    door.guest()
    QApplication.clipboard().setText(pasted)
    door.page.field.setFocus()
    door.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    door.laptop.rest()
    door.press(Qt.Key.Key_Return)
    door.laptop.until(lambda: "Nobody is found" in door.screen.advice)
    assert len(door.screen.advice) < 100
    assert recorded(door) == (0, 0, 0)


def test_a_megabyte_read_by_a_scanner_is_one_red_screen(door, cable):
    door.view.scanning.take("Z" * 1_000_000)
    door.laptop.until(lambda: door.heard == ["Unknown code"])
    door.view.scanning.serial.choose(cable.port, 9_600)
    Thread(target=lambda: cable.send(b"Y" * 1_000_000 + b"\r")).start()
    door.laptop.until(lambda: door.heard == ["Unknown code"] * 2)
    assert recorded(door) == (0, 2, 0)
