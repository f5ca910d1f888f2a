"""Odd badges keep to their card, and their code can be read, on paper and in pictures."""

import io

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from checkin.render.palette import BANDS, NEUTRAL_BAND
from checkin.render.qr import SIDE, matrix
from checkin.render.sheet import badge_png
from tests.render.faces import ODD_FACES, RUTA, face
from tests.render.paper import card, read_by_opencv, read_by_zxing

PLACES = range(len(ODD_FACES))
DPI = 300
# In millimetres from the card's upper left corner.
CODE_LEFT, CODE_TOP, MODULE = 60.0, 13.3, 1.0


def cut(picture: np.ndarray, left: float, top: float, right: float, bottom: float) -> np.ndarray:
    dots = DPI / 25.4
    return picture[
        round(top * dots) : round(bottom * dots), round(left * dots) : round(right * dots)
    ]


@pytest.mark.parametrize("dpi", [72, 150, 300])
@pytest.mark.parametrize("read", [read_by_opencv, read_by_zxing])
def test_every_code_is_read_from_the_page(odd_sheet, dpi, read):
    for index, badge in enumerate(ODD_FACES):
        page, place = divmod(index, 8)
        assert read(card(odd_sheet.picture(page, dpi), place, dpi)) == badge.code, badge


@pytest.mark.parametrize("index", PLACES)
def test_printed_modules_are_the_matrix(odd_sheet, index):
    shown = card(odd_sheet.picture(index // 8, DPI), index % 8, DPI)
    dots = DPI / 25.4
    middles = (np.arange(SIDE) + 0.5) * MODULE
    rows = np.round((CODE_TOP + middles) * dots).astype(int)
    columns = np.round((CODE_LEFT + middles) * dots).astype(int)
    assert (shown[np.ix_(rows, columns)] < 128).tolist() == [
        list(row) for row in matrix(ODD_FACES[index].code)
    ]


@pytest.mark.parametrize("index", PLACES)
def test_four_modules_around_the_code_are_white(odd_sheet, index):
    shown = card(odd_sheet.picture(index // 8, DPI), index % 8, DPI)
    quiet, hair = 4 * MODULE, 0.15
    left, top = CODE_LEFT - quiet, CODE_TOP - quiet
    right, bottom = CODE_LEFT + SIDE + quiet, CODE_TOP + SIDE + quiet
    for side in (
        cut(shown, left, top, right, CODE_TOP - hair),
        cut(shown, left, CODE_TOP + SIDE + hair, right, bottom),
        cut(shown, left, top, CODE_LEFT - hair, bottom),
        cut(shown, CODE_LEFT + SIDE + hair, top, right, bottom),
    ):
        assert side.size
        assert side.min() == 255


@pytest.mark.parametrize("index", PLACES)
def test_texts_leave_a_margin_and_never_touch_the_band(odd_sheet, index):
    shown = card(odd_sheet.picture(index // 8, DPI), index % 8, DPI)
    assert cut(shown, 0, 0, 90, 4).min() == 255
    assert cut(shown, 0, 0, 4, 51).min() == 255
    assert cut(shown, 89, 0, 90, 51).min() == 255
    assert cut(shown, 0, 49.2, 90, 51).min() == 255


@pytest.mark.parametrize(
    "name",
    [
        "Kazlauskaitė", "Rūta", "Bērziņš", "Łukasz", "Żółkiewski", "Μαρία", "Παπαδοπούλου",
        "Δίκτυο Επιχειρήσεων", "Владимир", "Соколов", "Griffith", "Office of Fluffy Affairs",
        "Nguyễn Thị", "PARTICIPANT", "Clusters go international", "Riga · 2–3 June 2016",
        RUTA.number,
    ],
)  # fmt: skip
def test_texts_come_back_from_the_pdf(odd_sheet, name):
    assert any(name in odd_sheet.text(page) for page in range(len(odd_sheet)))


def picture_of(badge, drawer):
    return np.asarray(Image.open(io.BytesIO(badge_png(badge, drawer))).convert("RGB"))


@pytest.mark.parametrize("category", [*BANDS, "", "\x07\n"])
def test_the_band_is_the_categorys_colour_from_edge_to_edge(drawer, category):
    shown = picture_of(face("Ada", category=category), drawer)
    colour = tuple(bytes.fromhex(BANDS.get(category, NEUTRAL_BAND)[1:]))
    band = cut(shown, 0, 51.6, 90, 60)
    assert (band[:, 0] == colour).all()
    assert (band[:, -1] == colour).all()
    assert (band[-5] == colour).all()


def test_white_letters_stand_on_the_band_only_if_there_is_a_category(drawer):
    with_word = cut(picture_of(face(category="Press"), drawer), 0, 52, 90, 60)
    without = cut(picture_of(face(), drawer), 0, 52, 90, 60)
    assert (with_word == 255).all(axis=2).any()
    assert not (without == 255).all(axis=2).any()


def test_someone_with_one_name_has_it_large_wherever_it_stands(drawer):
    def name(badge):
        return cut(picture_of(badge, drawer), 0, 9, 56, 30).tolist()

    assert name(face("Sukarno")) == name(face("", "Sukarno"))


@pytest.mark.parametrize(
    ("given", "side"), [("Ada", "left"), ("שרה", "right"), ("محمد", "right"), ("小明", "left")]
)
def test_names_begin_where_their_script_does(drawer, given, side):
    shown = picture_of(face(given), drawer).min(axis=2)
    sides = {
        "left": cut(shown, 0, 9, 8, 30).min() < 255,
        "right": cut(shown, 52, 9, 56, 30).min() < 255,
    }
    assert [name for name, inked in sides.items() if inked] == [side]


@pytest.mark.parametrize("badge", ODD_FACES)
def test_a_picture_is_as_readable_as_paper(drawer, badge):
    shown = np.ascontiguousarray(picture_of(badge, drawer)[:, :, 0])
    assert read_by_zxing(shown) == badge.code


def test_a_picture_knows_its_size_on_paper(drawer):
    image = QImage.fromData(badge_png(RUTA, drawer, dpi=300))
    assert (image.width(), image.height()) == (1063, 709)
    assert image.width() / image.dotsPerMeterX() * 1000 == pytest.approx(90, abs=0.05)
    assert image.height() / image.dotsPerMeterY() * 1000 == pytest.approx(60, abs=0.05)
