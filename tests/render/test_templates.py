"""The templates that come along, and any other: what they draw stays where it belongs."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from checkin.domain.design import Design
from checkin.domain.stock import Stock
from checkin.domain.template import (
    Align,
    Area,
    Code,
    Picture,
    Shape,
    Template,
    Text,
)
from checkin.render.codesize import LEAST_MODULE, smallest_module
from checkin.render.drawer import Drawer
from checkin.render.qr import SIDE
from tests.render.faces import BUILTIN, ODD_FACES, RUTA, face
from tests.render.paper import read_by_opencv, read_by_zxing

DPI = 300
DOTS = DPI / 25.4


def drawn(template: Template, badge=RUTA, back: bool = False, **design) -> np.ndarray:
    """Return the red parts of a badge's points, at 300 dpi."""
    size = (round(template.width / 100 * DOTS), round(template.height / 100 * DOTS))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(DOTS, DOTS)
    whole = QRectF(0, 0, template.width / 100, template.height / 100)
    Drawer(Design(template, **design)).draw(painter, whole, badge, back)
    painter.end()
    points = np.frombuffer(image.constBits(), np.uint8)
    return points.reshape(image.height(), image.bytesPerLine() // 4, 4)[
        :, : image.width(), 2
    ].copy()


def inked(picture: np.ndarray) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what is drawn, in millimetres."""
    down, across = np.nonzero(picture < 200)
    return tuple(float(one) / DOTS for one in (across.min(), down.min(), across.max(), down.max()))


def words(area: Area, text: str = "{given_name}", **more) -> Text:
    return Text(
        area, text, largest=more.pop("largest", 800), smallest=more.pop("smallest", 200), **more
    )


@pytest.mark.parametrize("name", BUILTIN)
@pytest.mark.parametrize("read", [read_by_opencv, read_by_zxing])
def test_every_template_that_comes_along_has_a_code_two_readers_read(qapp, name, read):
    for badge in ODD_FACES:
        assert read(np.ascontiguousarray(drawn(BUILTIN[name], badge))) == badge.code, badge


@pytest.mark.parametrize("name", BUILTIN)
def test_four_modules_around_its_code_are_white_whatever_is_printed(qapp, name):
    template = BUILTIN[name]
    code = next(one.area for one in template.front if isinstance(one, Code))
    module, hair = code.width / SIDE, 15
    for badge in ODD_FACES:
        shown = drawn(template, badge)
        around = shown[
            round((code.top - 4 * module + hair) / 100 * DOTS) : round(
                (code.bottom + 4 * module - hair) / 100 * DOTS
            ),
            round((code.left - 4 * module + hair) / 100 * DOTS) : round(
                min(code.right + 4 * module - hair, template.width) / 100 * DOTS
            ),
        ].copy()
        inside = round((4 * module - 2 * hair) / 100 * DOTS)
        around[inside:-inside, inside:-inside] = 255
        assert around.min() == 255, badge


@pytest.mark.parametrize("name", BUILTIN)
def test_its_modules_are_large_enough_for_a_scanner(name):
    template = BUILTIN[name]
    size = (template.paper_width, template.paper_height)
    assert smallest_module(template, Stock("Its own", *size, 1, 1, *size, 0, 0)) >= LEAST_MODULE


@pytest.mark.parametrize("name", BUILTIN)
def test_usual_names_fit_on_it_well(qapp, name):
    drawer = Drawer(Design(BUILTIN[name]))
    fit = drawer.fit(RUTA)
    assert (fit.small, fit.cut_short) == ((), ())
    endless = drawer.fit(face("W" * 300, "long words " * 30))
    assert endless.cut_short[:1] == ("{given_name}",)


@pytest.mark.parametrize("upright", Align)
@pytest.mark.parametrize("align", Align)
@pytest.mark.parametrize("badge", ODD_FACES)
def test_a_text_never_leaves_its_box(qapp, badge, align, upright):
    area = Area(2_000, 1_500, 5_000, 2_000)
    text = words(area, "{given_name} {family_name}", align=align, upright=upright)
    template = Template("Box", 9_000, 6_000, (text,))
    shown = drawn(template, badge)
    # Qt's smoothed edges and the highest of accents take a little more.
    shown[round(14.6 * DOTS) : round(35.4 * DOTS), round(19.6 * DOTS) : round(70.4 * DOTS)] = 255
    assert shown.min() == 255


def test_words_stand_where_the_template_says(qapp):
    area = Area(1_000, 1_000, 6_000, 3_000)
    badge = face("HHHH")
    for align, upright, side in (
        (Align.START, Align.START, (10, 10)),
        (Align.END, Align.END, (70, 40)),
        (Align.MIDDLE, Align.MIDDLE, None),
    ):
        text = words(area, align=align, upright=upright)
        left, top, right, bottom = inked(drawn(Template("Box", 9_000, 6_000, (text,)), badge))
        if align is Align.START:
            assert left == pytest.approx(side[0], abs=0.9)
            assert top == pytest.approx(side[1] + 0.22 * 8, abs=0.2)
        elif align is Align.END:
            assert right == pytest.approx(side[0], abs=0.9)
            assert bottom == pytest.approx(side[1] - 0.24 * 8, abs=0.2)
        else:
            assert (left + right) / 2 == pytest.approx(40, abs=0.2)
            assert (top + bottom) / 2 == pytest.approx(25, abs=0.2)


def test_a_template_is_scaled_evenly_into_other_stock(qapp):
    template = Template("Card", 9_000, 6_000, (Shape(Area(0, 0, 9_000, 6_000), fill="#000000"),))
    image = QImage(900, 540, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    painter.scale(10, 10)
    Drawer(Design(template)).draw(painter, QRectF(0, 0, 90, 54), RUTA)
    painter.end()
    points = np.frombuffer(image.constBits(), np.uint8).reshape(540, 900, 4)[:, :, 2]
    assert inked_points(points) == (45, 0, 854, 539)


def inked_points(points: np.ndarray) -> tuple[int, ...]:
    down, across = np.nonzero(points < 128)
    return int(across.min()), int(down.min()), int(across.max()), int(down.max())


def test_who_has_a_category_with_a_layout_of_its_own_gets_it(qapp):
    plain = Template("Plain", 9_000, 6_000, ())
    loud = Template("Loud", 9_000, 6_000, (Shape(Area(0, 0, 9_000, 6_000), fill="#000000"),))
    for category, darkest in (("Press", 0), ("PRESS ", 0), ("Speaker", 255)):
        assert (
            drawn(plain, face("Ada", category=category), layouts={"press": loud}).min() == darkest
        )


def test_a_category_has_the_colour_that_the_template_gives_it(qapp):
    band = Shape(Area(0, 0, 9_000, 6_000), fill="category")
    template = Template("Own", 9_000, 6_000, (band,), colours={"press": "#ff0000"})
    assert drawn(template, face(category="Press")).min() == 255
    assert drawn(template, face(category="Speaker")).max() < 255


def test_a_picture_that_is_missing_or_none_is_left_out(qapp):
    area = Area(0, 0, 4_000, 4_000)
    gaps = (Picture(area), Picture(area, photo=True), Picture(area, "0" * 32))
    template = Template("Gaps", 4_000, 4_000, gaps)
    assert drawn(template, pictures={"0" * 32: b"no picture"}, logos=(b"",)).min() == 255


def test_elements_far_off_or_without_size_draw_nothing_beyond_the_badge(qapp):
    odd = (
        words(Area(-9_000, -6_000, 9_001, 6_001)),
        words(Area(8_999, 5_999, 42_000, 42_000)),
        words(Area(100, 100, 0, 0)),
        Shape(Area(0, 0, 0, 0), outline="#000000", stroke=2_000),
        Shape(Area(10, 10, 20, 20), fill="#000000", rounding=42_000),
        Code(Area(8_000, 5_000, 1, 1)),
    )
    template = Template("Odd", 9_000, 6_000, odd)
    for badge in (RUTA, face("W" * 300), replace(RUTA, values={})):
        drawn(template, badge)
