"""Whatever Unicode a name is made of, it is drawn without a crash, and inside its box."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from checkin.domain.design import Design
from checkin.domain.template import Align, Area, Template, Text
from checkin.render.drawer import Drawer
from checkin.render.face import BadgeFace
from checkin.render.texts import printable
from tests.render.faces import HEAPED, RUTA
from tests.render.names import PEOPLE
from tests.render.test_texts import nasty

# Dots a millimetre, and millimetres that smoothed edges and the highest accents may stray.
DOTS, HAIR = 6, 0.7
BOX = Area(2_000, 1_500, 5_000, 1_600)

anything = st.text(max_size=60) | st.text(nasty, max_size=40)
pieces = st.sampled_from([word for person in PEOPLE.values() for word in person])
mixed = st.lists(pieces | anything, max_size=4).map(" ".join)


@pytest.fixture(scope="module")
def drawer(qapp):
    text = Text(
        BOX, "{given_name}", largest=800, smallest=200, comfortable=500, upright=Align.MIDDLE
    )
    return Drawer(Design(Template("Box", 9_000, 4_600, (text,))))


def drawn(drawer: Drawer, name: str) -> np.ndarray:
    """Return the points of a badge that says only a name, 0 for black to 255 for white."""
    image = QImage(90 * DOTS, 46 * DOTS, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(DOTS, DOTS)
    drawer.draw(painter, QRectF(0, 0, 90, 46), BadgeFace({"given_name": name}, RUTA.code))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(46 * DOTS, -1)[:, : 90 * DOTS].copy()


@settings(max_examples=150)
@example("\u0e2a" + "\u0e47" * 9)
@example("\u064a" + "\u0651\u0670" * 9)
@example(HEAPED)
@example("ދިވެހި")
@example("\ufdfd" * 30)
@example("\u0301" * 20)
@example("00000000000000¼ \u0332mЮ")
@given(name=anything | mixed)
def test_ink_stays_inside_the_box(drawer, name):
    shown = drawn(drawer, name)
    left, top, right, bottom = (
        round(edge * DOTS)
        for edge in (
            BOX.left / 100 - HAIR,
            BOX.top / 100 - HAIR,
            BOX.right / 100 + HAIR,
            BOX.bottom / 100 + HAIR,
        )
    )
    shown[top:bottom, left:right] = 255
    assert shown.min() == 255, printable(name)


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
def test_a_name_is_seen(drawer, person):
    for name in person:
        assert drawn(drawer, name).min() < 128
        assert drawer.fit(BadgeFace({"given_name": name}, RUTA.code)).cut_short == ()
