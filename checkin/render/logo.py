"""Makes logos and pictures for badges: small enough to be kept in the event, sharp enough."""

from io import BytesIO

from PIL import Image, ImageOps

MOST_WIDTH, MOST_HEIGHT = 600, 300
# A picture across an A6 badge, at 300 points an inch.
MOST_SIDE = 1748
MOST_BYTES = 300 * 1024
_COLOURS = 256


def logo_from(picture: Image.Image) -> bytes:
    """Return a picture as a PNG that fits 600 × 300 and 300 KB, upright, as transparent as it was.

    A picture that is smaller stays as small.
    """
    return _fitting(picture, MOST_WIDTH, MOST_HEIGHT)


def artwork_from(picture: Image.Image) -> bytes:
    """Return what `logo_from` does, for a picture that may cover a whole badge."""
    return _fitting(picture, MOST_SIDE, MOST_SIDE)


def _fitting(picture: Image.Image, width: int, height: int) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith(("I", "F")):
        upright = ImageOps.autocontrast(upright.point(lambda level: level / 257).convert("L"))
    coloured = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    coloured.thumbnail((width, height), Image.Resampling.LANCZOS)
    made = _as_png(coloured)
    while len(made) > MOST_BYTES:
        # With a byte for each point even noise fits, once there are few enough of them.
        made = _as_png(coloured.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE))
        coloured.thumbnail((coloured.width * 3 // 4, coloured.height * 3 // 4))
    return made


def artwork_from_png(png: bytes) -> bytes:
    """Return a picture that was made as a PNG as `artwork_from` does."""
    with Image.open(BytesIO(png)) as picture:
        return artwork_from(picture)


def _as_png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.info.clear()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
