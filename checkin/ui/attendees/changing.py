"""Adds people and changes them, says what was done, and takes it back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.code import printed
from checkin.domain.details import Details
from checkin.domain.people import Attendee, Status
from checkin.domain.roles import Action
from checkin.services.badges import Badge, replace_badge
from checkin.services.browsing import KnownWords, known_words
from checkin.services.desk import Desk
from checkin.services.photos import photo_of, set_photo
from checkin.services.registration import (
    already_there,
    edit,
    find_attendee,
    register,
    set_status,
)
from checkin.ui.attendees.asking import Question
from checkin.ui.attendees.form import PersonForm
from checkin.ui.attendees.photofield import PhotoField
from checkin.ui.attendees.takingback import taking_back
from checkin.ui.badges.output import print_badges
from checkin.ui.bench import Bench
from checkin.ui.trust import may


class Changing(QObject):
    """`shown` tells, by id, who is to be looked at now: somebody added, or there already."""

    shown = Signal(str)

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._take_back: Callable[[], None] | None = None

    def add(self) -> None:
        """Ask who is new, and add them."""
        if may(self._bench, Action.ADD_ATTENDEE):
            self._bench.reading.ask(_words, self._ask_new)

    def edit(self, attendee: str) -> None:
        """Ask what is to be changed about somebody, and change it."""
        if not may(self._bench, Action.CHANGE_ROSTER):
            return

        def work(desk: Desk) -> tuple[KnownWords, Attendee, bytes]:
            found = find_attendee(desk.store, attendee)
            return _words(desk), found, photo_of(desk.store, desk.operator, found.id)

        self._bench.reading.ask(work, lambda found: self._ask_known(*found))

    def toggle(self, person: Attendee, status: Status) -> None:
        """Cancel or block somebody; whoever is so already is registered again."""
        if not may(self._bench, Action.CHANGE_ROSTER):
            return
        wanted = Status.REGISTERED if person.status is status else status

        def work(desk: Desk) -> tuple[Attendee, Attendee]:
            before = find_attendee(desk.store, person.id)
            return before, set_status(desk.store, desk.operator, before, wanted)

        self._bench.door.ask(work, lambda done: self._say_changed(self._status_said(wanted), *done))

    def replace_badge(self, person: Attendee) -> None:
        """Ask whether it is meant, revoke every badge somebody has, and issue another."""
        text = self.tr(
            "The badge {name} has now opens no door from then on, even if it is found again."
            " A new one is issued; print it and hand it over."
        )
        agreed = may(self._bench, Action.PRINT_BADGES) and Question.ask(
            self._page,
            self.tr("Replace the badge of {name}?").format(name=person.name),
            text.format(name=person.name),
            self.tr("Replace badge  Enter"),
        )
        if not agreed:
            return

        def work(desk: Desk) -> Badge:
            return replace_badge(desk.store, desk.operator, find_attendee(desk.store, person.id))

        self._bench.door.ask(work, self._say_replaced)

    def print_badge(self, person: Attendee) -> None:
        """Print somebody's badge."""
        if may(self._bench, Action.PRINT_BADGES):
            print_badges(self._bench, self._page, [person.id])

    def follow(self, take_back: Callable[[], None] | None) -> None:
        """Let that be what `undo` does next, as something else was the last change."""
        self._take_back = take_back

    def offer(self, said: str, take_back: Callable[[], None]) -> None:
        """Say what was done elsewhere, and offer to take it back as the last change."""
        self._take_back = take_back
        self._bench.notices.done(said, (self.tr("Undo  Ctrl+Z"), self.undo))

    def undo(self) -> None:
        """Take the last change back."""
        take_back, self._take_back = self._take_back, None
        if take_back:
            take_back()
        else:
            self._bench.notices.warn(self.tr("There is nothing to undo on this page."))

    def _ask_new(self, words: KnownWords) -> None:
        event = self._bench.programme().event
        form = PersonForm(self._page, event, words, self._photo_field(b""), alike=self._alike)
        if not form.exec():
            return
        if form.instead:
            self.shown.emit(form.instead.id)
            return
        details, photo = form.details(), form.photo.changed

        def work(desk: Desk) -> Attendee:
            added, _ = register(desk.store, desk.operator, details)
            if photo:
                set_photo(desk.store, desk.operator, added, photo)
            return added

        self._bench.door.ask(work, self._say_added)

    def _ask_known(self, words: KnownWords, known: Attendee, before: bytes) -> None:
        event = self._bench.programme().event
        form = PersonForm(self._page, event, words, self._photo_field(before), known)
        if not form.exec():
            return
        details, photo = form.details(), form.photo.changed
        if details.empty and photo is None:
            return

        def work(desk: Desk) -> Attendee:
            return _changed(desk, known, details, photo)

        said = self.tr("{name} is changed.")
        was = None if photo is None else before
        self._bench.door.ask(work, lambda changed: self._say_changed(said, known, changed, was))

    def _photo_field(self, photo: bytes) -> PhotoField:
        def in_background(
            work: Callable[[], bytes],
            then: Callable[[bytes], object],
            failed: Callable[[Exception], object],
        ) -> None:
            self._bench.reading.ask(lambda _: work(), then, failed)

        field = PhotoField(photo, in_background)
        field.setEnabled(self._bench.operator.may(Action.CHANGE_ROSTER))
        return field

    def _alike(self, details: Details, then: Callable[[Sequence[Attendee]], None]) -> None:
        def work(desk: Desk) -> Sequence[Attendee]:
            return already_there(desk.store, details.texts)

        self._bench.reading.ask(work, then)

    def _status_said(self, status: Status) -> str:
        return {
            Status.CANCELED: self.tr("The registration of {name} is canceled."),
            Status.BLOCKED: self.tr("{name} is blocked: no door lets them in."),
        }.get(status, self.tr("{name} is registered again."))

    def _say_added(self, added: Attendee) -> None:
        self._take_back = None
        offer = (self.tr("Print badge  Ctrl+P"), lambda: self.print_badge(added))
        self._bench.notices.done(self.tr("{name} is added.").format(name=added.name), offer)
        self.shown.emit(added.id)

    def _say_changed(
        self, said: str, before: Attendee, after: Attendee, photo: bytes | None = None
    ) -> None:
        """Say so, and offer to take it back; `photo` is the one before, if that was changed too."""

        def take_back() -> None:
            self._take_back = None
            self._restore(before, after, photo)

        self.offer(said.format(name=after.name), take_back)

    def _restore(self, before: Attendee, after: Attendee, photo: bytes | None) -> None:
        def work(desk: Desk) -> Attendee:
            now = find_attendee(desk.store, after.id)
            return _changed(desk, now, taking_back(before, after, now), photo)

        said = self.tr("{name} is again as before.")
        self._bench.door.ask(
            work, lambda back: self._bench.notices.done(said.format(name=back.name))
        )

    def _say_replaced(self, badge: Badge) -> None:
        self._take_back = None
        said = self.tr("{name} has a new badge, {badge}; the old one opens no door.")
        person = badge.attendee
        offer = (self.tr("Print it  Ctrl+P"), lambda: self.print_badge(person))
        text = said.format(name=person.name, badge=printed(person.badge))
        self._bench.notices.done(text, offer)


def _changed(desk: Desk, person: Attendee, details: Details, photo: bytes | None) -> Attendee:
    if photo is None or not details.empty:
        person = edit(desk.store, desk.operator, person, details)
    if photo is not None:
        set_photo(desk.store, desk.operator, person, photo)
    return person


def _words(desk: Desk) -> KnownWords:
    return known_words(desk.store, desk.operator)
