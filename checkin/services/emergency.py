"""The emergency list: who is registered today and who is in, for when there is no electricity.

No PIN is asked for it: it must not end where one is set while somebody works.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from checkin.domain.code import printed
from checkin.domain.entry import Kind
from checkin.domain.event import CheckInList, Event
from checkin.domain.identity import subject
from checkin.domain.people import Attendee, Status
from checkin.domain.roles import Action, Operator
from checkin.domain.sheetcode import code_of
from checkin.domain.signaturesheet import (
    Emergency,
    EmergencyList,
    EmergencyRow,
    day_words,
)
from checkin.domain.verdict import Direction
from checkin.errors import CheckinError
from checkin.services.permission import permit, refuse_in_rehearsal, require
from checkin.services.sheetpeople import NEVER, people_of, session_of
from checkin.services.sheets import BLANK_ROWS, body_of, clock_words, headed, row_of
from checkin.store.sheets import kept_sheets
from checkin.store.store import Store

_NOBODY = "–"


def emergency(store: Store, operator: Operator) -> Emergency:
    """Return the list of today, or of the event's nearest day, and that day's signature sheet.

    The sheet is remembered, one for each day and station. Whoever comes later is added below, so
    that the row numbers of one that was printed hold.
    """
    permit(operator, Action.SCAN)
    refuse_in_rehearsal(store)
    event = store.programme.event()
    entrance = _entrance(store, event)
    session = session_of(store, entrance)
    there = _there(store, entrance)
    people = people_of(store, event, entrance, there)
    sheet = replace(headed(store, event, entrance, session), blank=BLANK_ROWS)
    code, standing = "", people
    if not store.read_only:
        code, standing = _standing_sheet(store, operator, entrance, people)
    rows = tuple(row_of(event, one, NEVER) for one in standing)
    sheet = replace(sheet, code=code, rows=rows)
    listed = _list(store, event, entrance.day, people, there, sheet.code)
    return Emergency(store.path.stem, listed, sheet)


def check_emergency_folder(
    store: Store, operator: Operator, folder: Path, *, may_make: bool = False
) -> None:
    """Raise CheckinError unless the list can be kept in a folder, which may be made for it."""
    require(store, operator, Action.SAFEKEEPING)
    refuse_in_rehearsal(store)
    try:
        if may_make:
            folder.mkdir(parents=True, exist_ok=True)
        if not (folder.is_absolute() and folder.is_dir()):
            raise CheckinError("folder-missing", path=folder)
        probe = folder / f".{store.event_id}.probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CheckinError("emergency-unwritable", path=folder, why=why) from error


def _entrance(store: Store, event: Event) -> CheckInList:
    """Return the entrance of today, else of the nearest day of the event."""
    today = event.day_of(store.now())
    entrances = [one for one in store.programme.lists() if one.entrance]
    if not entrances:
        raise CheckinError("no-entrance-at-all")
    return min(entrances, key=lambda one: (abs((one.day - today).days), one.day < today))


def _there(store: Store, entrance: CheckInList) -> dict[str, int | None]:
    """Return who came on the day of an entrance, by id, and since when they are in, if they are.

    Who goes out at the entrance has left every room.
    """
    lists = {one.id for one in store.programme.lists() if one.day == entrance.day}
    found: dict[str, int | None] = {}
    for one in store.door.all_counted():
        if one.list in lists and one.direction is Direction.ENTRY:
            since = found.get(one.attendee)
            found[one.attendee] = one.at if since is None else since
        elif one.list == entrance.id and one.attendee in found:
            found[one.attendee] = None
    return found


def _standing_sheet(
    store: Store, operator: Operator, entrance: CheckInList, people: list[Attendee]
) -> tuple[str, list[Attendee]]:
    """Return the code of this station's sheet and who stands on it, once that is remembered.

    Rows stay theirs whose registration is canceled or gone since.
    """
    by_id = {one.id: one for one in people}

    def who(row: str) -> Attendee | None:
        return by_id.get(row) or store.roster.by_id(row)

    identity = _identity(store, store.station or "", entrance)
    rows = _rows(store, identity)
    there = {one.id for row in rows if (one := who(row))}
    added = [one.id for one in people if one.id not in there]
    if added or not rows:
        with store.write(operator) as pen:
            if pen.station != store.station:
                identity, rows, added = _identity(store, pen.station, entrance), [], list(by_id)
            pen.append(Kind.SHEET_SET, identity, body_of(entrance, [*rows, *added], filled=False))
    standing = [who(row) or Attendee("", _NOBODY) for row in (*rows, *added)]
    return code_of(identity), standing


def _identity(store: Store, station: str, entrance: CheckInList) -> str:
    return subject(store.key, "emergency sheet", station, entrance.id)


def _rows(store: Store, identity: str) -> list[str]:
    return next((list(one.rows) for one in kept_sheets(store.database) if one.id == identity), [])


def _list(
    store: Store,
    event: Event,
    day: date,
    people: list[Attendee],
    there: dict[str, int | None],
    sheet: str,
) -> EmergencyList:
    now = event.local(store.now())
    # Of another day than today nobody is in now.
    inside = there if event.day_of(store.now()) == day else {}
    return EmergencyList(
        title=event.title,
        place=event.venue,
        day=day_words(day),
        as_of=f"{day_words(now.date())}, {now:%H:%M}",
        rows=tuple(_row(event, one, inside.get(one.id)) for one in people),
        sheet=sheet,
    )


def _row(event: Event, attendee: Attendee, since: int | None) -> EmergencyRow:
    return EmergencyRow(
        name=attendee.name,
        organisation=attendee.organisation,
        badge=printed(attendee.badge),
        inside=clock_words(event, since),
        note="" if attendee.status is Status.REGISTERED else attendee.status.value,
    )
