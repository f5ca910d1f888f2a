"""Opens a picture file that anybody may have sent, within limits, and gives its brightness."""

import os
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from PIL import Image, ImageOps, UnidentifiedImageError

from checkin.errors import CheckinError

LARGEST_FILE = 64 * 1024 * 1024
MOST_PIXELS = 100_000_000
FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM")

# Only where these exist can opening wait for somebody, or change the bytes read.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
_AS_BYTES = getattr(os, "O_BINARY", 0)


def grey_plane(path: Path) -> Image.Image:
    """Return a picture in 8-bit grey, upright, on white; of a moving one the first frame.

    Raises what `picture_at` does.
    """
    with picture_at(path) as picture:
        return _grey(picture)


@contextmanager
def picture_at(path: Path) -> Iterator[Image.Image]:
    """Give the picture in a file for as long as the file is open.

    Raises CheckinError: picture-missing, picture-not-a-file, picture-unreadable,
    picture-too-large, picture-unknown, picture-damaged.
    """
    with _opened(path) as file, _decoded(file, path) as picture:
        yield picture


@contextmanager
def picture_in(data: bytes, name: Path) -> Iterator[Image.Image]:
    """Give the picture that some bytes are; errors as of `picture_at` call it by `name`."""
    with _decoded(BytesIO(data), name) as picture:
        yield picture


@contextmanager
def _decoded(file: BinaryIO, path: Path) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        # Pillow warns of odd metadata, and of half the size that we refuse.
        warnings.simplefilter("ignore")
        try:
            with Image.open(file, formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise _too_large(path)
                yield picture
        except CheckinError:
            raise
        except Image.DecompressionBombError as error:
            raise _too_large(path) from error
        except UnidentifiedImageError as error:
            raise CheckinError("picture-unknown", path=path) from error
        except Exception as error:
            # What Pillow's decoders raise on damaged files is of many kinds.
            raise CheckinError("picture-damaged", path=path) from error


def _opened(path: Path) -> BinaryIO:
    try:
        file = os.fdopen(os.open(path, os.O_RDONLY | _AT_ONCE | _AS_BYTES), "rb")
    except FileNotFoundError as error:
        raise CheckinError("picture-missing", path=path) from error
    except IsADirectoryError as error:
        raise CheckinError("picture-not-a-file", path=path) from error
    except (OSError, ValueError) as error:
        raise CheckinError("picture-unreadable", path=path) from error
    facts = os.fstat(file.fileno())
    if stat.S_ISREG(facts.st_mode) and facts.st_size <= LARGEST_FILE:
        return file
    file.close()
    if stat.S_ISREG(facts.st_mode):
        raise _too_large(path)
    raise CheckinError("picture-not-a-file", path=path)


def _grey(picture: Image.Image) -> Image.Image:
    if picture.format == "JPEG":
        # The decoder gives brightness at once, without colours.
        picture.draft("L", picture.size)
    upright = ImageOps.exif_transpose(picture)
    if upright.has_transparency_data:
        brightness, opacity = upright.convert("LA").split()
        return Image.composite(brightness, Image.new("L", upright.size, 255), opacity)
    return _in_eight_bits(upright).convert("L")


def _in_eight_bits(picture: Image.Image) -> Image.Image:
    """Return `picture` so that converting it to grey does not turn all bright parts white."""
    if picture.mode.startswith("I;16"):
        return picture.point(lambda level: level / 257, "L")
    if picture.mode in ("I", "F"):
        darkest, brightest = cast(tuple[float, float], picture.getextrema())
        scale = 255 / max(brightest - darkest, 1e-9)
        return picture.point(lambda level: level * scale - darkest * scale).convert("L")
    return picture


def _too_large(path: Path) -> CheckinError:
    return CheckinError(
        "picture-too-large",
        path=path,
        megapixels=MOST_PIXELS // 10**6,
        megabytes=LARGEST_FILE // 2**20,
    )
