"""Puts files in place whole: nobody ever sees half of one, and a failure leaves the old one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from shutil import rmtree

from checkin.errors import CheckinError


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` beside `path` and put it in place of what is there.

    Raises `cannot-write` with the file and why.
    """
    with whole_file(path) as beside:
        write_to_disk(beside, content)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give where to write a file that takes the place of `path` if the block ends well.

    Raises `cannot-write` with the file and why; then, and after any other exception, `path` is as
    it was.
    """
    _refuse_what_is_no_file(path)
    beside = _beside(path.parent)
    with _said_of(path):
        try:
            yield beside
            beside.replace(path)
        finally:
            with suppress(OSError):
                beside.unlink()


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Give a folder inside `folder` whose files move up to `folder` if the block ends well.

    Raises `cannot-write` with the folder and why; then, and after any other exception, the files
    made in the block are gone and those in `folder` as they were.
    """
    inside = _beside(folder)
    with _said_of(folder):
        inside.mkdir()
        try:
            yield inside
            made = sorted(inside.iterdir())
            for file in made:
                _refuse_what_is_no_file(folder / file.name)
            for file in made:
                file.replace(folder / file.name)
        finally:
            rmtree(inside, ignore_errors=True)


def write_to_disk(path: Path, content: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _beside(folder: Path) -> Path:
    return folder / f".checkin-{token_hex(6)}.new"


def _refuse_what_is_no_file(path: Path) -> None:
    # Replacing would otherwise put a file where a device was.
    if path.exists() and not path.is_file():
        raise CheckinError("cannot-write", path=str(path), why="it is not a file")


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CheckinError("cannot-write", path=str(path), why=why) from error
