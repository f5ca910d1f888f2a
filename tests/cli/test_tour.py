"""The tour draws every page in its main states, and none of the pictures is empty."""

from pathlib import Path

import pytest
from PIL import Image

from checkin.domain.verdict import Reason
from tests.cli.desk import Desk

PAGES = ("reception", "attendees", "badges", "attendance", "event")
STATES = ("empty", "demo", "many", "long")


@pytest.fixture
def pictures(bare_desk: Desk, tmp_path: Path):
    def drawn(theme: str, only: str = "") -> dict[str, Image.Image]:
        out = tmp_path / theme
        answer = bare_desk.done("tour", "--out", out, "--theme", theme, "--only", only)
        found = {path.stem: Image.open(path) for path in out.iterdir()}
        assert answer.out == f"{out}: {len(found)} pictures.\n"
        return found

    return drawn


def test_every_page_and_every_verdict_is_drawn(pictures):
    found = pictures("light")
    wanted = {f"{page}-{state}" for page in PAGES for state in STATES}
    wanted |= {f"verdict-{reason.value.replace('_', '-')}" for reason in Reason}
    wanted |= {"verdict-welcome", "verdict-not-recorded", "start-first", "notices"}
    wanted |= {"locked", "locked-welcome", "dialog-sign-in-pin", "dialog-recovery-code"}
    assert wanted <= found.keys()
    colours = {name: len(picture.getcolors(1 << 24)) for name, picture in found.items()}
    assert [name for name, count in colours.items() if count < 20] == []
    states = [found[f"reception-{state}"].tobytes() for state in STATES]
    assert len(set(states)) == len(STATES)


def test_the_dark_theme_is_dark(pictures):
    light, dark = (
        pictures(theme, "start-first")["start-first"].convert("L").resize((1, 1)).getpixel((0, 0))
        for theme in ("light", "dark")
    )
    assert (light > 200, dark < 60) == (True, True)


def test_a_file_in_the_folders_place_is_told(bare_desk, tmp_path: Path):
    (tmp_path / "taken").write_text("")
    assert "no folder" in bare_desk("tour", "--out", tmp_path / "taken").one_sentence()
