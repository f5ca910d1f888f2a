"""The menu of templates: a new one, each that there is, and taking one away."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from checkin.domain.template import Template
from checkin.services.templates import NamedTemplate
from checkin.ui.bench import Bench
from checkin.ui.designer.craft import Craft
from checkin.ui.designer.document import Document
from checkin.ui.designer.keeping import Keeping
from checkin.ui.parts import literal


class Choosing(QObject):
    """`known` are the templates that there were when somebody looked last."""

    def __init__(
        self,
        bench: Bench,
        craft: Craft,
        document: Document,
        keeping: Keeping,
        pictures: Mapping[str, bytes],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._bench, self._craft = bench, craft
        self._document, self._keeping = document, keeping
        self._pictures = pictures
        self.menu = QMenu(over)

    def show_templates(self, known: tuple[NamedTemplate, ...]) -> None:
        """Offer these templates."""
        self.menu.clear()
        self.menu.addAction(self.tr("New, from nothing"), self.begin)
        self.menu.addSeparator()
        for one in known:
            entry = self.menu.addAction(literal(one.template.name), partial(self.open, one))
            entry.setCheckable(True)
            entry.setChecked(one.chosen)
        self.menu.addSeparator()
        gone = self.menu.addAction(self.tr("Remove this template"), self._keeping.remove)
        self.menu.aboutToShow.connect(lambda: gone.setEnabled(bool(self._document.identity)))

    def refresh(self) -> None:
        """Read anew which templates there are."""
        self._bench.reading.ask(self._craft.known, self.show_templates)

    def begin(self) -> None:
        """Begin with nothing."""
        name = self._craft.new_name.format(event=self._bench.programme().event.title)
        self._open(Template(name[:80], *self._craft.size, ()), "")

    def open(self, named: NamedTemplate) -> None:
        """Design another template; one that comes along is only ever copied."""
        self._open(named.template, "" if named.builtin else named.id)

    def _open(self, template: Template, identity: str) -> None:
        def go_on() -> None:
            self._document.open(template, identity, {**self._pictures, **self._document.pictures})

        if self._keeping.may_leave(go_on):
            go_on()
