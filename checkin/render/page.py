"""Draws whole pages of badges, whatever they are printed or shown on."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.domain.stock import SheetPlan, TwoSided
from checkin.errors import CheckinError
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.sheetplaces import area_of, bleed_of, crop_marks, mirrored, page_transform
from checkin.render.slot import draw_slot, restoring

Progress = Callable[[int], bool]
"""Hears how many badges are drawn and answers whether to go on."""

_MARK_WIDTH = 0.1


class Paper(Protocol):
    """Pages one after another, `painter` drawing on the last in millimetres from its corner."""

    painter: QPainter

    def new_page(self) -> None:
        """Go on to the next page."""


class DrawingStoppedError(Exception):
    """The listener to progress said to stop, with so many badges `done`."""

    def __init__(self, done: int) -> None:
        super().__init__(done)
        self.done = done


def refuse_none(faces: Sequence[BadgeFace]) -> None:
    """Raise `no-badges` where there is nothing to draw."""
    if not faces:
        raise CheckinError("no-badges")


def draw_pages(
    paper: Paper,
    faces: Sequence[BadgeFace],
    plan: SheetPlan,
    drawer: Drawer,
    progress: Progress | None = None,
) -> None:
    """Draw the badges, page by page. Raises `DrawingStoppedError` where `progress` says so."""
    for page in range(plan.pages(len(faces))):
        if page:
            paper.new_page()
        here = plan.on_page(page, len(faces))
        some = faces[here.start : here.stop]
        draw_page(paper.painter, some, plan, drawer, page)
        if plan.two_sided is not TwoSided.NO:
            paper.new_page()
            draw_page(paper.painter, some, plan, drawer, page, back=True)
        tell(progress, here.stop)


def draw_page(
    painter: QPainter,
    faces: Sequence[BadgeFace],
    plan: SheetPlan,
    drawer: Drawer,
    page: int = 0,
    back: bool = False,
) -> None:
    """Draw a side of a page with its badges, on a painter in millimetres from the paper's corner.

    Pages count from 0.
    """
    with restoring(painter):
        painter.setTransform(page_transform(plan, back), combine=True)
        if plan.stock.crop_marks and not back:
            painter.setPen(QPen(QColor("black"), _MARK_WIDTH, c=Qt.PenCapStyle.FlatCap))
            painter.drawLines(crop_marks(plan))
        for slot, face in zip(plan.slots_of(page), faces, strict=False):
            bleed = bleed_of(plan, slot)
            area = area_of(plan.stock, slot, back)
            draw_slot(painter, drawer, face, area, mirrored(bleed) if back else bleed, back)


def tell(progress: Progress | None, done: int) -> None:
    """Say how far the drawing is. Raises `DrawingStoppedError` where `progress` says so."""
    if progress and not progress(done):
        raise DrawingStoppedError(done)
