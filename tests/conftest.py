"""Fixtures named for the state they give."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world import World

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """An empty seminar of two days on one laptop."""
    made = World.new(tmp_path)
    yield made
    made.close()
