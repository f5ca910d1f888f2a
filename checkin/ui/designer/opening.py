"""Opens the designer on the template that the event uses, or on any other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkin.domain.roles import Action
from checkin.domain.template import Template
from checkin.services.browsing import known_words
from checkin.services.designs import design_of
from checkin.services.desk import Desk
from checkin.services.organizers import organizers
from checkin.services.templates import NamedTemplate, templates
from checkin.ui.bench import Bench
from checkin.ui.designer.document import Document
from checkin.ui.designer.templatepart import Known
from checkin.ui.parts import action
from checkin.ui.trust import may


@dataclass(frozen=True, slots=True)
class Ground:
    """What the designer begins with: what the event has that may stand on its badges."""

    known: Known
    templates: tuple[NamedTemplate, ...]
    pictures: Mapping[str, bytes]
    logos: Sequence[bytes]

    @property
    def chosen(self) -> NamedTemplate:
        """The template that the event uses."""
        return next(one for one in self.templates if one.chosen)


class Designing(QObject):
    """Its action opens the designer. What was not saved when a lock closed it is there again."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench, self._page = bench, page
        self._kept: Document | None = None
        self.action = action(page, self.tr("Design…"), "Ctrl+E", "design")
        self.action.triggered.connect(self.open)

    def open(self) -> None:
        """Design the badge that the event uses."""
        if may(self._bench, Action.CHANGE_PROGRAMME):
            builtin = self._bench.outside.builtin_templates()
            self._bench.reading.ask(lambda desk: ground_of(desk, builtin), self._show)

    def _show(self, ground: Ground) -> None:
        from checkin.ui.designer.dialog import DesignerDialog

        document = self._kept or document_of(ground.chosen, ground.pictures)
        self._kept = None
        dialog = DesignerDialog(self._page, self._bench, ground, document)
        dialog.exec()
        if document.unsaved and not dialog.discarded:
            self._kept = document


def ground_of(desk: Desk, builtin: Mapping[str, Template]) -> Ground:
    """Return what the designer begins with."""
    known = templates(desk.store, desk.operator, builtin)
    pictures: dict[str, bytes] = {}
    for one in known:
        pictures |= design_of(desk.store, desk.operator, builtin, one.id).pictures
    words = known_words(desk.store, desk.operator)
    holders = [one for one in organizers(desk.store, desk.operator) if one.picture]
    return Ground(
        Known(
            categories=words.categories,
            custom=words.custom_fields,
            organizers=[one.name for one in holders],
            templates=[one.template.name for one in known],
        ),
        known,
        pictures,
        [one.picture for one in holders],
    )


def document_of(named: NamedTemplate, pictures: Mapping[str, bytes]) -> Document:
    """Return a template to be designed; one that comes along is only ever copied."""
    return Document(named.template, "" if named.builtin else named.id, pictures)
