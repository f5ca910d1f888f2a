"""Backups while an event is open: made by themselves, never in anybody's way."""

from dataclasses import replace
from pathlib import Path

import pytest

from checkin.ui.backups import Backups
from tests.ui.conftest import Laptop


def backups_of(laptop: Laptop) -> Backups:
    assert laptop.window.view
    return laptop.window.view.backups


def look(laptop: Laptop) -> None:
    backups_of(laptop).look()
    laptop.rest()


def made(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.checkin"))


def test_one_is_made_by_itself_of_what_changed(at_event):
    folder = at_event.path.with_name("seminar.backups")
    look(at_event)
    assert len(made(folder)) == 1
    at_event.clock.now = at_event.clock.now.replace(minute=6)
    look(at_event)
    assert len(made(folder)) == 1
    at_event.register("Ada")
    look(at_event)
    assert len(made(folder)) == 2
    assert at_event.window.view.notices.notices == []


def test_a_folder_gone_is_said_once_and_the_door_goes_on(at_event, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    settings = replace(at_event.app.settings, backup_folder=str(stick))
    at_event.app.save_settings(settings)
    look(at_event)
    (first,) = made(stick)
    first.unlink()
    stick.rmdir()
    notices = at_event.window.view.notices
    for _ in range(3):
        look(at_event)
        assert len(notices.notices) == 1
        assert "the folder for backups is not there" in notices.notices[0].text
    notices.clear()
    look(at_event)
    assert notices.notices == []
    (ada,) = at_event.register("Ada")
    at_event.window.view.pages[0]._scan(at_event.code(ada))
    at_event.rest()
    assert at_event.window.view.pages[0].panel.screen_shown.headline == "Welcome"
    stick.mkdir()
    look(at_event)
    assert len(made(stick)) == 1


def test_no_backup_is_begun_once_the_event_is_closed(at_event):
    backups = backups_of(at_event)
    at_event.window.close_event()
    assert not backups._timer.isActive()
    with pytest.raises(StopIteration):
        next(iter(made(at_event.path.with_name("seminar.backups"))))
