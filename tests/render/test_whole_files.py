"""Files come out whole or not at all, whatever goes wrong on the way."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from checkin.errors import CheckinError
from checkin.render.sheet import write_pdf, write_pngs
from tests.render.faces import CLASSIC, RUTA


def write_a_pdf(folder, faces, **more):
    return write_pdf(folder / "badges.pdf", faces, CLASSIC, **more)


def write_two_pngs(folder, faces, **more):
    return write_pngs(
        folder, faces, [f"{number}.png" for number in range(len(faces))], CLASSIC, **more
    )


WAYS = pytest.mark.parametrize("write", [write_a_pdf, write_two_pngs])


@WAYS
@pytest.mark.parametrize("last", [1, 2])
def test_cancel_leaves_nothing_and_what_was_there(qapp, tmp_path, write, last):
    for name in ("badges.pdf", "0.png"):
        (tmp_path / name).write_text("old")
    assert write(tmp_path, [RUTA] * 2, progress=lambda done: done < last) == 0
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "badges.pdf": "old",
        "0.png": "old",
    }


@WAYS
def test_an_older_file_is_replaced(qapp, tmp_path, write):
    write(tmp_path, [RUTA] * 2)
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    for file in before:
        file.write_text("old")
    assert write(tmp_path, [RUTA] * 2)
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in before}
    assert not any(file.read_bytes() == b"old" for file in before)


@WAYS
def test_a_missing_folder_is_said_and_not_made(qapp, tmp_path, write):
    with pytest.raises(CheckinError) as failed:
        write(tmp_path / "gone", [RUTA])
    assert failed.value.code == "cannot-write"
    assert not any(tmp_path.iterdir())


@WAYS
def test_a_folder_in_the_files_place_is_said(qapp, tmp_path, write):
    for name in ("badges.pdf", "1.png"):
        (tmp_path / name).mkdir()
    with pytest.raises(CheckinError) as failed:
        write(tmp_path, [RUTA] * 2)
    assert failed.value.code == "cannot-write"
    assert {file.name for file in tmp_path.iterdir()} == {"badges.pdf", "1.png"}


@WAYS
def test_no_badges_are_refused(qapp, tmp_path, write):
    with pytest.raises(CheckinError) as failed:
        write(tmp_path, [])
    assert failed.value.code == "no-badges"
    assert not any(tmp_path.iterdir())


@WAYS
def test_a_badge_that_fails_leaves_nothing(qapp, tmp_path, write):
    with pytest.raises(ValueError, match="not-a-badge-code"):
        write(tmp_path, [RUTA, replace(RUTA, code="wrong")])
    assert not any(tmp_path.iterdir())


def test_each_badge_becomes_a_png_of_its_name(qapp, tmp_path):
    assert write_pngs(tmp_path, [RUTA] * 2, ["Rūta.png", "Rūta 2.png"], CLASSIC, dpi=100) == 2
    assert {file.name for file in tmp_path.iterdir()} == {"Rūta.png", "Rūta 2.png"}


def test_two_badges_of_one_name_are_refused(qapp, tmp_path):
    with pytest.raises(CheckinError):
        write_pngs(tmp_path, [RUTA] * 2, ["a.png", "a.png"], CLASSIC)
    assert not any(tmp_path.iterdir())


@contextmanager
def disk_of(size):
    """Refuse, as a full disk does, whatever would make a file longer than `size`."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@WAYS
def test_a_full_disk_is_said_and_leaves_what_was_there(qapp, tmp_path, write):
    for name in ("badges.pdf", "0.png", "1.png"):
        (tmp_path / name).write_text("old")
    with disk_of(5000), pytest.raises(CheckinError) as failed:
        write(tmp_path, [RUTA] * 2)
    assert failed.value.code == "cannot-write"
    assert str(tmp_path) in str(failed.value.facts["path"])
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"] * 3
