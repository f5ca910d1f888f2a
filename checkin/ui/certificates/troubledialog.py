"""Says before certificates are written which would come out badly, and asks whether to go on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QWidget

from checkin.render.certificate import Trouble
from checkin.services.certificates import Issued
from checkin.ui.certificates.wording import trouble_words
from checkin.ui.dialog import Dialog
from checkin.ui.parts import label

_WIDTH, _HEIGHT = 620, 200


class TroubleDialog(Dialog):
    """`list` has a line for each certificate."""

    def __init__(self, parent: QWidget, found: Sequence[tuple[Issued, Trouble]]) -> None:
        super().__init__(parent, _WIDTH)
        title = self.tr("{count} certificates would come out badly").format(count=len(found))
        self.entitle(title, self.tr("Write them all the same  Enter"))
        advice = self.tr("Make room for these words in the template, or shorten them.")
        self.body.addWidget(label(advice, "quiet", wraps=True))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(_HEIGHT)
        self.list.addItems([trouble_words(one.attendee.name, trouble) for one, trouble in found])
        self.body.addWidget(self.list)
