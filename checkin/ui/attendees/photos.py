"""Gives people their photos from a folder: says first whose each picture is, then sets them."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QListWidget, QWidget

from checkin.capture.picturefolder import pictures_in
from checkin.domain.roles import Action
from checkin.services.desk import Desk
from checkin.services.photos import PhotoPlan, PhotosSet, plan_photos, set_photos
from checkin.ui.attendees.photofield import read_photo
from checkin.ui.attendees.wording import number
from checkin.ui.bench import Bench
from checkin.ui.dialog import Dialog
from checkin.ui.longwork import Progress
from checkin.ui.parts import label
from checkin.ui.saving import documents
from checkin.ui.trust import may
from checkin.ui.words import sentence

_TOLD = 3


class PhotosDialog(Dialog):
    """Shows how many pictures fit, and which do not and why."""

    def __init__(self, parent: QWidget | None, folder: Path, plan: PhotoPlan) -> None:
        super().__init__(parent, 600)
        count = len(plan.fits)
        self.entitle(
            self.tr("Photos from {folder}").format(folder=folder.name),
            self.tr("Set {count} photos  Enter").format(count=number(count)),
        )
        self.accept_button.setEnabled(count > 0)
        fits = self.tr("Pictures that fit somebody: {count}").format(count=number(count))
        self.body.addWidget(label(fits))
        self.left = QListWidget()
        self.left.setWordWrap(True)
        self.left.setAccessibleName(self.tr("Pictures not taken"))
        self.left.addItems(list(self._left(plan)))
        if self.left.count():
            not_taken = self.tr("Not taken: {count}").format(count=number(self.left.count()))
            self.body.addWidget(label(not_taken))
            self.body.addWidget(self.left)
        hint = self.tr(
            "A picture is named after a registration number, an e-mail address, or given and family"
            " name in any order."
        )
        self.body.addWidget(label(hint, "quiet", wraps=True))

    def _left(self, plan: PhotoPlan) -> Iterator[str]:
        for path in plan.nobody:
            yield self.tr("{file}: nobody has that number, e-mail or name").format(file=path.name)
        for path, people in plan.several:
            names = ", ".join(one.organisation or one.name for one in people)
            words = self.tr("{file}: several people have that name ({names})")
            yield words.format(file=path.name, names=names)
        for path, person in plan.twice:
            words = self.tr("{file}: {name} has another picture in this folder")
            yield words.format(file=path.name, name=person.name)


class FolderOfPhotos(QObject):
    """Asks for the folder, shows what fits, sets it in the background, and says what came of it."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page

    def begin(self) -> None:
        """Ask for the folder."""
        if not may(self._bench, Action.CHANGE_ROSTER):
            return
        title = self.tr("Photos from a folder")
        if name := QFileDialog.getExistingDirectory(self._page, title, str(documents())):
            self.take(Path(name))

    def take(self, folder: Path) -> None:
        """Show whose each picture of a folder is."""

        def work(desk: Desk) -> PhotoPlan:
            return plan_photos(desk.store, desk.operator, pictures_in(folder))

        fail = self._bench.notices.fail
        self._bench.reading.ask(work, lambda plan: self._ask(folder, plan), fail)

    def _ask(self, folder: Path, plan: PhotoPlan) -> None:
        if not PhotosDialog(self._page, folder, plan).exec():
            return

        def work(desk: Desk, progress: Progress) -> PhotosSet:
            return set_photos(desk.store, desk.operator, plan, read_photo, progress)

        title = self.tr("Setting photos from {folder}…").format(folder=folder.name)
        self._bench.long.start(title, work, self._say)

    def _say(self, done: PhotosSet) -> None:
        if done.wrong:
            first = " ".join(sentence(error) for _, error in done.wrong[:_TOLD])
            words = self.tr("Pictures that could not be read: {count}. {first}")
            self._bench.notices.warn(words.format(count=number(len(done.wrong)), first=first))
        said = self.tr("Photos set: {count}.").format(count=number(len(done.changed)))
        if done.unchanged:
            same = self.tr("As they were before: {count}.")
            said += " " + same.format(count=number(len(done.unchanged)))
        if done.stopped:
            said += " " + self.tr("Stopped: the rest is as it was.")
        self._bench.notices.done(said)
