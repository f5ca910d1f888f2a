"""Names the columns of a list without a header, by what is in them, so that nobody is lost."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from checkin.domain.values import read_email
from checkin.gateways.dialect import Record

# A header stands among the first rows; as many are looked at to see what a column holds.
LEAD, SAMPLE = 10, 50
WORDS = re.compile(r"[^\W\d_][^\d@/_]*")
MOSTLY, MOST_COLUMNS = 0.7, 1000


def with_header(found: Iterator[Record], warnings: list[tuple[str, str]]) -> Iterator[Record]:
    """Yield the records, before them names of columns if the first of several cells is a person.

    That is said in `warnings`: ("no-header", names).
    """
    filled: list[Record] = []
    read: list[Record] = []
    for record in found:
        read.append(record)
        if any(map(str.strip, record.cells)):
            filled.append(record)
        if len(filled) == SAMPLE:
            break
    wide = [record for record in filled if sum(map(bool, map(str.strip, record.cells))) > 1]
    first = wide[0] if wide else Record(0, ())
    names = _names([record.cells for record in wide if not record.fault])
    at = names.index("Email") if "Email" in names else len(names)
    if first not in filled[:LEAD] or not any(map(_is_email, first.cells[at : at + 1])):
        yield from chain(read, found)
        return
    warnings.append(("no-header", ", ".join(filter(None, names))))
    for record in chain(read, found):
        if record is first:
            yield Record(0, names)
        yield record


def _names(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return a name for each column, an empty one where its cells do not tell."""
    width = min(max(map(len, rows), default=0), MOST_COLUMNS)
    columns = [
        [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
        for index in range(width)
    ]
    names = [""] * width
    half = len(rows) / 2
    emails = [index for index in range(width) if sum(map(_is_email, columns[index])) > half]
    if emails:
        names[emails[0]] = "Email"
    worded = [index for index in range(width) if _share(columns[index], _is_worded) > MOSTLY]
    whole = [index for index in worded if _share(columns[index], _is_two_words) > MOSTLY]
    single = [index for index in worded if _share(columns[index], _is_one_word) > MOSTLY]
    if single and single[0] + 1 in single and (not whole or whole[0] > single[0]):
        names[single[0]], names[single[0] + 1] = "First name", "Last name"
    elif worded:
        names[(whole or worded)[0]] = "Name"
    return tuple(names)


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _is_email(cell: str) -> bool:
    try:
        return "@" in cell and bool(read_email(cell))
    except ValueError:
        return False


def _is_worded(cell: str) -> bool:
    return WORDS.fullmatch(cell) is not None


def _is_two_words(cell: str) -> bool:
    return 2 <= len(cell.split()) <= 4 and _is_worded(cell)


def _is_one_word(cell: str) -> bool:
    return len(cell.split()) == 1 and _is_worded(cell)
