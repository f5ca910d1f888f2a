"""Asks what is to be asked at check-in, how it is answered, and on which lists."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from checkin.domain.questions import Question, QuestionKind
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.programme import Programme
from checkin.services.questions import NONE_YET, Wording, changes
from checkin.ui.dates import short_day
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label

_CHOICES_HEIGHT, _LISTS_HEIGHT = 96, 104
_LIST = Qt.ItemDataRole.UserRole


class QuestionDialog(Dialog):
    """`known` is the question that is being changed."""

    def __init__(
        self, parent: QWidget | None, event: Programme, known: Question | None = None
    ) -> None:
        super().__init__(parent, 560)
        title = self.tr("Change question") if known else self.tr("Add question")
        self.entitle(title, self.tr("Save  Ctrl+Enter") if known else self.tr("Add  Ctrl+Enter"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        self._event, self._known = event, known
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("such as T-shirt, or Coming to the dinner?"))
        self.kind = QComboBox()
        for words, kind in (
            (self.tr("In words"), QuestionKind.TEXT),
            (self.tr("One of some choices"), QuestionKind.CHOICE),
            (self.tr("Yes or no"), QuestionKind.YES_NO),
            (self.tr("May their contact be passed on?"), QuestionKind.CONSENT),
        ):
            self.kind.addItem(words, kind)
        self.choices = QPlainTextEdit()
        self.choices.setTabChangesFocus(True)
        self.choices.setFixedHeight(_CHOICES_HEIGHT)
        self.choices.setPlaceholderText(self.tr("one on a line, at most nine"))
        self.optional = QCheckBox(self.tr("May be left open"))
        self.lists = QListWidget()
        self.lists.setFixedHeight(_LISTS_HEIGHT)
        self.add_field(self.tr("Question"), self.text)
        self.add_field(self.tr("Answered"), self.kind)
        self.add_field(self.tr("Choices"), self.choices)
        self.add_field("", self.optional)
        self.add_field(self.tr("Only on"), self.lists)
        words = self.tr(
            "None ticked: on every list. The answer is kept as the attendee's field of that name;"
            " who has one is not asked."
        )
        self.body.addWidget(label(words, "quiet", wraps=True))
        self._show(known or NONE_YET)
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self._follow_kind()

    @classmethod
    def ask(
        cls, parent: QWidget, event: Programme, known: Question | None = None
    ) -> Wording | None:
        """Return what somebody wants asked, or None."""
        dialog = cls(parent, event, known)
        return dialog.wording() if dialog.exec() else None

    def wording(self) -> Wording:
        """Return what the fields say."""
        kind = QuestionKind(self.kind.currentData())
        lines = map(clean, self.choices.toPlainText().splitlines())
        items = [self.lists.item(at) for at in range(self.lists.count())]
        ticked = [one.data(_LIST) for one in items if one.checkState() is Qt.CheckState.Checked]
        return Wording(
            text=clean(self.text.text()),
            kind=kind,
            choices=tuple(filter(None, lines)) if kind is QuestionKind.CHOICE else (),
            lists=tuple(ticked),
            optional=self.optional.isChecked(),
        )

    def accept(self) -> None:
        try:
            changes(self._known or NONE_YET, self.wording(), self._event.questions)
        except CheckinError as error:
            about = f"{error.code} {error.facts.get('field', '')}"
            self.fail(error, self.choices if "choice" in about else self.text)
        else:
            super().accept()

    def _follow_kind(self) -> None:
        self.choices.setEnabled(self.kind.currentData() == QuestionKind.CHOICE)

    def _show(self, known: Question) -> None:
        self.text.setText(known.text)
        self.kind.setCurrentIndex(self.kind.findData(known.kind))
        self.choices.setPlainText("\n".join(known.choices))
        self.optional.setChecked(known.optional)
        for one in self._event.lists:
            item = QListWidgetItem(f"{one.name} · {short_day(one.day)}")
            item.setData(_LIST, one.id)
            ticked = one.id in known.lists
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.lists.addItem(item)
