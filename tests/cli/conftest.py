"""The desk that the tests of the command line sit at."""

from pathlib import Path

import pytest

from tests.cli.desk import Desk


@pytest.fixture
def bare_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    """A fresh laptop without an event."""
    return Desk(tmp_path, monkeypatch, capsys)


@pytest.fixture
def desk(bare_desk: Desk) -> Desk:
    """A laptop with a seminar of two days, nobody registered."""
    return bare_desk.new()
