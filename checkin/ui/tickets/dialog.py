"""Asks whose tickets are to be brought out, where to, and in which words they are sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from checkin.domain.tickets import TicketWords
from checkin.errors import CheckinError
from checkin.services.tickets import Due
from checkin.ui.badges import phrases
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, action, label, literal, row
from checkin.ui.tickets.server import MailServerDialog
from checkin.ui.tickets.wording import Wording

_FEW = 3


class Way(Enum):
    """What is to be done with tickets."""

    SAVE = "save"
    DRAFT = "draft"
    SEND = "send"


@dataclass(frozen=True, slots=True)
class Ground:
    """Whose tickets are due, once and `again`, and what stands on the first, by field.

    `fields` are all that a message may have.
    """

    once: Due[Any]
    again: Due[Any]
    values: Mapping[str, str]
    fields: frozenset[str]


class TicketsDialog(Dialog):
    """`way`, `words` and `due` are what was chosen; `password` is for the mail server."""

    def __init__(
        self,
        parent: QWidget,
        bench: Bench,
        ground: Ground,
        words: TicketWords,
        wording: Wording,
    ) -> None:
        super().__init__(parent, 740)
        self._bench, self._ground, self._wording = bench, ground, wording
        self.way, self.password = Way.SEND, ""
        self.entitle(wording.title, self.tr("Send  Ctrl+Enter"))
        self.subject, self.text = QLineEdit(words.subject), QPlainTextEdit(words.text)
        self.text.setTabChangesFocus(True)
        self.again = QCheckBox(literal(self.tr("Also those who were sent theirs  Alt+A")))
        self.again.setShortcut("Alt+A")
        self.who = label(role="quiet", wraps=True)
        self.server = label(role="quiet", wraps=True)
        self._shown = label(role="", wraps=True)
        self._sides = QStackedWidget()
        self._make_actions()
        self._lay_out()
        self.again.toggled.connect(self._follow)
        self._follow()

    @property
    def words(self) -> TicketWords:
        """Subject and text, with fields."""
        return TicketWords(self.subject.text().strip(), self.text.toPlainText())

    @property
    def due(self) -> Due[Any]:
        """Whose tickets are meant."""
        return self._ground.again if self.again.isChecked() else self._ground.once

    def accept(self) -> None:
        self._choose(Way.SEND)

    def _make_actions(self) -> None:
        def made(text: str, keys: str) -> QAction:
            return action(self, text, keys)

        self._look = made(self.tr("As it arrives"), "Alt+V")
        self._look.setCheckable(True)
        self._mail = made(self.tr("Mail server…"), "Alt+M")
        self._draft = made(self.tr("Save drafts…"), "Ctrl+D")
        self._save = made(self._wording.save, "Ctrl+S")
        self._look.toggled.connect(self._preview)
        self._mail.triggered.connect(self._ask_server)
        self._draft.triggered.connect(lambda: self._choose(Way.DRAFT))
        self._save.triggered.connect(lambda: self._choose(Way.SAVE))

    def _lay_out(self) -> None:
        self.add_field(self.tr("Subject"), self.subject)
        self.add_field(self.tr("Text"), self._sides)
        self._sides.addWidget(self.text)
        self._sides.addWidget(self._shown)
        self._sides.setMinimumHeight(190)
        self.text.setAccessibleName(self.tr("Text"))
        known = ", ".join(f"{{{one}}}" for one in self._wording.fields)
        hint = self._wording.attached.format(fields=known)
        self.body.addWidget(label(hint, "quiet", wraps=True))
        self.body.addLayout(row(ActionButton(self._look), None, ActionButton(self._mail)))
        self.body.addWidget(self.who)
        self.body.addWidget(self.again)
        self.body.addWidget(self.server)
        for button in (ActionButton(self._save), ActionButton(self._draft)):
            self.buttons.insertWidget(self.buttons.count() - 3, button)
        # What hundreds are sent cannot be taken back: Enter after the subject does not send it.
        for pressed in self.findChildren(QPushButton):
            pressed.setAutoDefault(False)
        self.accept_button.setDefault(False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept_button.click)

    def _follow(self) -> None:
        """Say who gets a ticket, and through which server."""
        due, parts = self.due, []
        parts.append(self.tr("{people} get theirs").format(people=phrases.people(len(due.to_send))))
        if due.sent:
            some = phrases.number(len(due.sent))
            parts.append(self.tr("{count} were sent theirs before").format(count=some))
        if due.without_email:
            names = [one.attendee.name for one in due.without_email]
            few = ", ".join(names[:_FEW]) + ("…" if len(names) > _FEW else "")
            words = self.tr("{count} have no e-mail address: {names}")
            parts.append(words.format(count=phrases.number(len(names)), names=few))
        self.who.setText("; ".join(parts) + ".")
        self.again.setVisible(bool(self._ground.once.sent))
        settings = self._bench.outside.load_settings()
        words = self.tr("Sent through {host}, from {sender}.")
        if not settings.mail_host:
            words = self.tr("No mail server is set on this computer yet.")
        facts = {"host": settings.mail_host, "sender": settings.mail_sender}
        self.server.setText(words.format(**facts))
        self.accept_button.setEnabled(bool(due.to_send))
        self._draft.setEnabled(bool(due.to_send))
        self._save.setEnabled(bool(due.to_send or due.sent or due.without_email))

    def _preview(self, shown: bool) -> None:
        values = self._ground.values
        self._shown.setText(
            f"{self.words.subject_for(values)}\n\n{self.words.text_for(values)}" if shown else ""
        )
        self._sides.setCurrentIndex(1 if shown else 0)

    def _choose(self, way: Way) -> None:
        if way is not Way.SAVE and not self._are_fields_known():
            return
        if way is Way.SEND and not self._is_server_set():
            return
        self.way = way
        super().accept()

    def _are_fields_known(self) -> bool:
        for field in self.words.unknown(self._ground.fields):
            known = ", ".join(sorted(self._ground.fields))
            self._look.setChecked(False)
            self.fail(CheckinError("ticket-field", field=field, fields=known), self.text)
            return False
        return True

    def _is_server_set(self) -> bool:
        """Ask for the server, or its password, where either is not known yet."""
        settings = self._bench.outside.load_settings()
        lacks = not settings.mail_host or (settings.mail_user and not self.password)
        return self._ask_server() if lacks else True

    def _ask_server(self) -> bool:
        dialog = MailServerDialog(self, self._bench, self.password)
        kept = bool(dialog.exec())
        if kept:
            self.password = dialog.password
        self._follow()
        return kept
