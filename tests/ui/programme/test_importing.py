"""A programme from a file, in the window: seen before it is taken, and taken back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.conftest import FIRST
from tests.ui.dropping import drop
from tests.ui.programme.conftest import CTRL, Planner

TABLE = """Session,Day,Time,Room,Seats
Opening,1,9:30-10:30,Hall,
Lasers,1,11:00-12:15,Hall,
Market,2,13:00-14:00,Attic,12
Night,1,22:00-21:00,Attic,
"""


def choose(monkeypatch, path: Path) -> None:
    path.write_text(TABLE, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def shown(dialog) -> list[list[str]]:
    rows = dialog.table.model()
    return [
        [rows.data(rows.index(row, column)) for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def test_what_a_file_would_change_is_seen_first_and_all_of_it_taken_back(
    planner: Planner, monkeypatch, tmp_path: Path
):
    choose(monkeypatch, tmp_path / "programme.csv")
    seen = []

    def look(dialog):
        seen.extend([dialog.said.text(), *shown(dialog)])
        assert set(planner.sessions) == {"Opening", "Lasers", "Optics", "Closing"}
        dialog.accept()

    planner.answering(look, lambda: planner.press(Qt.Key.Key_I, CTRL))
    assert seen[0] == "1 added, 1 changed, 1 unchanged, 1 not taken."
    assert [line[0] for line in seen[1:]] == ["5", "3", "4"]
    assert seen[1][2].startswith("not taken (End): it ends before it starts")
    assert seen[2][1:] == ["Lasers", "changed: Tue 2 Jun 11:00–12:15 · Hall"]
    assert seen[3][1:] == ["Market", "added: Wed 3 Jun 13:00–14:00 · Attic"]
    assert planner.at("Lasers") == (FIRST, "11:00-12:15", "Hall")
    assert planner.sessions["Market"].capacity == 12
    assert planner.page.said.text() == "programme.csv: 1 added, 1 changed, 1 not taken."
    planner.press(Qt.Key.Key_Z, CTRL)
    assert planner.at("Lasers") == (FIRST, "11:00-12:00", "Hall")
    assert "Market" not in planner.sessions
    assert planner.page.said.text() == "The programme is as it was before."


def test_nothing_is_taken_in_from_a_file_that_says_nothing_new(planner: Planner, tmp_path: Path):
    path = tmp_path / "programme.csv"
    path.write_text("Session,Day,Time\nOpening,1,9:30-10:30\n", "utf-8")

    def look(dialog):
        assert not dialog.accept_button.isEnabled()
        assert dialog.cancel_button.text() == "Close  Esc"

    planner.answering(look, lambda: drop(planner.page, path))


def test_a_file_that_is_no_programme_is_one_sentence(planner: Planner, tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Company\nAda,Riga Tech\n", "utf-8")
    planner.page.importing.take(path)
    notices = planner.page.bench.notices
    planner.laptop.until(lambda: bool(notices.notices))
    assert "people.csv has no columns that name a session" in notices.notices[0].text
