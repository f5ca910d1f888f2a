"""The QR of a code is the library's, only faster."""

import cv2
import numpy as np
import pytest
import qrcode
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.code import ALPHABET, CODE_LETTERS
from checkin.render.qr import MASK, SIDE, matrix, runs
from tests.render.faces import code_of
from tests.render.paper import read_by_opencv, read_by_zxing

codes = st.text(ALPHABET, min_size=CODE_LETTERS, max_size=CODE_LETTERS)


@given(codes)
def test_matrix_is_what_the_library_makes_with_the_same_mask(code):
    symbol = qrcode.QRCode(
        version=2, error_correction=qrcode.ERROR_CORRECT_Q, border=0, mask_pattern=MASK
    )
    symbol.add_data(code)
    symbol.make(fit=False)
    assert [list(row) for row in matrix(code)] == symbol.get_matrix()


@pytest.mark.parametrize("read", [read_by_opencv, read_by_zxing])
@pytest.mark.parametrize("seed", range(20))
def test_decoders_read_the_code_back(seed, read):
    modules = np.array(matrix(code_of(seed)))
    picture = np.pad(np.where(modules, 0, 255).astype(np.uint8), 4, constant_values=255)
    assert read(cv2.resize(picture, None, fx=5, fy=5, interpolation=0)) == code_of(seed)


@given(codes)
def test_runs_cover_each_dark_module_once_and_no_light_one(code):
    drawn = np.zeros((SIDE, SIDE), int)
    for x, y, width, height in runs(matrix(code)):
        drawn[y : y + height, x : x + width] += 1
    assert (drawn == np.array(matrix(code))).all()


def test_runs_are_far_fewer_than_modules():
    rows = matrix(code_of("few"))
    assert len(runs(rows)) < sum(map(sum, rows)) / 2


def test_runs_merge_in_both_directions():
    block = ((True, True, False), (True, True, False), (False, False, True))
    assert sorted(runs(block)) == [(0, 0, 2, 2), (2, 2, 1, 1)]


@pytest.mark.parametrize("code", ["", "B" * 27, "B" * 29, "b" * 28, "Ž" * 28, "_" * 28])
def test_what_is_no_code_is_refused(code):
    with pytest.raises(ValueError, match="not-a-badge-code"):
        matrix(code)
