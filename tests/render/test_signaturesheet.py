"""Signature sheets as they come out: every name whole, every page's code read back."""

import random

import pytest
from PIL import Image

from checkin.domain.keyboards import put_back
from checkin.domain.sheetcode import SheetPage, read_page
from checkin.domain.signaturesheet import (
    Emergency,
    EmergencyList,
    EmergencyRow,
    SheetRow,
    SignatureSheet,
)
from checkin.errors import CheckinError
from checkin.render.emergency import write_emergency
from checkin.render.logo import logo_from
from checkin.render.page import DrawingStoppedError
from checkin.render.signaturesheet import first_page, write_sheet
from tests.render.paper import Pages, read_by_opencv, read_by_zxing

CODE = "KDTRNBVX"
LONG = "Maximiliane Friederike von Hohenzollern-Sigmaringen und zu Castell-Rüdenhausen"
UPRIGHT, ACROSS = (595, 842), (842, 595)
SCRIPTS = (
    "გიორგი მარგველაშვილი", "محمد بن سلمان", "田中太郎", "Ελένη Παπαδοπούλου", "अमित कुमार",
    "Nguyễn Thị Ánh", "יוסף לוי", "สมชาย ใจดี",
)  # fmt: skip


def sheet(*rows: SheetRow, **facts: object) -> SignatureSheet:
    texts = {
        "title": "Clusters go international",
        "place": "Riga",
        "day": "Tuesday, 2 June 2026",
        "session": "Workshop B · Room 3",
        "hours": "10:00–11:30",
    }
    return SignatureSheet(**{"code": CODE, **texts, "rows": rows, **facts})  # type: ignore[arg-type]


def people(count: int) -> list[SheetRow]:
    return [SheetRow(f"Person {number} Ozoliņš", f"Company {number}") for number in range(count)]


def printed(path, *rows: SheetRow, **facts: object) -> Pages:
    write_sheet(path / "sheet.pdf", sheet(*rows, **facts))
    return Pages(path / "sheet.pdf")


def test_what_stands_on_it(qapp, tmp_path):
    pages = printed(
        tmp_path,
        SheetRow("Ada Ozola", "Riga Tech", "09:05", "16:40"),
        SheetRow("Bob Kalns"),
        organizers=("Forest Cluster",),
        recorded="Times as recorded up to noon",
        fingerprint="3F2A 99C1",
    )
    text = pages.text(0)
    for words in (
        *("Clusters go international", "Riga", "Tuesday, 2 June 2026", "Workshop B · Room 3"),
        *("10:00–11:30", "Forest Cluster", "noon", "Ada Ozola", "Riga Tech", "09:05", "16:40"),
        *("Bob Kalns", "Signature", "Page 1 of 1", "KDTR-NBVX", "3F2A 99C1"),
    ):
        assert words in text
    assert pages.size(0) == pytest.approx(UPRIGHT, abs=1)


@pytest.mark.parametrize("dpi", [100, 150, 300])
@pytest.mark.parametrize("reader", [read_by_zxing, read_by_opencv])
@pytest.mark.parametrize("fingerprint", ["", "4F0A-1C2D-3E4F-5A6B-7C8D-9E0F"])
def test_the_code_of_each_page_names_sheet_and_page(qapp, tmp_path, dpi, reader, fingerprint):
    pages = printed(tmp_path, *people(50), fingerprint=fingerprint)
    assert len(pages) == 3
    found = [reader(pages.picture(page, dpi)) for page in range(3)]
    assert [read_page(one, put_back) for one in found] == [SheetPage(CODE, n) for n in (1, 2, 3)]
    assert all(one.endswith(fingerprint) for one in found)


def test_every_row_is_on_a_page_in_order_and_blank_ones_follow(qapp, tmp_path):
    pages = printed(tmp_path, *people(47), blank=3)
    text = " ".join(pages.text(page) for page in range(len(pages)))
    places = [text.index(f"Person {number} Ozoliņš") for number in range(47)]
    assert places == sorted(places)
    assert text.count("+") == 3


def test_long_names_are_whole_and_turn_the_paper_where_there_are_many(qapp, tmp_path):
    few = printed(tmp_path, SheetRow(LONG), *people(30))
    assert LONG.split("-")[-1] in few.text(0)
    assert few.size(0) == pytest.approx(UPRIGHT, abs=1)
    (tmp_path / "sheet.pdf").unlink()
    many = printed(tmp_path, *(SheetRow(LONG, LONG) for _ in range(5)))
    assert many.size(0) == pytest.approx(ACROSS, abs=1)
    assert many.text(0).count(LONG.split("-")[-1]) == 10


def test_what_is_too_long_for_any_letters_is_told(qapp, tmp_path):
    made = write_sheet(tmp_path / "sheet.pdf", sheet(SheetRow("W" * 300), *people(20)))
    assert made.cut == ("W" * 300,)


@pytest.mark.parametrize("name", SCRIPTS)
def test_any_writing_leaves_ink_in_its_row(qapp, tmp_path, name):
    dpi = 100
    empty = printed(tmp_path, SheetRow("")).picture(0, dpi)
    (tmp_path / "sheet.pdf").unlink()
    shown = printed(tmp_path, SheetRow(name)).picture(0, dpi)
    assert (shown != empty).sum() > 100


def test_logos_are_drawn_and_kept_without_loss(qapp, tmp_path):
    noise = Image.frombytes("RGB", (200, 100), random.Random(1).randbytes(60_000))
    with_logo = printed(tmp_path, SheetRow("Ada"), logos=(logo_from(noise), b"no picture"))
    content = (tmp_path / "sheet.pdf").read_bytes()
    assert b"/Image" in content
    assert b"DCTDecode" not in content
    assert with_logo.picture(0, 72)[30:60, 40:80].std() > 10


def test_to_look_at_it_needs_no_file(qapp):
    picture = first_page(sheet(*people(3), code=""), dpi=50)
    assert (picture.width(), picture.height()) == pytest.approx((413, 585), abs=1)


def test_stopped_it_says_so_and_canceled_work_leaves_no_page_open(qapp, tmp_path):
    heard: list[int] = []

    def stop(done: int) -> bool:
        heard.append(done)
        return len(heard) < 2

    with pytest.raises(DrawingStoppedError):
        write_sheet(tmp_path / "sheet.pdf", sheet(*people(100)), stop)
    assert len(heard) == 2


def test_the_emergency_list_is_put_in_place_whole_and_anew(qapp, tmp_path):
    rows = [EmergencyRow(f"Person {n}", "Riga Tech", "KDTR-NBVX-HJLC", "09:05") for n in range(60)]
    people = EmergencyList("Clusters", "Riga", "Tuesday", "noon", rows, CODE)
    made = Emergency("seminar", people, sheet(SheetRow("Ada")))
    for _ in range(2):
        files = write_emergency(tmp_path, made)
    assert {one.name for one in tmp_path.iterdir()} == {files.people.name, files.sheet.name}
    pages = Pages(files.people)
    assert len(pages) == 2
    for words in ("Emergency list", "As of noon", "60 in now", "KDTR-NBVX-HJLC", "09:05"):
        assert words in pages.text(0)
    assert "Person 59" in pages.text(1)


def test_a_folder_that_takes_no_file_leaves_the_old_ones(qapp, tmp_path):
    people = EmergencyList("Clusters", "Riga", "Tuesday", "noon", (), CODE)
    made = Emergency("seminar", people, sheet(SheetRow("Ada")))
    with pytest.raises(CheckinError, match="cannot-write"):
        write_emergency(tmp_path / "gone", made)


def test_letters_that_no_font_has_are_told(qapp, tmp_path):
    # Khitan, Cypro-Minoan and Toto: no system under test has fonts for all three.
    exotic = "Ada \U00018b00\U00012f90\U0001e290"
    made = write_sheet(tmp_path / "sheet.pdf", sheet(SheetRow("Ada"), SheetRow(exotic)))
    assert made.boxed == (exotic,)
