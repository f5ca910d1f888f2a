"""What the attendance page offers of certificates: all of it begins with who gets one."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.roles import Action
from checkin.errors import CheckinError
from checkin.render.certificate import Trouble
from checkin.render.certificatefaces import CERTIFICATE_FIELDS
from checkin.services.browsing import known_words
from checkin.services.certificates import Candidate, Issued, issued
from checkin.services.desk import Desk
from checkin.services.tickets import due
from checkin.services.withdrawing import fallen
from checkin.ui.badges import phrases
from checkin.ui.bench import Bench
from checkin.ui.certificates.designing import certificate_ground
from checkin.ui.certificates.dialog import CertificatesDialog, Way
from checkin.ui.certificates.troubledialog import TroubleDialog
from checkin.ui.certificates.verifydialog import VerifyDialog
from checkin.ui.designer.opening import Designing
from checkin.ui.longwork import Progress
from checkin.ui.parts import action
from checkin.ui.saving import documents, file_name, open_folder, with_ending
from checkin.ui.tickets.dialog import Ground
from checkin.ui.tickets.sending import Mailed, Ticketing
from checkin.ui.tickets.wording import of_certificates
from checkin.ui.trust import may

_FEW = 5
Found = tuple[Sequence[Issued], Sequence[tuple[Issued, Trouble]]]


class CertificatesDesk(QObject):
    """`actions` are for the page's menu; a certificate's code that is scanned is verified."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench, self._page = bench, page
        made = action(page, self.tr("Certificates…"), "Ctrl+Shift+C", "certificates")
        made.triggered.connect(self.open)
        self.actions: tuple[QAction, ...] = (made,)
        press = bench.outside.certificates
        mailed = Mailed(self._ground, press.write, press.draft, press.send)
        self._mailing = Ticketing(bench, page, press.words(), of_certificates(), mailed)
        self.designing = Designing(
            bench, page, lambda desk: certificate_ground(desk, press.usual(), bench.outside.now())
        )
        self._people: Collection[str] = ()
        bench.news.certificate_scanned.connect(self.verify)

    def open(self) -> None:
        """Show who gets a certificate, and do what is wanted then."""
        if not may(self._bench, Action.EXPORT):
            return
        dialog = CertificatesDialog(self._page, self._bench)
        dialog.exec()
        self._people = dialog.wanted
        if dialog.way is Way.MAIL:
            self._mailing.ask()
        elif dialog.way is Way.DESIGN:
            self.designing.open()
        elif dialog.way in {Way.TOGETHER, Way.APART}:
            self._look_through(apart=dialog.way is Way.APART)

    def say_fallen(self) -> None:
        """Say whose certificate does not hold any more, after attendance was corrected."""

        def say(gone: Sequence[Candidate]) -> None:
            if gone:
                names = ", ".join(one.attendee.name for one in gone[:_FEW])
                words = self.tr("{count} certificates do not hold any more: {names}.")
                said = words.format(count=len(gone), names=names)
                self._bench.notices.warn(said, (self.tr("Certificates…"), self.open))

        self._bench.door.ask(lambda desk: fallen(desk.store, desk.operator), say)

    def verify(self, code: str) -> None:
        """Say whether the certificate of a code holds."""
        VerifyDialog(self._page.window(), self._bench, code).exec()

    def _look_through(self, *, apart: bool) -> None:
        """Read the certificates that hold, and see which come out badly, before asking where to."""
        people, press = self._people, self._bench.outside.certificates

        def work(desk: Desk, _: Progress) -> Found:
            found = issued(desk.store, desk.operator, people)
            if not found:
                raise CheckinError("no-certificates")
            return found, press.troubles(desk, found)

        title = self.tr("Looking through certificates")
        self._bench.long.start(title, work, lambda found: self._ask_where(*found, apart=apart))

    def _ask_where(
        self, items: Sequence[Issued], badly: Sequence[tuple[Issued, Trouble]], *, apart: bool
    ) -> None:
        if badly and not TroubleDialog(self._page, badly).exec():
            return
        if apart:
            caption = self.tr("Write a PDF each into this folder")
            if name := QFileDialog.getExistingDirectory(self._page, caption, str(documents())):
                self.write(Path(name), items)
            return
        title = file_name(self._bench.programme().event.title, self.tr("Seminar"))
        proposal = documents() / f"{title} {self.tr('certificates')}.pdf"
        caption = self.tr("Save certificates as PDF")
        name, _ = QFileDialog.getSaveFileName(self._page, caption, str(proposal), "PDF (*.pdf)")
        if name:
            self.write(with_ending(name, ".pdf"), items)

    def write(self, out: Path, items: Sequence[Issued]) -> None:
        """Write certificates into one PDF, or each into its own in a folder, in the background."""
        press = self._bench.outside.certificates

        def work(desk: Desk, progress: Progress) -> int:
            return press.write(desk, out, items, progress)

        def say(count: int) -> None:
            words = self.tr("{count} certificates are in {file}.")
            said = words.format(count=phrases.number(count), file=out.name)
            words = self.tr("Open folder") if out.is_dir() else self.tr("Open")
            self._bench.notices.done(said, (words, lambda: open_folder(out)))

        self._bench.long.start(self.tr("Writing certificates"), work, say)

    def _ground(self, desk: Desk) -> Ground:
        found = issued(desk.store, desk.operator, self._people)
        once = due(desk.store, desk.operator, found)
        again = due(desk.store, desk.operator, found, again=True)
        values = self._bench.outside.certificates.values(desk, found[0]) if found else {}
        custom = known_words(desk.store, desk.operator).custom_fields
        return Ground(once, again, values, frozenset({*CERTIFICATE_FIELDS, *custom}))
