"""Sheets are right to the tenth of a millimetre, and small."""

import numpy as np
import pypdfium2
import pytest

from checkin.render.sheet import write_pdf
from checkin.render.stock import A4_EIGHT
from tests.benchmarks.bench_badges import besides_fonts, usual_faces
from tests.render.faces import ODD_FACES, RUTA
from tests.render.paper import Pages

DPI = 600
DOTS = DPI / 25.4


def places():
    return [A4_EIGHT.position(place) for place in range(A4_EIGHT.badges_a_page)]


def edges_along(line: np.ndarray) -> list[float]:
    """Return the middles in millimetres of the dark stretches of a line of pixels."""
    changes = np.flatnonzero(np.diff(np.concatenate(([0], line < 200, [0]))))
    return [(start + end) / 2 / DOTS for start, end in changes.reshape(-1, 2)]


def test_pages_are_exactly_a4(odd_sheet):
    assert len(odd_sheet) == -(-len(ODD_FACES) // 8)
    for page in range(len(odd_sheet)):
        assert odd_sheet.size(page) == pytest.approx((595.2756, 841.8898), abs=0.001)


def test_bands_lie_where_the_stock_says(odd_sheet):
    shown = odd_sheet.picture(0, DPI) < 250
    for left, top in places():
        right, bottom = left + A4_EIGHT.badge_width, top + A4_EIGHT.badge_height
        row = shown[
            round((bottom - 1) * DOTS), round((left - 2) * DOTS) : round((right + 2) * DOTS)
        ]
        column = shown[
            round((bottom - 6) * DOTS) : round((bottom + 1) * DOTS), round((left + 1) * DOTS)
        ]
        across, down = np.flatnonzero(row), np.flatnonzero(column)
        assert left - 2 + across[0] / DOTS == pytest.approx(left, abs=0.1)
        assert left - 2 + (across[-1] + 1) / DOTS == pytest.approx(right, abs=0.1)
        assert bottom - 6 + (down[-1] + 1) / DOTS == pytest.approx(bottom, abs=0.1)


def test_crop_marks_point_at_every_edge(odd_sheet):
    shown = odd_sheet.picture(0, DPI)
    lefts, tops = (sorted(set(edges)) for edges in zip(*places(), strict=True))
    across = [edge for left in lefts for edge in (left, left + A4_EIGHT.badge_width)]
    down = [edge for top in tops for edge in (top, top + A4_EIGHT.badge_height)]
    above = shown[round((A4_EIGHT.top - 3) * DOTS)]
    beside = shown[:, round((A4_EIGHT.left - 3) * DOTS)]
    assert edges_along(above) == pytest.approx(across, abs=0.1)
    assert edges_along(beside) == pytest.approx(down, abs=0.1)


def test_outside_the_cards_there_are_only_crop_marks(odd_sheet):
    for page in range(len(odd_sheet)):
        outside = odd_sheet.picture(page, 300) < 255
        dots = 300 / 25.4
        for left, top in places():
            right, bottom = left + A4_EIGHT.badge_width, top + A4_EIGHT.badge_height
            outside[
                int(top * dots) : int(bottom * dots) + 1, int(left * dots) : int(right * dots) + 1
            ] = 0
            for edge in (left, right):
                outside[:, int((edge - 0.2) * dots) : int((edge + 0.2) * dots) + 1] = 0
            for edge in (top, bottom):
                outside[int((edge - 0.2) * dots) : int((edge + 0.2) * dots) + 1] = 0
        assert not outside.any()


def test_crop_marks_keep_off_the_cards(qapp, tmp_path):
    write_pdf(tmp_path / "one.pdf", [RUTA])
    empty = Pages(tmp_path / "one.pdf").picture(0, 300)
    dots = 300 / 25.4
    for left, top in places()[1:]:
        right, bottom = left + A4_EIGHT.badge_width, top + A4_EIGHT.badge_height
        near = empty[
            int((top - 1) * dots) : int((bottom + 1) * dots),
            int((left - 1) * dots) : int((right + 1) * dots),
        ]
        assert near.min() == 255


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (8, 1), (9, 2), (17, 3)])
def test_pages_are_counted(qapp, tmp_path, count, pages):
    path = tmp_path / "badges.pdf"
    assert write_pdf(path, [RUTA] * count) == pages == len(Pages(path))


def test_the_title_stands_in_the_document(odd_sheet):
    about = pypdfium2.PdfDocument(odd_sheet.path).get_metadata_dict()
    assert about["Title"] == "Odd badges"
    assert about["Creator"] == "Check-in"


def test_a_badge_takes_less_than_a_kilobyte(qapp, tmp_path):
    path = tmp_path / "badges.pdf"
    write_pdf(path, usual_faces(200))
    assert besides_fonts(path.read_bytes()) <= 200 * 1024


def test_progress_is_told_page_by_page(qapp, tmp_path):
    told = []
    write_pdf(tmp_path / "badges.pdf", [RUTA] * 9, progress=lambda done: told.append(done) or True)
    assert told == [8, 9]
