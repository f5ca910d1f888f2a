"""The files that come along are found from a checkout and from an installed wheel."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from checkin.assets import resources

ROOT = Path(__file__).parents[1]
WANTED = (
    *("columns.toml", "stocks.toml", "sample/registrations.csv", "sample/seminar.toml"),
    *("templates/classic.json", "tickets/page.json"),
)
FIND = (
    "import checkin, checkin.assets as a, pathlib;"
    "print(checkin.__file__); print(a.resources());"
    f"print(all((a.resources() / name).is_file() for name in {WANTED!r}))"
)


def test_resources_are_found_in_a_checkout() -> None:
    assert resources() == ROOT / "resources"
    assert all((resources() / name).is_file() for name in WANTED)


def test_resources_are_found_in_an_installed_wheel(tmp_path: Path) -> None:
    wheels, site = tmp_path / "wheels", tmp_path / "site"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(wheels)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    [wheel] = wheels.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(site), str(wheel)], check=True, capture_output=True)
    found = subprocess.run(
        [sys.executable, "-c", FIND],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert found == [
        str(site / "checkin" / "__init__.py"),
        str(site / "checkin" / "resources"),
        "True",
    ]


@pytest.mark.parametrize("text", ["README.md", "resources/guide.md"])
def test_every_picture_shown_is_there(text: str):
    path = ROOT / text
    named = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", path.read_text("utf-8"))
    assert named
    for name in named:
        with Image.open(path.parent / name) as picture:
            assert picture.size == (1280, 800)
