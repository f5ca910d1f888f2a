"""The badge that is being designed, what was done to it, and whether that is saved."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QObject, Signal

from checkin.domain.edithistory import History
from checkin.domain.editing import Editing
from checkin.domain.template import Template
from checkin.services.templatekeeping import NO_PICTURES


class Document(QObject):
    """`identity` is the template's in the event; empty for one that is not kept there yet.

    `pictures` are those it may name, by id: those of the event and those chosen since.
    `edited` tells that anything is different: an element, the side shown, what is chosen.
    """

    edited = Signal()

    def __init__(
        self, template: Template, identity: str = "", pictures: Mapping[str, bytes] = NO_PICTURES
    ) -> None:
        super().__init__()
        self.open(template, identity, pictures)

    def open(
        self, template: Template, identity: str = "", pictures: Mapping[str, bytes] = NO_PICTURES
    ) -> None:
        """Begin with another template, in place of this one and all that was done to it."""
        self.identity = identity
        self.pictures = dict(pictures)
        self._saved: Template | None = template
        self._history = History(Editing(template))
        self.edited.emit()

    @property
    def now(self) -> Editing:
        """The badge as it is."""
        return self._history.now

    @property
    def unsaved(self) -> bool:
        """Tell whether it differs from what was saved or opened."""
        return self.now.template != self._saved

    @property
    def can_undo(self) -> bool:
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        return bool(self._history.future)

    def do(self, editing: Editing, manner: Hashable = None) -> None:
        """Change the badge; see `History.do` for `manner`. What is only chosen is no step."""
        if editing.template == self.now.template:
            self.see(editing)
        else:
            self._go_on(self._history.do(editing, manner))

    def see(self, editing: Editing) -> None:
        """Choose something else, or show the other side."""
        if editing != self.now:
            self._go_on(self._history.see(editing))

    def undo(self) -> None:
        self._go_on(self._history.undo())

    def redo(self) -> None:
        self._go_on(self._history.redo())

    def rest(self) -> None:
        """Let what is done next be a step of its own, whatever its manner."""
        self._history = self._history.see(self.now)

    def saved(self, template: Template | None, identity: str) -> None:
        """Remember what is kept in the event, and under which id; None for one taken away."""
        self._saved, self.identity = template, identity
        self.edited.emit()

    def _go_on(self, history: History[Editing]) -> None:
        if history is not self._history:
            self._history = history
            self.edited.emit()
