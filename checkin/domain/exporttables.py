"""What a table of the export is made of: columns that know their values, and rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from checkin.domain.event import Event

Row = TypeVar("Row")
Value = str | int | float | bool | date | datetime | tuple[str, ...] | None


class TableKind(StrEnum):
    """The tables of the export, in the order they stand in. Values are kept: never rename one."""

    SUMMARY = "summary"
    DAY = "day"
    SESSION = "session"
    MATRIX = "matrix"
    ORGANISATIONS = "organisations"
    SCANS = "scans"
    CORRECTIONS = "corrections"


class Form(StrEnum):
    """What sort of value a column holds.

    A WORD is a code that is translated, TIME and MOMENT are datetimes in the event's zone, of which
    a TIME is shown without its day, HOURS are milliseconds, a SHARE is of 1, LIST holds texts.
    """

    TEXT = "text"
    WORD = "word"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    HOURS = "hours"
    SHARE = "share"
    COUNT = "count"
    YES = "yes"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column by its key, and what it holds of a row; a `usual` one is there unless unwanted.

    Of columns for each day or session, which share a key, `part` is the id and `title` the heading.
    """

    key: str
    form: Form
    value: Callable[[Row], Value]
    usual: bool = True
    part: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one `kind`; `day` and `title` are set of a day's and a session's own.

    `rows` are gone through once, about `count` of them.
    """

    kind: TableKind
    columns: tuple[Column[Any], ...]
    rows: Iterable[Any]
    count: int
    day: date | None = None
    title: str = ""

    def values(self) -> Iterator[tuple[Value, ...]]:
        """Yield what each row holds in each column."""
        values = [column.value for column in self.columns]
        return (tuple([value(row) for value in values]) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Export:
    """The tables of some days of an event, in order; their rows are told as they are asked for.

    `seals` are the fingerprints of the days that are closed.
    """

    event: Event
    days: tuple[date, ...]
    tables: tuple[Table, ...]
    seals: Mapping[date, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """About how many rows there are in all."""
        return sum(table.count for table in self.tables)


def keys_of(columns: Iterable[Column[Any]], *, usual: bool = False) -> tuple[str, ...]:
    """Return the keys of columns, each once; of the `usual` ones only, if so asked."""
    return tuple(dict.fromkeys(one.key for one in columns if one.usual or not usual))


def chosen(columns: Sequence[Column[Any]], keys: Sequence[str]) -> tuple[Column[Any], ...]:
    """Return the columns with some keys, in their order; the usual ones if none is chosen."""
    wanted = [key for key in keys if any(one.key == key for one in columns)]
    return tuple(
        one for key in wanted or keys_of(columns, usual=True) for one in columns if one.key == key
    )


def expanded(
    columns: Iterable[Column[Any]], parts: Mapping[str, Sequence[tuple[str, str, Any]]]
) -> Iterator[Column[Any]]:
    """Yield columns, those of some keys once for each part: its id, its heading, its value."""
    for one in columns:
        if one.key in parts:
            for part, title, value in parts[one.key]:
                yield replace(one, part=part, title=title, value=value)
        else:
            yield one


def nothing(_row: object) -> Value:
    """Stand for the value of a column that is yet to be expanded."""
    return None
