"""Lists people for a table: in which order, the rows that are seen, how many there are."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checkin.domain.bookings import is_booked
from checkin.domain.people import Attendee, Status, known_status
from checkin.domain.roles import Action, Operator
from checkin.domain.session import Session
from checkin.domain.text import clean, fold
from checkin.services.permission import require
from checkin.store import listing as lists
from checkin.store.listing import SortBy
from checkin.store.store import Store

__all__ = [
    "KnownWords",
    "RosterCounts",
    "SortBy",
    "known_words",
    "listing",
    "roster_counts",
    "row_of",
    "rows",
]

MOST_ORGANISATIONS = 5000


@dataclass(frozen=True, slots=True)
class RosterCounts:
    """How many there are, by status; `not_printed` are those coming without a printed badge."""

    total: int
    registered: int
    unapproved: int
    unpaid: int
    canceled: int
    blocked: int
    not_printed: int


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What was written so far, and what can be booked, to choose from; each in order."""

    categories: tuple[str, ...]
    countries: tuple[str, ...]
    organisations: tuple[str, ...]
    custom_fields: tuple[str, ...]
    sessions: tuple[Session, ...] = ()


def listing(
    store: Store,
    operator: Operator,
    search: str = "",
    sort: SortBy = SortBy.NAME,
    descending: bool = False,
) -> "array[int]":
    """Return everybody, or whom `search` may mean, as numbers that this file knows them by."""
    require(store, operator, Action.SEARCH)
    return lists.numbers_in_order(store.database, clean(search), sort, descending)


def rows(store: Store, operator: Operator, numbers: Sequence[int]) -> list[Attendee | None]:
    """Return the people of some numbers in that order, None for one who is gone since."""
    require(store, operator, Action.SEARCH)
    found = store.roster.by_numbers(numbers)
    return [found.get(number) for number in numbers]


def row_of(store: Store, operator: Operator, attendee_id: str) -> int | None:
    """Return the number of somebody on the roster."""
    require(store, operator, Action.SEARCH)
    return lists.number_of(store.database, attendee_id)


def roster_counts(store: Store, operator: Operator) -> RosterCounts:
    """Count the roster."""
    require(store, operator, Action.SEARCH)
    count: Counter[Status] = Counter()
    for status, people in lists.status_counts(store.database):
        count[known_status(status)] += people
    coming = count.total() - count[Status.CANCELED] - count[Status.BLOCKED]
    return RosterCounts(
        total=count.total(),
        registered=count[Status.REGISTERED],
        unapproved=count[Status.UNAPPROVED],
        unpaid=count[Status.UNPAID],
        canceled=count[Status.CANCELED],
        blocked=count[Status.BLOCKED],
        not_printed=coming - lists.printed_count(store.database),
    )


def known_words(store: Store, operator: Operator) -> KnownWords:
    """Return what a form can offer."""
    require(store, operator, Action.SEARCH)
    database = store.database
    return KnownWords(
        categories=_sorted(lists.words_in(database, "category")),
        countries=_sorted(lists.words_in(database, "country")),
        organisations=tuple(lists.organisation_names(database, MOST_ORGANISATIONS)),
        custom_fields=_sorted(lists.custom_fields(database)),
        sessions=tuple(one for one in store.programme.sessions() if is_booked(one)),
    )


def _sorted(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(texts, key=lambda text: (fold(text), text)))
