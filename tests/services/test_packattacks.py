"""A forger who makes every hash in a pack fit: what the journal proves is found out anyway."""

import json
from contextlib import suppress
from copy import copy
from pathlib import Path
from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.evidence import JOURNAL, MANIFEST, SCANS
from checkin.errors import CheckinError
from tests.services.test_evidence import Contents, contents, said, told, written

__all__ = ["told"]

Told = tuple[object, Path]
PROVED = ("Time (Unix ms)", "Time", "Day", "List", "Direction", "Badge", "Reason", "Annulled")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return tmp_path / "other.zip"


def rows_of(files: Contents) -> list[str]:
    return files[SCANS].decode("utf-8-sig").splitlines()


def forged_scans(files: Contents, rows: list[str]) -> Contents:
    return files | {SCANS: "\r\n".join([*rows, ""]).encode("utf-8-sig")}


def forged_journal(files: Contents, lines: list[list[object]]) -> Contents:
    return files | {JOURNAL: "".join(f"{json.dumps(line)}\n" for line in lines).encode()}


def lines_of(files: Contents) -> list[list[object]]:
    return [json.loads(line) for line in files[JOURNAL].splitlines()]


@settings(max_examples=80)
@given(data=st.data())
def test_no_edit_of_the_scan_log_fits_the_journal(
    told: Told, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    files = contents(told[1])
    header, *rows = rows_of(files)
    one, two = data.draw(st.lists(st.integers(0, len(rows) - 1), min_size=2, max_size=2))
    edited = list(rows)
    match data.draw(st.sampled_from(["swap", "drop", "repeat", "cell"])):
        case "swap":
            edited[one], edited[two] = edited[two], edited[one]
        case "drop":
            del edited[one]
        case "repeat":
            edited.insert(two, edited[one])
        case _:
            cells = edited[one].split(",")
            place = header.split(",").index(data.draw(st.sampled_from(PROVED)))
            cells[place] = data.draw(st.sampled_from([rows[two].split(",")[place], "1", "exit"]))
            edited[one] = ",".join(cells)
    target = tmp_path_factory.mktemp("scans") / "pack.zip"
    named = said(written(target, forged_scans(files, [header, *edited]), rehashed=True))
    assert any("scans.csv" in sentence for sentence in named) == (edited != rows)


@settings(max_examples=80)
@given(data=st.data())
def test_no_edit_of_the_journal_leaves_its_chains_whole(
    told: Told, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    files = contents(told[1])
    lines = lines_of(files)
    edited = [list(line) for line in lines]
    one, two = data.draw(st.lists(st.integers(0, len(lines) - 1), min_size=2, max_size=2))
    match data.draw(st.sampled_from(["swap", "drop", "repeat", "cut", "field"])):
        case "swap":
            edited[one], edited[two] = edited[two], edited[one]
        case "drop":
            del edited[one]
        case "repeat":
            edited.insert(two, edited[one])
        case "cut":
            del edited[one:]
        case _:
            place = data.draw(st.integers(0, 8))
            values = st.one_of(st.just(lines[two][place]), st.integers(), st.text(max_size=3))
            edited[one][place] = data.draw(values)
    target = tmp_path_factory.mktemp("journal") / "pack.zip"
    named = said(written(target, forged_journal(files, edited), rehashed=True))
    assert any("journal.jsonl" in sentence for sentence in named) == (edited != lines)


@settings(max_examples=150)
@given(data=st.data())
def test_damage_to_the_file_itself_is_said_or_does_no_harm(
    told: Told, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = told[1]
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    target = tmp_path_factory.mktemp("damage") / "pack.zip"
    target.write_bytes(raw)
    with suppress(CheckinError):
        assert said(target) or contents(target) == contents(path)


def test_a_file_that_is_damaged_is_named(told: Told, other: Path) -> None:
    path = told[1]
    with ZipFile(path) as found:
        place = found.getinfo("rules.txt").header_offset + 60
    raw = bytearray(path.read_bytes())
    raw[place] ^= 0x40
    other.write_bytes(raw)
    assert said(other) == ["rules.txt was altered."]


_HALF_A_LETTER, _KIND, _DIGEST, _BODY = "\ud800", 2, 7, 8


@pytest.mark.parametrize("place", [_KIND, _DIGEST, _BODY])
def test_half_a_letter_in_the_journal_cannot_be_read(told: Told, other: Path, place: int) -> None:
    files = contents(told[1])
    lines = lines_of(files)
    lines[0][place] = _HALF_A_LETTER
    assert said(written(other, forged_journal(files, lines), rehashed=True))[0] == (
        "journal.jsonl: line 1 cannot be read."
    )


def test_a_text_put_beside_a_closed_entry_is_named(told: Told, other: Path) -> None:
    files = contents(told[1])
    lines = lines_of(files)
    closed = next(line for line in lines if line[_KIND] == "attendee.set")
    closed[_BODY] = '{"name":"somebody else"}'
    (named,) = said(written(other, forged_journal(files, lines), rehashed=True))
    assert named.startswith("journal.jsonl: the text of entry")


@pytest.mark.parametrize(
    "change", [{"at": 5}, {"number": 2}, {"day": "2026-06-03"}, {"at": 10**30}], ids=str
)
def test_when_and_as_which_a_day_was_sealed_is_in_the_journal(
    told: Told, other: Path, change: dict[str, object]
) -> None:
    files = contents(told[1])
    data = json.loads(files[MANIFEST])
    forged = data | {"seals": [data["seals"][0] | change]}
    named = said(written(other, files | {MANIFEST: json.dumps(forged).encode()}))
    assert any("is not in the journal" in sentence for sentence in named)


@pytest.mark.parametrize("mac", ["", "é", "0" * 64])
def test_a_manifest_that_the_owner_did_not_sign_is_named(
    told: tuple[object, Path], other: Path, mac: str
) -> None:
    world, path = told
    files = contents(path)
    forged = json.dumps(json.loads(files[MANIFEST]) | {"mac": mac}).encode()
    assert said(written(other, files | {MANIFEST: forged}), world) == [  # type: ignore[arg-type]
        "manifest.json was altered: it is not as the event's owner signed it."
    ]


def test_half_a_letter_in_the_manifest_is_refused(told: Told, other: Path) -> None:
    files = contents(told[1])
    forged = json.dumps(json.loads(files[MANIFEST]) | {"title": _HALF_A_LETTER}).encode()
    with pytest.raises(CheckinError) as refused:
        said(written(other, files | {MANIFEST: forged}))
    assert refused.value.code == "pack-manifest-unreadable"


def test_a_second_column_of_one_name_and_a_cell_without_end_are_named(
    told: Told, other: Path
) -> None:
    files = contents(told[1])
    header, *rows = rows_of(files)
    twice = [f"{header},Badge", *(f"{row},BCDEFGHJKLNO" for row in rows)]
    endless = [header, *rows, '"' + "x" * 200_000 + '"']
    for forged in (twice, endless):
        assert said(written(other, forged_scans(files, forged), rehashed=True)) == [
            "scans.csv lacks the columns that are compared."
        ]


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_a_pack_is_packed_as_we_pack(told: Told, other: Path, method: int) -> None:
    with ZipFile(other, "w", method) as found:
        for name, body in contents(told[1]).items():
            found.writestr(name, body)
    with pytest.raises(CheckinError) as refused:
        said(other)
    assert refused.value.code == "pack-unsafe"


def test_a_bomb_whose_files_are_all_the_same_bytes_is_refused(told: Told, other: Path) -> None:
    block = b"".join(Random(at).randbytes(1000) + bytes(99_000) for at in range(300))
    with ZipFile(other, "w", ZIP_DEFLATED) as found:
        found.writestr(MANIFEST, contents(told[1])[MANIFEST])
        found.writestr("0", block)
        for at in range(1, 10):
            again = copy(found.getinfo("0"))
            again.filename = str(at)
            found.filelist.append(again)
    with pytest.raises(CheckinError) as refused:
        said(other)
    assert refused.value.code == "pack-unsafe"


def test_a_file_with_a_name_without_end_is_refused(told: Told, other: Path) -> None:
    with pytest.raises(CheckinError) as refused:
        said(written(other, contents(told[1]) | {"x" * 5000: b""}))
    assert refused.value.code == "pack-unsafe"
