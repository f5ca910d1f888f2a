"""Draws certificates: a page each, into one PDF or a PDF for each, and looks them through first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.badgewords import fields_in
from checkin.domain.design import Design
from checkin.domain.stock import SheetPlan, Stock, TwoSided
from checkin.domain.template import Template, Text
from checkin.render.drawer import Drawer
from checkin.render.elementtext import ElementTexts
from checkin.render.face import BadgeFace
from checkin.render.glyphs import missing_letters
from checkin.render.page import DrawingStoppedError, Progress, refuse_none, tell
from checkin.render.sheet import write_pdf
from checkin.render.ticket import page_pdf
from checkin.render.wholefile import whole_folder, write_to_disk


@dataclass(frozen=True, slots=True)
class Trouble:
    """What comes out badly of one certificate: fields of words cut short, letters by script."""

    cut_short: tuple[str, ...]
    letters: Mapping[str, str]


def page_plan(template: Template) -> SheetPlan:
    """Return pages of the template's own size, one certificate on each, then its back if any."""
    width, height = template.paper_width, template.paper_height
    stock = Stock(template.name, width, height, 1, 1, width, height, 0, 0)
    # Turned over the edge at which backs are as upright as fronts.
    over = TwoSided.LONG_EDGE if height >= width else TwoSided.SHORT_EDGE
    return SheetPlan(stock, two_sided=over if template.has_other_side else TwoSided.NO)


def write_together(
    path: Path,
    faces: Sequence[BadgeFace],
    design: Design,
    title: str,
    progress: Progress | None = None,
) -> int:
    """Write all certificates to one PDF and return how many, or 0 if canceled, as `write_pdf`."""
    return write_pdf(path, faces, design, page_plan(design.template), title, progress)


def write_apart(
    folder: Path,
    faces: Sequence[BadgeFace],
    names: Sequence[str],
    design: Design,
    progress: Progress | None = None,
) -> int:
    """Write each certificate to the file of its name in `folder`; return how many, 0 if canceled.

    All files come into being together, or none. Needs a `QGuiApplication`. Raises `no-badges`,
    `font-missing`, `cannot-write`.
    """
    refuse_none(faces)
    drawer = Drawer(design)
    try:
        with whole_folder(folder) as inside:
            for done, (face, name) in enumerate(zip(faces, names, strict=True), start=1):
                write_to_disk(inside / name, page_pdf(drawer, face))
                tell(progress, done)
    except DrawingStoppedError:
        return 0
    return len(faces)


def troubles(faces: Sequence[BadgeFace], design: Design) -> dict[int, Trouble]:
    """Return what would come out badly, by the place of the certificate among `faces`.

    Needs a `QGuiApplication`. Raises `font-missing`.
    """
    texts, drawer = ElementTexts(), Drawer(design)
    elements = [one for one in design.template.elements if isinstance(one, Text)]
    letters = missing_letters([drawer.texts(face) for face in faces])
    found = {}
    for place, face in enumerate(faces):
        cut_short = _cut_short(texts, elements, face)
        if cut_short or place in letters:
            found[place] = Trouble(cut_short, letters.get(place, {}))
    return found


def _cut_short(texts: ElementTexts, elements: Sequence[Text], face: BadgeFace) -> tuple[str, ...]:
    """Return the fields, or else the words, of texts that do not fit however small."""
    found: list[str] = []
    for one in elements:
        setting = texts.setting(one, face.values)
        if setting and setting.cut_short:
            found += fields_in(one.words) or (one.words,)
    return tuple(dict.fromkeys(found))
