"""Lists are read whole or refused with a reason; odd rows are listed."""

import csv
import os
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checkin.domain.formulas import guard
from checkin.errors import CheckinError
from checkin.gateways.entities import without_entities
from checkin.gateways.garbled import ungarbled
from checkin.gateways.sheets import read_list


@pytest.fixture
def listed(tmp_path):
    """Write a list as text or bytes and read it."""

    def read(content, name="people.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_list(path)

    return read


@pytest.fixture
def refused(listed):
    """Offer a file that must be refused; return the code."""

    def offer(content, name="people.csv"):
        with pytest.raises(CheckinError) as caught:
            listed(content, name)
        assert caught.value.facts["file"] == name
        return caught.value.code

    return offer


def cells(people):
    return [row.cells for row in people.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(listed, delimiter, end):
    lines = [["Name", "Org"], ["Anna", '"A, B; C|D\tE"'], ["Ivo", "x"]]
    people = listed(end.join(delimiter.join(line) for line in lines))
    assert people.header == ("Name", "Org")
    assert cells(people) == [("Anna", "A, B; C|D\tE"), ("Ivo", "x")]
    assert people.warnings == ()


@pytest.mark.parametrize("line", ["sep=;", "SEP=;", '"sep=;"'])
def test_the_line_that_declares_the_delimiter_is_no_row(listed, line):
    people = listed(f"{line}\r\nName;Org\r\nAnna;a,b,c,d\r\n")
    assert cells(people) == [("Anna", "a,b,c,d")]
    assert people.rows[0].number == 2


def test_a_declared_delimiter_may_be_any_letter(listed):
    assert cells(listed("sep=:\nName:Org\nAnna:x\n")) == [("Anna", "x")]


def test_one_column_is_a_list_too(listed):
    assert cells(listed("Name\nAnna Kalna\nIvo Lejnieks\n")) == [("Anna Kalna",), ("Ivo Lejnieks",)]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(listed):
    people = listed('Name,Org\n\n,\nAnna,"two\nlines"\n  ,\t\nIvo,x\n,,,\n')
    assert [(row.number, row.cells) for row in people.rows] == [
        (4, ("Anna", "two\nlines")),
        (6, ("Ivo", "x")),
    ]


def test_titles_and_notes_above_the_header_are_skipped(listed):
    people = listed('Notes:\n"Some are missing, sorry."\n\nName,Email\nAnna,a@example.lv\n')
    assert people.header == ("Name", "Email")
    assert people.rows[0].number == 5
    assert people.warnings == (("rows-above-header", "2"),)


def test_headings_are_told_apart_and_none_is_empty(listed):
    people = listed("Name,Company,,Company,Company 2,\nAnna,a,b,c,d,\n")
    assert people.header == ("Name", "Company", "Column C", "Company 2", "Company 2 2")
    assert cells(people) == [("Anna", "a", "b", "c", "d")]


def test_a_heading_on_several_lines_is_one_text(listed):
    assert listed('"First\nname",Email\nAnna,x\n').header == ("First name", "Email")


def test_short_rows_are_filled_and_long_ones_listed(listed):
    people = listed("Name,Email,Org\nAnna\nIvo,i@example.lv,SIA A, B\nEva,e@example.lv,x,,\n")
    assert cells(people) == [("Anna", "", ""), ("Eva", "e@example.lv", "x")]
    assert [(fault.row, fault.reason, fault.value) for fault in people.faults] == [
        (3, "columns", "B")
    ]


def test_a_quote_never_closed_costs_one_row_only(listed):
    people = listed(
        "Name,Email,Org\n"
        "Anna,a@example.lv,x\n"
        '"Ivo,i@example.lv,x\n'
        "Eva,e@example.lv,x\n"
        'Jon,j@example.lv,"A, B"\n'
        "Ann,n@example.lv,x\n"
    )
    assert [row.cells[0] for row in people.rows] == ["Anna", "Eva", "Jon", "Ann"]
    assert [row.number for row in people.rows] == [2, 4, 5, 6]
    assert [(fault.row, fault.reason) for fault in people.faults] == [(3, "quotes")]


def test_two_quotes_never_closed_swallow_nothing(listed):
    people = listed('Name,Email\nAnna,"a@example.lv\nIvo,i@example.lv\nEva,"\nJon,j@example.lv\n')
    assert [row.cells[0] for row in people.rows] == ["Ivo", "Jon"]
    assert [fault.row for fault in people.faults] == [2, 4]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('Dwayne "The Rock" J,d@example.lv,x', 'Dwayne "The Rock" J'),
        ('"The Rock" Johnson,d@example.lv,x', '"The Rock" Johnson'),
        ('"Jon \\"JJ\\" Jay",j@example.lv,x', 'Jon "JJ" Jay'),
        ('"Jon ""JJ"" Jay",j@example.lv,x', 'Jon "JJ" Jay'),
        ('"Kalna, Anna", a@example.lv, "A, B"', "Kalna, Anna"),
        ('"C:\\",a@example.lv,x', "C:\\"),
    ],
)
def test_quotes_in_names_are_read_as_meant(listed, line, name):
    people = listed(f"Name,Email,Org\nAnna,a@example.lv,x\n{line}\nIvo,i@example.lv,x\n")
    assert [row.cells[0] for row in people.rows] == ["Anna", name, "Ivo"]
    assert people.faults == ()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("\xa0\u200b\ufeffAn\xadna Kalna\u200b\xa0", "Anna Kalna"),
        ("Line\u2028Para\u2029Nel\x85End", "Line Para Nel End"),
        ("Ctrl\x01\x02\x07\x08\x1b[31mRed\x7f", "Ctrl[31mRed"),
        ("Ja\u0304nis Be\u0304rzin\u0327s\u030c", "Jānis Bērziņš"),
        ("'=1+1", "=1+1"),
        ("'+371 2000", "+371 2000"),
        ("''t Hart", "'t Hart"),
        ("'t Hart", "'t Hart"),
        ("=1+1", "=1+1"),
        ("👩🏽‍🚀 Anna 🇱🇻", "👩🏽‍🚀 Anna 🇱🇻"),
        ("دوד David", "دوד David"),
        ("D’Arcy O'Neil Anne‑Marie–Rose", "D’Arcy O'Neil Anne‑Marie–Rose"),
        ("Straße İstanbul ﬁn", "Straße İstanbul ﬁn"),
        ("{0.__class__} %s $(id) \\u0000", "{0.__class__} %s $(id) \\u0000"),
    ],
)
def test_cells_are_tidied_and_names_stay_as_typed(listed, typed, stored):
    assert cells(listed(f"Name,Org\n{typed},x\n")) == [(stored, "x")]


PRINTABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn")), min_size=1
)


@given(st.lists(st.tuples(PRINTABLE, PRINTABLE), min_size=1, max_size=5))
def test_what_is_written_is_what_is_read(tmp_path_factory, rows):
    """Unless it is what other programs make of letters: that is put right."""
    text = "\n".join(cell for row in rows for cell in row)
    assume(not ungarbled(text)[1] and not without_entities(text)[1])
    path = tmp_path_factory.mktemp("list") / "people.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(["Name", "Org"])
        writer.writerows([[guard(text.strip()) for text in row] for row in rows])
    expected = [
        tuple(unicodedata.normalize("NFC", text.strip()).strip() for text in row) for row in rows
    ]
    expected = [row for row in expected if any(row)]
    if expected:
        assert cells(read_list(path)) == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("list") / "people.csv"
    for content in (data, b"Name,Email\nAnna,a@example.lv\n" + data):
        path.write_bytes(content)
        try:
            people = read_list(path)
        except CheckinError:
            continue
        assert all(len(row.cells) == len(people.header) for row in people.rows)
        text = "".join(cell for row in people.rows for cell in row.cells)
        assert text.encode("utf-8")


@pytest.mark.parametrize("tail", ["\x00" * 4096, "\x1a", "\r\n\x1a\x00"])
def test_what_a_crash_leaves_at_the_end_is_ignored_and_said(listed, tail):
    people = listed("Name,Email\r\nAnna,a@example.lv\r\n" + tail)
    assert cells(people) == [("Anna", "a@example.lv")]
    assert [code for code, _ in people.warnings] == ["damaged-end"]


@pytest.mark.parametrize(
    "content", ["", "\ufeff", "\r\n" * 50, " \t\n", "\x00" * 100, "\x1a", ",,\n,", "sep=;"]
)
def test_an_empty_file_is_refused(refused, content):
    assert refused(content) == "sheet-empty"


def test_a_header_without_rows_is_refused(refused):
    assert refused("Name,Email\n\n,\n") == "sheet-no-rows"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2", "PDF"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"SQLite format 3\x00", "SQLite database"),
        (b"MZ\x90\x00\x03\x00", "program"),
        (b"\x7fELF\x02", "program"),
        (b"BEGIN:VCARD\r\nFN:Anna\r\n", "vCard"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>Name,Email", "web page"),
        (b"  <table><tr><td>Name", "web page"),
        (b"<?xml version='1.0'?>", "XML"),
        (b'[{"name": "Anna"}]', "JSON"),
        (b"{\\rtf1 Name", "RTF document"),
    ],
)
def test_other_kinds_of_file_are_named(listed, content, kind):
    with pytest.raises(CheckinError) as caught:
        listed(content)
    assert caught.value.code == "sheet-is-foreign"
    assert caught.value.facts == {"file": "people.csv", "kind": kind}


def test_noise_is_no_text(listed):
    for content in (bytes(range(256)) * 40, b"Name,Email\n" + bytes(range(1, 9)) * 99 + b"a,b\n"):
        with pytest.raises(CheckinError) as caught:
            listed(content)
        assert caught.value.facts == {"file": "people.csv", "kind": "no text"}


def test_a_list_whose_names_look_like_other_files_is_a_list(listed):
    people = listed("MZ name,Email\n%PDF-1.7 %%EOF,x\n{name},y\n<b>Anna</b>,z\n")
    assert len(people.rows) == 3


def test_files_that_are_not_there_or_no_files(tmp_path):
    for path, code in (
        (tmp_path / "nothing.csv", "sheet-missing"),
        (tmp_path / "no\x00file.csv", "sheet-missing"),
        (tmp_path, "sheet-not-a-file"),
    ):
        with pytest.raises(CheckinError) as caught:
            read_list(path)
        assert caught.value.code == code


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of this kind are Unix's")
def test_a_named_pipe_nobody_writes_to_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "people.csv")
    codes = []

    def read():
        with pytest.raises(CheckinError) as caught:
            read_list(tmp_path / "people.csv")
        codes.append(caught.value.code)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(2)
    assert codes == ["sheet-not-a-file"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless file here")
def test_an_endless_file_is_refused():
    with pytest.raises(CheckinError) as caught:
        read_list(Path("/dev/zero"))
    assert caught.value.code == "sheet-not-a-file"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="this user may read everything"
)
def test_a_file_that_may_not_be_read_is_refused(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Name\nAnna\n")
    path.chmod(0)
    with pytest.raises(CheckinError) as caught:
        read_list(path)
    assert caught.value.code == "sheet-unreadable"


def test_what_is_too_much_is_refused_or_listed(refused, listed, tmp_path):
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(64_000_001)
    with pytest.raises(CheckinError) as caught:
        read_list(huge)
    assert caught.value.code == "sheet-too-large"
    assert refused("Name,Email\n" + "a\n" * 1_048_577) == "sheet-too-long"
    assert refused(",".join(f"c{n}" for n in range(1001)) + "\nx\n") == "sheet-too-wide"
    people = listed(f'Name,Org\nAnna,{"x" * 32_768}\nIvo,"{"y" * 200_000}"\nEva,{"z" * 32_767}\n')
    assert [(fault.row, fault.reason) for fault in people.faults] == [
        (2, "cell-too-long"),
        (3, "quotes"),
    ]
    assert [row.cells[0] for row in people.rows] == ["Eva"]
    assert all(len(fault.value) <= 80 for fault in people.faults)


def test_a_file_full_of_open_quotes_is_given_up(refused):
    assert refused("Name,Org\n" + '"Anna,"x"y\n' * 2000) == "sheet-broken"


MEASURE = """
import re, sys, time
from pathlib import Path
from checkin.errors import CheckinError
from checkin.gateways.sheets import read_list
started = time.process_time()
try:
    rows = len(read_list(Path(sys.argv[1])).rows)
except CheckinError as error:
    rows = error.code
peak = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]
print(rows, time.process_time() - started, peak)
"""


def hundred_thousand():
    return "Name,Email,Organisation\r\n" + "".join(
        f"Person {n:06} Ķeniņš,person{n}@example.org,Org {n}\r\n" for n in range(100_000)
    )


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux shows it")
@pytest.mark.parametrize(
    ("make", "encoding", "rows", "seconds", "megabytes"),
    [
        (hundred_thousand, "utf-8", "100000", 2, 150),
        (hundred_thousand, "cp1257", "100000", 5, 300),
        (lambda: "Name,Org\nAnna,x\ny" + "," * 1_000_000 + "\n", "utf-8", "1", 5, 300),
        (lambda: "a" * 20_000_000, "utf-8", "sheet-header-broken", 5, 300),
        (lambda: ",".join(f"c{n}" for n in range(200_000)), "utf-8", "sheet-header-broken", 5, 300),
        (lambda: '"' + "a,b\n" * 500_000, "utf-8", "sheet-header-broken", 5, 300),
    ],
    ids=["100,000 rows", "the same, 8-bit", "a million cells", "one line", "wide", "open quote"],
)
def test_large_files_take_little_time_and_memory(
    tmp_path, make, encoding, rows, seconds, megabytes
):
    path = tmp_path / "people.csv"
    path.write_bytes(make().encode(encoding))
    command = [sys.executable, "-c", MEASURE, str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert answer[0] == rows
    assert float(answer[1]) < seconds
    assert int(answer[2]) / 1024 < megabytes
