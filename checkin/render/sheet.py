"""Puts badges onto sheets with crop marks as a PDF, or each into a PNG of its own."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from checkin.domain.design import Design
from checkin.domain.stock import UNITS_A_MILLIMETRE, USUAL_PLAN, SheetPlan, TwoSided
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.page import (
    DrawingStoppedError,
    Progress,
    draw_page,
    draw_pages,
    refuse_none,
    tell,
)
from checkin.render.pdf import MILLIMETRES_AN_INCH, PdfFile
from checkin.render.sheetplaces import page_size
from checkin.render.wholefile import whole_file, whole_folder, write_to_disk


def write_pdf(
    path: Path,
    faces: Sequence[BadgeFace],
    design: Design,
    plan: SheetPlan = USUAL_PLAN,
    title: str = "",
    progress: Progress | None = None,
) -> int:
    """Write the badges to `path` and return the pages, or 0 if canceled, with nothing written.

    Needs a `QGuiApplication`. Raises `no-badges`, `font-missing`, `cannot-write`.
    """
    refuse_none(faces)
    drawer = Drawer(design)
    try:
        with (
            whole_file(path) as beside,
            closing(PdfFile(beside, page_size(plan.stock), title)) as pages,
        ):
            draw_pages(pages, faces, plan, drawer, progress)
    except DrawingStoppedError:
        return 0
    return plan.pages(len(faces))


def write_pngs(
    folder: Path,
    faces: Sequence[BadgeFace],
    names: Sequence[str],
    design: Design,
    dpi: int = 300,
    progress: Progress | None = None,
) -> int:
    """Write each badge to the file of its name in `folder`; return how many, or 0 if canceled.

    All files come into being together, or none. Needs a `QGuiApplication`. Raises `no-badges`,
    `font-missing`, `cannot-write`.
    """
    refuse_none(faces)
    drawer = Drawer(design)
    try:
        with whole_folder(folder) as inside:
            for done, (face, name) in enumerate(zip(faces, names, strict=True), start=1):
                write_to_disk(inside / name, badge_png(face, drawer, dpi))
                tell(progress, done)
    except DrawingStoppedError:
        return 0
    return len(faces)


def badge_png(face: BadgeFace, drawer: Drawer, dpi: int = 300) -> bytes:
    """Return the front of one badge, in its template's size, as a PNG that knows it."""
    template = drawer.design.of(face.category)
    size = QSizeF(template.width, template.height) / UNITS_A_MILLIMETRE
    area = QRectF(QPointF(), size)
    return _png(size, dpi, lambda painter: drawer.draw(painter, area, face))


def sides_png(face: BadgeFace, drawer: Drawer, dpi: int = 200) -> bytes:
    """Return the sides of a badge beside each other, at the size of its template, as a PNG."""
    template = drawer.design.of(face.category)
    sides = (False, True) if template.back else (False,)
    width = template.width / UNITS_A_MILLIMETRE
    height = template.height / UNITS_A_MILLIMETRE

    def draw(painter: QPainter) -> None:
        for place, back in enumerate(sides):
            drawer.draw(painter, QRectF(place * width, 0, width, height), face, back)

    return _png(QSizeF(width * len(sides), height), dpi, draw)


def page_pngs(
    faces: Sequence[BadgeFace], design: Design, dpi: int = 150, plan: SheetPlan = USUAL_PLAN
) -> Iterator[bytes]:
    """Yield each side of each page as it is printed, as a PNG. Needs a `QGuiApplication`."""
    drawer = Drawer(design)
    for page in range(plan.pages(len(faces))):
        here = plan.on_page(page, len(faces))
        some = faces[here.start : here.stop]
        draw = partial(draw_page, faces=some, plan=plan, drawer=drawer, page=page)
        yield _png(page_size(plan.stock), dpi, draw)
        if plan.two_sided is not TwoSided.NO:
            yield _png(page_size(plan.stock), dpi, partial(draw, back=True))


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
