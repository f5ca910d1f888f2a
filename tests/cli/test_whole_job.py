"""The whole job as a stranger does it, with nothing but the command and other programs' eyes."""

import csv
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import openpyxl
import pytest

from tests.render.paper import Pages, card, read_by_opencv

GIVEN = ["Jānis", "Rūta", "Łukasz", "Žilvinas", "Õnne", "Søren", "Märta", "Ілля", "Ελένη", "Günter"]
FAMILY = [
    "Bērziņš",
    "Kazlauskaitė",
    "Wiśniewski",
    "Šimkus",
    "Kõiv",
    "Ærø",
    "Öberg",
    "Шевчук",
    "Παππά",
    "Groß",
]
PEOPLE = 300
HEADER = [
    "Order no.",
    "Order Date",
    "First Name",
    "Last Name",
    "Email",
    "Company",
    "Job Title",
    "Ticket Type",
    "Attendee Status",
    "Dietary requirements",
]


class Stranger:
    """Somebody with a fresh laptop who types commands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = {
            **os.environ,
            "CHECKIN_HOME": str(folder / "home"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def types(self, *words: str, given: str = "", ends: int = 0) -> str:
        """Run a command, which must end with that code, and return what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "checkin", *words],
            check=False,
            input=given.encode(),
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            timeout=300,
        )
        assert done.returncode == ends, done.stderr.decode()
        return done.stdout.decode()


@pytest.fixture
def stranger(tmp_path: Path) -> Stranger:
    return Stranger(tmp_path)


def export_of_300(path: Path) -> None:
    """Write a list as a ticketing system exports it."""
    chance = Random(300)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for n in range(PEOPLE):
            given, family = chance.choice(GIVEN), chance.choice(FAMILY)
            writer.writerow(
                [
                    90_000 + n // 3,
                    "2026-03-01",
                    given,
                    family,
                    f"person{n}@example.org",
                    f"Company {n % 40}",
                    "Manager",
                    "Participant",
                    "Not Attending" if n % 50 == 7 else "Attending",
                    "",
                ]
            )


def test_from_an_export_of_300_people_to_attendance_and_proof(stranger: Stranger) -> None:
    now = datetime.now(UTC) - timedelta(hours=4)
    first, second = (now - timedelta(days=1)).date(), now.date()
    stranger.types(
        "new", "seminar", "--title", "Seminar", "--from", str(first), "--to", str(second),
        "--timezone", "UTC",
    )  # fmt: skip
    export_of_300(stranger.folder / "export.csv")
    imported = json.loads(stranger.types("import", "export.csv", "--json"))
    assert (imported["added"], imported["rejected"]) == (PEOPLE, [])

    stranger.types("badges", "--out", "badges.pdf")
    pages = Pages(stranger.folder / "badges.pdf")
    codes = [
        read_by_opencv(card(pages.picture(page, 150), place, 150))
        for page in range(len(pages))
        for place in range(8)
    ]
    codes = [code for code in codes if code]
    attending = PEOPLE - len(range(7, PEOPLE, 50))
    assert len(set(codes)) == attending

    early = codes[:200]
    paper = "".join(f"{code}\n" for code in early)
    on_paper = stranger.types("scan", "-", "--json", "--at", f"{first}T12:00", given=paper)
    assert [json.loads(line)["status"] for line in on_paper.splitlines()] == ["ok"] * 200
    live = "".join(f"{code}\n" for code in [*codes, codes[0]])
    verdicts = [
        json.loads(line)
        for line in stranger.types("scan", "-", "--json", given=live, ends=1).splitlines()
    ]
    assert [one["code"] for one in verdicts] == [*codes, codes[0]]
    assert [one["reason"] for one in verdicts] == [None] * attending + ["already_redeemed"]

    stranger.types("attendance", "--out", "attendance.xlsx")
    days = json.loads(stranger.types("attendance", "--json"))["days"]
    assert [(day["registered"], day["present"]) for day in days] == [
        (attending, 200),
        (attending, attending),
    ]
    book = openpyxl.load_workbook(stranger.folder / "attendance.xlsx")
    for day, present in ((first, 200), (second, attending)):
        sheet = book[str(day)]
        at = [cell.value for cell in sheet[1]].index("Present")
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        assert len(rows) == attending
        assert sum(row[at] == "yes" for row in rows) == present

    report = json.loads(stranger.types("verify", "--json"))
    questions = ("integrity", "chains", "tables", "entries", "stations", "seals")
    assert {report[name] for name in questions} == {"ok"}


def test_the_demo_does_the_whole_job(stranger: Stranger) -> None:
    printed = stranger.types("demo", "--headless", "--folder", "demo")
    assert "240 people added, 0 rows rejected" in printed
    assert "234 of 234 read back" in printed
    assert "everything holds" in printed
    made = {path.name for path in (stranger.folder / "demo").iterdir()}
    assert {"demo.checkin", "badges.pdf", "attendance.xlsx"} <= made
    stranger.types("demo", "--headless", "--folder", "demo", ends=2)
