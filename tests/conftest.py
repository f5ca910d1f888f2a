"""Fixtures named for the state they give, and what holds for every test."""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.world import World

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nobody wants to hear the tests; those of the sounds themselves have a sound server of their own.
os.environ["PULSE_SERVER"] = "none"
# How long an example takes says something about the machine, nothing about what is tested.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

# Tests that nothing one installs lets run: most are for one kind of user alone.
MAY_BE_SKIPPED = frozenset(
    {
        "test_a_folder_one_may_not_write_in",
        "test_a_file_that_may_not_be_read_is_refused",
        "test_a_full_disk_says_so_and_the_event_goes_on_when_there_is_room",
        # None is immortal from Python 3.12 on, so there is nothing to count.
        "test_no_reference_to_none_is_lost_or_kept",
        "test_the_count_notices_a_lost_reference",
    }
)


@pytest.fixture(autouse=True, scope="session")
def one_application(qapp: object) -> object:
    """One Qt application for all tests: what draws in one must not end another's."""
    return qapp


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """An empty seminar of two days on one laptop."""
    made = World.new(tmp_path)
    yield made
    made.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """With CHECKIN_NO_SKIPS a test skipped for something that could be installed has failed."""
    report = yield
    strict = bool(os.environ.get("CHECKIN_NO_SKIPS"))
    if strict and report.skipped and item.originalname not in MAY_BE_SKIPPED:
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be missing here: {report.longrepr}"
    return report
