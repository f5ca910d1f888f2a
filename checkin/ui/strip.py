"""The strip below a page while long work is being done: what, how far, and Cancel."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from checkin.ui.longwork import LongWork
from checkin.ui.parts import label


class WorkStrip(QWidget):
    """Shown only while there is long work."""

    def __init__(self, work: LongWork) -> None:
        super().__init__()
        self._what, self._count = label(), label(role="quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Cancel  Esc"))
        self._cancel.clicked.connect(work.cancel)
        self._cancel.clicked.connect(self._stopping)
        card = QFrame()
        card.setObjectName("card")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 0, 24, 12)
        whole.addWidget(card)
        inside = QHBoxLayout(card)
        inside.setContentsMargins(16, 8, 10, 8)
        inside.setSpacing(14)
        inside.addWidget(self._what)
        inside.addWidget(self._bar, 1)
        inside.addWidget(self._count)
        inside.addWidget(self._cancel)
        work.started.connect(self._start)
        work.progressed.connect(self._show)
        work.ended.connect(self.hide)
        self.hide()

    def cancel(self) -> bool:
        """Cancel what is being done; return whether anything was."""
        if not self.isVisible() or not self._cancel.isEnabled():
            return False
        self._cancel.click()
        return True

    def _start(self, title: str) -> None:
        self._what.setText(title)
        self._count.setText("")
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def _show(self, done: int, total: int) -> None:
        # A bar counts to 2,147,483,647 at most; a thousand steps are finer than it can be drawn.
        self._bar.setRange(0, 1000)
        self._bar.setValue(done * 1000 // max(total, 1))
        if self._cancel.isEnabled():
            self._count.setText(self.tr("{done} of {total}").format(done=done, total=total))

    def _stopping(self) -> None:
        self._cancel.setEnabled(False)
        self._count.setText(self.tr("Stopping…"))
