"""Codes on the pages of a PDF, also of one that is none, is locked, or goes on without end."""

from pathlib import Path

import pytest
import qrcode
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checkin.capture.pdf import MOST_PAGES, decode_pdf, is_pdf
from checkin.errors import CheckinError

A4 = (595, 842)


def pdf(path: Path, *pages: list[str], size=A4, password: str = "") -> Path:
    """Write a PDF with those texts as codes of 20 mm on each page."""
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), pagesize=size, encrypt=encrypt)
    for texts in pages:
        for number, text in enumerate(texts):
            code = qrcode.make(text, border=4).convert("RGB")
            at = (30 + 150 * (number % 3), 30 + 150 * (number // 3))
            canvas.drawImage(ImageReader(code), *at, 57, 57)
        canvas.showPage()
    canvas.save()
    return path


def read(path: Path) -> list[str]:
    return decode_pdf(path, lambda *_: True)


def test_every_code_of_every_page_is_read_once(tmp_path: Path) -> None:
    path = pdf(tmp_path / "badges.pdf", [f"A{n}" for n in range(9)], [], ["B", "A0"])
    assert is_pdf(path)
    found = read(path)
    assert set(found[:9]) == {f"A{n}" for n in range(9)}
    assert found[9:] == ["B"]


def test_a_page_as_large_as_a_wall_is_read(tmp_path: Path) -> None:
    assert read(pdf(tmp_path / "wall.pdf", ["A"], size=(14_000, 14_000))) == []
    assert read(pdf(tmp_path / "label.pdf", ["A"], size=(120, 120))) == ["A"]


def test_it_stops_when_told_and_says_how_far_it_is(tmp_path: Path) -> None:
    path = pdf(tmp_path / "badges.pdf", ["A"], ["B"], ["C"])
    heard = []

    def progress(done: int, of: int) -> bool:
        heard.append((done, of))
        return done < 2

    with pytest.raises(CheckinError) as error:
        decode_pdf(path, progress)
    assert error.value.code == "canceled"
    assert heard == [(1, 3), (2, 3)]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 9)
    locked = pdf(tmp_path / "locked.pdf", ["A"], password="secret")
    long = pdf(tmp_path / "long.pdf", *[[]] * (MOST_PAGES + 1))
    for path, code in ((torn, "pdf-damaged"), (locked, "pdf-locked"), (long, "pdf-too-long")):
        with pytest.raises(CheckinError) as error:
            read(path)
        assert error.value.code == code


def test_a_picture_is_no_pdf(tmp_path: Path) -> None:
    picture = tmp_path / "code.pdf"
    qrcode.make("A").save(picture, "PNG")
    assert not is_pdf(picture)
    assert not is_pdf(tmp_path)
    assert not is_pdf(tmp_path / "nothing.pdf")
