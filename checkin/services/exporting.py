"""Puts the export together: who was there, each day and in each session, and how that is known."""

from collections.abc import Iterator, Mapping
from datetime import date

from checkin.domain.event import CheckInList, Event
from checkin.domain.exportchoice import ExportChoice
from checkin.domain.exportpeople import day_table, matrix_table, session_table
from checkin.domain.exportsums import organisations_table, summary_table
from checkin.domain.exporttables import Export, Table, TableKind
from checkin.domain.roles import Action, Operator
from checkin.domain.scanlog import corrections_table, scans_table
from checkin.domain.session import in_order
from checkin.services.attendance import Reckoned, narrowed
from checkin.services.permission import require
from checkin.services.sealing import seals
from checkin.store.scanlog import ScanLog
from checkin.store.store import Store

_LOGS = {TableKind.SCANS, TableKind.CORRECTIONS}


def export(
    store: Store,
    operator: Operator,
    choice: ExportChoice,
    *,
    day: date | None = None,
    check_in_list: CheckInList | None = None,
) -> Export:
    """Return the tables that are wanted: of the event, of one day, or told by one list alone.

    A day's and a session's own table are as many as there are days and sessions. The event must
    stay open until the rows are told. CheckinError as `attendance` raises it.
    """
    require(store, operator, Action.EXPORT)
    found, days = narrowed(store, operator, day=day, check_in_list=check_in_list)
    log = None
    if _LOGS & set(choice.tables):
        whole = day is None and check_in_list is None
        lists = None if whole else [one.id for one in found.lists if one.day in days]
        log = ScanLog(store.database, store.journal, lists)
    sealed = {one.day: one.fingerprint for one in seals(store, operator) if one.day in days}
    tables = _people(found, days, choice, sealed), _logs(found.event, log, choice)
    return Export(found.event, days, tuple(table for some in tables for table in some), sealed)


def _people(
    found: Reckoned, days: tuple[date, ...], choice: ExportChoice, sealed: Mapping[date, str]
) -> Iterator[Table]:
    event, people = found.event, found.records
    sessions = [one for one in in_order(found.sessions, event) if one.day in days]
    names = {one.id: one.name for one in found.lists}
    for kind in TableKind:
        keys = choice.columns.get(kind, ())
        if kind not in choice.tables:
            continue
        match kind:
            case TableKind.SUMMARY:
                yield summary_table(event, days, people, keys, sealed)
            case TableKind.DAY:
                yield from (day_table(event, one, people, names, keys) for one in days)
            case TableKind.SESSION:
                yield from (session_table(event, one, people, keys) for one in sessions)
            case TableKind.MATRIX:
                yield matrix_table(event, days, sessions, people, keys)
            case TableKind.ORGANISATIONS:
                yield organisations_table(event, days, people, keys)


def _logs(event: Event, log: ScanLog | None, choice: ExportChoice) -> Iterator[Table]:
    if log and TableKind.SCANS in choice.tables:
        keys = choice.columns.get(TableKind.SCANS, ())
        yield scans_table(event, log.scans(), log.scan_count, keys)
    if log and TableKind.CORRECTIONS in choice.tables:
        keys = choice.columns.get(TableKind.CORRECTIONS, ())
        yield corrections_table(event, log.corrections(), log.correction_count, keys)
