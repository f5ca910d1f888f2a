"""Looks into a zipped workbook before anything reads it: is it one, is it whole, is it safe?"""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from checkin.errors import CheckinError
from checkin.gateways.xmlcheck import parse_xml

MAX_PARTS = 4000
MAX_UNPACKED = 256_000_000
# What has to be held at once: an OpenDocument's content, an index.
MAX_WHOLE = 128_000_000
# Real sheets shrink to a tenth or a fortieth; small parts may do better.
MAX_RATIO, RATIO_FROM = 200, 8_000_000
# Small enough to stay near the processor while it is looked through.
CHUNK = 1 << 18
ENCRYPTED = 0x1
OPEN_SHEET = "application/vnd.oasis.opendocument.spreadsheet"
OPEN_CONTENT = "content.xml"
START, TYPES = "_rels/.rels", "[content_types].xml"
# A part that only such a file has, and the word for it in a sentence.
OTHERS = (
    ("word/document.xml", "Word document"),
    ("ppt/presentation.xml", "PowerPoint presentation"),
    ("index/document.iwa", "Numbers, Pages or Keynote document"),
)


class Package:
    """The parts of a zipped workbook, each inflated piece by piece and never onto the disk.

    `workbook` is the part that tells of the sheets, or an OpenDocument's content.
    """

    def __init__(self, data: bytes, file: str) -> None:
        """Open it; CheckinError if it is no workbook, damaged, too large or has a password."""
        self.file = file
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise CheckinError("workbook-damaged", file=file) from error
        self._infos = {_plain(info.filename): info for info in self._zip.infolist()}
        _check_directory(self._zip.infolist(), file)
        self.workbook = self._find_workbook()

    @property
    def names(self) -> Iterable[str]:
        """The parts' names, in small letters."""
        return self._infos

    def read(self, name: str) -> bytes:
        """Return a whole part; CheckinError if it is missing, damaged or too large for that."""
        if name in self._infos and self.size(name) > MAX_WHOLE:
            raise CheckinError(
                "workbook-unpacked", file=self.file, limit=f"{MAX_WHOLE // 10**6} MB"
            )
        return b"".join(self.chunks(name))

    def size(self, name: str) -> int:
        """Return how many bytes a part declares to be."""
        return self._infos[name].file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield what a part inflates to, which is never more than its entry declares."""
        if name not in self._infos:
            raise CheckinError("workbook-damaged", file=self.file)
        info = self._infos[name]
        left = info.file_size
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(CHUNK):
                    left -= len(chunk)
                    yield chunk
        except (BadZipFile, EOFError, OSError, zlib.error, ValueError, RuntimeError) as error:
            raise CheckinError("workbook-damaged", file=self.file) from error
        if left:
            raise CheckinError("workbook-damaged", file=self.file)

    def _find_workbook(self) -> str:
        """Return the part that the workbook is in; CheckinError if there is none, or two kinds."""
        if word := next((word for name, word in OTHERS if name in self._infos), ""):
            raise CheckinError("sheet-is-foreign", file=self.file, kind=word)
        if "mimetype" in self._infos:
            return self._find_open_document()
        if START not in self._infos:
            raise CheckinError("sheet-is-foreign", file=self.file, kind="ZIP archive")
        if TYPES not in self._infos:
            raise CheckinError("workbook-damaged", file=self.file)
        targets = [
            one.get("Target", "")
            for one in parse_xml(self.read(START), self.file)
            if one.get("Type", "").endswith("/officeDocument")
        ]
        workbook = _plain(targets[0]) if targets else ""
        if len(targets) != 1 or workbook not in self._infos or OPEN_CONTENT in self._infos:
            raise CheckinError("workbook-damaged", file=self.file)
        return workbook

    def _find_open_document(self) -> str:
        kind = self.read("mimetype").decode("ascii", "replace").strip()
        if not kind.startswith(OPEN_SHEET):
            raise CheckinError("sheet-is-foreign", file=self.file, kind="another document")
        if b"encryption-data" in self.read("meta-inf/manifest.xml"):
            raise CheckinError("workbook-password", file=self.file)
        if OPEN_CONTENT not in self._infos or START in self._infos:
            raise CheckinError("workbook-damaged", file=self.file)
        return OPEN_CONTENT


def _check_directory(entries: Sequence[ZipInfo], file: str) -> None:
    if not all(info.filename for info in entries):
        raise CheckinError("workbook-damaged", file=file)
    entries = [info for info in entries if not info.is_dir()]
    if len(entries) > MAX_PARTS:
        raise CheckinError("workbook-parts", file=file, count=len(entries), limit=MAX_PARTS)
    if any(info.flag_bits & ENCRYPTED for info in entries):
        raise CheckinError("workbook-password", file=file)
    if any(".." in _plain(info.filename).split("/") for info in entries):
        raise CheckinError("workbook-unsafe", file=file)
    if max(Counter(_plain(info.filename) for info in entries).values(), default=0) > 1:
        raise CheckinError("workbook-damaged", file=file)
    if any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in entries):
        raise CheckinError("workbook-damaged", file=file)
    if sum(info.file_size for info in entries) > MAX_UNPACKED or any(map(_is_bomb, entries)):
        raise CheckinError("workbook-unpacked", file=file, limit=f"{MAX_UNPACKED // 10**6} MB")


def _is_bomb(info: ZipInfo) -> bool:
    return info.file_size > max(RATIO_FROM, MAX_RATIO * info.compress_size)


def _plain(name: str) -> str:
    return name.replace("\\", "/").removeprefix("/").lower()
