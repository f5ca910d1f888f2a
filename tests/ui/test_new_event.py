"""What somebody may write into the dialog for a new event, and what is said of it."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QDate

from checkin.ui.newevent import NewEventDialog

CORPUS = Path(__file__).parents[1] / "corpus" / "field"


def value(name: str):
    return json.loads((CORPUS / f"{name}.json").read_text("utf-8"))["value"]


@pytest.fixture
def dialog(qtbot, tmp_path: Path) -> NewEventDialog:
    made = NewEventDialog(None, tmp_path, QDate(2026, 6, 2))
    made.title.setText("Clusters go international")
    made.timezone.setCurrentText("Europe/Riga")
    qtbot.addWidget(made)
    made.show()
    return made


def refused(dialog: NewEventDialog) -> str:
    """Press the button; return what is said is wrong, the dialog being there still."""
    dialog.accept()
    assert dialog.isVisible()
    return dialog.wrong.text()


def test_the_files_name_follows_the_title(dialog, tmp_path: Path):
    dialog.accept()
    assert not dialog.isVisible()
    assert dialog.wanted().path == tmp_path / "Clusters go international.checkin"


def test_a_title_is_needed(dialog):
    dialog.title.clear()
    assert refused(dialog) == "An event needs a title."


def test_a_title_like_markup_is_taken_as_it_is_and_makes_no_folders(dialog, tmp_path: Path):
    dialog.title.setText(value("fld-event-name-html"))
    dialog.accept()
    assert dialog.wanted().title == "<h1>x</h1>"
    assert dialog.wanted().path.parent == tmp_path


def test_a_title_too_long_is_said_and_not_cut(dialog):
    dialog.title.setText(value("fld-event-name-long"))
    assert "at most 200" in refused(dialog)


@pytest.mark.parametrize("name", ["fld-event-tz-bad", "fld-event-tz-path"])
def test_a_time_zone_must_be_one(dialog, name):
    dialog.timezone.setCurrentText(value(name))
    assert "is not a time zone" in refused(dialog)


@pytest.mark.parametrize(
    ("name", "words"),
    [("fld-event-end-before", "is before the first"), ("fld-event-3000-days", "at most 31 days")],
)
def test_days_must_be_in_order_and_not_too_many(dialog, name, words):
    days = value(name)
    dialog.first_day.setDate(QDate.fromString(days["start"], "yyyy-MM-dd"))
    dialog.last_day.setDate(QDate.fromString(days["end"], "yyyy-MM-dd"))
    assert words in refused(dialog)


def test_a_file_that_is_there_is_not_written_over(dialog, tmp_path: Path):
    dialog.wanted().path.write_text("somebody's own")
    assert "is there already" in refused(dialog)


def test_a_folder_that_is_not_there_is_told(dialog, tmp_path: Path):
    dialog.file.setText(str(tmp_path / "nowhere" / "x.checkin"))
    assert "no such folder" in refused(dialog)
