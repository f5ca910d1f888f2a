"""Which fields of a person are shown at the door."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from checkin.domain.event import Event
from checkin.domain.questions import MOST_SHOWN
from checkin.domain.roles import Action
from checkin.services.desk import Desk
from checkin.services.shownfields import show_fields, showable_fields
from checkin.ui.attendees.wording import field_words
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.parts import ActionButton, Card, action, label, row
from checkin.ui.trust import may


class ShownFieldsCard(Card):
    """A line on what is shown, and a dialog to choose it."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__()
        self._bench = bench
        self.state = label(role="quiet", wraps=True)
        choose = action(page, self.tr("Choose fields…"), "Alt+F", "choose fields")
        choose.triggered.connect(self._read)
        self.inside.addWidget(label(self.tr("Shown at the door"), "heading"))
        self.inside.addWidget(self.state)
        self.inside.addLayout(row(ActionButton(choose), None))
        self.follow()

    def follow(self) -> None:
        """Say which fields are shown now."""
        names = ", ".join(map(field_words, self._bench.programme().event.shown_fields))
        words = self.tr("Below the name: {fields}.").format(fields=names)
        nothing = self.tr(
            "Nothing but the name and where somebody comes from. Choose up to four fields, such as"
            " meal or language."
        )
        self.state.setText(words if names else nothing)

    def _read(self) -> None:
        if may(self._bench, Action.CHANGE_PROGRAMME):
            self._bench.door.ask(lambda desk: showable_fields(desk.store, desk.operator), self._ask)

    def _ask(self, known: Sequence[str]) -> None:
        shown = self._bench.programme().event.shown_fields
        dialog = ShownFieldsDialog(self, known, shown)
        if dialog.exec() and (chosen := dialog.chosen()) != shown:

            def work(desk: Desk) -> Event:
                return show_fields(desk.store, desk.operator, chosen)

            self._bench.door.ask(work)


class ShownFieldsDialog(Dialog):
    """Four places, in the order in which they are shown; one may stay empty."""

    def __init__(self, parent: QWidget | None, known: Sequence[str], shown: Sequence[str]) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Which fields does the door show?"), self.tr("Save  Enter"))
        self.places = [QComboBox() for _ in range(MOST_SHOWN)]
        for number, place in enumerate(self.places):
            place.addItem("–", "")
            for field in known:
                place.addItem(field_words(field), field)
            if number < len(shown):
                place.setCurrentIndex(place.findData(shown[number]))
            self.add_field(self.tr("Field {number}").format(number=number + 1), place)
        words = self.tr("Who has nothing in a field is shown without it.")
        self.body.addWidget(label(words, "quiet", wraps=True))

    def chosen(self) -> tuple[str, ...]:
        """Return the fields chosen, each once."""
        return tuple(dict.fromkeys(filter(None, (place.currentData() for place in self.places))))
