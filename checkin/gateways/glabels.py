"""Reads the sheets of gLabels: files of templates, and the template a document is made with.

The format is that of its document type, versions 2 to 4; documents may be packed with gzip.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree.ElementTree import Element

from checkin.domain.stock import Stock
from checkin.domain.stockform import LONGEST_NAME, PAGES, StockError, checked
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.gateways.xmlcheck import parse_xml

MOST_BYTES, MOST_UNPACKED = 4_000_000, 16_000_000
MOST_TEMPLATES = 2_000
_GZIP = b"\x1f\x8b"
_GZIPPED = 16 + zlib.MAX_WBITS
_LENGTH = re.compile(r"\s*([-+]?\d{0,7}\.?\d{1,20}(?:e-\d{1,3})?)\s*(pt|in|mm|cm|pc)?\s*")
# In hundredths of a millimetre; a number alone is points.
_UNITS = {"mm": 100.0, "cm": 1_000.0, "in": 2_540.0, "pt": 2_540 / 72, "pc": 2_540 / 6}
_PAGES = PAGES | {"US-Letter": PAGES["Letter"], "US-Legal": PAGES["Legal"]}
# People measure such sheets by hand, and points are rounded: a millimetre too much is touching.
_ROUNDED = 100


@dataclass(frozen=True, slots=True)
class Templates:
    """What a file holds: stocks, and by their name those left out, each with a reason's code."""

    stocks: tuple[Stock, ...]
    left_out: Mapping[str, str]


def read_templates(path: Path) -> Templates:
    """Return the stocks of a file.

    CheckinError `glabels-unreadable`, `glabels-unsafe`, or `glabels-unusable` with the first
    reason where nothing in it can be used.
    """
    root = _parsed(path)
    if _tag(root) not in {"Glabels-templates", "Glabels-document"}:
        raise CheckinError("glabels-unreadable", path=path)
    found = [one for one in root if _tag(one) == "Template"]
    if not found or len(found) > MOST_TEMPLATES:
        raise CheckinError("glabels-unreadable", path=path)
    stocks: dict[str, Stock] = {}
    left_out: dict[str, str] = {}
    for template in found:
        name = _name(template)
        try:
            stocks[name] = _stock(template, name, stocks)
        except StockError as error:
            left_out[name] = error.reason
    if not stocks:
        name, reason = next(iter(left_out.items()))
        raise CheckinError("glabels-unusable", path=path, stock=name, reason=reason)
    return Templates(tuple(stocks.values()), left_out)


def _parsed(path: Path) -> Element:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CheckinError("glabels-unreadable", path=path) from error
    if len(content) > MOST_BYTES:
        raise CheckinError("glabels-unsafe", path=path)
    if content.startswith(_GZIP):
        content = _unpacked(content, path)
    try:
        return parse_xml(content, str(path))
    except CheckinError as error:
        if error.code == "workbook-unsafe":
            raise CheckinError("glabels-unsafe", path=path) from error
        raise CheckinError("glabels-unreadable", path=path) from error


def _unpacked(content: bytes, path: Path) -> bytes:
    unpacking = zlib.decompressobj(_GZIPPED)
    try:
        unpacked = unpacking.decompress(content, MOST_UNPACKED)
    except zlib.error as error:
        raise CheckinError("glabels-unreadable", path=path) from error
    if unpacking.unconsumed_tail:
        raise CheckinError("glabels-unsafe", path=path)
    return unpacked


def _stock(template: Element, name: str, before: Mapping[str, Stock]) -> Stock:
    if equal := template.get("equiv"):
        like = before.get(_called(template, equal))
        if like is None:
            raise StockError("like-unknown")
        return replace(like, name=name)
    label = next(_labels(template), None)
    layouts = [one for one in label if _tag(one) == "Layout"] if label is not None else []
    if label is None or len(layouts) != 1:
        raise StockError("several-layouts")
    width, height, corner = _size(label)
    layout, (page_width, page_height) = layouts[0], _page(template)
    columns, rows = _count(layout, "nx"), _count(layout, "ny")
    across = _Row(columns, _length(layout, "x0"), _length(layout, "dx"), width).within(page_width)
    down = _Row(rows, _length(layout, "y0"), _length(layout, "dy"), height).within(page_height)
    return checked(
        Stock(
            name=name,
            page_width=page_width,
            page_height=page_height,
            columns=columns,
            rows=rows,
            badge_width=across.size,
            badge_height=down.size,
            left=across.start,
            top=down.start,
            column_gap=across.gap,
            row_gap=down.gap,
            maker=clean(template.get("brand", ""))[:LONGEST_NAME],
            corner=min(corner, across.size // 2, down.size // 2),
        )
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """Labels in one direction: how many, where the first begins, how far to the next, how long."""

    count: int
    start: int
    step: int
    size: int

    @property
    def gap(self) -> int:
        return self.step - self.size if self.count > 1 else 0

    def within(self, page: int) -> "_Row":
        """Return the same row, cut to what is left of it where roundings made it too long."""
        row = self
        if row.count > 1 and 0 < row.size - row.step <= _ROUNDED:
            row = replace(row, size=row.step)
        end = row.start + row.size + (row.count - 1) * row.step
        if row.count > 0 and 0 < end - page <= _ROUNDED:
            less = -(-(end - page) // row.count)
            row = replace(row, step=row.step - less, size=row.size - less)
        return row


def _labels(template: Element) -> Iterator[Element]:
    return (one for one in template if _tag(one).startswith("Label-"))


def _size(label: Element) -> tuple[int, int, int]:
    """Return width, height and the radius of the corners of a label."""
    match _tag(label):
        case "Label-rectangle":
            corner = _length(label, "round")
            return _length(label, "width"), _length(label, "height"), corner
        case "Label-round":
            radius = _length(label, "radius")
            return 2 * radius, 2 * radius, radius
        case "Label-cd":
            raise StockError("disc")
    raise StockError("shape")


def _page(template: Element) -> tuple[int, int]:
    size = template.get("size", "")
    if size in _PAGES:
        return _PAGES[size]
    return _length(template, "width"), _length(template, "height")


def _length(element: Element, name: str) -> int:
    text = element.get(name, "")
    if not text.strip():
        return 0
    found = _LENGTH.fullmatch(text.lower())
    if not found:
        raise StockError("length")
    return round(float(found[1]) * _UNITS[found[2] or "pt"])


def _count(layout: Element, name: str) -> int:
    text = layout.get(name, "").strip()
    if not (text.isascii() and text.isdecimal() and len(text) <= len("1000")):
        raise StockError("grid")
    return int(text)


def _name(template: Element) -> str:
    return _called(template, template.get("part", "") or template.get("name", ""))


def _called(template: Element, part: str) -> str:
    return clean(f"{template.get('brand', '')} {part}")[:LONGEST_NAME].strip()


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
