"""Codes come to the door from a picture that is opened, dropped on reception, or copied."""

from pathlib import Path

import pytest
import qrcode
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from checkin.ui.reception.page import ReceptionPage
from tests.ui.conftest import Laptop
from tests.ui.dropping import drop

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(laptop: Laptop) -> ReceptionPage:
    """Reception, open at the door."""
    laptop.make_event()
    laptop.open()
    assert laptop.window.view
    return laptop.window.view.reception


def pictured(folder: Path, *texts: str) -> Path:
    """Draw codes side by side, on nothing, as a phone's screen copy has them."""
    codes = [qrcode.make(text, border=4).convert("RGBA") for text in texts]
    whole = Image.new("RGBA", (sum(one.width for one in codes), codes[0].height))
    at = 0
    for one in codes:
        whole.paste(one, (at, 0))
        at += one.width
    path = folder / "codes.png"
    whole.save(path)
    return path


def shown(page: ReceptionPage) -> tuple[str, str]:
    return page.panel.screen_shown.headline, page.panel.screen_shown.name


def noticed(page: ReceptionPage) -> str:
    return "\n".join(one.text for one in page.bench.notices.notices)


def test_everybody_in_a_picture_that_is_dropped_comes_in(laptop, page, tmp_path) -> None:
    people = laptop.register("Ada", "Bob")
    drop(page, pictured(tmp_path, *map(laptop.code, people)))
    laptop.until(lambda: shown(page) == ("Welcome", "Bob"))
    with laptop.app.open_event(laptop.path) as store:
        assert store.database.execute_sql("SELECT count(*) FROM check_in").fetchone() == (2,)


def test_a_picture_is_chosen_with_the_keys(laptop, page, tmp_path, monkeypatch) -> None:
    [ada] = laptop.register("Ada")
    path = pictured(tmp_path, laptop.code(ada))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    laptop.qtbot.keyClick(page.field, Qt.Key.Key_O, CTRL_SHIFT)
    laptop.until(lambda: shown(page) == ("Welcome", "Ada"))


def test_a_copied_picture_is_read_though_it_is_see_through(laptop, page, tmp_path) -> None:
    [ada] = laptop.register("Ada")
    QApplication.clipboard().setImage(QImage(str(pictured(tmp_path, laptop.code(ada)))))
    laptop.qtbot.keyClick(page.field, Qt.Key.Key_V, CTRL_SHIFT)
    laptop.until(lambda: shown(page) == ("Welcome", "Ada"))


def test_what_holds_no_code_is_one_sentence(laptop, page, tmp_path) -> None:
    empty, text = tmp_path / "empty.png", tmp_path / "list.png"
    QImage(40, 40, QImage.Format.Format_RGB32).save(str(empty))
    text.write_text("Name,E-mail", "utf-8")
    for path, said in ((empty, "no code was found"), (text, "not a picture")):
        drop(page, path)
        laptop.until(lambda said=said: said in noticed(page))
    QApplication.clipboard().clear()
    laptop.qtbot.keyClick(page.field, Qt.Key.Key_V, CTRL_SHIFT)
    assert "no picture to be pasted" in noticed(page)


def test_everybody_in_a_pdf_that_is_dropped_or_copied_comes_in(laptop, page, tmp_path) -> None:
    people = laptop.register("Ada", "Bob", "Cilla")
    path = tmp_path / "tickets.pdf"
    Image.open(pictured(tmp_path, *map(laptop.code, people[:2]))).convert("RGB").save(path)
    drop(page, path)
    laptop.until(lambda: shown(page) == ("Welcome", "Bob"))
    Image.open(pictured(tmp_path, laptop.code(people[2]))).convert("RGB").save(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(data)
    laptop.qtbot.keyClick(page.field, Qt.Key.Key_V, CTRL_SHIFT)
    laptop.until(lambda: shown(page) == ("Welcome", "Cilla"))
    path.write_bytes(b"%PDF-1.4 and nothing more")
    drop(page, path)
    laptop.until(lambda: "have the PDF sent again" in noticed(page))
