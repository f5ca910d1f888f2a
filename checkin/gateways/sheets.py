"""Reads a registration list from a text or a workbook as somebody's system wrote it."""

from dataclasses import replace
from pathlib import Path

from checkin.domain.table import Table
from checkin.errors import CheckinError
from checkin.gateways.addresses import with_addresses
from checkin.gateways.dialect import (
    declared_delimiter,
    plainly_quoted,
    records,
    sniff_delimiter,
    unwrapped,
    without_comments,
)
from checkin.gateways.encoding import Decoded, decode, decode_as
from checkin.gateways.filetype import CONTAINERS, NOISE, foreign_type, is_noise
from checkin.gateways.headless import with_header
from checkin.gateways.letters import letters_right, with_letters_right
from checkin.gateways.nobody import people_only
from checkin.gateways.plainfile import list_bytes
from checkin.gateways.rows import read_records
from checkin.gateways.spreadsheet import read_workbook
from checkin.gateways.tidying import tidy
from checkin.gateways.wide import unmarked_unicode

MAX_BYTES = 64_000_000
MAX_ROWS = 1_048_576
# Zeros left by a crash while saving, and the end-of-file mark of DOS.
TAIL = "\x00\x1a"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_list(path: Path, encoding: str = "", sheet: str = "") -> Table:
    """Return the list; CheckinError if the file is none, or nothing in it is a row.

    `encoding` is what somebody says the letters are in, such as cp1252; else it is found out.
    `sheet` names the sheet of a workbook; else the likely one is taken.
    Rows that cannot be read are among the faults, by the numbers a spreadsheet shows.
    """
    data = list_bytes(path, MAX_BYTES)
    if data.startswith(CONTAINERS):
        table = with_letters_right(read_workbook(data, path.name, sheet))
        return with_addresses(people_only(table))
    if kind := foreign_type(data):
        raise CheckinError("sheet-is-foreign", file=path.name, kind=kind)
    lines, decoded, warnings = _read_lines(data, path, encoding)
    delimiter = declared_delimiter(lines[0])
    lines = unwrapped(lines if delimiter is None else lines[1:])
    delimiter = delimiter or sniff_delimiter(lines)
    lines = plainly_quoted(without_comments(lines, delimiter), delimiter)
    found = with_header(records(lines, delimiter), warnings)
    table = read_records(found, path.name, decoded.broken, warnings)
    return replace(with_addresses(people_only(table)), encoding=decoded.encoding)


def _read_lines(
    data: bytes, path: Path, encoding: str
) -> tuple[list[str], Decoded, list[tuple[str, str]]]:
    """Return the lines, how they were read, and warnings."""
    letters = _without_zeros(data)
    decoded = _decode(letters, path, encoding)
    text = decoded.text.rstrip(TAIL)
    warnings = [("guessed-encoding", decoded.encoding)] if not decoded.certain else []
    if zeros := len(data) - len(letters):
        warnings.append(("zeros-between", str(zeros)))
    if len(text) < len(decoded.text):
        warnings.append(("damaged-end", str(len(decoded.text) - len(text))))
    if damaged := text.count("\ufffd"):
        warnings.append(("damaged-letters", str(damaged)))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, put_right = letters_right(text)
    return _lines(text, path), decoded, [*warnings, *put_right]


def _without_zeros(data: bytes) -> bytes:
    """Return the text without the zeros that a faulty program put between its letters.

    Those of UTF-16 stay, also where that is cut short, and those of what is no text without them:
    then other control characters are left, halves of letters.
    """
    head = data.rstrip(TAIL.encode())
    if not is_noise(head) or data.startswith(WIDE_MARKS) or unmarked_unicode(data):
        return data
    letters = data.replace(b"\0", b"")
    return data if NOISE.search(letters.rstrip(TAIL.encode())) else letters


def _decode(data: bytes, path: Path, encoding: str) -> Decoded:
    """Return the text; CheckinError if the bytes are no text or cannot be told."""
    noise = is_noise(data.rstrip(TAIL.encode())) and not data.startswith(WIDE_MARKS)
    if encoding:
        return decode_as(data, encoding)
    try:
        decoded = decode(data)
    except CheckinError as error:
        if noise:
            raise CheckinError("sheet-is-foreign", file=path.name, kind="no text") from error
        raise CheckinError("sheet-encoding", file=path.name) from error
    if noise and not decoded.encoding.startswith(("utf-16", "utf-32")):
        raise CheckinError("sheet-is-foreign", file=path.name, kind="no text")
    return decoded


def _lines(text: str, path: Path) -> list[str]:
    """Return the lines of tidied text, each ending in `\\n`, without the blank ones at the end."""
    text = tidy(text).rstrip()
    if not text:
        raise CheckinError("sheet-empty", file=path.name)
    if text.count("\n") > MAX_ROWS:
        raise CheckinError("sheet-too-long", file=path.name, limit=MAX_ROWS)
    return text.splitlines(keepends=True)
