"""What all pages have in common: each reads anew what has changed, once somebody looks at it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.services.watching import Changed
from checkin.ui.bench import Bench
from checkin.ui.parts import GAP, label


class Page(QWidget):
    """A page of the window, called `name`, with a title line in `head` and the rest in `body`.

    A page overrides `refresh`, and names in `reads` which kinds of change concern it. Actions made
    with `parts.action(page, …)` work while the page is shown, and are listed under F1.
    """

    reads = Changed(0)

    def __init__(self, bench: Bench, name: str) -> None:
        super().__init__()
        # Opaque, so that nothing below is painted first; the palette is the theme's.
        self.setAutoFillBackground(True)
        self.bench = bench
        self.name = name
        self.title = label(name, "title")
        self.head = QHBoxLayout()
        self.head.setSpacing(GAP)
        self.head.addWidget(self.title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(GAP)
        self.body.addLayout(self.head)
        self._stale = self.reads
        bench.news.changed.connect(self._on_changed)

    def refresh(self, changed: Changed) -> None:
        """Read anew whatever those kinds of change may have touched."""

    @property
    def unsaved(self) -> bool:
        """Tell whether words stand on the page that would be lost by leaving it."""
        return False

    def first_focus(self) -> QWidget:
        """Return what the keyboard goes to when the page is shown."""
        return self

    def let_go(self) -> None:
        """Write down what is not on disk yet, before the event is closed."""

    def leave(self) -> bool:
        """Answer whether the window may turn to another page or close; ask about unsaved words."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _on_changed(self, changed: Changed) -> None:
        self._stale |= changed & self.reads
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        stale, self._stale = self._stale, Changed(0)
        if stale:
            self.refresh(stale)
