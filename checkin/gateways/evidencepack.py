"""Writes and reads the ZIP file of an evidence pack, its files hashed as they pass."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - a class under a name like a function's

from checkin.domain.evidence import LONGEST_NAME, MANIFEST, Part
from checkin.errors import CheckinError
from checkin.gateways.atomic import replacing

Writer = tuple[str, Callable[[Path], None]]
"""A file's name in the pack, and what writes it to a path."""

_CHUNK = 1 << 18
_MOST_FILES = 500
_MOST_UNPACKED = 8_000_000_000
_MOST_WHOLE = 64_000_000
_LONGEST_LINE = 16_000_000
# Beyond that much, what shrinks so well was made to fill a disk.
_RATIO, _RATIO_FROM = 200, 100_000_000
_METHODS = (ZIP_STORED, ZIP_DEFLATED)
# What reading a damaged file raises.
_DAMAGE = (BadZipFile, ZlibError, EOFError, OSError, ValueError, RuntimeError)
# So that the same contents are the same file, whenever it was written.
_ALWAYS = (2000, 1, 1, 0, 0, 0)


def write_pack(
    path: Path,
    writers: Sequence[Writer],
    manifest: Callable[[tuple[Part, ...]], str],
    progress: Callable[[int, int], bool],
) -> None:
    """Write a pack of what `writers` write, and last the manifest of all that.

    `progress` hears how many files are done of how many, and stops it by saying no:
    CheckinError("canceled"). Raises CheckinError as `atomic.replacing` does.
    """
    with replacing(path) as draft:
        parts = []
        with ZipFile(draft, "w", ZIP_DEFLATED) as pack:
            for done, (name, write) in enumerate(writers):
                if not progress(done, len(writers)):
                    raise CheckinError("canceled")
                part = draft.with_name("part" + Path(name).suffix)
                write(part)
                parts.append(_add(pack, name, part))
                part.unlink()
            pack.writestr(_info(MANIFEST), manifest(tuple(parts)))
        progress(len(writers), len(writers))


def _add(pack: ZipFile, name: str, part: Path) -> Part:
    digest, size = sha256(), 0
    with part.open("rb") as source, pack.open(_info(name), "w", force_zip64=True) as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return Part(name, size, digest.hexdigest())


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _ALWAYS)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


class Pack:
    """A pack that is open to be looked at; of a file that is damaged what can be read."""

    def __init__(self, zip_file: ZipFile) -> None:
        self._zip = zip_file
        self._infos = {info.filename: info for info in zip_file.infolist()}

    def parts(self, progress: Callable[[int, int], bool]) -> dict[str, Part]:
        """Return what is there, each file read to its end; a damaged one has no size."""
        found = {}
        for done, name in enumerate(self._infos):
            if not progress(done, len(self._infos)):
                raise CheckinError("canceled")
            found[name] = self._part(name)
        return found

    def _part(self, name: str) -> Part:
        digest, size = sha256(), 0
        try:
            for chunk in self._chunks(name):
                digest.update(chunk)
                size += len(chunk)
        except _DAMAGE:
            return Part(name, -1, "")
        return Part(name, size, digest.hexdigest())

    def text(self, name: str) -> str:
        """Return a whole file as text, empty where there is none or it is damaged."""
        if name not in self._infos or self._infos[name].file_size > _MOST_WHOLE:
            return ""
        try:
            return b"".join(self._chunks(name)).decode("utf-8-sig", "replace")
        except _DAMAGE:
            return ""

    def lines(self, name: str) -> Iterator[str]:
        """Yield the lines of a file up to where it is damaged, none where there is none."""
        if name not in self._infos:
            return
        with suppress(*_DAMAGE), self._zip.open(name) as raw:
            source = io.TextIOWrapper(raw, "utf-8-sig", "replace", newline="\n")
            while line := source.readline(_LONGEST_LINE):
                yield line.rstrip("\r\n")

    def _chunks(self, name: str) -> Iterator[bytes]:
        with self._zip.open(name) as part:
            while chunk := part.read(_CHUNK):
                yield chunk


@contextmanager
def open_pack(path: Path) -> Iterator[Pack]:
    """Open a pack; CheckinError if it is none, or one that was made to do harm."""
    if not path.is_file():
        raise CheckinError("pack-not-there", path=path)
    try:
        zip_file = ZipFile(path)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise CheckinError("pack-unreadable", path=path) from error
    with zip_file:
        _check_directory(zip_file.infolist(), path)
        yield Pack(zip_file)


def _check_directory(infos: Sequence[ZipInfo], path: Path) -> None:
    names = [info.filename for info in infos]
    size = sum(info.file_size for info in infos)
    # The file's own size: entries of a bomb may all be the same bytes of it.
    packed = path.stat().st_size
    is_bomb = size > _MOST_UNPACKED or (size > _RATIO_FROM and size > _RATIO * max(packed, 1))
    is_odd = any(
        "/" in name or "\\" in name or not name.strip(".") or len(name) > LONGEST_NAME
        for name in names
    ) or any(info.compress_type not in _METHODS for info in infos)
    if len(names) > _MOST_FILES or is_bomb or is_odd or len(set(names)) != len(names):
        raise CheckinError("pack-unsafe", path=path)
    if MANIFEST not in names:
        raise CheckinError("not-a-pack", path=path)


def csv_rows(lines: Iterable[str]) -> Iterator[Sequence[str]]:
    """Yield the rows of a CSV file; ValueError for one that is none."""
    try:
        yield from csv.reader(lines)
    except csv.Error as error:
        raise ValueError("no CSV") from error
