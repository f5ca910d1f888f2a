"""Tells what the plots of an event show: the same numbers as attendance and report."""

from checkin.domain.plots import Plot, PlotKind, plots_of
from checkin.domain.roles import Action, Operator
from checkin.services.attendance import records
from checkin.services.litter import no_litter
from checkin.services.permission import require
from checkin.services.report import report
from checkin.store.store import Store


def plots(store: Store, operator: Operator) -> tuple[Plot, ...]:
    """Return every plot: arrivals and rooms of each day, presence by day, and where from."""
    require(store, operator, Action.EXPORT)
    with no_litter():
        found, numbers = records(store, operator), report(store, operator)
    origins = {
        PlotKind.KINDS: numbers.kinds,
        PlotKind.COUNTRIES: numbers.countries,
    }
    return plots_of(found.event, found.lists, found.sessions, found.records, origins, store.now())
