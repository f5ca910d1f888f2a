"""Takes CSV text apart into records: which delimiter, which quotes, and which lines are broken."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

DELIMITERS = (",", ";", "\t", "|")
# What Excel writes and reads above a list, as it is when saved once more too.
DECLARED = re.compile(r'"?sep=(.?)"?[;,\t|]*\s*', re.IGNORECASE)
SAMPLE = 200
# Titles and comments stand above the header on the first rows only.
LEAD = 10
MAX_LINE = 1_000_000
MAX_CELL = 32_767
# How a line that plain CSV cannot read may have been meant: quotes escaped by backslashes, or
# quotes that are only text. Tried in this order; the line must then have the header's width.
OTHER_WAYS = (
    {"escapechar": "\\", "doublequote": False},
    {"quoting": csv.QUOTE_NONE},
)


@dataclass(frozen=True, slots=True)
class Record:
    """One row as a spreadsheet counts them; `fault` says why its cells cannot be trusted.

    `odd` are the cells of a workbook that were no text, as in `table.Row`.
    """

    number: int
    cells: Sequence[str]
    fault: str = ""
    odd: tuple[tuple[int, str], ...] = ()


def sniff_delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter by which most rows at the beginning have the same width."""
    sample = [line for line in islice(lines, SAMPLE) if line.strip()]
    return max(DELIMITERS, key=lambda delimiter: _consistency(sample, delimiter))


def declared_delimiter(line: str) -> str | None:
    """Return what Excel's first line `sep=;` declares, perhaps nothing; None for another line."""
    declared = DECLARED.fullmatch(line)
    return declared[1] if declared else None


def without_comments(lines: list[str], delimiter: str) -> list[str]:
    """Return the lines, those above the header empty that are comments such as `# exported on …`.

    A header may begin with `#` too: it has the cells that most lines have.
    """
    _, width = _consistency([line for line in lines[:SAMPLE] if line.strip()], delimiter)
    lead = lines[:LEAD]
    for index, line in enumerate(lead):
        text = line.strip().lstrip('"')
        if text and (not text.startswith("#") or line.count(delimiter) + 1 == width):
            break
        lead[index] = "\n"
    return lead + lines[LEAD:]


def unwrapped(lines: list[str]) -> list[str]:
    """Return the rows from within the one pair of quotes around each, their own quotes doubled.

    So Excel saves a list that it had taken for one column. Lines that are not so stay.
    """
    sample = [line for line in lines[:SAMPLE] if line.strip()]
    if 2 * sum(_unwrap(line) != line for line in sample) <= len(sample):
        return lines
    return [_unwrap(line) for line in lines]


def plainly_quoted(lines: list[str], delimiter: str) -> list[str]:
    """Return the lines with plain quotes around cells, if those of the header are typographic."""
    header = next((line for line in lines if line.strip()), "")
    quoted = re.compile(
        rf"(^|{re.escape(delimiter)})[“”„]([^“”„\n]*)[“”](?={re.escape(delimiter)}|\s*$)"
    )
    if len(quoted.findall(header)) < 2:
        return lines
    return [quoted.sub(r'\1"\2"', line) for line in lines]


def records(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    """Yield every record, blank ones too; a broken one is given up at its first line's end.

    So a quote that is never closed costs one row, not all that follow.
    """
    start = number = width = 0
    while start < len(lines):
        first = start
        rest = map(lines.__getitem__, range(first, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True, skipinitialspace=True)
        while True:
            at = first + reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                break
            number += 1
            width = width or (len(cells) if len(cells) > 1 else 0)
            if first + reader.line_num - at > 1 and _swallows(cells, width, delimiter):
                number -= 1
                break
            yield Record(number, cells, _fault(cells, lines[at]))
        number += 1
        yield _broken(number, lines[at], delimiter, width)
        start = at + 1


def _consistency(sample: Sequence[str], delimiter: str) -> tuple[float, int]:
    try:
        rows = [row for row in csv.reader(sample, delimiter=delimiter) if row]
    except csv.Error:
        return 0.0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0, 0
    width, often = max(widths.items(), key=lambda item: (item[1], item[0]))
    return round(often / len(rows), 1), width


def _unwrap(line: str) -> str:
    """Return what one pair of quotes around the line holds, if there are delimiters in it."""
    text = line.rstrip("\n").rstrip("".join(DELIMITERS))
    if len(text) < 2 or text[0] != '"' or text[-1] != '"' or len(text) > MAX_LINE:
        return line
    try:
        cells = next(csv.reader([text], delimiter="\x1f", strict=True), [])
    except csv.Error:
        return line
    inside = cells[0] if len(cells) == 1 else ""
    return f"{inside}\n" if any(sign in inside for sign in DELIMITERS) else line


def _fault(cells: Sequence[str], line: str) -> str:
    if len(line) > MAX_LINE:
        return "line-too-long"
    if len(cells) == 1:
        too_long = len(cells[0]) > MAX_CELL
    else:
        too_long = len(line) > MAX_CELL and max(map(len, cells), default=0) > MAX_CELL
    return "cell-too-long" if too_long else ""


def _swallows(cells: Sequence[str], width: int, delimiter: str) -> bool:
    """Tell whether a quoted line break is really a quote left open: whole rows are inside it."""
    inside = (line for cell in cells if "\n" in cell for line in cell.split("\n")[1:])
    rows = [line for line in inside if line.count(delimiter) >= max(width - 1, 1)]
    return bool(rows) and (len(cells) != width or any("@" in line for line in rows))


def _broken(number: int, line: str, delimiter: str, width: int) -> Record:
    """Read a line alone in another way, if one of them gives as many cells as the header has."""
    if len(line) > MAX_LINE:
        return Record(number, (line[:MAX_CELL],), "line-too-long")
    ways = OTHER_WAYS if '\\"' in line else OTHER_WAYS[1:]
    for way in ways:
        try:
            cells = next(csv.reader([line], delimiter=delimiter, strict=True, **way), [])
        except csv.Error:
            continue
        if len(cells) == width and line.count('"') % 2 == 0:
            return Record(number, cells, _fault(cells, line))
    return Record(number, (line.rstrip("\n"),), "quotes")
