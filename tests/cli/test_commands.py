"""The commands: each is where the table says, and reading it needs no other."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import checkin.cli
from checkin.cli.main import MODULES


def test_the_table_names_every_command_there_is():
    found = {
        command.name: path.stem
        for path in Path(checkin.cli.__file__).parent.glob("*.py")
        for command in getattr(import_module(f"checkin.cli.{path.stem}"), "COMMANDS", ())
    }
    assert found == MODULES


def test_to_be_there_the_window_waits_for_no_store():
    asked = "import sys, checkin.cli.main, checkin.cli.outside; print('peewee' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_to_show_its_first_page_the_window_waits_for_nothing_that_an_event_or_a_dialog_needs():
    asked = "import sys, checkin.cli.main, checkin.ui.window; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    ui = {f"checkin.ui.{name}" for name in ("eventview", "newevent", "preferences", "sound.fields")}
    assert not (ui | {"checkin.domain.kiosk", "checkin.domain.verdict"}) & {*done.stdout.split()}


def test_an_unknown_command_is_one_sentence(bare_desk):
    assert "No such command" in bare_desk("checkout").one_sentence()
