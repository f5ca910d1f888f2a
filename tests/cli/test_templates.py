"""Templates of badges on the command line: shown, taken in, handed out, chosen, printed with."""

import json
import struct
import zlib
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.cli.desk import Desk

ID = "a" * 32
AREA = {"left": 5, "top": 5, "width": 50, "height": 20}
TEXT = {"kind": "text", "words": "{name}", "largest": 8, "smallest": 4, **AREA}
CARD = {"template": 1, "name": "Card", "width": 85.6, "height": 54, "front": [TEXT]}


# Of the usual template and of ours, in millimetres.
SIZES = ((90, 60), (85.6, 54))


def png(size: tuple[int, int] = (30, 20)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "red").save(file, "PNG")
    return file.getvalue()


def size(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as opened:
        return opened.size


def bomb() -> bytes:
    """Return the head of a PNG of 900 megapixels, which unpacks to nothing else."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def pictured(picture: bytes) -> dict[str, Any]:
    element = {"kind": "picture", "picture": ID, **AREA}
    return {**CARD, "front": [TEXT, element], "pictures": {ID: b64encode(picture).decode()}}


def file(desk: Desk, data: object = CARD, name: str = "card.json") -> Path:
    path = desk.folder / name
    path.write_text(json.dumps(data), "utf-8")
    return path


def listed(desk: Desk) -> dict[str, Any]:
    return {one["name"]: one for one in desk.done("templates", "--json").json}


@pytest.fixture
def card(desk: Desk) -> Desk:
    """A desk whose event has a template of its own."""
    desk.done("templates", "import", file(desk))
    return desk


def test_what_there_is_is_told(card: Desk) -> None:
    found = listed(card)
    assert found["Classic"]["builtin"]
    assert [name for name, one in found.items() if one["chosen"]] == ["Classic"]
    assert (found["Card"]["width"], found["Card"]["sides"], found["Card"]["elements"]) == (
        *(85.6, 1),
        1,
    )
    said = card.done("templates").out.splitlines()
    assert said[0] == "Card  (85.6 × 54 mm)"
    assert "Classic  (90 × 60 mm, comes along, used)" in said
    assert said[-1] == f"Templates: {len(found)}."


def test_the_one_used_is_printed_with_and_asks_for_the_changed(card: Desk) -> None:
    card.add("Ada")
    card.done("badges", "--out", "badges.pdf")
    assert card.done("templates", "use", "card").out == "used: Card\n"
    assert listed(card)["Card"]["chosen"]
    assert (
        card.done("badges", "--png", "changed", "--only", "changed", "--json").json["badges"] == 1
    )
    card.done("badges", "--out", "badges.pdf", "--only", "changed")
    card.done("templates", "rename", "card", "Kaart")
    assert "no badges" in card("badges", "--png", "now", "--only", "changed").one_sentence()
    changed = {**CARD, "name": "kaart", "front": [{**TEXT, "largest": 7}]}
    card.done("templates", "import", file(card, changed), "--replace")
    assert card.done("badges", "--png", "again", "--only", "changed", "--json").json["badges"] == 1


def test_one_print_may_be_with_another(card: Desk) -> None:
    card.add("Ada")
    for folder, options in (("usual", ()), ("other", ("--template", "CARD"))):
        card.done("badges", "--png", folder, *options)
    drawn = [next((card.folder / one).iterdir()) for one in ("usual", "other")]
    assert [size(one) for one in drawn] == [
        (round(wide / 25.4 * 300), round(high / 25.4 * 300)) for wide, high in SIZES
    ]
    assert "there is no template" in card("badges", "--png", "x", "--template", "y").one_sentence()


def test_what_is_handed_out_is_taken_in_elsewhere(desk: Desk) -> None:
    desk.done("templates", "import", file(desk, pictured(png())))
    desk.done("templates", "export", "card", "out.json")
    desk.done("templates", "remove", "card")
    desk.done("templates", "import", "out.json", "--name", "Again")
    desk.done("templates", "export", "again", "again.json")
    out, again = (json.loads((desk.folder / one).read_text()) for one in ("out.json", "again.json"))
    assert {**out, "name": "Again"} == again
    (picture,) = out["pictures"]
    assert picture != ID
    assert out["front"][1]["picture"] == picture


def test_a_field_that_nobody_has_is_told_and_kept(desk: Desk) -> None:
    words = {"kind": "text", "left": 0, "top": 0, "width": 50, "height": 9, "largest": 5}
    front = [{**words, "words": "{name} {Meal}"}, {**words, "words": "{number}"}]
    card = {"template": 1, "name": "Card", "width": 86, "height": 54, "front": front}
    (desk.folder / "meal.json").write_text(json.dumps(card))
    answer = desk("templates", "import", "meal.json")
    assert answer.code == 0
    assert answer.err.startswith("checkin: Card: {Meal} is no field that anybody has yet")
    desk.add("Ada", "--custom", "Meal=fish")
    desk.done("templates", "import", "meal.json", "--replace")


def test_one_that_comes_along_is_exported_and_stays(desk: Desk) -> None:
    desk.done("templates", "export", "Classic", "classic.json")
    for words in (("remove", "classic"), ("rename", "classic", "Mine")):
        assert "comes along with the program" in desk("templates", *words).one_sentence()
    desk.done("templates", "import", "classic.json", "--name", "Mine")
    assert {"Classic", "Mine"} <= listed(desk).keys()


def test_a_template_is_drawn_with_the_longest_name(card: Desk) -> None:
    card.done("templates", "show", "card", "--out", "nobody.png")
    with Image.open(card.folder / "nobody.png") as picture:
        assert picture.size == (round(85.6 / 25.4 * 200), round(54 / 25.4 * 200))
    ada = card.add("Ada")
    card.add("Aleksandra Bergström-Lindqvist")
    card.done("templates", "show", "card", "--out", "longest.png")
    card.done("templates", "show", "card", "--out", "ada.png", "--only", ada["id"])
    drawn = [(card.folder / f"{one}.png").read_bytes() for one in ("nobody", "longest", "ada")]
    assert drawn[0] == drawn[1] != drawn[2]


def test_the_back_lies_beside_the_front(desk: Desk) -> None:
    desk.done("templates", "import", file(desk, {**CARD, "back": [TEXT]}))
    assert "Card  (85.6 × 54 mm, two sides)" in desk.done("templates").out
    desk.done("templates", "show", "card", "--out", "card.png")
    with Image.open(desk.folder / "card.png") as picture:
        half = picture.width // 2
        front, back = picture.crop((0, 0, half, 99)), picture.crop((half, 0, 2 * half, 99))
        assert picture.width == round(2 * 85.6 / 25.4 * 200)
        assert front.convert("L").getextrema()[0] == back.convert("L").getextrema()[0] < 50


def test_what_is_drawn_without_is_told(desk: Desk) -> None:
    logo = {"kind": "picture", **AREA}
    desk.done(
        "templates", "import", file(desk, {**CARD, "front": [logo], "layouts": {"press": "X"}})
    )
    said = desk.done("templates").out
    assert "X: there is no such template, so press is printed as all others are.\n" in said
    assert "Card: no organizer has logo 1, its place stays empty.\n" in said
    assert [one["what"] for one in listed(desk)["Card"]["missing"]] == ["layout", "logo"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({**CARD, "front": [TEXT] * 10_000}, "card.json: front of template is missing or"),
        ({**CARD, "width": 1e9}, "card.json: width of template is missing or out of bounds"),
        ({**CARD, "front": [TEXT, {"kind": "text"}]}, "card.json: left of front 2 is missing"),
        (pictured(b"GIF"), "card.json, picture of front 2 is not a picture of a kind"),
        (pictured(bomb()), "card.json, picture of front 2 is too large, over 100 megapixels"),
        (pictured(png()[:-30]), "card.json, picture of front 2 is damaged"),
        ([], "card.json is not a template of this version"),
        ({**CARD, "name": "CARD"}, "There is a template called CARD already"),
    ],
)
def test_what_cannot_be_taken_in_is_one_sentence(card: Desk, data: object, said: str) -> None:
    before = card.event.read_bytes()
    assert said in card("templates", "import", file(card, data)).one_sentence()
    assert card.event.read_bytes() == before


def test_the_print_log_tells_who_was_printed_when_and_by_whom(desk: Desk) -> None:
    ada = desk.add("Ada")
    desk.done("badges", "--out", "badges.pdf")
    desk.done("--operator", "Māris", "badges", "--out", "badges.pdf")
    again, first = desk.done("badges", "--printed", "--json").json
    assert (first["name"], first["operator"], first["first"]) == ("Ada", "Elīna", True)
    assert (again["operator"], again["first"], again["attendee"]) == ("Māris", False, ada["id"])
    assert first["at"] == "2026-06-02T09:00:00.000+03:00"
    lines = desk.done("badges", "--printed").out.splitlines()
    assert lines[1] == f"2026-06-02 09:00  Ada  {first['badge']}  Elīna"
    assert lines[0].endswith("Māris  (again)")
    assert lines[2] == "Prints: 2."
    assert "alone" in desk("badges", "--printed", "--out", "x.pdf").one_sentence()


def test_a_photo_on_the_badge_is_printed_and_a_new_one_is_a_change(desk: Desk) -> None:
    (desk.folder / "ada.png").write_bytes(png())
    ada = desk.add("Ada")
    face = {"kind": "picture", "photo": True, **AREA}
    desk.done("templates", "import", file(desk, {**CARD, "front": [face]}))
    desk.done("templates", "use", "card")
    desk.done("badges", "--out", "badges.pdf")
    desk.done("edit", ada["id"], "--photo", "ada.png")
    desk.done("badges", "--png", "changed", "--only", "changed")
    (drawn,) = (desk.folder / "changed").iterdir()
    with Image.open(drawn) as picture:
        red, green, _ = picture.getpixel((round(30 / 25.4 * 300), round(15 / 25.4 * 300)))  # type: ignore[misc]
    assert red > 200 > 60 > green
