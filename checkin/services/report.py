"""Tells the numbers for the report to the funder."""

from checkin.domain.reportcounting import report_numbers
from checkin.domain.reportnumbers import ReportNumbers
from checkin.domain.roles import Action, Operator
from checkin.services.attendance import records
from checkin.services.permission import require
from checkin.store.store import Store
from checkin.store.walkins import added_since


def report(store: Store, operator: Operator) -> ReportNumbers:
    """Return the numbers of the whole event, its days and its sessions, as they are now."""
    require(store, operator, Action.EXPORT)
    found = records(store, operator)
    event = found.event
    return report_numbers(
        event,
        found.sessions,
        found.records,
        organizers=[one.name for one in store.programme.organizers()],
        walk_ins=added_since(store.database, event.span_of(event.first_day)[0]),
        now=store.now(),
    )
