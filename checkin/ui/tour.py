"""The pictures of the tour: every page empty, in use, full, with names that are a trial."""

from itertools import islice
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog

from checkin.domain.roles import Role
from checkin.errors import CheckinError
from checkin.ui.attendees.importdialog import ImportDialog
from checkin.ui.attendees.page import AttendeesPage
from checkin.ui.keys import KeysDialog
from checkin.ui.newevent import NewEventDialog
from checkin.ui.preferences import PreferencesDialog
from checkin.ui.reception.lists import ListDialog
from checkin.ui.reception.page import ReceptionPage
from checkin.ui.reception.screen import ready, screen_for, undone, unsaid
from checkin.ui.reception.together import group_in
from checkin.ui.reception.walkindialog import WalkInDialog
from checkin.ui.reception.why import WhyDialog
from checkin.ui.roles.recovering import RecoverDialog, RecoveryCodeDialog
from checkin.ui.roles.setting import SetPinDialog
from checkin.ui.roles.signin import SignInDialog
from checkin.ui.scannertest import ScannerTest
from checkin.ui.theme import Choice
from checkin.ui.tourcamera import Camera
from checkin.ui.tourdesk import desk_dialogs
from checkin.ui.tourverdicts import ADA, verdicts
from checkin.ui.words import sentence

_SIZE = (1280, 800)
_CODE = "KDTRN-BVXHJ-LCKDT-RNBVX-HJLCK"


class Scenes(Camera):
    """Draws each scene, from the first start to the last dialog."""

    def draw(self) -> int:
        """Draw all scenes; return how many pictures were made."""
        self._window.resize(*_SIZE)
        self._window.show()
        self._settle()
        self._start()
        for name in self._events:
            self._open(name)
            for number, page in enumerate(self._view.pages):
                self._view.show_page(number)
                self._shoot(f"{page.name.lower()}-{name}")
        self._open("demo")
        self._verdicts()
        self._dialogs()
        self._roles()
        self._faults()
        self._chosen()
        self._modals()
        self._open("empty")
        self._importing()
        return self._drawn

    # The scenes

    def _start(self) -> None:
        self._shoot("start-first")
        self._window.start.show_recent(list(self._events.values()))
        self._shoot("start-recent")

    def _verdicts(self) -> None:
        self._view.show_page(0)
        page = self._view.pages[0]
        assert isinstance(page, ReceptionPage)
        event, now = self._view.bench.programme().event, self._view.bench.outside.now()
        for name, verdict in verdicts(now):
            page.show_screen(screen_for(verdict, event, now), verdict)
            self._shoot(f"verdict-{name}")
        page.show_screen(group_in(ADA.organisation, 10, 12))
        self._shoot("verdict-group")
        page.show_screen(undone(ADA.name, "09:04"))
        self._shoot("verdict-undone")
        page.show_screen(unsaid(sentence(CheckinError("disk-full", path="seminar.checkin"))))
        self._shoot("verdict-not-recorded")
        page.show_screen(ready())
        page.field.setText("an")
        self._shoot("reception-search")
        page.field.clear()

    def _dialogs(self) -> None:
        window, programme = self._window, self._view.bench.programme()
        first = programme.event.first_day
        day = QDate(first.year, first.month, first.day)
        for name, dialog in (
            ("new-event", NewEventDialog(window, Path("Documents"), day)),
            ("preferences", PreferencesDialog(window, Choice.SYSTEM, 15)),
            ("lists", ListDialog(window, programme.lists, programme.lists[0].id, first)),
            ("walk-in", WalkInDialog(window, ["participant", "speaker"], lambda *_: None)),
            ("admit-anyway", WhyDialog.of_admitting(window, ADA.name)),
            ("scanner-test", ScannerTest(window)),
            ("keys", KeysDialog(window, self._view.pages[0].actions())),
            *desk_dialogs(window, programme.event, self._view.bench.outside.now()),
        ):
            self._shoot_dialog(f"dialog-{name}", dialog)

    def _roles(self) -> None:
        """Who works here: signing in, PINs and their recovery, the lock while somebody comes in."""
        window, bench = self._window, self._view.bench
        who, title = bench.operator, bench.programme().event.title
        for name, dialog in (
            ("sign-in", SignInDialog(window, None, who, [who.name, "Māris"], ())),
            ("sign-in-pin", SignInDialog(window, None, who, [who.name], tuple(Role))),
            ("set-pin", SetPinDialog(window, bench)),
            ("recover-pin", RecoverDialog(window, bench.door, who.name)),
            ("recovery-code", RecoveryCodeDialog(window, title, _CODE)),
        ):
            self._shoot_dialog(f"dialog-{name}", dialog)
        bench.duty.guarded = frozenset(Role)
        self._view.lock.lock()
        self._shoot("locked")
        page, now = self._view.pages[0], bench.outside.now()
        assert isinstance(page, ReceptionPage)
        for name, verdict in islice(verdicts(now), 2):
            page.show_screen(screen_for(verdict, bench.programme().event, now), verdict)
            self._shoot(f"locked-{name}")
        self._view.lock.screen.fail(CheckinError("pin-wrong"))
        self._shoot("locked-wrong-pin")
        bench.duty.guarded = frozenset()
        page.show_screen(ready())
        # There is no PIN in fact, so any lets in.
        self._view.lock.screen.answered.emit("0000")
        self._settle()

    def _faults(self) -> None:
        self._view.show_page(0)
        self._view.notices.done("6 attendees added.", ("Undo import", lambda: None))
        self._view.notices.fail(CheckinError("event-gone", path=self._view.path.name))
        self._shoot("notices")
        self._view.notices.clear()

    def _chosen(self) -> None:
        """Somebody chosen on the page of attendees, with what is known of them."""
        self._view.show_page(1)
        page = self._view.pages[1]
        assert isinstance(page, AttendeesPage)
        page.field.setText("ozol")
        self._settle()
        page.people.table.enter()
        self._shoot("attendees-chosen")

    def _modals(self) -> None:
        for name, page, keys in (
            ("edit", 1, "F2"),
            ("add", 1, "Ctrl+N"),
            ("undo-import", 1, "Ctrl+Shift+Z"),
            ("duplicates", 1, "Ctrl+D"),
            ("badge-pages", 2, "Ctrl+Shift+P"),
            ("add-list", 4, "Ctrl+N"),
            ("add-organizer", 4, "Ctrl+Shift+O"),
        ):
            self._shoot_modal(f"dialog-{name}", page, keys)

    def _importing(self) -> None:
        """A list on its way into an empty event: its columns, then what it would change."""
        dialog = self._import(self._view.bench.outside.resources / "sample" / "registrations.csv")
        self._shoot("dialog-import-columns", dialog)
        dialog.accept()
        self._settle()
        self._shoot("dialog-import-changes", dialog)
        dialog.done(QDialog.DialogCode.Rejected)
        self._sheets()

    def _sheets(self) -> None:
        """The plan of a list with a row that cannot be taken: a workbook of several sheets."""
        sent, plan = self._out / "sent.csv", self._out / "sent.xlsx"
        sent.write_text("Name,E-mail\nAda Ozola,ada@example.lv\nBob Berg,no mail\n", "utf-8")
        dialog = self._import(sent)
        dialog.accept()
        self._settle()
        dialog.save_plan(plan)
        self._settle()
        dialog.done(QDialog.DialogCode.Rejected)
        dialog = self._import(plan)
        self._shoot("dialog-import-sheets", dialog)
        dialog.done(QDialog.DialogCode.Rejected)
        for file in (sent, plan):
            file.unlink(missing_ok=True)

    def _import(self, path: Path) -> ImportDialog:
        """Bring a list to the page of attendees."""
        self._view.show_page(1)
        page = self._view.pages[1]
        assert isinstance(page, AttendeesPage)
        page.importing.take(path)
        self._settle()
        assert page.importing.dialog
        return page.importing.dialog
