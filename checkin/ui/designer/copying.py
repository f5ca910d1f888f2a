"""Copies elements as text that another template, or another computer, takes back."""

import json

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from checkin.domain.editing import Editing
from checkin.domain.template import Element, Picture, Template
from checkin.domain.templatedata import template_data
from checkin.domain.templateform import TemplateError, template_from

_KIND = "application/x-checkin-elements"
_MOST_BYTES = 1_000_000


def copy(editing: Editing) -> None:
    """Copy what is chosen."""
    template = editing.template
    kept = Template(template.name, template.width, template.height, editing.picked)
    copied = QMimeData()
    copied.setData(_KIND, QByteArray(json.dumps(template_data(kept)).encode("ascii")))
    QApplication.clipboard().setMimeData(copied)


def copied_elements() -> tuple[Element, ...]:
    """Return the elements that were copied; nothing where something else was."""
    copied = bytes(QApplication.clipboard().mimeData().data(_KIND).data())
    if not 0 < len(copied) <= _MOST_BYTES:
        return ()
    try:
        return template_from(json.loads(copied)).front
    except (TemplateError, ValueError, RecursionError):
        # Whatever called itself elements was not ours.
        return ()


def copied_image() -> bytes:
    """Return the picture that was copied as a PNG, empty where there is none."""
    if not QApplication.clipboard().mimeData().hasImage():
        return b""
    return _png(QApplication.clipboard().image())


def copied_words(most: int) -> str:
    """Return the text that was copied, in one line."""
    return " ".join(QApplication.clipboard().text().split())[:most]


def known_here(elements: tuple[Element, ...], pictures: frozenset[str]) -> tuple[Element, ...]:
    """Return those elements whose picture is here; that of another event is not."""
    return tuple(
        one
        for one in elements
        if not (isinstance(one, Picture) and one.picture and one.picture not in pictures)
    )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
