"""Draws an event's badges: to a PDF, to pictures of badges, to pictures of whole pages."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checkin.cli.context import progress_to
from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.render.face import BadgeFace
from checkin.render.faces import face_of
from checkin.services.badges import Badge
from checkin.store.faults import explained

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def print_badges(event: Event, badges: Sequence[Badge], out: Path) -> int:
    """Write a PDF of badges and return its pages; tell of letters that no font here has."""
    application = _drawing()
    from checkin.render.glyphs import letters_missing
    from checkin.render.sheet import write_pdf

    faces = faces_of(event, badges)
    for place, letters in letters_missing(faces).items():
        name = badges[place].attendee.name
        click.echo(f"checkin: no font on this computer has {letters} of {name}.", err=True)
    progress = progress_to("Badges:", len(faces))
    pages = write_pdf(out, faces, title=event.title, progress=progress)
    del application
    return pages


def picture_badges(event: Event, badges: Sequence[Badge], folder: Path) -> None:
    """Write a PNG of each badge into `folder`, named for its number."""
    application = _drawing()
    from checkin.render.sheet import write_pngs

    faces = faces_of(event, badges)
    names = [f"{printed(badge.attendee.badge)}.png" for badge in badges]
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    write_pngs(folder, faces, names, progress=progress_to("Pictures:", len(faces)))
    del application


def picture_pages(event: Event, badges: Sequence[Badge], folder: Path) -> list[Path]:
    """Write a PNG of each page as it is printed into `folder`, which is there; return them."""
    application = _drawing()
    from checkin.render.sheet import page_pngs

    paths = []
    for number, picture in enumerate(page_pngs(faces_of(event, badges)), 1):
        paths.append(folder / f"page-{number:03}.png")
        paths[-1].write_bytes(picture)
    del application
    return paths


def print_recovery(event: str, code: str, out: Path) -> None:
    """Write a PDF of the code that recovers the coordinator's PIN of an event of that title."""
    application = _drawing()
    from checkin.render.recovery import Slip, write_slip

    advice = "It sets a new PIN of the coordinator, once. Keep it where only coordinators get to."
    write_slip(out, Slip("Recovery code", event, code, advice))
    del application


def _drawing() -> "QGuiApplication":
    """Return what Qt needs to draw; fonts exist only while somebody holds it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication([])


def faces_of(event: Event, badges: Sequence[Badge]) -> list[BadgeFace]:
    """Return what stands on each badge."""
    return [face_of(event, badge.attendee, badge.code) for badge in badges]
