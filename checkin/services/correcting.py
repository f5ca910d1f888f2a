"""Corrects attendance by hand: a missed check-in is added, a time changed, one annulled.

The past is never edited: what was recorded stays, a later entry says what holds, who says so and
why. Each correction can be taken back, which is a correction as well.
"""

from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.entry import Kind, read_body
from checkin.domain.event import CheckInList
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.domain.scanlog import REPLACES
from checkin.domain.text import clean
from checkin.domain.verdict import Direction, Verdict
from checkin.errors import CheckinError
from checkin.services.admission import Door
from checkin.services.annulment import annul, named, undo
from checkin.services.explaining import explain
from checkin.services.permission import require
from checkin.store.door import RecordedCheckIn
from checkin.store.pen import Pen
from checkin.store.store import Store


class Done(StrEnum):
    """What a correction did."""

    ADDED = "added"
    MOVED = "moved"
    ANNULLED = "annulled"
    PUT_BACK = "put back"


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction: the check-in that holds now, or was annulled, and when it was before."""

    done: Done
    check_in: str
    before: int


def add_check_in(
    store: Store,
    operator: Operator,
    attendee: Attendee,
    check_in_list: CheckInList,
    at: int,
    why: str,
    direction: Direction = Direction.ENTRY,
) -> Correction:
    """Add a check-in that was missed, at a moment of the list's day (Unix ms).

    Whatever can be set aside for a word of why is; CheckinError("correction-refused") names what
    cannot be, such as a registration that was canceled.
    """
    _may_correct(store, operator, why)
    _check_moment(store, check_in_list, at)
    door = Door(store, operator, check_in_list, direction)
    verdict = door.scan(attendee.badge, at=at, force=why, ack=True, why=why)
    if verdict.reason:
        raise _refused(verdict)
    return Correction(Done.ADDED, verdict.check_in, at)


def move_check_in(store: Store, operator: Operator, check_in: str, at: int, why: str) -> Correction:
    """Change when a check-in was (Unix ms): it is annulled, and stands anew at that time."""
    _may_correct(store, operator, why)
    recorded = _standing(store, check_in)
    _check_moment(store, _list_of(store, recorded), at)
    with store.write(operator) as pen:
        annul(store, pen, check_in, recorded, why)
        return _record_anew(store, pen, check_in, recorded, at, why, Done.MOVED)


def annul_check_in(store: Store, operator: Operator, check_in: str, why: str) -> Correction:
    """Annul a check-in, whoever recorded it and when."""
    _may_correct(store, operator, why)
    _, recorded = undo(store, operator, check_in, why)
    return Correction(Done.ANNULLED, check_in, recorded.at)


def take_back(store: Store, operator: Operator, correction: Correction, why: str) -> Correction:
    """Take a correction back, by one more: nothing that was said is lost."""
    _may_correct(store, operator, why)
    if correction.done in (Done.ADDED, Done.PUT_BACK):
        return annul_check_in(store, operator, correction.check_in, why)
    if correction.done is Done.MOVED:
        return move_check_in(store, operator, correction.check_in, correction.before, why)
    recorded = _recorded(store, correction.check_in)
    with store.write(operator) as pen:
        return _record_anew(
            store, pen, correction.check_in, recorded, correction.before, why, Done.PUT_BACK
        )


def _may_correct(store: Store, operator: Operator, why: str) -> None:
    require(store, operator, Action.UNDO_ANY)
    if not clean(why):
        raise CheckinError("correction-why-missing")


def _check_moment(store: Store, check_in_list: CheckInList, at: int) -> None:
    event = store.programme.event()
    if at > store.now():
        raise CheckinError("at-in-future")
    if event.day_of(at) != check_in_list.day:
        when = f"{event.local(at):%Y-%m-%d %H:%M}"
        raise CheckinError("not-that-day", list=check_in_list.name, day=check_in_list.day, at=when)


def _recorded(store: Store, check_in: str) -> RecordedCheckIn:
    recorded = store.door.check_in(*named(check_in))
    if recorded is None:
        raise CheckinError("check-in-unknown", check_in=check_in)
    return recorded


def _standing(store: Store, check_in: str) -> RecordedCheckIn:
    recorded = _recorded(store, check_in)
    if recorded.annulled:
        raise CheckinError("check-in-annulled", check_in=check_in)
    if recorded.reason:
        raise CheckinError("check-in-refused", check_in=check_in)
    return recorded


def _list_of(store: Store, recorded: RecordedCheckIn) -> CheckInList:
    for one in store.programme.lists():
        if one.id == recorded.list:
            return one
    raise CheckinError("list-gone")


def _record_anew(
    store: Store,
    pen: Pen,
    check_in: str,
    recorded: RecordedCheckIn,
    at: int,
    why: str,
    done: Done,
) -> Correction:
    """Append the check-in that stands for another, as it was but for its time."""
    station, seq = named(check_in)
    (entry,) = store.journal.after(station, seq - 1, 1)
    body = {name: value for name, value in read_body(entry.body).items() if name != "jump"}
    body |= {"at": at, "paper": True, REPLACES: check_in}
    made = pen.append(Kind.CHECK_IN_RECORDED, recorded.list, body)
    name = f"{made.station}:{made.seq}"
    if attendee := store.roster.by_badge(recorded.badge):
        explain(pen, attendee.id, name, why)
    return Correction(done, name, recorded.at)


def _refused(verdict: Verdict) -> CheckinError:
    who = verdict.attendee
    reason = verdict.reason.value if verdict.reason else ""
    return CheckinError("correction-refused", name=who.name if who else "", reason=reason)
