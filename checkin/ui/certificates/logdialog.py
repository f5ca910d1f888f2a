"""The log of certificates: what was issued, issued anew and withdrawn, when and by whom."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from checkin.domain.text import fold
from checkin.services.desk import Desk
from checkin.services.verifying import Logged, certificate_log
from checkin.ui.bench import Bench
from checkin.ui.certificates.wording import logged_words
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label
from checkin.ui.steering import Steering

_WIDTH, _HEIGHT = 760, 260
_MOST_SHOWN = 1000


class CertificateLogDialog(Dialog):
    """`lines` are what is shown, the latest first."""

    def __init__(self, parent: QWidget, bench: Bench) -> None:
        super().__init__(parent, _WIDTH)
        self.entitle(self.tr("Log of certificates"), self.tr("Close  Enter"))
        self.cancel_button.hide()
        self._event = bench.programme().event
        self._all: Sequence[str] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find by name, number, or by who did it"))
        self.field.setAccessibleName(self.tr("Find in the log"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        Steering(self.field, self.list)
        self.list.setAccessibleName(self.tr("Log of certificates, the latest first"))
        self.list.setMinimumHeight(_HEIGHT)
        self._count = label("…", "quiet")
        for part in (self.field, self.list, self._count):
            self.body.addWidget(part)
        self.field.textChanged.connect(lambda _: self._show())
        self.field.setFocus()
        bench.reading.ask(_log, self._on_read, self.fail)

    @property
    def lines(self) -> list[str]:
        return [self.list.item(at).text() for at in range(self.list.count())]

    def _on_read(self, found: Sequence[Logged]) -> None:
        if not self.over:
            self._all = [logged_words(one, self._event) for one in found]
            self._show()

    def _show(self) -> None:
        words = fold(self.field.text()).split()
        found = [one for one in self._all if all(word in fold(one) for word in words)]
        self.list.clear()
        self.list.addItems(found[:_MOST_SHOWN])
        if not self._all:
            self._count.setText(self.tr("No certificate was issued yet."))
        else:
            self._count.setText(self.tr("{count} entries").format(count=len(found)))


def _log(desk: Desk) -> Sequence[Logged]:
    return certificate_log(desk.store, desk.operator)
