"""Closes days: a seal names the last entry of every station; what comes later is an annex."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checkin.domain.entry import Kind
from checkin.domain.identity import random_id
from checkin.domain.roles import Action, Operator
from checkin.domain.scanlog import LoggedScan
from checkin.domain.seals import Seal, heads_body
from checkin.errors import CheckinError
from checkin.services.attendance import double_admissions, records
from checkin.services.permission import refuse_in_rehearsal, require
from checkin.store import seals as reading
from checkin.store.roster import by_name
from checkin.store.scanlog import ScanLog
from checkin.store.store import Store


class Late(StrEnum):
    """What came after a seal."""

    RECORDED = "recorded"
    ANNULLED = "annulled"


@dataclass(frozen=True, slots=True)
class AnnexItem:
    """A scan, or the annulment of one, that a seal does not cover.

    `arrived` is when it was written (Unix ms), by `operator`.
    """

    late: Late
    arrived: int
    operator: str
    why: str
    scan: LoggedScan


@dataclass(frozen=True, slots=True)
class DayToClose:
    """What somebody should know before a day is closed.

    `without_exit` are the names of those who were not scanned out, `in_twice` of those who were
    admitted on one list at two stations. `open` tells that the day is not over yet. `annex` is
    what the latest of its `seals` does not cover.
    """

    day: date
    present: int
    registered: int
    without_exit: tuple[str, ...]
    in_twice: tuple[str, ...]
    stations: int
    open: bool
    seals: tuple[Seal, ...]
    annex: tuple[AnnexItem, ...]


def seals(store: Store, operator: Operator) -> list[Seal]:
    """Return the seals of all days, by day and in order."""
    require(store, operator, Action.SEARCH)
    return reading.seals(store.database)


def latest_seal(store: Store, day: date) -> Seal | None:
    """Return the seal of a day that holds now."""
    return next((one for one in reversed(reading.seals(store.database)) if one.day == day), None)


def day_to_close(store: Store, operator: Operator, day: date) -> DayToClose:
    """Return what there is to say of a day before it is closed."""
    require(store, operator, Action.SAFEKEEPING)
    found = records(store, operator)
    _check_day(store, day)
    place = found.event.days.index(day)
    of_day = [(one.attendee.name, one.days[place]) for one in found.records]
    made = tuple(one for one in reading.seals(store.database) if one.day == day)
    return DayToClose(
        day=day,
        present=sum(1 for _, one in of_day if one.first_in is not None),
        registered=sum(1 for _, one in of_day if one.expected),
        without_exit=tuple(name for name, one in of_day if one.without_exit),
        in_twice=_in_twice(store, operator, day),
        stations=len(store.journal.heads()),
        open=store.now() < found.schedule.days[place].whole[1],
        seals=made,
        annex=tuple(annex(store, operator, made[-1])) if made else (),
    )


def _in_twice(store: Store, operator: Operator, day: date) -> tuple[str, ...]:
    lists = {one.id for one in store.programme.lists() if one.day == day}
    people = {
        one.first.attendee for one in double_admissions(store, operator) if one.first.list in lists
    }
    found = filter(None, map(store.roster.by_id, people))
    return tuple(one.name for one in sorted(found, key=by_name))


def seal_day(store: Store, operator: Operator, day: date) -> Seal:
    """Close a day as it is now; a day that is closed already is sealed once more."""
    require(store, operator, Action.SAFEKEEPING)
    refuse_in_rehearsal(store)
    _check_day(store, day)
    with store.write(operator) as pen:
        last = store.journal.heads()
        heads = tuple((one, head.seq, head.digest) for one, head in sorted(last.items()))
        body = {"day": day.isoformat(), "heads": heads_body(heads)}
        pen.append(Kind.DAY_SEALED, random_id(), body)
    seal = latest_seal(store, day)
    assert seal, "the day was sealed just now"
    return seal


def annex(store: Store, operator: Operator, seal: Seal) -> list[AnnexItem]:
    """Return what was recorded or annulled of a day that its seal does not cover, as it arrived."""
    require(store, operator, Action.SEARCH)
    lists = {one.id for one in store.programme.lists() if one.day == seal.day}
    items = []
    for scan in ScanLog(store.database, store.journal, lists).scans():
        if not _covers(seal, scan.check_in):
            items.append(AnnexItem(Late.RECORDED, scan.told, scan.operator, scan.why, scan))
        if scan.annulled_at is not None and not _covers(seal, scan.annulling):
            items.append(
                AnnexItem(
                    Late.ANNULLED, scan.annulled_at, scan.annulled_by, scan.why_annulled, scan
                )
            )
    return sorted(items, key=lambda item: item.arrived)


def _covers(seal: Seal, entry: str) -> bool:
    station, _, seq = entry.partition(":")
    return seal.covers(station, int(seq))


def _check_day(store: Store, day: date) -> None:
    event = store.programme.event()
    if day not in event.days:
        raise CheckinError("not-an-event-day", day=day, first=event.first_day, last=event.last_day)
