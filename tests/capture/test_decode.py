"""QR codes are read out of picture files, good and bad, and nothing else is."""

import os
import random
import time
from contextlib import suppress
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from checkin.capture import picture
from checkin.capture.decode import decode_image
from checkin.errors import CheckinError

CORPUS = Path(__file__).parents[1] / "corpus" / "qr"
CODE = "KDTRNBVXHJLCBEFGOPSUXKDTRNBV"
OTHER = "XUTSRPONLKJHGFEDCBXUTSRPONLK"


def code_picture(text: str = CODE, scale: int = 6) -> Image.Image:
    """Return the code of `text` in black on white, with its quiet zone."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    drawn = zxingcpp.write_barcode_to_image(code, scale=scale, add_quiet_zones=True)
    height, width = memoryview(drawn).shape
    return Image.frombytes("L", (width, height), memoryview(drawn).tobytes())


def on_table(code: Image.Image, tone: int = 170) -> Image.Image:
    """Return `code` lying on a grey table, as a camera sees it."""
    table = Image.new("L", (code.width + 240, code.height + 160), tone)
    table.paste(code, (130, 70))
    return table


def noisy(plane: Image.Image, amount: float) -> Image.Image:
    """Return `plane` with the same noise every time."""
    dice = random.Random(20160602)
    noise = bytes(min(255, max(0, round(dice.gauss(128, amount)))) for _ in range(64 * 1024))
    tile = Image.frombytes("L", (256, 256), noise)
    cover = Image.new("L", plane.size)
    for left in range(0, plane.width, 256):
        for top in range(0, plane.height, 256):
            cover.paste(tile, (left, top))
    return ImageChops.add(plane, cover, offset=-128)


def saved(folder: Path, plane: Image.Image, name: str = "picture.png", **options) -> Path:
    plane.save(folder / name, **options)
    return folder / name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("png-eci", "Jānis Bērziņš"),
        ("png-inverted", "{VALID}"),
        ("png-low-contrast", "{VALID}"),
        ("png-no-quiet", "{VALID}"),
        ("png-tiny", "{VALID}"),
        ("png-v40", "x" * 2900),
    ],
)
def test_pictures_that_reached_a_desk(name, text):
    (found,) = decode_image(CORPUS / f"{name}.png")
    assert found[:13] == text[:13]
    assert set(found) == set(text)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.bin")), ids=lambda path: path.stem)
def test_what_is_no_picture_is_told_at_once(path):
    begun = time.perf_counter()
    with pytest.raises(CheckinError) as said:
        decode_image(path)
    assert said.value.code == "picture-unknown"
    assert said.value.facts == {"path": path}
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.png", {}),
        ("a.jpg", {"quality": 40}),
        ("a.bmp", {}),
        ("a.gif", {}),
        ("a.webp", {"quality": 40}),
        ("a.tiff", {}),
        ("a.pgm", {}),
        ("no ending at all", {"format": "PNG"}),
        ("wrong.jpg", {"format": "PNG"}),
    ],
)
@pytest.mark.parametrize("mode", ["L", "1", "RGB", "P"])
def test_formats(tmp_path, name, options, mode):
    if name.endswith((".jpg", ".webp", ".pgm")) and mode in {"1", "P"}:
        mode = "RGB"
    plane = on_table(code_picture()).convert(mode)
    assert decode_image(saved(tmp_path, plane, name, **options)) == [CODE]


def test_a_fax(tmp_path):
    plane = on_table(code_picture()).convert("1")
    assert decode_image(saved(tmp_path, plane, "fax.tif", compression="group4")) == [CODE]


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
@pytest.mark.parametrize("hidden", [0, 255])
def test_transparent_parts_are_white(tmp_path, mode, hidden):
    code = code_picture()
    plane = Image.new("L", code.size, hidden).convert(mode)
    plane.putalpha(0)
    plane.paste(Image.new("L", code.size).convert(mode), mask=ImageOps.invert(code))
    assert decode_image(saved(tmp_path, plane)) == [CODE]


@pytest.mark.parametrize("mode", ["I;16", "I", "F"])
def test_pictures_of_more_than_eight_bits(tmp_path, mode):
    plane = code_picture().convert("I").point(lambda level: level * 200 + 9000)
    plane = plane.convert("F") if mode == "F" else plane.convert(mode)
    assert decode_image(saved(tmp_path, plane, "deep.tiff")) == [CODE]


def turned(degrees: float):
    return lambda code: code.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def tilted(code: Image.Image) -> Image.Image:
    return on_table(code).transform(
        (code.width + 240, code.height + 160),
        Image.Transform.PERSPECTIVE,
        (1, 0.15, -20, 0.05, 1, -10, 0.0004, 0.0005),
        Image.Resampling.BICUBIC,
    )


def stained(code: Image.Image) -> Image.Image:
    ImageDraw.Draw(code).ellipse((150, 150, 185, 185), fill=90)
    return code


WAYS = {
    "turned a little": turned(7),
    "turned": turned(33),
    "on its side": turned(90),
    "upside down": turned(180),
    "tilted": tilted,
    "mirrored": ImageOps.mirror,
    "white on black": ImageOps.invert,
    "blurred": lambda code: code.filter(ImageFilter.GaussianBlur(3)),
    "one dot a module": lambda code: code.resize((33, 33), Image.Resampling.NEAREST),
    "pale": lambda code: code.point(lambda level: 200 + level // 12),
    "in the shade": lambda code: ImageChops.multiply(
        code, Image.linear_gradient("L").resize(code.size)
    ),
    "without a quiet zone": lambda code: code.crop((24, 24, code.width - 24, code.height - 24)),
    "a mug stain on it": stained,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_codes_as_people_hold_them(tmp_path, way):
    assert decode_image(saved(tmp_path, on_table(way(code_picture()), tone=255))) == [CODE]


HARD = {
    "noise": lambda: noisy(on_table(code_picture(scale=4)), 75),
    "small and noisy": lambda: noisy(on_table(code_picture(scale=8).resize((42, 42))), 20),
    "small and blurred": lambda: on_table(code_picture(scale=3)).filter(
        ImageFilter.GaussianBlur(1.5)
    ),
    "pale and noisy": lambda: noisy(
        on_table(code_picture(scale=3).point(lambda level: 118 + level // 12), 130), 8
    ),
    "no quiet zone on a dark table": lambda: on_table(
        code_picture(scale=5).crop((20, 20, 145, 145)), tone=70
    ),
}


@pytest.mark.parametrize("draw", HARD.values(), ids=HARD)
def test_second_tries_find_what_a_first_look_misses(tmp_path, draw):
    plane = draw()
    first_look = zxingcpp.read_barcodes(
        memoryview(plane.tobytes()).cast("B", (plane.height, plane.width)),
        formats=zxingcpp.BarcodeFormat.QRCodeModel2,
    )
    assert not first_look
    assert decode_image(saved(tmp_path, plane)) == [CODE]


def test_several_codes_come_in_reading_order_and_once_each(tmp_path):
    page = Image.new("L", (900, 700), 255)
    texts = {(600, 20): "B", (320, 40): "C", (30, 0): "D", (40, 350): "E", (620, 330): "D"}
    for place, letter in texts.items():
        page.paste(code_picture(letter * 28), place)
    assert decode_image(saved(tmp_path, page)) == ["D" * 28, "C" * 28, "B" * 28, "E" * 28]


@pytest.mark.parametrize(
    "text",
    [
        "Łódź – Ķekava",
        "Київ",
        "日本語",
        "🙂",
        "a\x00b\x1b[2J",
        "  blanks  ",
        "line\r\nline",
        "=1+1",
    ],
    ids=ascii,
)
def test_the_text_is_as_it_is_in_the_code(tmp_path, text):
    assert decode_image(saved(tmp_path, code_picture(text))) == [text]


@pytest.mark.parametrize(
    "kind", ["MicroQRCode", "RMQRCode", "DataMatrix", "Aztec", "Code128", "PDF417"]
)
def test_only_qr_codes_are_read(tmp_path, kind):
    code = zxingcpp.create_barcode("KDTRNBVX", getattr(zxingcpp.BarcodeFormat, kind))
    drawn = memoryview(zxingcpp.write_barcode_to_image(code, scale=4, add_quiet_zones=True))
    plane = Image.frombytes("L", drawn.shape[::-1], drawn.tobytes())
    assert decode_image(saved(tmp_path, plane)) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (640, 480)])
@pytest.mark.parametrize("tone", [0, 128, 255])
def test_a_picture_without_a_code_gives_nothing(tmp_path, size, tone):
    assert decode_image(saved(tmp_path, Image.new("L", size, tone))) == []


def test_a_photo_from_a_phone_held_sideways_is_read_as_it_is_seen(tmp_path):
    seen = Image.new("L", (2200, 1200), 170)
    for place, text in {(200, 200): CODE, (1300, 300): OTHER}.items():
        seen.paste(code_picture(text, scale=16), place)
    exif = Image.Exif()
    exif[0x0112] = 6
    stored = seen.rotate(90, expand=True).convert("RGB")
    path = saved(tmp_path, stored, "photo.jpg", quality=70, exif=exif)
    assert decode_image(path) == [CODE, OTHER]


def test_the_first_picture_of_an_animation_counts(tmp_path):
    first, second = code_picture(), code_picture(OTHER)
    path = saved(tmp_path, first, "a.gif", save_all=True, append_images=[second])
    assert decode_image(path) == [CODE]


def refused(path: Path) -> str:
    with pytest.raises(CheckinError) as said:
        decode_image(path)
    assert said.value.facts["path"] == path
    return said.value.code


def test_missing_and_odd_paths(tmp_path):
    assert refused(tmp_path / "none.png") == "picture-missing"
    assert refused(tmp_path) == "picture-not-a-file"
    assert refused(tmp_path / "a\0b.png") == "picture-unreadable"
    assert refused(tmp_path / ("n" * 300)) == "picture-unreadable"
    (tmp_path / "file").write_text("x")
    assert refused(tmp_path / "file" / "below.png") == "picture-unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_or_a_device_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    assert refused(tmp_path / "pipe.png") == "picture-not-a-file"
    assert refused(Path("/dev/zero")) == "picture-not-a-file"


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.bmp", "a.webp", "a.tiff"])
def test_half_a_picture_is_damaged(tmp_path, name):
    path = saved(tmp_path, noisy(on_table(code_picture()), 20), name)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert refused(path) in {"picture-damaged", "picture-unknown"}


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.bmp", "a.webp", "a.tiff"])
def test_flipped_bytes_never_give_a_wrong_text(tmp_path, name):
    path = saved(tmp_path, on_table(code_picture()), name)
    whole = path.read_bytes()
    dice = random.Random(name)
    for _ in range(60):
        spoilt = bytearray(whole)
        for _ in range(dice.randint(1, 30)):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        path.write_bytes(spoilt)
        with suppress(CheckinError):
            assert set(decode_image(path)) <= {CODE}


@pytest.mark.parametrize("side", [10_001, 20_000])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, side):
    path = saved(tmp_path, Image.new("1", (side, side)))
    assert path.stat().st_size < 100_000
    begun = time.perf_counter()
    assert refused(path) == "picture-too-large"
    assert time.perf_counter() - begun < 1


def test_a_file_beyond_the_limit_is_not_read(tmp_path):
    path = saved(tmp_path, code_picture())
    os.truncate(path, picture.LARGEST_FILE + 1)
    assert refused(path) == "picture-too-large"
