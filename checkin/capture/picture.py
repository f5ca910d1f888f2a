"""Opens a picture file that anybody may have sent and gives its brightness, within limits."""

import os
import stat
import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from checkin.errors import CheckinError

LARGEST_FILE = 64 * 1024 * 1024
MOST_PIXELS = 100_000_000
_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM", "MPO")


def grey_plane(path: Path) -> Image.Image:
    """Return a picture as 8-bit grey, upright, transparent parts white; the first of several.

    Raises CheckinError: picture-missing, picture-not-a-file, picture-unreadable,
    picture-too-large, picture-unknown, picture-damaged.
    """
    with _opened(path) as file, warnings.catch_warnings():
        # Our own limit comes first; warnings about odd metadata are nobody's business here.
        warnings.simplefilter("ignore")
        try:
            with Image.open(file, formats=_FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise _too_large(path)
                return _grey(picture)
        except Image.DecompressionBombError as error:
            raise _too_large(path) from error
        except UnidentifiedImageError as error:
            raise CheckinError("picture-unknown", path=str(path)) from error
        except CheckinError:
            raise
        except Exception as error:  # The decoders raise all kinds on damaged files.
            raise CheckinError("picture-damaged", path=str(path)) from error


def _too_large(path: Path) -> CheckinError:
    return CheckinError("picture-too-large", path=str(path), megapixels=MOST_PIXELS // 10**6)


def _opened(path: Path):
    try:
        # Without waiting: opening a pipe would wait for its writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except FileNotFoundError as error:
        raise CheckinError("picture-missing", path=str(path)) from error
    except IsADirectoryError as error:
        raise CheckinError("picture-not-a-file", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise CheckinError("picture-unreadable", path=str(path)) from error
    file = os.fdopen(descriptor, "rb")
    return file
