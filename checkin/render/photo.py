"""Makes a photo of any picture: small enough to be kept in the event, and nothing but the face."""

from io import BytesIO

from PIL import Image, ImageOps

MOST_WIDTH, MOST_HEIGHT = 480, 640
MOST_BYTES = 300 * 1024
# Even noise fits with the last.
_QUALITIES = (88, 75, 50)


def photo_from(picture: Image.Image) -> bytes:
    """Return a picture as a JPEG that fits 480 × 640 and 300 KB, upright, on white.

    Where and with what it was taken is left out. A picture that is smaller stays as small.
    """
    if picture.format == "JPEG":
        # The decoder leaves out what would be thrown away anyway.
        picture.draft("RGB", (2 * MOST_HEIGHT, 2 * MOST_HEIGHT))
    upright = ImageOps.exif_transpose(picture)
    if upright.mode.startswith(("I", "F")):
        upright = ImageOps.autocontrast(upright.point(lambda level: level / 257).convert("L"))
    if upright.has_transparency_data:
        see_through = upright.convert("RGBA")
        upright = Image.new("RGB", upright.size, "white")
        upright.paste(see_through, mask=see_through.getchannel("A"))
    coloured = upright.convert("RGB")
    coloured.thumbnail((MOST_WIDTH, MOST_HEIGHT), Image.Resampling.LANCZOS)
    coloured.info.clear()
    return next(
        made
        for quality in _QUALITIES
        if len(made := _as_jpeg(coloured, quality)) <= MOST_BYTES or quality == _QUALITIES[-1]
    )


def photo_from_png(png: bytes) -> bytes:
    """Return a picture that was made as a PNG as `photo_from` does."""
    with Image.open(BytesIO(png)) as picture:
        return photo_from(picture)


def _as_jpeg(picture: Image.Image, quality: int) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=quality, optimize=True)
    return file.getvalue()
