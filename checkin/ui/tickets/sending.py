"""Brings tickets out from the page of badges, and says what came of it."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.event import Event
from checkin.domain.roles import Action
from checkin.domain.tickets import TicketWords
from checkin.render.faces import FIELDS, face_of
from checkin.services.badges import Badge, badges_to_print
from checkin.services.browsing import known_words
from checkin.services.desk import Desk
from checkin.services.tickets import Due, Sending, due
from checkin.ui.badges import phrases
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.parts import action
from checkin.ui.saving import documents, open_folder
from checkin.ui.tickets.dialog import Ground, TicketsDialog, Way
from checkin.ui.trust import may
from checkin.ui.words import sentence

_FEW = 5


class Ticketing(QObject):
    """Its action asks whose tickets go where."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench, self._page = bench, page
        self._password, self._words = "", TicketWords()
        self.action = action(page, self.tr("Tickets…"), "Ctrl+T", "tickets")
        self.action.triggered.connect(self.ask)

    def ask(self) -> None:
        """Ask about the tickets of everybody neither canceled nor blocked."""
        if not may(self._bench, Action.CHANGE_ROSTER):
            return
        event = self._bench.programme().event
        self._bench.reading.ask(
            lambda desk: ground_of(desk, event), lambda found: self._show(*found)
        )

    def _show(self, ground: Ground, fields: frozenset[str]) -> None:
        dialog = TicketsDialog(self._page, self._bench, ground, fields, self._words)
        dialog.password = self._password
        chosen = dialog.exec()
        # Whoever is sent the rest later is to read the same.
        self._password, self._words = dialog.password, dialog.words
        if not chosen:
            return
        if dialog.way is Way.SEND:
            self._send(dialog)
        elif folder := QFileDialog.getExistingDirectory(
            self._page, self.tr("Write the tickets into this folder"), str(documents())
        ):
            self._write(dialog, Path(folder))

    def _write(self, dialog: TicketsDialog, folder: Path) -> None:
        post, words, found, drafts = (
            self._bench.outside.post,
            dialog.words,
            dialog.due,
            dialog.way is Way.DRAFT,
        )

        def work(desk: Desk, progress: Progress) -> int:
            if drafts:
                return post.draft(desk, folder, found.to_send, words, progress)
            return post.save(desk, folder, _everybody(found), progress)

        def say(count: int) -> None:
            said = self.tr("{count} tickets are in {folder}.")
            said = said.format(count=phrases.number(count), folder=folder.name)
            offer = (self.tr("Open folder"), lambda: open_folder(folder))
            self._bench.notices.done(said, offer)

        self._bench.long.start(self.tr("Writing tickets"), work, say)

    def _send(self, dialog: TicketsDialog) -> None:
        post, words, found, password = (
            self._bench.outside.post,
            dialog.words,
            dialog.due,
            dialog.password,
        )

        def work(desk: Desk, progress: Progress) -> Sending[Badge]:
            return post.send(desk, found.to_send, words, password, progress)

        self._bench.long.start(self.tr("Sending tickets"), work, self._say_sent)

    def _say_sent(self, sending: Sending[Badge]) -> None:
        count = phrases.number(len(sending.sent))
        said = self.tr("{count} tickets were sent.").format(count=count)
        go_on = (self.tr("Send the rest"), self.ask)
        if sending.stopped:
            self._bench.notices.fail(sending.stopped, go_on)
        elif sending.left:
            left = phrases.number(len(sending.left))
            said = f"{said} {self.tr('{count} are still to be sent.').format(count=left)}"
        if sending.refused:
            why = " ".join(
                f"{badge.attendee.name}: {sentence(error)}"
                for badge, error in sending.refused[:_FEW]
            )
            more = len(sending.refused) - _FEW
            if more > 0:
                why = f"{why} {phrases.and_more(more)}."
            self._bench.notices.warn(why)
        self._bench.notices.done(said, *([go_on] if sending.left else []))


def ground_of(desk: Desk, event: Event) -> tuple[Ground, frozenset[str]]:
    """Return whose tickets are due, and the fields that a message may have."""
    badges = badges_to_print(desk.store, desk.operator)
    once = due(desk.store, desk.operator, badges)
    again = due(desk.store, desk.operator, badges, again=True)
    first = next(iter(again.to_send or badges), None)
    values = (
        face_of(event, first.attendee, first.code, programme=first.programme).values
        if first
        else {}
    )
    custom = known_words(desk.store, desk.operator).custom_fields
    return Ground(once, again, values), frozenset({*FIELDS, *custom})


def _everybody(found: Due[Badge]) -> list[Badge]:
    return [*found.to_send, *found.sent, *found.without_email]
