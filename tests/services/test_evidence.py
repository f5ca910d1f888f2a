"""An evidence pack: whole it proves itself, and whatever is altered in it is named."""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.cli.evidencefiles import write_evidence
from checkin.domain.evidence import JOURNAL, MANIFEST, SCANS
from checkin.errors import CheckinError
from checkin.gateways.evidencepack import csv_rows, open_pack, write_pack
from checkin.sentences import sentence
from checkin.services.annulment import undo
from checkin.services.evidence import PackReport, check_pack
from checkin.services.sealing import seal_day
from tests.world import COORDINATOR, DAY_ONE, World

Contents = dict[str, bytes]


def on(_done: int, _total: int) -> bool:
    return True


def pack(world: World, path: Path) -> Path:
    write_evidence(path, world.store, COORDINATOR, on)
    return path


def checked(path: Path, world: World | None = None) -> PackReport:
    with open_pack(path) as found:
        return check_pack(found, csv_rows, on, world.store if world else None)


def said(path: Path, world: World | None = None) -> list[str]:
    faults = checked(path, world).faults
    return [sentence(CheckinError(one.code, **one.facts)) for one in faults]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory):
    """A day of three people, sealed, something annulled since, and its pack."""
    world = World.new(tmp_path_factory.mktemp("told"))
    ada, bob, eve = map(world.register, ("Ada", "Bob", "=HYPERLINK(1)"))
    for who in (ada, bob, eve, ada):
        world.scan(who)
        world.later(minutes=1)
    world.scan("nobody's code")
    world.scan(bob, leaving=True)
    seal_day(world.store, COORDINATOR, DAY_ONE)
    undo(world.store, COORDINATOR, why="wrong badge")
    path = pack(world, world.path.with_name("pack.zip"))
    yield world, path
    world.close()


def contents(path: Path) -> Contents:
    with ZipFile(path) as found:
        return {name: found.read(name) for name in found.namelist()}


def written(path: Path, files: Contents, *, rehashed: bool = False) -> Path:
    """Write a pack anew; with `rehashed` its manifest is made to fit, as a forger would."""
    if rehashed and MANIFEST in files:
        data = json.loads(files[MANIFEST])
        data["files"] = [
            {"name": name, "size": len(body), "sha256": sha256(body).hexdigest()}
            for name, body in files.items()
            if name != MANIFEST
        ]
        files = files | {MANIFEST: json.dumps(data).encode()}
    with ZipFile(path, "w") as found:
        for name, body in files.items():
            found.writestr(name, body)
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return tmp_path / "other.zip"


def test_a_whole_pack_proves_itself_without_the_event_and_with_it(told) -> None:
    world, path = told
    assert said(path) == []
    report = checked(path, world)
    assert (report.faults, report.known) == ((), True)
    assert [seal.day for seal in report.manifest.seals] == [DAY_ONE]
    assert {JOURNAL, SCANS, "rules.txt", "programme.csv", "numbers.csv", "attendance.xlsx"} < {
        part.name for part in report.manifest.parts
    }


def test_no_name_and_no_word_of_anybody_is_in_the_journal_of_a_pack(told) -> None:
    _, path = told
    journal = contents(path)[JOURNAL].decode()
    for word in ("Ada", "Bob", "HYPERLINK", "wrong badge", "Māris"):
        assert word not in journal


def test_no_cell_of_a_pack_is_a_formula(told) -> None:
    _, path = told
    scans = contents(path)[SCANS].decode("utf-8-sig")
    assert ",'=HYPERLINK(1)," in scans


@pytest.mark.parametrize("rehashed", [False, True])
def test_every_file_that_is_altered_dropped_or_added_is_named(told, other, rehashed) -> None:
    world, path = told
    files = contents(path)
    for name in files.keys() - {MANIFEST}:
        altered = files | {name: files[name][:-3] + b"~" + files[name][-2:]}
        named = said(written(other, altered, rehashed=rehashed), world)
        assert named, name
        assert rehashed or f"{name} was altered." in named
        dropped = {one: body for one, body in files.items() if one != name}
        named = said(written(other, dropped, rehashed=rehashed), world)
        assert named, name
        assert rehashed or f"{name} is missing." in named
    named = said(written(other, files | {"new.txt": b"hello"}), world)
    assert named == ["new.txt was added."]


def test_a_forger_who_makes_the_hashes_fit_is_found_without_the_event(told, other) -> None:
    _, path = told
    files = contents(path)
    rows = files[SCANS].decode("utf-8-sig").splitlines(keepends=True)
    swapped = "".join([rows[0], rows[2].replace(rows[2][:40], rows[1][:40]), *rows[2:]])
    later = files[SCANS].replace(b"entry", b"exit", 1)
    fewer = "".join(rows[:-1]).encode()
    for forged in (swapped.encode(), later, fewer):
        assert said(written(other, files | {SCANS: forged}, rehashed=True))
    lines = files[JOURNAL].splitlines(keepends=True)
    moved = files[JOURNAL].replace(b'"exit', b'"xxit', 1)
    emptied = b"".join(_without_body(line) for line in lines)
    for forged in (b"".join(lines[:-1]), b"".join(lines[1:]), moved, emptied):
        assert said(written(other, files | {JOURNAL: forged}, rehashed=True))


def _without_body(line: bytes) -> bytes:
    fields = json.loads(line)
    if fields[2] == "check-in.recorded":
        fields[8] = ""
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"


def test_a_forged_seal_is_named(told, other) -> None:
    _, path = told
    files = contents(path)
    data = json.loads(files[MANIFEST])
    (seal,) = data["seals"]
    (station,) = seal["heads"]
    for change in (
        {"day": "2026-06-03"},
        {"fingerprint": "0000-" * 5 + "0000"},
        {"heads": {station: [1, "00" * 32]}},
    ):
        forged = data | {"seals": [seal | change]}
        assert said(written(other, files | {MANIFEST: json.dumps(forged).encode()}))
    none = data | {"seals": []}
    named = said(written(other, files | {MANIFEST: json.dumps(none).encode()}))
    assert any("A seal that is in the journal" in one for one in named)


def test_a_chain_made_anew_is_not_the_events(told, other, tmp_path: Path) -> None:
    world, _ = told
    forger = World.new(tmp_path)
    ada = forger.register("Ada")
    forger.scan(ada)
    forged = pack(forger, tmp_path / "forged.zip")
    forger.close()
    files = contents(forged)
    data = json.loads(files[MANIFEST]) | {"event": world.store.event_id}
    assert said(written(other, files | {MANIFEST: json.dumps(data).encode()}), world)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_byte_anywhere_is_noticed(told, tmp_path_factory, data) -> None:
    world, path = told
    files = contents(path)
    name = data.draw(st.sampled_from(sorted(files)))
    body = bytearray(files[name])
    place = data.draw(st.integers(0, len(body) - 1))
    body[place] ^= data.draw(st.integers(1, 255))
    target = tmp_path_factory.mktemp("byte") / "pack.zip"
    assert is_noticed(written(target, files | {name: bytes(body)}), world) or (
        name == MANIFEST and json.loads(bytes(body)) == json.loads(files[MANIFEST])
    )


def is_noticed(path: Path, world: World) -> bool:
    try:
        return bool(checked(path, world).faults)
    except CheckinError as error:
        return error.code == "pack-manifest-unreadable"


def test_what_is_no_pack_is_refused_in_words(told, other, tmp_path: Path) -> None:
    _, path = told
    files = contents(path)
    cases = {
        "pack-not-there": tmp_path / "none.zip",
        "pack-unreadable": tmp_path / "text.zip",
        "not-a-pack": written(tmp_path / "a.zip", {"x.txt": b""}),
        "pack-unsafe": written(tmp_path / "b.zip", files | {"../x": b""}),
    }
    cases["pack-unreadable"].write_text("no zip")
    bomb = tmp_path / "bomb.zip"
    with ZipFile(bomb, "w", compression=8) as found:
        found.writestr(MANIFEST, b"{}")
        found.writestr("zeros", bytes(200_000_000))
    for code, tried in [*cases.items(), ("pack-unsafe", bomb)]:
        with pytest.raises(CheckinError) as refused:
            checked(tried)
        assert refused.value.code == code
    bad = written(other, files | {MANIFEST: b"[1]"})
    with pytest.raises(CheckinError) as refused:
        checked(bad)
    assert refused.value.code == "pack-manifest-unreadable"


def test_the_same_contents_are_the_same_file_and_a_cancel_leaves_nothing(told, tmp_path) -> None:
    world, path = told
    again = pack(world, tmp_path / "again.zip")
    one, other = contents(path), contents(again)
    assert {n: b for n, b in one.items() if n.endswith((".jsonl", ".csv", ".txt"))} == {
        n: b for n, b in other.items() if n.endswith((".jsonl", ".csv", ".txt"))
    }
    kept = tmp_path / "kept.zip"
    shutil.copy(again, kept)
    with pytest.raises(CheckinError) as refused:
        write_pack(kept, [("x", lambda path: None)], lambda _: "", lambda _done, _all: False)
    assert refused.value.code == "canceled"
    assert kept.read_bytes() == again.read_bytes()


def test_a_cancel_within_a_file_leaves_nothing_behind(told, tmp_path: Path) -> None:
    world, _ = told
    asked: list[int] = []

    def once(done: int, _total: int) -> bool:
        asked.append(done)
        return asked.count(1) < 2

    with pytest.raises(CheckinError) as refused:
        write_evidence(tmp_path / "pack.zip", world.store, COORDINATOR, once)
    assert refused.value.code == "canceled"
    assert asked[-1] == 1
    assert list(tmp_path.iterdir()) == []
