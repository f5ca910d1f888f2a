"""Logos: small, sharp, upright, and as transparent as the picture was."""

from io import BytesIO
from random import Random

import pytest
from PIL import Image

from checkin.render.logo import (
    MOST_BYTES,
    MOST_HEIGHT,
    MOST_SIDE,
    MOST_WIDTH,
    artwork_from,
    logo_from,
)


def opened(picture: Image.Image) -> Image.Image:
    png = logo_from(picture)
    assert png.startswith(b"\x89PNG")
    assert len(png) <= MOST_BYTES
    return Image.open(BytesIO(png))


@pytest.mark.parametrize("size", [(4000, 500), (500, 4000), (600, 300), (1, 9000)])
def test_a_large_picture_fits(size):
    logo = opened(Image.new("RGB", size, "red"))
    assert logo.width <= MOST_WIDTH
    assert logo.height <= MOST_HEIGHT


def test_a_small_picture_stays_small():
    assert opened(Image.new("RGB", (40, 20), "red")).size == (40, 20)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_picture_of_noise_fits_too(mode):
    noise = Random(1).randbytes(600 * 300 * len(mode))
    assert opened(Image.frombytes(mode, (600, 300), noise)).size == (600, 300)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16"])
def test_every_kind_of_picture_becomes_a_logo(mode):
    assert opened(Image.new(mode, (900, 300))).size == (600, 200)


def test_what_was_transparent_still_is():
    picture = Image.new("RGBA", (100, 50), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (0, 0, 50, 50))
    logo = opened(picture)
    assert logo.getpixel((10, 10)) == (0, 0, 255, 255)
    assert logo.getpixel((90, 10))[3] == 0


def test_a_picture_taken_sideways_is_put_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    file = BytesIO()
    Image.new("RGB", (200, 100)).save(file, "JPEG", exif=exif)
    assert opened(Image.open(file)).size == (100, 200)


def test_what_covers_a_badge_keeps_its_points_unless_it_is_noise():
    drawn = artwork_from(Image.new("RGB", (4000, 3000), "red"))
    assert Image.open(BytesIO(drawn)).size == (MOST_SIDE, MOST_SIDE * 3 // 4)
    noise = artwork_from(Image.frombytes("RGB", (1500, 1500), Random(1).randbytes(1500 * 1500 * 3)))
    assert len(noise) <= MOST_BYTES
    assert 400 < Image.open(BytesIO(noise)).width < 600
