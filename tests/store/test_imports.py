"""What is remembered of imports, in whatever order it is heard."""

from itertools import permutations

from checkin.domain.entry import Entry, Kind, write_body
from tests.store.histories import IMPORTS, STATIONS, Tables


def said(seq: int, kind: str, station: str = STATIONS[0], **fields: object) -> Entry:
    clock = seq << 16
    return Entry(station, seq, kind, IMPORTS[0], clock, "0f" * 16, write_body(fields), "", "00")


def remembered(*entries: Entry) -> list[tuple[object, ...]]:
    tables = Tables()
    for entry in entries:
        tables.take([entry])
    return tables.dump()["list_import"]


def test_an_undone_import_stays_so_even_if_that_is_heard_first() -> None:
    imported = said(4, Kind.LIST_IMPORTED, file="june.csv", entries=3, added=1)
    undone = said(5, Kind.IMPORT_UNDONE)
    for order in permutations([imported, undone]):
        [row] = remembered(*order)
        assert row[3:] == ("june.csv", 3, 1, 0, 0, 1)


def test_of_two_imports_of_one_id_the_earlier_stays() -> None:
    first = said(2, Kind.LIST_IMPORTED, file="first.csv")
    second = said(3, Kind.LIST_IMPORTED, STATIONS[1], file="second.csv")
    for order in permutations([first, second]):
        [row] = remembered(*order)
        assert row[3] == "first.csv"


def test_an_import_names_no_more_entries_than_were_there_before_it() -> None:
    for wrong in (4, -1, "3", None):
        [row] = remembered(said(4, Kind.LIST_IMPORTED, entries=wrong))
        assert row[4] == 0
