"""Tells before printing how well the names of badges fit."""

from enum import StrEnum

from checkin.domain.stock import A4_EIGHT, UNITS_A_MILLIMETRE, Stock
from checkin.render.badge import person_width
from checkin.render.face import BadgeFace
from checkin.render.lettering import Lettering
from checkin.render.person import set_person


class Fit(StrEnum):
    """How a name came to fit: at a size read from afar, smaller, or not even so."""

    WELL = "well"
    SMALL = "small"
    CUT_SHORT = "cut short"


def name_fit(face: BadgeFace, lettering: Lettering, stock: Stock = A4_EIGHT) -> Fit:
    """Return how the name on a badge fits."""
    person = set_person(face, person_width(stock.badge_width / UNITS_A_MILLIMETRE), lettering)
    if person.name_is_cut_short:
        return Fit.CUT_SHORT
    return Fit.SMALL if person.name_is_small else Fit.WELL
