"""The pictures of the tour: every page empty, in use, full, with names that are a trial."""

from dataclasses import replace
from datetime import time
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog

from checkin.capture.cameras import CameraInfo
from checkin.domain.roles import Role
from checkin.errors import CheckinError
from checkin.ui.attendees.importdialog import ImportDialog
from checkin.ui.attendees.page import AttendeesPage
from checkin.ui.camera.watching import State
from checkin.ui.keys import KeysDialog
from checkin.ui.newevent import NewEventDialog
from checkin.ui.preferences import PreferencesDialog
from checkin.ui.reception.lists import ListDialog
from checkin.ui.reception.listwords import offer_words, warning_words
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
from checkin.ui.tourlook import held_up
from checkin.ui.tourscenes import SCENES
from checkin.ui.tourverdicts import ADA, UNDER_THE_LOCK, drawn_face, verdicts
from checkin.ui.words import sentence

_CODE = "KDTRN-BVXHJ-LCKDT-RNBVX-HJLCK"


class Scenes(Camera):
    """Draws each scene, from the first start to the last dialog."""

    def draw(self, width: int, height: int) -> int:
        """Draw all scenes in a window of that size; return how many pictures were made."""
        self._window.resize(width, height)
        self._window.show()
        # Whether the computer that draws has a loudspeaker is no matter of the pictures.
        self._window.sounds.close()
        self._settle()
        self._start()
        for name in self._events:
            self._open(name)
            for number, page in enumerate(self._view.pages):
                self._view.show_page(number)
                self._shoot(f"{page.name.lower()}-{name}")
        self._open("demo")
        self._verdicts()
        self._camera()
        self._places()
        self._dialogs()
        for scenes in SCENES:
            self._shoot_all(scenes(self._window))
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
        self._photo(page)
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
        self._window.sounds.mute(True)
        self._shoot("reception-sounds-off")
        self._window.sounds.mute(False)

    def _photo(self, page: ReceptionPage) -> None:
        """A face beside the verdict, drawn here: a photo would be somebody's."""
        _, verdict = next(verdicts(self._view.bench.outside.now()))
        event, now = self._view.bench.programme().event, self._view.bench.outside.now()
        page.show_screen(screen_for(verdict, event, now), verdict)
        page.panel.show_photo(drawn_face())
        self._shoot("verdict-photo")

    def _places(self) -> None:
        """Another list is about to begin, and one that is not for now."""
        bench, place = self._view.bench, self._view.reception.place
        event, now = bench.programme().event, bench.outside.now()
        other = bench.programme().lists[-1]
        soon = replace(other, day=event.day_of(now), opens=time(9, 30), closes=time(11))
        place.notes.show_notes("", offer_words(event, [soon], now), go="Check in there")
        self._shoot("reception-offer")
        for name, one in (("early", soon), ("other-day", other)):
            place.notes.show_notes(*warning_words(event, one, now), may_go_back=True)
            self._shoot(f"reception-{name}")
        (large, _), words = warning_words(event, other, now), offer_words(event, [soon, soon], now)
        place.notes.show_notes(large, words, go="Choose one", may_go_back=True)
        self._shoot("reception-wrong-list")
        place.follow_programme()

    def _camera(self) -> None:
        """The corner of the camera: a badge held up, and what hinders it."""
        page, now = self._view.reception, self._view.bench.outside.now()
        _, welcome = next(iter(verdicts(now)))
        page.show_screen(screen_for(welcome, self._view.bench.programme().event, now), welcome)
        watch = page.camera
        watch.camera = CameraInfo("", "USB 2.0 Camera: HD User Facing")
        for state in (State.SEEING, State.UNPLUGGED, State.BUSY):
            watch.state = state
            watch.changed.emit()
            # Once the corner has its place; what is read is said for a moment only.
            self._settle()
            if state is State.SEEING:
                watch.looked.emit(held_up())
            self._shoot(f"reception-camera-{state.value}")
        watch.camera, watch.state = None, State.OFF
        watch.changed.emit()
        page.show_screen(ready())

    def _dialogs(self) -> None:
        window, programme = self._window, self._view.bench.programme()
        first = programme.event.first_day
        day, now = QDate(first.year, first.month, first.day), self._view.bench.outside.now()
        for name, dialog in (
            ("new-event", NewEventDialog(window, Path("Documents"), day)),
            ("preferences", PreferencesDialog(window, Choice.SYSTEM, 15, window.sounds.fields())),
            ("lists", ListDialog(window, programme, programme.lists[0].id, now)),
            ("walk-in", WalkInDialog(window, ["participant", "speaker"], lambda *_: None)),
            ("admit-anyway", WhyDialog.of_admitting(window, ADA.name)),
            ("scanner-test", ScannerTest(window, self._view.scanning.serial)),
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
        for name, verdict in verdicts(now):
            if name in UNDER_THE_LOCK:
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
            ("preflight", 0, "F5"),
            ("edit", 1, "F2"),
            ("add", 1, "Ctrl+N"),
            ("undo-import", 1, "Ctrl+Shift+Z"),
            ("duplicates", 1, "Ctrl+D"),
            ("badge-pages", 2, "Ctrl+Shift+P"),
            ("plots", 4, "Ctrl+Shift+G"),
            ("organisations", 4, "Ctrl+Shift+O"),
            ("add-list", 5, "Ctrl+N"),
            ("add-organizer", 5, "Ctrl+Shift+O"),
            ("add-question", 5, "Alt+Q"),
            ("shown-fields", 5, "Alt+F"),
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
