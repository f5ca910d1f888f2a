"""Badges that are one dark block each, so that it can be measured where they come to lie."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from pathlib import Path

import numpy as np
import pypdfium2

from checkin.domain.design import Design
from checkin.domain.stock import SheetPlan, Stock
from checkin.domain.template import Area, Fold, Shape, Template
from checkin.render.sheet import write_pdf
from tests.render.faces import RUTA
from tests.render.paper import Pages

DPI = 254
DOTS = DPI / 25.4
# In hundredths of a millimetre, from each edge of the badge.
INSET = 100


def block(left: int, top: int, width: int, height: int) -> Shape:
    # Pages are shown with plain rectangles grown to whole dots, but not with rounded ones.
    return Shape(Area(left, top, width, height), fill="#000000", rounding=1)


def inset_design(stock: Stock) -> Design:
    """Return a badge as large as the stock's, dark but for a white rim."""
    width, height = stock.badge_width, stock.badge_height
    inside = block(INSET, INSET, width - 2 * INSET, height - 2 * INSET)
    return Design(Template("Block", width, height, (inside,)))


def corner_design(stock: Stock, fold: Fold = Fold.NONE) -> Design:
    """Return a badge with a dark upper left quarter in front, and a smaller one on the back."""
    width, height = stock.badge_width, stock.badge_height
    if fold is Fold.LEFT:
        width //= 2
    if fold is Fold.TOP:
        height //= 2
    front = block(0, 0, width // 2, height // 2)
    back = block(0, 0, width // 4, height // 4)
    return Design(Template("Corner", width, height, (front,), (back,), fold))


def printed(folder: Path, plan: SheetPlan, design: Design, count: int) -> Pages:
    """Return the pages that so many badges are printed on."""
    path = folder / "blocks.pdf"
    path.unlink(missing_ok=True)
    write_pdf(path, [RUTA] * count, design, plan)
    return Pages(path)


def plain(plan: SheetPlan) -> SheetPlan:
    """Return a plan without crop marks."""
    return replace(plan, stock=replace(plan.stock, crop_marks=False))


def darkness(pages: Pages, page: int = 0) -> np.ndarray:
    """Return how dark each dot is, from 0 to 1; the first row and column begin at the corner."""
    shown = pypdfium2.PdfDocument(pages.path)[page]
    left, bottom, right, top = shown.get_mediabox()
    # Otherwise the page is stretched to a whole number of dots.
    width, height = ceil((right - left) * DPI / 72), ceil((top - bottom) * DPI / 72)
    width, height = (width - 0.001) * 72 / DPI, (height - 0.001) * 72 / DPI
    shown.set_mediabox(left, top - height, left + width, top)
    picture = shown.render(scale=DPI / 72, grayscale=True).to_numpy()
    return 1 - picture.reshape(picture.shape[:2]) / 255


def edges(line: np.ndarray) -> tuple[float, float]:
    """Return where the dark part of a line of dots begins and ends, in millimetres.

    What a dot at an edge lacks in darkness tells how much of it is covered.
    """
    dark = np.flatnonzero(line > 0.5)
    first, last = dark[0], dark[-1]
    begin = first - (line[first - 1] if first else 0)
    end = last + 1 + (line[last + 1] if last + 1 < len(line) else 0)
    return (begin + 1 - line[first]) / DOTS, (end - 1 + line[last]) / DOTS


def middles(shown: np.ndarray, areas: Sequence[tuple[float, float, float, float]]) -> np.ndarray:
    """Return the middle of what is dark in each area of left, top, right, bottom."""
    found = []
    for left, top, right, bottom in areas:
        begin, above = max(round(left * DOTS), 0), max(round(top * DOTS), 0)
        part = shown[above : round(bottom * DOTS), begin : round(right * DOTS)]
        down, across = np.indices(part.shape)
        weight = part.sum()
        found.append(
            (
                (begin + 0.5 + (across * part).sum() / weight) / DOTS,
                (above + 0.5 + (down * part).sum() / weight) / DOTS,
            )
        )
    return np.array(found)


def slot_area(stock: Stock, slot: int) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a slot in millimetres."""
    left, top = stock.position(slot)
    right, bottom = left + stock.badge_width, top + stock.badge_height
    return left / 100, top / 100, right / 100, bottom / 100
