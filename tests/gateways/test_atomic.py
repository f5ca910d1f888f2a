"""A file is written whole or not at all, and nothing else is left beside it."""

import os
import stat
import subprocess
import sys

import pytest

from checkin.errors import CheckinError
from checkin.gateways.atomic import replacing

FILL = """
import resource, signal, sys
from pathlib import Path
from checkin.errors import CheckinError
from checkin.gateways.text import write_csv
from checkin.gateways.workbook import Sheet, write_workbook

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
rows = ((f"{number}", "filling " * 20) for number in range(50_000))
path = Path(sys.argv[1])
try:
    if path.suffix == ".csv":
        write_csv(path, ("a", "b"), rows)
    else:
        write_workbook(path, [Sheet("Full", ("a", "b"), rows)])
except CheckinError as error:
    print(error.code, error.facts["path"] == path)
"""


def write(path, text="new"):
    with replacing(path) as draft:
        draft.write_text(text)


def refusal(path):
    with pytest.raises(CheckinError) as said:
        write(path)
    return said.value.code


def test_a_new_file_appears_with_nothing_beside_it(tmp_path):
    write(tmp_path / "list.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]
    assert (tmp_path / "list.csv").read_text() == "new"


def test_the_old_file_stands_until_the_end(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("old")
    with replacing(path) as draft:
        draft.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, GeneratorExit])
def test_whatever_goes_wrong_leaves_the_old_file(tmp_path, failure):
    path = tmp_path / "list.csv"
    path.write_text("old")

    def fail_midway():
        with replacing(path) as draft:
            draft.write_text("half")
            raise failure

    with pytest.raises(failure):
        fail_midway()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_a_link_leads_to_the_file_that_is_replaced(tmp_path):
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "list.csv"
    target.write_text("old")
    (tmp_path / "link.csv").symlink_to(target)
    write(tmp_path / "link.csv")
    assert target.read_text() == "new"
    assert (tmp_path / "link.csv").is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind there")
def test_only_the_owner_reads_a_new_file_and_an_old_one_keeps_its_permissions(tmp_path):
    write(tmp_path / "new.csv")
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == 0o600
    (tmp_path / "old.csv").write_text("old")
    (tmp_path / "old.csv").chmod(0o640)
    write(tmp_path / "old.csv")
    assert stat.S_IMODE((tmp_path / "old.csv").stat().st_mode) == 0o640


def test_places_where_no_file_can_be(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(tmp_path / "none" / "list.csv") == "folder-missing"
    assert refusal(tmp_path / "file" / "list.csv") == "folder-missing"
    assert refusal(tmp_path) == "is-a-folder"
    assert refusal(tmp_path / "a\0b.csv") == "file-fault"
    assert refusal(tmp_path / "loop") == "file-fault"
    assert refusal(tmp_path / ("n" * 300)) == "file-fault"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_or_a_device_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "not-a-plain-file"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root is stopped by no permission")
def test_a_folder_one_may_not_write_in(tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    assert refusal(tmp_path / "locked" / "list.csv") == "no-permission"


def test_a_folder_that_goes_away_meanwhile_is_told(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()

    def pull_the_stick_out():
        with replacing(folder / "list.csv") as draft:
            draft.parent.rmdir()
            folder.rmdir()
            draft.write_text("new")

    with pytest.raises(CheckinError) as said:
        pull_the_stick_out()
    assert said.value.code == "file-fault"


@pytest.mark.skipif(os.name == "nt", reason="a limit of this kind is not known there")
@pytest.mark.parametrize("name", ["full.csv", "full.xlsx"])
def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path, name):
    (tmp_path / name).write_text("old")
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(tmp_path / name)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == ("no-room True\n", "")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
