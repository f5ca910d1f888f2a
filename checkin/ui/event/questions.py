"""What is asked at check-in."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from checkin.domain.event import CheckInList
from checkin.domain.questions import Question, QuestionKind
from checkin.domain.roles import Action
from checkin.services.desk import Desk
from checkin.services.questions import (
    add_question,
    bring_back,
    change_question,
    changes,
    remove_question,
)
from checkin.ui.bench import Bench
from checkin.ui.event.questiondialog import QuestionDialog
from checkin.ui.event.tending import Tended
from checkin.ui.parts import Card, label, tip
from checkin.ui.trust import may

_ROW_HEIGHT, _MOST_ROWS = 34, 5


class QuestionsCard(Card):
    """A list with keys of its own: Enter changes the question that is marked, Del removes it."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__()
        self._bench = bench
        self._questions: Sequence[Question] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Questions at check-in"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = label(
            self.tr(
                "Nothing is asked. Add what reception is to ask before somebody is let in, such as"
                " a T-shirt size; the answer becomes the attendee's field of that name."
            ),
            "quiet",
            wraps=True,
        )
        self.tended = Tended(
            page,
            self.list,
            add=(self.tr("Add question"), "Alt+Q", self.add),
            change=(self.tr("Change"), self.change),
            remove=(self.tr("Remove"), self.remove),
        )
        self.list.itemActivated.connect(lambda _: self.change())
        self.inside.addWidget(label(self.tr("Questions at check-in"), "heading"))
        self.inside.addWidget(self._hint)
        self.inside.addWidget(self.list)
        self.inside.addLayout(self.tended.buttons())
        self.follow()

    def follow(self) -> None:
        """Show the questions as they are now."""
        marked = self._marked()
        now = self._bench.programme()
        self._questions = now.questions
        self.list.clear()
        for one in now.questions:
            words = f"{one.text}  –  {question_words(one, now.lists)}"
            item = QListWidgetItem(words)
            item.setToolTip(tip(words))
            self.list.addItem(item)
            if marked and one.id == marked.id:
                self.list.setCurrentItem(item)
        if self._questions and not self.list.currentItem():
            self.list.setCurrentRow(0)
        self._hint.setVisible(not self._questions)
        self.list.setVisible(bool(self._questions))
        self.list.setFixedHeight(min(len(self._questions), _MOST_ROWS) * _ROW_HEIGHT + 4)
        self.tended.enable(bool(self._questions))

    def add(self) -> None:
        """Ask for another question."""
        if not may(self._bench, Action.CHANGE_PROGRAMME):
            return
        if wording := QuestionDialog.ask(self, self._bench.programme()):
            self._bench.door.ask(lambda desk: add_question(desk.store, desk.operator, wording))

    def change(self) -> None:
        """Change the question that is marked."""
        known = self._marked() if may(self._bench, Action.CHANGE_PROGRAMME) else None
        wording = QuestionDialog.ask(self, self._bench.programme(), known) if known else None
        if known and wording and changes(known, wording, self._questions):

            def work(desk: Desk) -> Question:
                return change_question(desk.store, desk.operator, known, wording)

            self._bench.door.ask(work)

    def remove(self) -> None:
        """Ask the one that is marked no more, and offer to bring it back."""
        if known := self._marked():
            said = self.tr("“{question}” is asked no more.").format(question=known.text)

            def back() -> None:
                self._bench.door.ask(lambda desk: bring_back(desk.store, desk.operator, known))

            def work(desk: Desk) -> None:
                remove_question(desk.store, desk.operator, known)

            offer = (self.tr("Take back"), back)
            self._bench.door.ask(work, lambda _: self._bench.notices.done(said, offer))

    def _marked(self) -> Question | None:
        at = self.list.currentRow()
        return self._questions[at] if 0 <= at < len(self._questions) else None


def question_words(one: Question, lists: Sequence[CheckInList]) -> str:
    """Return in a line how a question is answered, and where it is asked."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Questions", text)

    parts = [", ".join(one.choices) or (_kind_words(one))]
    if one.optional:
        parts.append(tr("may be left open"))
    if one.lists:
        names = [each.name for each in lists if each.id in one.lists]
        parts.append(tr("only on {names}").format(names=", ".join(names) or "–"))
    return " · ".join(parts)


def _kind_words(one: Question) -> str:
    words = {
        QuestionKind.YES_NO: QCoreApplication.translate("Questions", "yes or no"),
        QuestionKind.CONSENT: QCoreApplication.translate(
            "Questions", "yes or no: may their contact be passed on"
        ),
    }
    return words.get(one.kind, QCoreApplication.translate("Questions", "in words"))
