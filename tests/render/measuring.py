"""Finds where on a printed page the badges really lie."""

import numpy as np

from checkin.domain.stock import A4_EIGHT
from tests.render.paper import Pages

DPI = 600
DOTS = DPI / 25.4


WIDTH, HEIGHT = A4_EIGHT.badge_width / 100, A4_EIGHT.badge_height / 100


def places() -> list[tuple[float, float]]:
    """Return the upper left corners of the badges in millimetres."""
    corners = (A4_EIGHT.position(slot) for slot in range(1, A4_EIGHT.badges_a_page + 1))
    return [(left / 100, top / 100) for left, top in corners]


def edges_along(line: np.ndarray) -> list[float]:
    """Return the middles in millimetres of the dark stretches of a line of pixels."""
    changes = np.flatnonzero(np.diff(np.concatenate(([0], line < 200, [0]))))
    return [(start + end) / 2 / DOTS for start, end in changes.reshape(-1, 2)]


def bands(pages: Pages, page: int) -> list[tuple[float, float, float]]:
    """Return left, right and bottom of the coloured band of each place, in millimetres."""
    shown = pages.picture(page, DPI) < 250
    found = []
    for left, top in places():
        right, bottom = left + WIDTH, top + HEIGHT
        row = shown[
            round((bottom - 1) * DOTS), round((left - 2) * DOTS) : round((right + 2) * DOTS)
        ]
        column = shown[
            round((bottom - 6) * DOTS) : round((bottom + 1) * DOTS), round((left + 1) * DOTS)
        ]
        across, down = np.flatnonzero(row), np.flatnonzero(column)
        found.append(
            (
                left - 2 + across[0] / DOTS,
                left - 2 + (across[-1] + 1) / DOTS,
                bottom - 6 + (down[-1] + 1) / DOTS,
            )
        )
    return found


def true_bands() -> list[tuple[float, float, float]]:
    """Return where the stock says that they lie."""
    return [(left, left + WIDTH, top + HEIGHT) for left, top in places()]


def crop_marks(pages: Pages, page: int) -> tuple[list[float], list[float]]:
    """Return where crop marks lie from the left and from the top, in millimetres."""
    shown = pages.picture(page, DPI)
    above = shown[round((A4_EIGHT.top / 100 - 3) * DOTS)]
    beside = shown[:, round((A4_EIGHT.left / 100 - 3) * DOTS)]
    return edges_along(above), edges_along(beside)


def true_crop_marks() -> tuple[list[float], list[float]]:
    """Return where the stock says that they lie."""
    lefts, tops = (sorted(set(edges)) for edges in zip(*places(), strict=True))
    return (
        [edge for left in lefts for edge in (left, left + WIDTH)],
        [edge for top in tops for edge in (top, top + HEIGHT)],
    )
