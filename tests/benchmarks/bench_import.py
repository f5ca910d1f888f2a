"""Measures taking in a list of 100,000 people: beside bare SQL, in memory, and at the door."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Rows, best_in_turn

PEOPLE = 100_000
TURNS = 3
_HEADER = ("First name", "Last name", "E-mail", "Organisation", "Type of organisation", "Job title")
_FIELDS = ("given_name", "family_name", "email", "organisation", "organisation_kind", "job_title")
_TABLES = ("station", "entry", "organisation", "operator", "attendee", "badge", "search")


def rows() -> Rows:
    """Return what was measured, the figure, and the bar it is held to."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        ours, bare = best_in_turn(_imports(folder), _bare_inserts(folder), TURNS)
        waited, lost = _scans_meanwhile(folder)
        return [
            (f"import of {PEOPLE:,} people, CPU / bare executemany", f"{ours / bare:.2f} ×", "≤ 2 ×"),
            ("  memory it takes", f"{_megabytes(folder):.0f} MB", ""),
            ("  longest another process's scan waits meanwhile", f"{waited:.1f} s", "≤ 4 s"),
            ("  scans lost meanwhile", str(lost), "0"),
        ]
