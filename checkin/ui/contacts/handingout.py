"""Hands out what the contact desk brought: each their contacts, and the list of who agreed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.roles import Action
from checkin.errors import CheckinError
from checkin.render.contactlist import ListWords, write_contact_list
from checkin.services.contacts import agreeing
from checkin.services.desk import Desk
from checkin.services.permission import refuse_in_rehearsal
from checkin.ui.attendees.wording import number
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.parts import action
from checkin.ui.saving import documents, file_name, say_saved, with_ending


class HandingOut(QObject):
    """Asks where to, and writes in the background. `said` tells what came of it, `failed` why not.

    Its `actions` are `owner`'s, and there only for who may export.
    """

    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, bench: Bench, owner: QWidget) -> None:
        super().__init__(owner)
        self._bench = bench
        self._owner = owner
        each = action(owner, self.tr("Contacts of each…"), "Ctrl+E", "contacts of each")
        each.triggered.connect(lambda _: self._ask_folder())
        everybody = action(owner, self.tr("List of who agreed…"), "Ctrl+L", "list of who agreed")
        everybody.triggered.connect(lambda _: self._ask_file())
        self.actions = (each, everybody)
        for one in self.actions:
            one.setVisible(bench.operator.may(Action.EXPORT))
            one.setEnabled(one.isVisible())

    def write_each(self, folder: Path) -> None:
        """Write each their contacts as vCards and CSV into a folder, or nothing."""
        outside = self._bench.outside

        def work(desk: Desk, _: Progress) -> int:
            return outside.hand_out_contacts(desk, folder)

        words = self.tr("The contacts of {count} attendees are in {file}.")
        self._start(folder, work, words, folder / "contacts.csv")

    def write_list(self, path: Path) -> None:
        """Write all who agreed into a PDF."""
        event, words = self._bench.programme().event, self._list_words()

        def work(desk: Desk, _: Progress) -> int:
            refuse_in_rehearsal(desk.store)
            people = agreeing(desk.store, desk.operator)
            if not people:
                raise CheckinError("nobody-agreed")
            write_contact_list(path, event, people, words)
            return len(people)

        self._start(path, work, self.tr("{count} people who agreed are in {file}."), path)

    def _start(
        self, path: Path, work: Callable[[Desk, Progress], int], words: str, made: Path
    ) -> None:
        def done(count: int) -> None:
            text = words.format(count=number(count), file=path.name)
            say_saved(self._bench.notices, text, made)
            self.said.emit(text)

        title = self.tr("Writing {file}…").format(file=path.name)
        self._bench.long.start(title, work, done, self.failed.emit)

    def _ask_folder(self) -> None:
        title = self.tr("Write the contacts of each into which folder?")
        if chosen := QFileDialog.getExistingDirectory(self._owner, title, str(documents())):
            self.write_each(Path(chosen))

    def _ask_file(self) -> None:
        event = file_name(self._bench.programme().event.title, self.tr("Seminar"))
        name = self.tr("{event} contacts").format(event=event)
        chosen, _ = QFileDialog.getSaveFileName(
            *(self._owner, self.tr("List of who agreed"), str(documents() / f"{name}.pdf")),
            self.tr("PDF (*.pdf)"),
        )
        if chosen:
            self.write_list(with_ending(chosen, ".pdf"))

    def _list_words(self) -> ListWords:
        return ListWords(
            self.tr("Contacts"),
            self.tr("Offers"),
            self.tr("Seeks"),
            self.tr(
                "Those named here agreed that those named here may reach them; nobody else may."
            ),
            self.tr("Page {page} of {pages}"),
        )
