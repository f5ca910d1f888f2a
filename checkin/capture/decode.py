"""Reads the QR codes in a picture, trying harder when nothing is found at first sight."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

from checkin.capture.picture import grey_plane

# More would make each further try take a second; above the second number no code is too small.
_MOST_PIXELS_AGAIN = 4_000_000
_SMALL = 1_000_000
_QUIET_ZONE = 16


@dataclass(frozen=True, slots=True)
class Code:
    """What a QR code says, and its corners as shares of the picture's width and height."""

    text: str
    corners: tuple[tuple[float, float], ...]


def decode_image(path: Path) -> list[str]:
    """Return the texts of the QR codes in a picture, in reading order, each text once.

    Raises CheckinError as `picture.grey_plane` does; no code is an empty list.
    """
    return _decoded(grey_plane(path))


def decode_grey(pixels: bytes, width: int, height: int, stride: int) -> list[str]:
    """Return the texts in 8-bit grey pixels, each line `stride` bytes, as `decode_image` does."""
    return _decoded(Image.frombytes("L", (width, height), pixels, "raw", "L", stride))


def _decoded(plane: Image.Image) -> list[str]:
    return next(filter(None, map(_texts, _tries(plane))), [])


def codes_in(plane: Image.Image, *, inverted: bool = True) -> list[Code]:
    """Return the QR codes seen at first sight in a grey picture, in reading order.

    `inverted` ones, light on dark, take half as long again to look for.
    """
    found = zxingcpp.read_barcodes(
        memoryview(plane.tobytes()).cast("B", (plane.height, plane.width)),
        formats=zxingcpp.BarcodeFormat.QRCodeModel2,
        text_mode=zxingcpp.TextMode.Plain,
        try_invert=inverted,
    )
    return [Code(code.text, _corners(code, plane)) for code in _in_reading_order(found)]


def _texts(plane: Image.Image) -> list[str]:
    return list(dict.fromkeys(code.text for code in codes_in(plane)))


def _corners(code: zxingcpp.Barcode, plane: Image.Image) -> tuple[tuple[float, float], ...]:
    place = code.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    return tuple((one.x / plane.width, one.y / plane.height) for one in corners)


def _in_reading_order(codes: list[zxingcpp.Barcode]) -> list[zxingcpp.Barcode]:
    """Sort by lines, then from the left; a line is what begins above its first one's lower end."""
    lines: list[list[zxingcpp.Barcode]] = []
    for code in sorted(codes, key=_middle):
        if lines and _middle(code) <= max(_heights(lines[-1][0])):
            lines[-1].append(code)
        else:
            lines.append([code])
    return [code for line in lines for code in sorted(line, key=_left)]


def _heights(code: zxingcpp.Barcode) -> list[int]:
    place = code.position
    return [place.top_left.y, place.top_right.y, place.bottom_right.y, place.bottom_left.y]


def _middle(code: zxingcpp.Barcode) -> float:
    return sum(_heights(code)) / 4


def _left(code: zxingcpp.Barcode) -> int:
    place = code.position
    return int(min(place.top_left.x, place.top_right.x, place.bottom_right.x, place.bottom_left.x))


def _tries(plane: Image.Image) -> Iterator[Image.Image]:
    """Yield the picture as it is, then prepared in other ways, each made when it is asked for.

    Which ways, and their order, is what found most codes among blurred, noisy, small, pale and
    borderless ones drawn at random.
    """
    yield plane
    plane = _reduced(plane)
    for tone in (255, 0):
        yield ImageOps.expand(ImageOps.autocontrast(plane, cutoff=1), _QUIET_ZONE, fill=tone)
    if plane.width * plane.height <= _SMALL:
        plane = plane.resize((2 * plane.width, 2 * plane.height), Image.Resampling.BICUBIC)
    yield against_surroundings(plane, radius=10, gain=16)
    smooth = ImageOps.autocontrast(plane, cutoff=1).filter(ImageFilter.GaussianBlur(2))
    yield smooth.filter(ImageFilter.UnsharpMask(radius=8, percent=400, threshold=0))
    yield against_surroundings(plane.filter(ImageFilter.GaussianBlur(1)), radius=20, gain=8)
    yield against_surroundings(plane, radius=40, gain=16)


def _reduced(plane: Image.Image) -> Image.Image:
    factor = (_MOST_PIXELS_AGAIN / (plane.width * plane.height)) ** 0.5
    if factor >= 1:
        return plane
    return plane.resize((int(plane.width * factor) or 1, int(plane.height * factor) or 1))


def against_surroundings(plane: Image.Image, radius: int, gain: int) -> Image.Image:
    """Return how much brighter or darker than about it each place is, `gain` times as strong."""
    about = plane.filter(ImageFilter.BoxBlur(radius))
    return ImageChops.subtract(plane, about, scale=1 / gain, offset=128)
