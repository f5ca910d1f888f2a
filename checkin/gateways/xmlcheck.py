"""Refuses XML with a document type or entities, and XML that is not well formed."""

from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from checkin.errors import CheckinError

MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def is_xml(name: str, beginning: bytes) -> bool:
    """Tell whether a part is XML, by its name or by how it begins, whatever its encoding."""
    start = beginning[:64]
    for mark in MARKS:
        start = start.removeprefix(mark)
    return name.endswith((".xml", ".rels")) or start.replace(b"\0", b"").lstrip().startswith(b"<")


def check_xml(beginning: bytes, is_whole: bool, file: str) -> str:
    """Return what the outermost element is called, without its prefix.

    CheckinError `workbook-unsafe`, or `workbook-damaged`: where not well formed as far as
    `beginning` goes, or not in UTF-8, in which every spreadsheet program writes. Document types
    stand before the outermost element, so the beginning of a long part tells.
    """
    check = _Check(file)
    try:
        check.parser.Parse(beginning, is_whole)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise CheckinError("workbook-damaged", file=file) from error
    if not check.root or not _is_utf8(beginning):
        raise CheckinError("workbook-damaged", file=file)
    return check.root.rpartition(":")[2]


def parse_xml(part: bytes, file: str) -> Element:
    """Return the outermost element of a whole part; CheckinError as from `check_xml`."""
    check_xml(part, True, file)
    try:
        return fromstring(part)
    except (ParseError, LookupError, ValueError) as error:
        raise CheckinError("workbook-damaged", file=file) from error


class _Check:
    def __init__(self, file: str) -> None:
        self.root = ""
        self._file = file
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._begin
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _begin(self, name: str, _: object) -> None:
        self.root = name
        self.parser.StartElementHandler = None

    def _refuse(self, *_: object) -> NoReturn:
        raise CheckinError("workbook-unsafe", file=self._file)


def _is_utf8(beginning: bytes) -> bool:
    head = beginning[:128].lower()
    declared = head[: head.find(b"?>") + 1]
    return b"\0" not in head and (b"encoding" not in declared or b"utf-8" in declared)
