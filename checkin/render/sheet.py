"""Puts badges onto sheets with crop marks as a PDF, or each into a PNG of its own."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen

from checkin.errors import CheckinError
from checkin.render.badge import Lettering, draw_badge
from checkin.render.face import BadgeFace
from checkin.render.fonts import load_fonts
from checkin.render.pdf import MILLIMETRES_AN_INCH, PdfPages
from checkin.render.stock import A4_EIGHT, Stock
from checkin.render.wholefile import whole_folder, write_to_disk, write_whole

Progress = Callable[[int], bool]
"""Hears how many badges are drawn and answers whether to go on."""

_MARK_LENGTH = 3.0
_MARK_DISTANCE = 1.5
_MARK_WIDTH = 0.1


class _CanceledError(Exception):
    """The listener to progress said to stop."""


def write_pdf(
    path: Path,
    faces: Sequence[BadgeFace],
    stock: Stock = A4_EIGHT,
    title: str = "",
    progress: Progress | None = None,
) -> int:
    """Write the badges to `path` and return the pages, or 0 if canceled, with nothing written.

    Needs a `QGuiApplication`. Raises `no-badges`, `font-missing`, `cannot-write`.
    """
    _refuse_none(faces)
    lettering = Lettering.of(load_fonts())
    pages = PdfPages(stock.page_width, stock.page_height, title)
    try:
        _draw_sheets(pages, faces, stock, lettering, progress)
    except _CanceledError:
        return 0
    finally:
        document = pages.close()
    write_whole(path, document)
    return -(-len(faces) // stock.badges_a_page)


def write_pngs(
    folder: Path,
    faces: Sequence[BadgeFace],
    names: Sequence[str],
    dpi: int = 300,
    progress: Progress | None = None,
    stock: Stock = A4_EIGHT,
) -> int:
    """Write each badge to the file of its name in `folder`; return how many, or 0 if canceled.

    All files come into being together, or none. Needs a `QGuiApplication`. Raises `no-badges`,
    `font-missing`, `cannot-write`.
    """
    _refuse_none(faces)
    lettering = Lettering.of(load_fonts())
    try:
        with whole_folder(folder) as inside:
            for done, (face, name) in enumerate(zip(faces, names, strict=True), start=1):
                write_to_disk(inside / name, badge_png(face, lettering, dpi, stock))
                _tell(progress, done)
    except _CanceledError:
        return 0
    return len(faces)


def badge_png(
    face: BadgeFace, lettering: Lettering, dpi: int = 300, stock: Stock = A4_EIGHT
) -> bytes:
    """Return one badge as a PNG that knows its size on paper."""
    area = QRectF(0, 0, stock.badge_width, stock.badge_height)
    return _png(area.size(), dpi, lambda painter: draw_badge(painter, area, face, lettering))


def page_pngs(
    faces: Sequence[BadgeFace], dpi: int = 150, stock: Stock = A4_EIGHT
) -> Iterator[bytes]:
    """Yield each page as it is printed, as a PNG. Needs a `QGuiApplication`."""
    lettering = Lettering.of(load_fonts())
    size = QSizeF(stock.page_width, stock.page_height)
    for start in range(0, len(faces), stock.badges_a_page):
        page = faces[start : start + stock.badges_a_page]
        yield _png(size, dpi, partial(_draw_page, faces=page, stock=stock, lettering=lettering))


def _png(size: QSizeF, dpi: int, draw: Callable[[QPainter], None]) -> bytes:
    """Return what `draw` makes, in millimetres on white, as a PNG that knows its size."""
    dots = dpi / MILLIMETRES_AN_INCH
    image = QImage(
        round(size.width() * dots), round(size.height() * dots), QImage.Format.Format_RGB32
    )
    image.setDotsPerMeterX(round(dots * 1000))
    image.setDotsPerMeterY(round(dots * 1000))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        painter.scale(dots, dots)
        draw(painter)
    finally:
        painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())


def _refuse_none(faces: Sequence[BadgeFace]) -> None:
    if not faces:
        raise CheckinError("no-badges")


def _draw_sheets(
    pages: PdfPages,
    faces: Sequence[BadgeFace],
    stock: Stock,
    lettering: Lettering,
    progress: Progress | None,
) -> None:
    for start in range(0, len(faces), stock.badges_a_page):
        if start:
            pages.new_page()
        page = faces[start : start + stock.badges_a_page]
        _draw_page(pages.painter, page, stock, lettering)
        _tell(progress, start + len(page))


def _draw_page(
    painter: QPainter, faces: Sequence[BadgeFace], stock: Stock, lettering: Lettering
) -> None:
    if stock.crop_marks:
        _draw_crop_marks(painter, stock)
    for place, face in enumerate(faces):
        left, top = stock.position(place)
        area = QRectF(left, top, stock.badge_width, stock.badge_height)
        draw_badge(painter, area, face, lettering)


def _tell(progress: Progress | None, done: int) -> None:
    if progress and not progress(done):
        raise _CanceledError


def _draw_crop_marks(painter: QPainter, stock: Stock) -> None:
    corners = [stock.position(place) for place in range(stock.badges_a_page)]
    lefts = sorted({left for left, _ in corners})
    tops = sorted({top for _, top in corners})
    across = [edge for left in lefts for edge in (left, left + stock.badge_width)]
    down = [edge for top in tops for edge in (top, top + stock.badge_height)]
    lines = [
        *(QLineF(x, start, x, end) for x in across for start, end in _outside(down)),
        *(QLineF(start, y, end, y) for y in down for start, end in _outside(across)),
    ]
    painter.setPen(QPen(QColor("black"), _MARK_WIDTH, c=Qt.PenCapStyle.FlatCap))
    painter.drawLines(lines)


def _outside(edges: Sequence[float]) -> list[tuple[float, float]]:
    """Return where marks lie along a line that crosses badges with these edges in turn."""
    before = (edges[0] - _MARK_DISTANCE - _MARK_LENGTH, edges[0] - _MARK_DISTANCE)
    after = (edges[-1] + _MARK_DISTANCE, edges[-1] + _MARK_DISTANCE + _MARK_LENGTH)
    gaps = [
        (end + _MARK_DISTANCE, start - _MARK_DISTANCE)
        for end, start in zip(edges[1:-1:2], edges[2::2], strict=True)
    ]
    return [before, *(gap for gap in gaps if gap[0] < gap[1]), after]
