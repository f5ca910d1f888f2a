"""Makes a logo of any picture: small enough to be kept in the event, sharp enough for a badge."""

from io import BytesIO

from PIL import Image, ImageOps

MOST_WIDTH, MOST_HEIGHT = 600, 300
MOST_BYTES = 300 * 1024
_COLOURS = 256


def logo_from(picture: Image.Image) -> bytes:
    """Return a picture as a PNG that fits 600 × 300 and 300 KB, upright, as transparent as it was.

    A picture that is smaller stays as small.
    """
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith(("I", "F")):
        upright = ImageOps.autocontrast(upright.point(lambda level: level / 257).convert("L"))
    coloured = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    coloured.thumbnail((MOST_WIDTH, MOST_HEIGHT), Image.Resampling.LANCZOS)
    whole = _as_png(coloured)
    if len(whole) <= MOST_BYTES:
        return whole
    # With a byte for each of so few points it fits, whatever the picture.
    return _as_png(coloured.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE))


def logo_from_png(png: bytes) -> bytes:
    """Return a picture that was made as a PNG as `logo_from` does."""
    with Image.open(BytesIO(png)) as picture:
        return logo_from(picture)


def _as_png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.info.clear()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
