"""Puts new elements onto the badge: from the menu, from a picture file, from what was copied."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from checkin.capture.picture import picture_at
from checkin.domain.editing import Editing
from checkin.domain.identity import random_id
from checkin.domain.newelements import Kind, with_new
from checkin.domain.template import MOST_ELEMENTS, Area, Element, Picture
from checkin.errors import CheckinError
from checkin.render.logo import artwork_from, artwork_from_png
from checkin.services.desk import Desk
from checkin.ui.bench import Bench
from checkin.ui.designer import copying
from checkin.ui.designer.document import Document
from checkin.ui.designer.wording import field_words, kind_words
from checkin.ui.parts import literal

_LONGEST_WORDS = 500
_ENDINGS = "*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff"


class Adding(QObject):
    """`failed` tells why something could not be added; `menu` has what can be."""

    failed = Signal(Exception)

    def __init__(
        self, bench: Bench, document: Document, fields: Sequence[str], over: QWidget
    ) -> None:
        super().__init__(over)
        self._bench, self._document, self._over = bench, document, over
        self.menu = QMenu(over)
        for kind in Kind:
            self.menu.addAction(kind_words(kind), partial(self.add, kind))
            if kind is Kind.TEXT:
                places = self.menu.addMenu(self.tr("Field"))
                for field in fields:
                    put = partial(self.write, f"{{{field}}}")
                    places.addAction(literal(field_words(field)), put)

    def add(self, kind: Kind) -> None:
        """Put a new element onto the badge; a picture is asked for first."""
        if kind is Kind.PICTURE:
            self.choose_picture()
        else:
            self._put(lambda now: with_new(now, kind))

    def write(self, words: str) -> None:
        """Put a text onto the badge."""
        self._put(lambda now: with_new(now, Kind.TEXT, words))

    def choose_picture(self) -> None:
        """Ask for a picture file, and show it as `take` does."""
        pattern = self.tr("Pictures") + f" ({_ENDINGS})"
        name, _ = QFileDialog.getOpenFileName(self._over, self.tr("Choose a picture"), "", pattern)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Show the picture in a file in place of the one that is chosen, else as a new one."""

        def read(_: Desk) -> bytes:
            with picture_at(path) as picture:
                return artwork_from(picture)

        self._bench.reading.ask(read, self._show_picture, self.failed.emit)

    def paste(self) -> None:
        """Put onto the badge whatever was copied: elements, a picture, words."""
        if elements := copying.copied_elements():
            known = copying.known_here(elements, frozenset(self._document.pictures))
            self._put(lambda now: now.add([_aside(one, now) for one in known]))
        elif image := copying.copied_image():
            self._bench.reading.ask(
                lambda _: artwork_from_png(image), self._show_picture, self.failed.emit
            )
        elif words := copying.copied_words(_LONGEST_WORDS):
            self.write(words)
        else:
            self.failed.emit(CheckinError("nothing-to-paste"))

    def _show_picture(self, picture: bytes) -> None:
        identity = random_id()
        self._document.pictures[identity] = picture
        now = self._document.now
        if now.picked and all(isinstance(one, Picture) for one in now.picked):
            shown = now.change(
                lambda one: (
                    replace(one, picture=identity, photo=False) if isinstance(one, Picture) else one
                )
            )
            self._document.do(shown)
            return
        self._put(
            lambda now: _in_proportion(with_new(now, Kind.PICTURE, picture=identity), picture)
        )

    def _put(self, put: Callable[[Editing], Editing]) -> None:
        if self._document.now.full:
            self.failed.emit(CheckinError("badge-full", most=MOST_ELEMENTS))
        else:
            self._document.do(put(self._document.now))


def _aside(element: Element, editing: Editing) -> Element:
    """Return an element a little aside of those that lie just where it would."""
    area = element.area
    while any(one.area == area for one in editing.elements):
        area = area.moved(200, 200)
    return replace(element, area=area)


def _in_proportion(editing: Editing, picture: bytes) -> Editing:
    """Return the badge, the new picture's area as high as the picture is for its width."""
    size, around = QImage.fromData(picture).size(), editing.around
    if around is None or size.isEmpty():
        return editing
    scale = min(around.width / size.width(), around.height / size.height())
    width, height = round(size.width() * scale), round(size.height() * scale)
    return editing.fit(Area(around.left, around.top, width, height))
