"""Goes once through all parts of a zipped workbook: refuses what is unsafe, measures sheets."""

import posixpath
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from checkin.errors import CheckinError
from checkin.gateways.cellscan import MAX_ODD, CellScan
from checkin.gateways.otherscans import binary_records, scan_binary, scan_open
from checkin.gateways.xmlcheck import check_xml, is_xml, parse_xml
from checkin.gateways.zipcheck import OPEN_CONTENT, Package

# A list of 100,000 people with 25 columns; and what a sheet may be laid out to.
MAX_CELLS, MAX_AREA = 2_500_000, 5_000_000
# Folders and parts that the library reads; drawings and what other programs put beside may be odd.
READ = ("xl/", "_rels/", "[content_types]", "content.xml", "meta-inf/")
BINARY_SHEET = b"\x81\x01\x00"
BINARY_BUNDLE = 156
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def scan_sheets(data: bytes, file: str) -> dict[str, CellScan]:
    """Return what was seen of each sheet, by its name.

    CheckinError if the file is no workbook, damaged, unsafe, too large or has a password.
    """
    package = Package(data, file)
    scans = {name: scan for name in package.names if (scan := _scan(package, name))}
    is_open = package.workbook == OPEN_CONTENT
    if is_open:
        scans = scan_open(package.read(OPEN_CONTENT))
    for scan in scans.values():
        _check_size(scan, file)
    return scans if is_open else _by_name(package, scans)


def _by_name(package: Package, scans: Mapping[str, CellScan]) -> dict[str, CellScan]:
    named: dict[str, CellScan] = {}
    for name, part in _sheet_parts(package):
        if name in named:
            raise CheckinError("workbook-damaged", file=package.file)
        if part in scans:
            named[name] = scans[part]
    return named


def _scan(package: Package, name: str) -> CellScan | None:
    """Inflate a whole part, which proves it sound; return what was seen if it is a sheet."""
    chunks = package.chunks(name)
    first = next(chunks, b"")
    if first.startswith(BINARY_SHEET) and name.endswith(".bin"):
        return scan_binary(package.read(name))
    if _root(package, name, first) != "worksheet" and b"sheetData" not in first:
        deque(chunks, maxlen=0)
        return None
    scan = _measured(CellScan(), chain([first], chunks))
    if scan.is_doubtful(MAX_AREA):
        return _measured(CellScan(exact=True), package.chunks(name))
    return scan


def _root(package: Package, name: str, first: bytes) -> str:
    """Return what the part's outermost element is; nothing of what is no XML, or read by nobody."""
    if not is_xml(name, first):
        return ""
    try:
        return check_xml(first, len(first) == package.size(name), package.file)
    except CheckinError as error:
        if error.code == "workbook-unsafe" or (name.startswith(READ) and not name.endswith(".vml")):
            raise
        return ""


def _measured(scan: CellScan, chunks: Iterable[bytes]) -> CellScan:
    for chunk in chunks:
        scan.feed(chunk)
    scan.finish()
    return scan


def _check_size(scan: CellScan, file: str) -> None:
    if scan.cells > MAX_CELLS:
        raise CheckinError("workbook-cells", file=file, count=scan.cells, limit=MAX_CELLS)
    if scan.area > MAX_AREA:
        raise CheckinError("workbook-spread", file=file, row=scan.height)
    if len(scan.odd) >= MAX_ODD:
        raise CheckinError("workbook-uncalculated", file=file)


def _sheet_parts(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and the part it is in."""
    folder, _, file = package.workbook.rpartition("/")
    relations = parse_xml(
        package.read(f"{folder}/_rels/{file}.rels".removeprefix("/")), package.file
    )
    targets = {
        one.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
        for one in relations
    }
    for name, relation in _bundled(package):
        yield name, targets.get(relation, "").removeprefix("/").lower()


def _bundled(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and the id of its relation."""
    part = package.read(package.workbook)
    if package.workbook.endswith(".bin"):
        for record, body in binary_records(part):
            if record == BINARY_BUNDLE:
                relation, rest = _wide_text(body[8:])
                yield _wide_text(rest)[0], relation
        return
    for one in parse_xml(part, package.file).iter():
        if one.tag.rpartition("}")[2] == "sheet":
            yield one.get("name", ""), one.get(RELATION) or one.get(STRICT_RELATION) or ""


def _wide_text(body: bytes) -> tuple[str, bytes]:
    end = 4 + 2 * int.from_bytes(body[:4], "little")
    return body[4:end].decode("utf-16-le", "replace"), body[end:]
