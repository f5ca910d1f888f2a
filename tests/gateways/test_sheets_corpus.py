"""What the list of bad and odd files asks of reading; importing them is tested elsewhere."""

import csv
import gzip
import time
from pathlib import Path

import pytest

from checkin.domain.listrows import NAMES
from checkin.errors import CheckinError
from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list

CORPUS = Path(__file__).parents[1] / "corpus"
RESOURCE = Path(__file__).parents[2] / "resources" / "columns.toml"
ENGLISH = "Name,Email,Organisation\r\n"


def made():
    """Return the files too big to keep, by their ids."""
    plain = "".join(f"Plain Person {n},p{n}@example.org,Org\r\n" for n in range(6000))
    late = "Ģirts Ķēniņš,girts@example.lv,Jūrmala\r\n"
    people = "".join(
        f"Person {n:06} Ķeniņš,person{n}@example.org,Org {n}\r\n" for n in range(100_000)
    )
    good = "".join(f"Jānis {n},janis{n}@example.lv,RTU\r\n" for n in range(7))
    return {
        "enc-late-cp1257": (ENGLISH + plain + late).encode("cp1257"),
        "big-100k-rows": (ENGLISH + people).encode(),
        "big-1m-columns": (ENGLISH + good + "x" + "," * 1_000_000).encode(),
        "big-1m-col-header": (",".join(f"c{n}" for n in range(200_000)) + "\r\n").encode(),
        "big-one-line-20mb": b"a" * 20_000_000,
        "typ-gz-bomb": gzip.compress(bytes(20_000_000)),
    }


# Rows and faults of reading alone where they are not those of importing: rows that importing lists
# for their values, and files of which the manifest leaves the outcome open.
READ = {
    "enc-surrogate": (7, 1),
    "enc-overlong": (7, 1),
    "enc-mixed-rows": (7, 1),
    "enc-bad-byte": (6, 1),
    "csv-unclosed-quote": (6, 1),
    "csv-backslash-quote": (8, 0),
    "csv-ragged-short": (8, 0),
    "csv-header-dup": (7, 0),
    "big-name-300": (8, 0),
    "big-1m-columns": (7, 1),
    "chr-rlo-email": (8, 0),
    "chr-nfd": (8, 0),
    "val-missing-name": (11, 0),
    "val-missing-email": (9, 0),
    "val-email-too-long": (8, 0),
    "dup-conflict": (8, 0),
    "xl-formula-nocache": (4, 0),
    "xl-types": (8, 0),
    "xl-row-order": (6, 1),
}
# Files refused though the manifest would let their rows in.
REFUSED = {"typ-html-xls", "xl-ods", "xl-zip-slip"}
# Names as they must be stored, of the last row.
LAST = {
    "enc-utf8": "Hans-Peter Müller",
    "enc-cp1257": "Hans-Peter Müller",
    "enc-iso8859-13": "Hans-Peter Müller",
    "enc-cp1250": "Jiří Dvořák",
    "enc-cp775": "Jānis Bērziņš",
    "enc-gb18030": "王小明",
    "csv-header-missing": "Hans-Peter Müller",
    "enc-late-cp1257": "Ģirts Ķēniņš",
    "csv-comma-in-name": "Ozols, dr., Pēteris",
    "csv-stray-quote": 'Dwayne "The Rock" Johnson',
    "csv-backslash-quote": 'Jon "JJ" Jay',
    "chr-nbsp-zwsp": "Anna Kalna",
    "chr-linesep": "Line Para Nel End",
    "chr-nfd": "Jānis Bērziņš",
    "chr-hebrew-mixed": "דוד David Levi",
    "chr-cjk-rare": "𠮷野家 太郎",
    "chr-ligature-case": "Straße İstanbul ﬁn",
    "chr-apostrophes": "D’Arcy O'Neil O`Hara Oʼx Anne‑Marie–Rose",
    "val-one-letter": "李",
    "val-date-name": "45352",
    "inj-format": "%APPDATA%",
    "inj-svg-pdf": "%PDF-1.7 %%EOF",
    "big-100k-rows": "Person 099999 Ķeniņš",
}


def cases():
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        for case in csv.DictReader(file):
            kept = (CORPUS / case["path"]).is_file() or case["id"] in BIG
            if case["kind"] == "import" and kept:
                yield case


BIG = made()
CASES = {case["id"]: case for case in cases()}


@pytest.fixture
def path(request, tmp_path):
    case = CASES[request.param]
    if case["id"] not in BIG:
        return CORPUS / case["path"]
    path = tmp_path / Path(case["path"]).name
    path.write_bytes(BIG[case["id"]])
    return path


def attempt(path):
    """Return the list, or nothing if it or its header is refused, or names nobody."""
    try:
        people = read_list(path)
        fields = Columns.load(RESOURCE).guess(people).values()
    except CheckinError:
        return None
    return people if set(NAMES) & set(fields) else None


@pytest.mark.parametrize(("path", "name"), [(name, name) for name in CASES], indirect=["path"])
def test_a_file_of_the_corpus_is_read_as_it_must(path, name):
    case = CASES[name]
    started = time.perf_counter()
    people = attempt(path)
    assert time.perf_counter() - started < 5
    assert (people is None) == (case["outcome"] == "reject" or name in REFUSED)
    if people is not None:
        expected = READ.get(name) or (int(case["ok_rows"]), int(case["bad_rows"] or 0))
        assert (len(people.rows), len(people.faults)) == expected
        assert people.rows[-1].cells[0] == LAST.get(name, people.rows[-1].cells[0])
        if case["outcome"] in ("accept", "warn") and name != "val-date-name":
            assert bool(people.warnings) == (case["outcome"] == "warn")


def test_the_corpus_is_there():
    groups = {case["group"] for case in CASES.values()}
    assert groups >= {"encoding", "dialect", "header", "empty", "size", "characters", "values"}
    assert groups >= {"injection", "duplicates", "type", "file name"}
    assert len(CASES) > 60


def test_formulas_come_in_as_text():
    names = [row.cells[0] for row in read_list(CORPUS / "import" / "inj-formula.csv").rows]
    assert names[:6] == ["=1+1", "+1+1", "-1+1", "@SUM(1+1)", "=1+1", "=1+1"]
    assert '=HYPERLINK("http://127.0.0.1/?x="&A1,"click")' in names
