"""Reads the QR codes in a picture that Qt has drawn or was handed."""

from PySide6.QtGui import QColor, QImage, QPainter

from checkin.capture.decode import decode_grey


def decode_drawn(picture: QImage) -> list[str]:
    """Return the texts of the QR codes, in reading order; a null picture has none."""
    if picture.isNull():
        return []
    grey = _on_white(picture).convertToFormat(QImage.Format.Format_Grayscale8)
    return decode_grey(bytes(grey.constBits()), grey.width(), grey.height(), grey.bytesPerLine())


def _on_white(picture: QImage) -> QImage:
    """Return a picture as it looks on paper, where it is see-through."""
    if not picture.hasAlphaChannel():
        return picture
    paper = QImage(picture.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, picture)
    painter.end()
    return paper
