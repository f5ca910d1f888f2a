"""Prints signature sheets, and remembers who stands on which row of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from checkin.domain.entry import Kind
from checkin.domain.event import CheckInList, Event
from checkin.domain.identity import random_id
from checkin.domain.keyboards import put_back
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.domain.session import Session
from checkin.domain.sheetcode import code_of, typed_code
from checkin.domain.signaturesheet import SheetRow, SignatureSheet, day_words
from checkin.errors import CheckinError
from checkin.services.permission import refuse_in_rehearsal, require
from checkin.services.sealing import latest_seal
from checkin.services.sheetpeople import NEVER, Times, people_of, session_of, times_on
from checkin.store.sheets import KeptSheet, kept_sheets
from checkin.store.store import Store

BLANK_ROWS, MOST_BLANK = 5, 200
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a sheet is to be: with the times that are known, or to be filled in by hand."""

    filled: bool = False
    blank: int = BLANK_ROWS


USUAL = Wish()


def print_sheet(
    store: Store,
    operator: Operator,
    check_in_list: CheckInList,
    draw: Callable[[SignatureSheet], T],
    wish: Wish = USUAL,
) -> T:
    """Have a sheet drawn, remember it, and return what `draw` did.

    One with the same people in the same order as before has the same code. What `draw` raises
    leaves nothing remembered; let it put the file in place only after this has returned.
    """
    require(store, operator, Action.PRINT_BADGES)
    refuse_in_rehearsal(store)
    sheet, people = _sheet(store, operator, check_in_list, wish)
    rows = tuple(one.id for one in people)
    known = next(
        (
            one.id
            for one in kept_sheets(store.database)
            if (one.list, one.rows, one.filled) == (check_in_list.id, rows, wish.filled)
        ),
        None,
    )
    identity = known or random_id()
    drawn = draw(replace(sheet, code=code_of(identity)))
    if not known:
        with store.write(operator) as pen:
            pen.append(Kind.SHEET_SET, identity, body_of(check_in_list, rows, wish.filled))
    return drawn


def show_sheet(
    store: Store, operator: Operator, check_in_list: CheckInList, wish: Wish = USUAL
) -> SignatureSheet:
    """Return a sheet as it would be printed, without a code, to look at."""
    require(store, operator, Action.PRINT_BADGES)
    sheet, _ = _sheet(store, operator, check_in_list, wish)
    return sheet


def printed_sheets(store: Store, operator: Operator) -> list[KeptSheet]:
    """Return the sheets that were printed, the latest first."""
    require(store, operator, Action.SCAN)
    return list(kept_sheets(store.database))


def find_sheet(store: Store, operator: Operator, text: str) -> KeptSheet:
    """Return the sheet whose code was scanned or typed, or begins so.

    Raises `sheet-unknown`, and `sheet-unclear` where several begin so.
    """
    require(store, operator, Action.SCAN)
    wanted = typed_code(text, put_back)
    found = [one for one in kept_sheets(store.database) if wanted and one.code.startswith(wanted)]
    if not found:
        raise CheckinError("sheet-unknown", sheet=text.strip()[:40])
    if len(found) > 1:
        raise CheckinError("sheet-unclear", sheet=text.strip()[:40])
    return found[0]


def body_of(check_in_list: CheckInList, rows: Sequence[str], filled: bool) -> dict[str, object]:
    """Return the body of a sheet's entry."""
    return {"list": check_in_list.id, "rows": list(rows), "filled": filled}


def _sheet(
    store: Store, operator: Operator, check_in_list: CheckInList, wish: Wish
) -> tuple[SignatureSheet, list[Attendee]]:
    if not 0 <= wish.blank <= MOST_BLANK:
        raise CheckinError("sheet-blank-rows", most=MOST_BLANK)
    event, session = store.programme.event(), session_of(store, check_in_list)
    times = times_on(store, operator, check_in_list)
    people = people_of(store, event, check_in_list, times)
    shown = times if wish.filled else {}
    rows = tuple(row_of(event, one, shown.get(one.id, NEVER)) for one in people)
    sheet = replace(headed(store, event, check_in_list, session), rows=rows, blank=wish.blank)
    now = event.local(store.now())
    recorded = f"Times as recorded up to {day_words(now.date())}, {now:%H:%M}"
    recorded = recorded if wish.filled else ""
    seal = latest_seal(store, check_in_list.day)
    return replace(sheet, recorded=recorded, fingerprint=seal.fingerprint if seal else ""), people


def headed(
    store: Store, event: Event, check_in_list: CheckInList, session: Session | None
) -> SignatureSheet:
    """Return a sheet of a list without any rows."""
    organizers = store.programme.organizers()
    starts = session.starts if session else check_in_list.opens
    ends = session.ends if session else check_in_list.closes
    room = session.room if session else ""
    return SignatureSheet(
        code="",
        title=event.title,
        place=event.venue,
        day=day_words(check_in_list.day),
        session=" · ".join(text for text in (check_in_list.name, room) if text),
        hours=f"{starts:%H:%M}–{ends:%H:%M}" if starts and ends else "",
        rows=(),
        organizers=tuple(one.name for one in organizers),
        logos=tuple(one.picture for one in organizers if one.picture),
    )


def row_of(event: Event, attendee: Attendee, times: Times) -> SheetRow:
    """Return somebody's row."""
    came, left = (clock_words(event, at) for at in (times.came, times.left))
    return SheetRow(attendee.name, attendee.organisation, came, left)


def clock_words(event: Event, at: int | None) -> str:
    """Return the time of day of Unix milliseconds, such as `09:05`; empty for None."""
    return "" if at is None else f"{event.local(at):%H:%M}"
