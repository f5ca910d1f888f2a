"""Reads a registration list from a text or a workbook as somebody's system wrote it."""

import os
import stat
from pathlib import Path

from checkin.domain.table import Table
from checkin.errors import CheckinError
from checkin.gateways.dialect import declared_delimiter, records, sniff_delimiter
from checkin.gateways.encoding import Decoded, decode, decode_as
from checkin.gateways.filetype import CONTAINERS, foreign_type, is_noise
from checkin.gateways.rows import read_records
from checkin.gateways.spreadsheet import read_workbook
from checkin.gateways.tidying import tidy

MAX_BYTES = 64_000_000
MAX_ROWS = 1_048_576
# Zeros left by a crash while saving, and the end-of-file mark of DOS.
TAIL = "\x00\x1a"


def read_list(path: Path, encoding: str = "", sheet: str = "") -> Table:
    """Return the list; CheckinError if the file is none, or nothing in it is a row.

    `encoding` is what somebody says the letters are in, such as cp1252; else it is found out.
    `sheet` names the sheet of a workbook; else the likely one is taken.
    Rows that cannot be read are among the faults, by the numbers a spreadsheet shows.
    """
    data = _bytes_of(path)
    if data.startswith(CONTAINERS):
        return read_workbook(data, path.name, sheet)
    if kind := foreign_type(data):
        raise CheckinError("sheet-is-foreign", file=path.name, kind=kind)
    lines, broken, warnings = _read_lines(data, path, encoding)
    delimiter = declared_delimiter(lines[0])
    if delimiter:
        lines = lines[1:]
    found = records(lines, delimiter or sniff_delimiter(lines))
    return read_records(found, path.name, broken, warnings)


def _read_lines(
    data: bytes, path: Path, encoding: str
) -> tuple[list[str], bool, list[tuple[str, str]]]:
    """Return the lines, whether some hold bytes that are no text, and warnings."""
    decoded = _decode(data, path, encoding)
    text = decoded.text.rstrip(TAIL)
    warnings = [("guessed-encoding", decoded.encoding)] if not decoded.certain else []
    if len(text) < len(decoded.text):
        warnings.append(("damaged-end", str(len(decoded.text) - len(text))))
    if damaged := text.count("\ufffd"):
        warnings.append(("damaged-letters", str(damaged)))
    return _lines(text, path), decoded.broken, warnings


def _bytes_of(path: Path) -> bytes:
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise CheckinError("sheet-not-a-file", file=path.name)
            data = file.read(MAX_BYTES + 1)
    except IsADirectoryError as error:
        raise CheckinError("sheet-not-a-file", file=path.name) from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise CheckinError("sheet-missing", file=str(path)) from error
    except OSError as error:
        raise CheckinError("sheet-unreadable", file=path.name, why=error.strerror) from error
    if len(data) > MAX_BYTES:
        raise CheckinError("sheet-too-large", file=path.name, limit="64 MB")
    return data


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for somebody to write, as a named pipe would make us."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _decode(data: bytes, path: Path, encoding: str) -> Decoded:
    """Return the text; CheckinError if the bytes are no text or cannot be told."""
    noise = is_noise(data.rstrip(TAIL.encode())) and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
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
    return text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
