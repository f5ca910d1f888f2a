"""Photos: small, upright, on white, and nothing is left of where they were taken."""

from io import BytesIO
from random import Random

import pytest
from PIL import Image

from checkin.render.photo import MOST_BYTES, MOST_HEIGHT, MOST_WIDTH, photo_from


def opened(picture: Image.Image) -> Image.Image:
    jpeg = photo_from(picture)
    assert jpeg.startswith(b"\xff\xd8\xff")
    assert len(jpeg) <= MOST_BYTES
    return Image.open(BytesIO(jpeg))


def as_file(picture: Image.Image, **saved: object) -> Image.Image:
    file = BytesIO()
    picture.save(file, "JPEG", **saved)
    return Image.open(file)


@pytest.mark.parametrize("size", [(4000, 500), (500, 4000), (480, 640), (1, 9000)])
def test_a_large_picture_fits_undistorted(size):
    photo = opened(Image.new("RGB", size, "red"))
    assert photo.width <= MOST_WIDTH
    assert photo.height <= MOST_HEIGHT
    if min(size) > 1:
        assert photo.width / photo.height == pytest.approx(size[0] / size[1], rel=0.02)


def test_a_small_picture_stays_small():
    assert opened(Image.new("RGB", (40, 50), "red")).size == (40, 50)


def test_a_picture_of_noise_fits_too():
    noise = Image.frombytes("RGB", (480, 640), Random(1).randbytes(480 * 640 * 3))
    assert opened(noise).size == (480, 640)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16"])
def test_every_kind_of_picture_becomes_a_photo(mode):
    assert opened(Image.new(mode, (600, 800))).size == (480, 640)


def test_what_was_see_through_is_white():
    picture = Image.new("RGBA", (100, 50), (255, 0, 0, 0))
    assert min(opened(picture).getpixel((90, 10))) > 250


def test_a_picture_taken_sideways_is_put_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = Image.new("RGB", (2000, 1000), "blue")
    picture.paste("red", (0, 0, 1000, 1000))
    photo = opened(as_file(picture, exif=exif))
    assert photo.size == (320, 640)
    assert photo.getpixel((160, 20))[0] > 200
    assert photo.getpixel((160, 620))[2] > 200


def test_nothing_is_left_of_where_it_was_taken():
    exif = Image.Exif()
    exif[0x010F] = "Camera of Ada"
    exif.get_ifd(0x8825)[1] = "N"
    picture = as_file(Image.new("RGB", (900, 900)), exif=exif, comment=b"at home")
    jpeg = photo_from(picture)
    assert b"Exif" not in jpeg
    assert b"Ada" not in jpeg
    assert b"at home" not in jpeg
    assert not Image.open(BytesIO(jpeg)).getexif()
