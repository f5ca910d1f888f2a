"""Types a signed sheet in: rows and times become check-ins from paper, all in one go."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time

from checkin.domain.code import code_for
from checkin.domain.event import CheckInList, Event
from checkin.domain.paperrows import EnteredRow, Entering, Mark, Outcome
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.domain.sheetcode import printed_code
from checkin.domain.spans import Span
from checkin.domain.text import clean
from checkin.domain.typedrows import RowsError, TypedRow, read_rows
from checkin.domain.verdict import Direction, Reason, Verdict
from checkin.errors import CheckinError
from checkin.services.admission import Door
from checkin.services.afterseal import require_reason
from checkin.services.permission import require
from checkin.services.sheetpeople import hours_of, session_of
from checkin.services.sheets import clock_words, find_sheet
from checkin.store.pen import Pen
from checkin.store.sheets import KeptSheet
from checkin.store.store import Store

_MINUTE = 60_000
# Later than any moment.
EVER = 1 << 62


@dataclass(frozen=True, slots=True)
class SheetAtHand:
    """A sheet to be typed in: what it was signed for, and the times of who has none typed."""

    kept: KeptSheet
    name: str
    hours: str

    @property
    def code(self) -> str:
        """Its code as it stands in print."""
        return printed_code(self.kept.code)

    @property
    def rows(self) -> int:
        """How many people stand on it."""
        return len(self.kept.rows)


USUAL = Entering()


class _LookedError(Exception):
    """Ends a transaction of which nothing is to stay."""


def sheet_at_hand(store: Store, operator: Operator, text: str) -> SheetAtHand:
    """Return the sheet whose code was scanned or typed; see `find_sheet`."""
    kept = find_sheet(store, operator, text)
    check_in_list, event = _list_of(store, kept), store.programme.event()
    came, left = hours_of(event, check_in_list, session_of(store, check_in_list))
    hours = f"{clock_words(event, came)}–{clock_words(event, left)}"
    return SheetAtHand(kept, check_in_list.name, hours)


def enter_rows(
    store: Store, operator: Operator, sheet: KeptSheet, text: str, how: Entering = USUAL
) -> list[EnteredRow]:
    """Write typed rows down as check-ins from paper, all in one transaction; return each.

    A time that was not typed is the session's or the day's, unless another is known already.
    What cannot be meant raises CheckinError before anything is written.
    """
    with _paper(store, operator, sheet, text, how) as (paper, pen):
        return list(paper.rows(pen))


def foresee_rows(
    store: Store, operator: Operator, sheet: KeptSheet, text: str, how: Entering = USUAL
) -> list[EnteredRow]:
    """Return what `enter_rows` would do, writing nothing."""
    found: list[EnteredRow] = []
    try:
        with _paper(store, operator, sheet, text, how) as (paper, pen):
            found = list(paper.rows(pen))
            raise _LookedError
    except _LookedError:
        return found


@contextmanager
def _paper(
    store: Store, operator: Operator, sheet: KeptSheet, text: str, how: Entering
) -> Iterator[tuple["_Paper", Pen]]:
    require(store, operator, Action.SCAN)
    if how.force:
        require(store, operator, Action.ADMIT_ANYWAY)
        if not clean(how.force):
            raise CheckinError("why-missing")
    paper = _Paper(store, operator, sheet, text, how)
    require_reason(store, paper.day, how.why or how.force)
    with store.write(operator) as pen:
        yield paper, pen


class _Paper:
    """Rows of one sheet, read and found sound."""

    def __init__(
        self, store: Store, operator: Operator, sheet: KeptSheet, text: str, how: Entering
    ) -> None:
        self._store = store
        self._sheet = sheet
        self._how = how
        self._event: Event = store.programme.event()
        self._list = _list_of(store, sheet)
        self._entry = Door(store, operator, self._list)
        self._exit = Door(store, operator, self._list, Direction.EXIT)
        self._hours: Span = hours_of(self._event, self._list, session_of(store, self._list))
        self._typed = self._read(text)
        self._people = people_on(store, sheet, [one.number for one in self._typed])

    @property
    def day(self) -> date:
        """The day that was signed for."""
        return self._list.day

    def rows(self, pen: Pen) -> Iterator[EnteredRow]:
        """Write the rows down and yield each."""
        for typed in self._typed:
            attendee = self._people[typed.number]
            if attendee is None or not attendee.badge:
                name = attendee.name if attendee else ""
                yield EnteredRow(typed.number, name, "", None, None, gone=True)
            else:
                yield self._row(pen, typed, attendee)

    def _read(self, text: str) -> tuple[TypedRow, ...]:
        found = rows_typed(self._sheet, text)
        for one in found:
            self._check(one)
        return found

    def _check(self, row: TypedRow) -> None:
        came, left = self._moment(row.came), self._moment(row.left)
        now = self._store.now()
        for at, typed in ((came, row.came), (left, row.left)):
            if at is not None and at > now:
                raise CheckinError("sheet-row-ahead", row=row.number, time=f"{typed:%H:%M}")
        if came is not None and left is not None and left <= came:
            raise CheckinError("sheet-row-backwards", row=row.number)

    def _moment(self, hour: time | None) -> int | None:
        return None if hour is None else self._event.moment(self._list.day, hour)

    def _row(self, pen: Pen, typed: TypedRow, attendee: Attendee) -> EnteredRow:
        code = code_for(self._store.key, attendee.badge)
        before = self._known(attendee)
        came = self._come(pen, code, self._moment(typed.came), before)
        left = None
        if self._how.exits:
            left = self._leave(pen, code, self._moment(typed.left), before, came)
        return EnteredRow(typed.number, attendee.name, attendee.organisation, came, left)

    def _known(self, attendee: Attendee) -> list[tuple[Direction, int]]:
        """Return how and when somebody passed this door before, in order."""
        door = self._store.door
        counted = door.counted(attendee.badge, attendee.id, self._list.id, EVER)
        return [(way, door.previous(check_in).at) for way, check_in in counted]

    def _come(
        self, pen: Pen, code: str, at: int | None, before: list[tuple[Direction, int]]
    ) -> Mark | None:
        entries = [moment for way, moment in before if way is Direction.ENTRY]
        there = _same(at, entries)
        if there is not None:
            return Mark(there, Outcome.THERE)
        start = self._hours[0] if at is None else at
        if start > self._store.now():
            return None
        return _mark(self._entry.from_paper(pen, code, start, self._how.force, self._how.why))

    def _leave(
        self,
        pen: Pen,
        code: str,
        at: int | None,
        before: list[tuple[Direction, int]],
        came: Mark | None,
    ) -> Mark | None:
        exits = [moment for way, moment in before if way is Direction.EXIT]
        there = _same(at, exits)
        out_since = at is not None or came is None or (there is not None and came.at <= there)
        if there is not None and out_since:
            return Mark(there, Outcome.THERE)
        end = self._hours[1] if at is None else at
        in_before = came is not None and came.outcome is not Outcome.REFUSED and came.at < end
        if not in_before or end > self._store.now():
            return None
        return _mark(self._exit.from_paper(pen, code, end, why=self._how.why))


def _same(at: int | None, known: Sequence[int]) -> int | None:
    """Return the known moment that a typed one repeats; without one, the last there is."""
    if at is None:
        return known[-1] if known else None
    return next((one for one in known if one // _MINUTE == at // _MINUTE), None)


def _mark(verdict: Verdict) -> Mark:
    if verdict.reason is Reason.ALREADY_REDEEMED and verdict.previous:
        return Mark(verdict.previous.at, Outcome.THERE)
    if verdict.reason:
        return Mark(verdict.at, Outcome.REFUSED, verdict.reason)
    return Mark(verdict.at, Outcome.WRITTEN, check_in=verdict.check_in)


def rows_typed(sheet: KeptSheet, text: str) -> tuple[TypedRow, ...]:
    """Return the rows of a sheet that a text names; CheckinError says what it does not say."""
    rows = len(sheet.rows)
    try:
        found = read_rows(text, rows)
    except RowsError as error:
        raise _said(error, rows) from error
    if not found:
        raise CheckinError("sheet-rows-missing")
    return found


def people_on(store: Store, sheet: KeptSheet, numbers: Sequence[int]) -> dict[int, Attendee | None]:
    """Return who is on some rows of a sheet now, by number; None for somebody removed."""
    ids = {number: sheet.rows[number - 1] for number in numbers}
    found = store.roster.by_ids(list(ids.values()))
    # Whoever is found to be somebody else has another id since.
    return {number: found.get(one) or store.roster.by_id(one) for number, one in ids.items()}


def _said(error: RowsError, rows: int) -> CheckinError:
    if error.code == "row-unknown":
        return CheckinError("sheet-row-unknown", row=error.piece, rows=rows)
    if error.code == "row-twice":
        return CheckinError("sheet-row-twice", row=error.piece)
    return CheckinError("sheet-rows-unread", piece=error.piece)


def _list_of(store: Store, sheet: KeptSheet) -> CheckInList:
    for one in store.programme.lists():
        if one.id == sheet.list:
            return one
    raise CheckinError("sheet-list-gone", sheet=sheet.code)
