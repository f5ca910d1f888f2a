"""Puts right what web forms write for letters: `M&uuml;ller`, `O&#39;Neil`, `R&amp;D`."""

import re
from html import unescape
from html.entities import name2codepoint

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,8});")
CELL = re.compile(rf'(?:&(?:amp;)+#?\w{{3,8}};|{ENTITY.pattern}|[^,;\t|"\n])+')
# Written so inside what was so written already: `&amp;uuml;`.
MOST_TIMES = 3
MAX_LINE = 100_000
SHOWN = 40
NEAR = 8
# What parts words within a cell; a tab parts cells.
BLANKS = " \u00a0"
# What would end a cell that stands between no quotes.
ENDS_A_CELL = frozenset(",;\t|\r\n")


def without_entities(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text with letters for their names, and a warning with a count and an example."""
    if not ENTITY.search(text):
        return text, []
    lines = text.split("\n")
    mended = [_line(line) for line in lines]
    count, example = 0, ""
    for before, after in zip(lines, mended, strict=True):
        if before != after:
            count += 1
            example = example or _example(before)
    if not count:
        return text, []
    return "\n".join(mended), [("letters-of-web-pages", f"{count}: {example}")]


def _line(line: str) -> str:
    if "&" not in line or len(line) > MAX_LINE:
        return line
    for _ in range(MOST_TIMES):
        before, line = line, ENTITY.sub(_letter, line)
        if line == before:
            break
    return line


def _letter(entity: re.Match[str]) -> str:
    """Return what is meant; a quote twice where it stands in a quoted cell."""
    name = entity[0][1:-1]
    if not (name.startswith("#") or name in name2codepoint or name == "apos"):
        return entity[0]
    letter = unescape(entity[0]).replace("\r", "\n")
    if not (letter.isalpha() or _stands_by_text(entity)):
        return entity[0]
    is_quoted = entity.string.count('"', 0, entity.start()) % 2 == 1
    if letter == '"' and is_quoted:
        return '""'
    if letter in ENDS_A_CELL and not is_quoted:
        return entity[0]
    return letter if letter.isprintable() or letter.isspace() else " "


def _stands_by_text(entity: re.Match[str]) -> bool:
    """Tell whether letters or digits are next to it, so that the cell is more than its name."""
    start, end = entity.span()
    before = entity.string[max(0, start - NEAR) : start].rstrip(BLANKS)
    after = entity.string[end : end + NEAR].lstrip(BLANKS)
    return before[-1:].isalnum() or after[:1].isalnum()


def _example(line: str) -> str:
    """Return the first cell put right, before and after."""
    cells = (found[0].strip() for found in CELL.finditer(line))
    before = next((cell for cell in cells if _line(cell) != cell), line)
    return f"{before[:SHOWN]} → {_line(before)[:SHOWN]}"
