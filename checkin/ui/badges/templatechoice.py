"""Which template the badges of the event are printed with, chosen by who may."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from checkin.services.desk import Desk
from checkin.services.templates import NamedTemplate, choose_template, templates
from checkin.ui.bench import Bench


class TemplateChoice(QComboBox):
    """`chosen` tells that the event has another template from now on."""

    chosen = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._known: Sequence[NamedTemplate] = ()
        self.setAccessibleName(self.tr("Template"))
        # A long name must not make the side wider than the page has room for.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated.connect(self._on_activated)

    def read(self) -> None:
        """Show what there is by now."""
        builtin = self._bench.outside.builtin_templates

        def work(desk: Desk) -> Sequence[NamedTemplate]:
            return templates(desk.store, desk.operator, builtin())

        self._bench.reading.ask(work, self._show)

    def _show(self, known: Sequence[NamedTemplate]) -> None:
        self._known = known
        self.clear()
        for one in known:
            self.addItem(one.template.name)
        chosen = next((at for at, one in enumerate(known) if one.chosen), -1)
        self.setCurrentIndex(chosen)

    def _on_activated(self, at: int) -> None:
        wanted = self._known[at]
        if wanted.chosen:
            return

        def work(desk: Desk) -> None:
            choose_template(desk.store, desk.operator, wanted)

        def failed(error: Exception) -> None:
            self._bench.notices.fail(error)
            self._show(self._known)

        self._bench.door.ask(work, lambda _: self.chosen.emit(), failed)
