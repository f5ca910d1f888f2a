"""Draws an event's badges: to a PDF, to pictures of badges, to pictures of whole pages."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.cli.context import progress_to
from checkin.domain.design import Design
from checkin.domain.event import Event
from checkin.domain.stock import UNITS_A_MILLIMETRE, USUAL_PLAN, SheetPlan, Stock
from checkin.render.face import BadgeFace
from checkin.render.faces import face_of
from checkin.services.badges import Badge
from checkin.store.faults import explained

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


@dataclass(frozen=True, slots=True)
class Batch:
    """Badges of an event that are to be drawn."""

    event: Event
    design: Design
    badges: Sequence[Badge]

    @property
    def faces(self) -> list[BadgeFace]:
        """What stands on each."""
        return [face_of(self.event, *one.shown) for one in self.badges]


def print_badges(batch: Batch, out: Path, plan: SheetPlan = USUAL_PLAN) -> int:
    """Write a PDF of badges and return its pages; warn of what comes out badly."""
    application = drawing()
    from checkin.cli.beforeprinting import warn
    from checkin.render.drawer import Drawer
    from checkin.render.sheet import write_pdf

    faces = batch.faces
    warn(batch, Drawer(batch.design), plan.stock)
    progress = progress_to("Badges:", len(faces))
    title = batch.event.title
    pages = write_pdf(out, faces, batch.design, plan, title=title, progress=progress)
    del application
    return pages


def picture_badges(batch: Batch, folder: Path) -> None:
    """Write a PNG of each badge into `folder`, named for its number."""
    application = drawing()
    from checkin.render.sheet import write_pngs

    faces = batch.faces
    names = [f"{face.number}.png" for face in faces]
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    progress = progress_to("Pictures:", len(faces))
    write_pngs(folder, faces, names, batch.design, progress=progress)
    del application


def picture_pages(batch: Batch, folder: Path) -> list[Path]:
    """Write a PNG of each page as it is printed into `folder`, which is there; return them."""
    application = drawing()
    from checkin.render.sheet import page_pngs

    paths = []
    for number, picture in enumerate(page_pngs(batch.faces, batch.design), 1):
        paths.append(folder / f"page-{number:03}.png")
        paths[-1].write_bytes(picture)
    del application
    return paths


def picture_template(design: Design, face: BadgeFace, out: Path) -> None:
    """Write a PNG of what a template makes of a face, its back beside it."""
    application = drawing()
    from checkin.render.drawer import Drawer
    from checkin.render.sheet import sides_png
    from checkin.render.wholefile import write_whole

    write_whole(out, sides_png(face, Drawer(design)))
    del application


def print_recovery(event: str, code: str, out: Path) -> None:
    """Write a PDF of the code that recovers the coordinator's PIN of an event of that title."""
    application = drawing()
    from checkin.render.recovery import Slip, write_slip

    advice = "It sets a new PIN of the coordinator, once. Keep it where only coordinators get to."
    write_slip(out, Slip("Recovery code", event, code, advice))
    del application


def print_rulers(stock: Stock, out: Path) -> int:
    """Write a ruler page to a PDF; return how far its crosses are from the paper's edges."""
    application = drawing()
    from checkin.domain.ruler import cross_distance
    from checkin.render.rulerpage import RulerPage, write_ruler_page

    away = cross_distance(stock)
    steps = (
        "Print this page at 100 %, without “fit to page”, on plain paper.",
        f"In each corner a cross is {away / UNITS_A_MILLIMETRE:g} mm from both edges of the paper."
        " Measure how far each really is from the nearer side edge, and from the nearer upper or"
        " lower edge.",
        "Give the eight figures to checkin stocks adjust --corners: it works out by how much pages"
        " are to be moved, turned and stretched.",
        "The long lines tell whether lengths are right. Held against the light on a sheet of"
        " labels, the outlines lie on them.",
    )
    write_ruler_page(out, RulerPage(stock, f"Ruler page: {stock.name}", steps))
    del application
    return away


def drawing() -> "QGuiApplication":
    """Return what Qt needs to draw; fonts exist only while somebody holds it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication([])
