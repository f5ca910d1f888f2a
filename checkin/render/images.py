"""Finds and draws the pictures of a badge: of the template, a logo, or the wearer's photo."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from checkin.domain.design import Design
from checkin.domain.template import Picture
from checkin.render.face import BadgeFace

# Of a photo no more is drawn than paper shows.
_PHOTO_SIDE = 600


class Images:
    """The pictures of a design, each decoded once, so that a PDF holds each once."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._decoded: dict[bytes, QImage] = {}

    def of(self, element: Picture, face: BadgeFace) -> QImage:
        """Return the picture an element shows, null where there is none."""
        if element.photo:
            return _shrunk(QImage.fromData(face.photo)) if face.photo else QImage()
        content = self._content(element)
        if content not in self._decoded:
            self._decoded[content] = QImage.fromData(content) if content else QImage()
        return self._decoded[content]

    def _content(self, element: Picture) -> bytes:
        if element.picture:
            return self._design.pictures.get(element.picture, b"")
        logos = self._design.logos
        return logos[element.organizer] if element.organizer < len(logos) else b""


def draw_image(painter: QPainter, area: QRectF, image: QImage) -> None:
    """Draw a picture whole and in proportion into the middle of `area`; nothing for a null one."""
    if image.isNull():
        return
    size = QSizeF(image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(area.topLeft(), size)
    place.moveCenter(area.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)


def draw_logos(
    painter: QPainter, area: QRectF, logos: Sequence[QImage], most_width: float, gap: float
) -> None:
    """Draw logos side by side from the left, as high as `area` at most; nothing for none."""
    if not logos:
        return
    share = min(most_width, (area.width() + gap) / len(logos) - gap)
    left = area.left()
    for logo in logos:
        room = QSizeF(share, area.height())
        size = QSizeF(logo.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        draw_image(painter, QRectF(left, area.top(), size.width(), size.height()), logo)
        left += size.width() + gap


def _shrunk(photo: QImage) -> QImage:
    if max(photo.width(), photo.height()) <= _PHOTO_SIDE:
        return photo
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return photo.scaled(_PHOTO_SIDE, _PHOTO_SIDE, keep, smooth)
