"""Prints the badge of whoever comes for the first time, where this station is set to do so."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject

from checkin.domain.verdict import Direction, Person, Verdict
from checkin.errors import CheckinError
from checkin.ui.badges.atonce import AtOnce, find_new, printer_at_once
from checkin.ui.bench import Bench
from checkin.ui.page import Page
from checkin.ui.parts import ActionButton, action


class FirstPrint(QObject):
    """`button` is there while it is on; F4 turns it on and off, remembered on this computer."""

    def __init__(self, bench: Bench, page: Page, at_once: AtOnce) -> None:
        super().__init__(page)
        self._bench, self._at_once = bench, at_once
        self.turn = action(page, self.tr("Print at first check-in"), "F4", "print first")
        self.turn.setCheckable(True)
        self.turn.setChecked(bench.outside.load_settings().prints_first)
        self.button = ActionButton(self.turn, takes_focus=False)
        self.button.setVisible(self.turn.isChecked())
        self.turn.toggled.connect(self._on_turned)

    def follow(self, verdicts: Sequence[Verdict]) -> None:
        """Print the badges of those who came in now, unless they were printed before."""
        came = [
            one.attendee
            for one in verdicts
            if one.attendee and one.reason is None and one.direction is Direction.ENTRY
        ]
        if came and self.turn.isChecked():
            find_new(self._bench, came, self._print, self._bench.notices.fail)

    def _print(self, people: Sequence[Person]) -> None:
        if len(people) == 1:
            self._at_once.print(people[0].id, people[0].name)
        elif people:
            self._at_once.print_all([one.id for one in people])

    def _on_turned(self, on: bool) -> None:
        printer = printer_at_once(self._bench)
        if on and not printer:
            self.turn.setChecked(False)
            self._bench.notices.fail(CheckinError("printer-unset"))
            return
        self.button.setVisible(on)
        settings = self._bench.outside.load_settings()
        # What is not remembered holds until the program is closed.
        with suppress(OSError):
            self._bench.outside.save_settings(replace(settings, prints_first=on))
        words = (
            self.tr("Badges never printed come out of {printer} at the first check-in.")
            if on
            else self.tr("Badges are no longer printed at the first check-in.")
        )
        self._at_once.printed.emit(words.format(printer=printer))
