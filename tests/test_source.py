"""Habits of the house that no other tool looks after."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for folder in ("checkin", "tests") for path in (ROOT / folder).rglob("*.py"))
MOST_LINES = 260
WAITS = re.compile(r"\b(?:time\.sleep|qtbot\.wait)\(|\bfrom time import .*\bsleep\b")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def in_folder(name: str) -> list[Path]:
    return [path for path in MODULES if path.relative_to(ROOT).parts[0] == name]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_opens_with_what_it_is_for(path):
    text = path.read_text("utf-8")
    docstring = ast.get_docstring(ast.parse(text)) if text.strip() else "An empty one says nothing."
    assert docstring, "no docstring"
    assert docstring.split("\n\n")[0].rstrip().endswith((".", "?", "!", ":"))


@pytest.mark.parametrize("path", in_folder("checkin"), ids=named)
def test_a_module_is_short_enough_to_be_read(path):
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", in_folder("tests"), ids=named)
def test_no_test_waits_for_a_time(path):
    if path != Path(__file__):
        assert not WAITS.search(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "line", ["time.sleep(1)", "qtbot.wait(100)", "from time import perf_counter, sleep"]
)
def test_waiting_is_seen(line):
    assert WAITS.search(line)


@pytest.mark.parametrize("line", ["qtbot.waitUntil(ready)", "qtbot.waitSignal(x)", "asleep(1)"])
def test_waiting_for_something_is_fine(line):
    assert not WAITS.search(line)
