"""Draws tickets: a badge's code as a picture for a phone, and as a page to print."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF

from checkin.domain.design import Design
from checkin.domain.stock import UNITS_A_MILLIMETRE
from checkin.domain.template import Template
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.pdf import PdfPages
from checkin.render.sheet import badge_png
from checkin.render.slot import draw_slot

_DPI = 240


class TicketPen:
    """Draws ticket after ticket; `templates` are those named `code` and `page`.

    Needs a `QGuiApplication`. Raises `font-missing`.
    """

    def __init__(self, templates: Mapping[str, Template], logos: tuple[bytes, ...] = ()) -> None:
        self._code, self._page = (
            Drawer(Design(templates[name], logos=logos)) for name in ("code", "page")
        )

    def png(self, face: BadgeFace) -> bytes:
        """Return a picture of the code with name and number, made to fill a phone."""
        return badge_png(face, self._code, _DPI)

    def pdf(self, face: BadgeFace) -> bytes:
        """Return a page about event, wearer and code."""
        return page_pdf(self._page, face)


def page_pdf(drawer: Drawer, face: BadgeFace) -> bytes:
    """Return pages of the template's own size as a PDF named for the event: front, back if any."""
    template = drawer.design.of(face.category)
    size = QSizeF(template.paper_width, template.paper_height) / UNITS_A_MILLIMETRE
    area = QRectF(QPointF(), size)
    pages = PdfPages(size, face.values.get("event", ""))
    try:
        draw_slot(pages.painter, drawer, face, area)
        if template.has_other_side:
            pages.new_page()
            draw_slot(pages.painter, drawer, face, area, back=True)
    finally:
        document = pages.close()
    return document
