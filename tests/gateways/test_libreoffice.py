"""The exported workbook as LibreOffice opens it: what it reads, and what it would print."""

import csv
import json
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from checkin.assets import resources
from checkin.domain.exportchoice import ExportChoice
from checkin.domain.text import clean
from checkin.gateways.exportfiles import write_export_workbook
from checkin.gateways.exportwords import EXPORT_WORDS, ExportWords
from checkin.services.exporting import export
from tests.world import COORDINATOR, DAY_ONE, World

TITLE = "Clusters go international, Riga"
# Of the filter for CSV: commas, quotes, UTF-8, every sheet in a file of its own.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

CORPUS = [
    json.loads(path.read_text("utf-8"))["value"]
    for path in sorted((Path(__file__).parents[1] / "corpus" / "export").iterdir())
]


def soffice() -> str:
    if found := shutil.which("soffice"):
        return found
    pytest.skip("there is no LibreOffice here: install libreoffice-calc-nogui")


def converted(workbook: Path, to: str, folder: Path) -> None:
    """Have LibreOffice write the workbook anew, with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice(), profile, "--headless", "--convert-to", to, "--outdir", folder, workbook],
        check=True,
        capture_output=True,
        timeout=240,
    )


@pytest.fixture(scope="module")
def workbook(tmp_path_factory) -> Path:
    """A day on which names like formulas came, for a workshop too, in a workbook in Latvian."""
    folder = tmp_path_factory.mktemp("libreoffice")
    world = World.new(folder)
    world.session("=Lasers & wood", "09:00-10:30", own_door=True)
    for name in ("=1+1", "Žaneta Šimkutė", "Åsa O'Neill"):
        person = world.register(name, organisation="Wood & Sons", country="Latvia")
        world.scan(person)
        world.scan(person, door="=Lasers & wood")
    for value in CORPUS:
        world.register(value)
    for number in range(80):
        world.register(f"Nr {number:02}")
    world.later(minutes=45)
    world.scan(person, leaving=True)
    path = folder / "all.xlsx"
    words = ExportWords.load(resources() / EXPORT_WORDS, "lv")
    write_export_workbook(path, export(world.store, COORDINATOR, ExportChoice()), words)
    world.close()
    return path


@pytest.fixture(scope="module")
def sheets(workbook: Path, tmp_path_factory) -> dict[str, list[list[str]]]:
    """What LibreOffice reads, by sheet, as it shows it."""
    folder = tmp_path_factory.mktemp("csv")
    converted(workbook, AS_CSV, folder)
    names = openpyxl.load_workbook(workbook).sheetnames
    found = {}
    for name in names:
        with (folder / f"all-{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = list(csv.reader(file))
    return found


@pytest.fixture(scope="module")
def pages(workbook: Path, tmp_path_factory) -> list[tuple[float, float, str]]:
    """What LibreOffice would print: width and height in points, and what a page says."""
    folder = tmp_path_factory.mktemp("pdf")
    converted(workbook, "pdf", folder)
    with pypdfium2.PdfDocument(folder / "all.pdf") as pdf:
        found = []
        for page in pdf:
            texts = page.get_textpage()
            found.append((*page.get_size(), texts.get_text_range()))
            texts.close()
            page.close()
        return found


def test_it_reads_real_dates_times_lengths_and_shares(sheets):
    header, *rows = sheets[DAY_ONE.isoformat()]
    people = {row[1]: dict(zip(header, row, strict=True)) for row in rows}
    left = people["Åsa O'Neill"]
    assert left["Datums"] == DAY_ONE.isoformat()
    # As it writes the time of day that a number is; a text would stay as it is.
    assert (left["Pirmā ieiešana"], left["Pēdējā iziešana"]) == ("09:00:00 AM", "09:45:00 AM")
    assert (left["Stundas"], left["Daļa"], left["Piedalījās"]) == ("12:45:00 AM", "50%", "jā")
    assert people["Nr 00"]["Piedalījās"] == "nē"


def test_nothing_is_calculated(sheets):
    names = {row[1] for row in sheets[DAY_ONE.isoformat()][1:]}
    assert {"=1+1", "Žaneta Šimkutė", "Åsa O'Neill", "=cmd|' /C calc'!A0", "'=1+1", "--"} <= names
    assert len(names) == len({clean(value) for value in CORPUS}) + 2 + 80
    assert {row[1] for row in sheets["=Lasers & wood"][1:]} == {"=Lasers & wood"}


def test_every_sheet_has_its_people(sheets):
    people = 3 + len(CORPUS) + 80
    assert len(sheets["Persona × sesija"]) == 1 + people
    assert len(sheets["Skenējumi"]) == 8
    assert [row[2] for row in sheets["Kopsavilkums"]] == ["Reģistrēti", *[str(people)] * 3]


def test_it_prints_on_a4_landscape_with_title_day_and_page_number(pages):
    for number, (width, height, text) in enumerate(pages, start=1):
        assert (round(width), round(height)) == (842, 595)
        assert TITLE in text
        assert f"{number}. lpp. no {len(pages)}" in text


def test_the_header_stands_on_every_page_of_a_day(pages):
    of_day = [text for *_, text in pages if "Pirmā ieiešana" in text]
    people = sum(text.count("Nr ") for text in of_day)
    assert len(of_day) > 2
    assert people == 2 * 80
    assert str(DAY_ONE) in of_day[0]
    left = next(line for text in of_day for line in text.splitlines() if "Åsa O'Neill" in line)
    for shown in ("09:00", "09:45", "0:45", "50.0%"):
        assert shown in left
