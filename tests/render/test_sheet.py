"""Sheets are right to the tenth of a millimetre, and small."""

from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from checkin.domain.design import Design
from checkin.domain.template import Area, Picture
from checkin.render import pdf
from checkin.render.sheet import write_pdf
from tests.benchmarks.bench_badges import besides_fonts, usual_faces
from tests.render.faces import CLASSIC, ODD_FACES, RUTA
from tests.render.measuring import (
    HEIGHT,
    WIDTH,
    bands,
    crop_marks,
    places,
    true_bands,
    true_crop_marks,
)
from tests.render.paper import Pages


def test_pages_are_exactly_a4(odd_sheet):
    assert len(odd_sheet) == -(-len(ODD_FACES) // 8)
    for page in range(len(odd_sheet)):
        assert odd_sheet.size(page) == pytest.approx((595.2756, 841.8898), abs=0.001)


def test_bands_lie_where_the_stock_says(odd_sheet):
    for found, true in zip(bands(odd_sheet, 0), true_bands(), strict=True):
        assert found == pytest.approx(true, abs=0.1)


def test_crop_marks_point_at_every_edge(odd_sheet):
    for found, true in zip(crop_marks(odd_sheet, 0), true_crop_marks(), strict=True):
        assert found == pytest.approx(true, abs=0.1)


def test_outside_the_cards_there_are_only_crop_marks(odd_sheet):
    for page in range(len(odd_sheet)):
        outside = odd_sheet.picture(page, 300) < 255
        dots = 300 / 25.4
        for left, top in places():
            right, bottom = left + WIDTH, top + HEIGHT
            outside[
                int(top * dots) : int(bottom * dots) + 1, int(left * dots) : int(right * dots) + 1
            ] = 0
            for edge in (left, right):
                outside[:, int((edge - 0.2) * dots) : int((edge + 0.2) * dots) + 1] = 0
            for edge in (top, bottom):
                outside[int((edge - 0.2) * dots) : int((edge + 0.2) * dots) + 1] = 0
        assert not outside.any()


def test_crop_marks_keep_off_the_cards(qapp, tmp_path):
    write_pdf(tmp_path / "one.pdf", [RUTA], CLASSIC)
    empty = Pages(tmp_path / "one.pdf").picture(0, 300)
    dots = 300 / 25.4
    for left, top in places()[1:]:
        right, bottom = left + WIDTH, top + HEIGHT
        near = empty[
            int((top - 1) * dots) : int((bottom + 1) * dots),
            int((left - 1) * dots) : int((right + 1) * dots),
        ]
        assert near.min() == 255


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (8, 1), (9, 2), (17, 3)])
def test_pages_are_counted(qapp, tmp_path, count, pages):
    path = tmp_path / "badges.pdf"
    assert write_pdf(path, [RUTA] * count, CLASSIC) == pages == len(Pages(path))


def test_the_title_stands_in_the_document(odd_sheet):
    about = pypdfium2.PdfDocument(odd_sheet.path).get_metadata_dict()
    assert about["Title"] == "Odd badges"
    assert about["Creator"] == "Check-in"


def test_a_badge_takes_less_than_a_kilobyte(qapp, tmp_path):
    path = tmp_path / "badges.pdf"
    write_pdf(path, usual_faces(200), CLASSIC)
    assert besides_fonts(path.read_bytes()) <= 200 * 1024


def test_progress_is_told_page_by_page(qapp, tmp_path):
    told = []
    path = tmp_path / "badges.pdf"
    write_pdf(path, [RUTA] * 9, CLASSIC, progress=lambda done: told.append(done) or True)
    assert told == [8, 9]


def test_a_picture_on_every_badge_is_in_the_file_once(qapp, tmp_path):
    noise = QImage(200, 100, QImage.Format.Format_RGB32)
    noise.fill("#8c2f39")
    kept = QBuffer()
    noise.save(kept, "PNG")
    place = Picture(Area(500, 500, 2_000, 1_000))
    template = replace(CLASSIC.template, front=(*CLASSIC.template.front, place))
    path = tmp_path / "logos.pdf"
    write_pdf(path, [RUTA] * 20, Design(template, logos=(bytes(kept.data().data()),)))
    document = pypdfium2.PdfDocument(path)
    shown = [one for page in document for one in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])]
    assert len(shown) == 20
    assert path.read_bytes().count(b"/Subtype /Image") == 1


def test_a_long_file_has_pages_as_exact_wherever_it_is_read_in_parts(qapp, tmp_path, monkeypatch):
    for window in (50, 333):
        monkeypatch.setattr(pdf, "_WINDOW", window)
        path = tmp_path / f"{window}.pdf"
        write_pdf(path, [RUTA] * 100, CLASSIC)
        sizes = [page.get_size() for page in pypdfium2.PdfDocument(path)]
        assert sizes == [pytest.approx((595.2756, 841.8898), abs=0.001)] * 13
