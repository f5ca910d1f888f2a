"""Sheets of gLabels come in as they are; what is no sheet, or a trap, is refused in a sentence."""

import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.errors import CheckinError
from checkin.gateways.glabels import MOST_BYTES, read_templates
from checkin.sentences import sentence

BADGES = """
  <Template brand="Mine" part="A1" size="A4" _description="Name badges">
    <Meta category="label"/>
    <Label-rectangle id="0" width="80mm" height="5cm" round="4mm" x_waste="7.5mm" y_waste="2mm">
      <Markup-margin size="1mm"/>
      <Layout nx="2" ny="5" x0="1.75cm" y0="13.5mm" dx="95mm" dy="55mm"/>
    </Label-rectangle>
  </Template>"""
ROUND = """
  <Template brand="Mine" part="R" size="US-Letter" description="Round">
    <Label-round id="0" radius="0.75in">
      <Layout nx="4" ny="5" x0="0.5in" y0="0.75in" dx="2in" dy="2in"/>
    </Label-round>
  </Template>"""
DISC = """
  <Template brand="Mine" part="CD" size="A4">
    <Label-cd id="0" radius="165" hole="58"><Layout nx="1" ny="2" dy="388"/></Label-cd>
  </Template>"""
ROLL = """
  <Template brand="Mine" part="Roll" size="roll" width="62mm" height="100mm">
    <Label-rectangle id="0" width="62mm" height="100mm"><Layout nx="1" ny="1"/></Label-rectangle>
  </Template>"""
ALIKE = '<Template brand="Mine" part="A2" equiv="A1"/><Template brand="Mine" part="A3" equiv="B"/>'


def points(nx, width, dx, x0="0"):
    """Return a template of one row, in points, on A4."""
    return f"""<Template brand="Mine" part="P" size="A4">
      <Label-rectangle id="0" width="{width}" height="100">
        <Layout nx="{nx}" ny="1" x0="{x0}" y0="10" dx="{dx}" dy="100"/>
      </Label-rectangle></Template>"""


@pytest.fixture
def read(tmp_path):
    """Read what a file holds."""

    def read(content, root="Glabels-templates", space=""):
        path = tmp_path / "mine.template"
        if isinstance(content, str):
            content = f'<?xml version="1.0"?>\n<{root}{space}>{content}</{root}>'.encode()
        path.write_bytes(content)
        return read_templates(path)

    return read


@pytest.fixture
def refused(read):
    """Return the sentence with which a file is refused."""

    def refused(content, **more):
        with pytest.raises(CheckinError) as error:
            read(content, **more)
        assert "mine.template" in sentence(error.value)
        return error.value.code, sentence(error.value)

    return refused


def test_lengths_are_read_in_every_unit(read):
    [stock] = read(BADGES).stocks
    assert (stock.name, stock.maker) == ("Mine A1", "Mine")
    assert (stock.page_width, stock.page_height) == (21_000, 29_700)
    assert (stock.columns, stock.rows, stock.corner) == (2, 5, 400)
    assert (stock.badge_width, stock.badge_height) == (8_000, 5_000)
    assert stock.position(10) == (1_750 + 9_500, 1_350 + 4 * 5_500)


def test_round_labels_are_squares_with_round_corners(read):
    [stock] = read(ROUND).stocks
    assert (stock.page_width, stock.page_height) == (21_590, 27_940)
    assert stock.badge_width == stock.badge_height == 2 * stock.corner == 3_810
    assert stock.position(6) == (1_270 + 5_080, 1_905 + 5_080)


def test_a_roll_is_one_badge_a_page(read):
    [stock] = read(ROLL).stocks
    assert (stock.page_width, stock.page_height, stock.badges_a_page) == (6_200, 10_000, 1)


def test_points_are_meant_where_no_unit_is_told(read):
    [stock] = read(points(2, "283.46", "288", x0="11.34")).stocks
    assert (stock.badge_width, stock.column_gap, stock.left) == (10_000, 160, 400)


@pytest.mark.parametrize(
    ("nx", "width", "dx"), [(3, "199", "199"), (2, "298", "298"), (3, "198.6", "198.4")]
)
def test_labels_that_are_rounded_up_still_fit(read, nx, width, dx):
    [stock] = read(points(nx, width, dx)).stocks
    assert stock.columns == nx
    assert stock.column_gap == 0
    assert 20_900 <= stock.right <= 21_000


def test_like_labels_have_names_of_their_own(read):
    found = read(BADGES + ALIKE)
    assert [one.name for one in found.stocks] == ["Mine A1", "Mine A2"]
    assert found.left_out == {"Mine A3": "stock-like-unknown"}


def test_what_cannot_be_used_is_left_out_and_said(read):
    found = read(DISC + BADGES)
    assert [one.name for one in found.stocks] == ["Mine A1"]
    assert found.left_out == {"Mine CD": "stock-disc"}


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_a_document_has_the_template_it_is_made_with(read, pack):
    text = f'<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">{BADGES}</Glabels-document>'
    [stock] = read(pack(text.encode())).stocks
    assert stock.name == "Mine A1"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (DISC, "it is for discs"),
        (BADGES.replace("Label-rectangle", "Label-ellipse"), "neither rectangles nor circles"),
        (BADGES.replace("</Label", '<Layout nx="1" ny="1"/></Label'), "in one grid"),
        (BADGES.replace('"80mm"', '"80 furlongs"'), "a length is no number"),
        (BADGES.replace('"80mm"', '"1e400mm"'), "a length is no number"),
        (BADGES.replace('"80mm"', '"nan"'), "a length is no number"),
        (BADGES.replace('"80mm"', '"9999999mm"'), "from 10 to 600 mm"),
        (BADGES.replace('nx="2"', 'nx="0"'), "1 to 1000 badges"),
        (BADGES.replace('nx="2"', 'nx="99999999999"'), "1 to 1000 badges"),
        (BADGES.replace('nx="2"', 'nx="-2"'), "1 to 1000 badges"),
        (BADGES.replace('dx="95mm"', 'dx="50mm"'), "over each other"),
        (BADGES.replace('x0="1.75cm"', 'x0="-2cm"'), "outside the page"),
        (BADGES.replace('"A4"', '"A9"'), "no paper"),
        (BADGES.replace('brand="Mine" part="A1"', 'brand="" part=""'), "needs a name"),
    ],
)
def test_what_no_badge_can_be_printed_on_is_refused(refused, content, why):
    code, said = refused(content)
    assert code == "glabels-unusable"
    assert why in said


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha"><!ENTITY c "&a;&a;&a;">]>'
    "<Glabels-templates>&c;</Glabels-templates>"
)
FILE = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<Glabels-templates>&a;</Glabels-templates>"
)


@pytest.mark.parametrize(
    "content",
    [BOMB.encode(), FILE.encode(), b" " * (MOST_BYTES + 1), gzip.compress(b" " * 20_000_000)],
    ids=["entities", "a file from outside", "too long", "a gzip bomb"],
)
def test_traps_are_not_read(refused, content):
    assert refused(content)[0] == "glabels-unsafe"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"<Glabels-templates>",
        b"<Glabels-templates/>",
        b"<html><Template/></html>",
        gzip.compress(b"<Glabels-templates/>")[:-12],
        b"\x1f\x8b\x08nonsense",
        b"<Glabels-templates>" + b"<Template/>" * 3_000 + b"</Glabels-templates>",
    ],
)
def test_what_is_no_such_file_is_said(refused, content):
    assert refused(content)[0] == "glabels-unreadable"


def test_a_missing_file_is_said(tmp_path: Path):
    with pytest.raises(CheckinError) as error:
        read_templates(tmp_path / "none.template")
    assert error.value.code == "glabels-unreadable"


@given(st.text(max_size=12), st.text(max_size=12))
def test_whatever_stands_there_it_is_read_or_refused(tmp_path_factory, number, count):
    quoted = [one.translate({38: "", 60: "", 34: ""}) for one in (number, count)]
    text = BADGES.replace("95mm", quoted[0]).replace('"5"', f'"{quoted[1]}"')
    path = tmp_path_factory.getbasetemp() / "any.template"
    path.write_text(f"<Glabels-templates>{text}</Glabels-templates>", "utf-8", errors="replace")
    with suppress(CheckinError):
        assert len(read_templates(path).stocks) == 1
