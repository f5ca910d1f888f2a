"""A badge printed at the door: on the printer used last, with no dialog, or with a way out."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from checkin.ui.badges.atonce import AtOnce
from tests.ui.badges.conftest import Badges, codes_in

NEW = "Ada has a new badge."


@pytest.fixture
def ada(badges: Badges):
    (found,) = badges.laptop.register("Ada Ozola")
    badges.open()
    return found


def use(badges: Badges, printer: str) -> None:
    """Let a printer of that name be the one that badges were printed on last."""
    app = badges.laptop.app
    app.save_settings(replace(app.settings, printer=printer))


def print_now(badges: Badges, who, said: str = "") -> list[str]:
    """Print; return what is told for a moment."""
    told: list[str] = []
    at_once = AtOnce(badges.page.bench, badges.page)
    at_once.printed.connect(told.append)
    at_once.print(who.id, who.name, said)
    badges.laptop.until(lambda: bool(badges.said or told))
    badges.laptop.rest()
    return told


def test_the_badge_is_printed_unasked_and_remembered(badges, ada):
    badges.has_printer()
    use(badges, "Front desk")
    assert print_now(badges, ada) == ["The badge of Ada Ozola went to Front desk."]
    assert badges.said == []
    assert codes_in(badges.paper) == {badges.laptop.code(ada)}
    assert badges.offered == ""
    badges.laptop.until(lambda: badges.counts()[1] == "0")


def test_what_is_to_be_read_stays(badges, ada):
    badges.has_printer()
    use(badges, "Front desk")
    assert print_now(badges, ada, NEW) == []
    assert badges.said == [f"{NEW} The badge of Ada Ozola went to Front desk."]


@pytest.mark.parametrize(
    ("name", "words"), [("", "No printer was chosen"), ("Gone Jet", "Gone Jet is not among")]
)
def test_without_its_printer_it_says_so_and_offers_a_pdf(badges, ada, name, words):
    use(badges, name)
    print_now(badges, ada, NEW)
    done, failed = badges.page.bench.notices.notices
    assert done.text == NEW
    assert words in failed.text
    badges.will_save_as(str(badges.pdf))
    failed.findChildren(QPushButton)[0].click()
    badges.laptop.rest()
    assert codes_in(badges.pdf) == {badges.laptop.code(ada)}


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_one_sentence_and_nothing_counts_as_printed(badges, ada):
    badges.paper = badges.folder / "gone" / "paper.pdf"
    badges.has_printer()
    use(badges, "Front desk")
    print_now(badges, ada)
    assert badges.said[0].startswith("Front desk does not take the pages")
    assert badges.counts()[1] == "1"
