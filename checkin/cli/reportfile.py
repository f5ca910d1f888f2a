"""Puts the report together that is written as a PDF: numbers, plots and the rules applied."""

from pathlib import Path

from checkin.cli.printing import drawing
from checkin.domain.roles import Operator
from checkin.gateways.rulestext import rules_text
from checkin.services.plots import plots
from checkin.services.report import report
from checkin.store.store import Store


def write_report_file(path: Path, store: Store, operator: Operator) -> int:
    """Write the report of an event and return how many pages it has."""
    numbers, shown = report(store, operator), plots(store, operator)
    event, organizers = store.programme.event(), store.programme.organizers()
    application = drawing()
    from checkin.render.report import Report, write_report_pdf

    made = Report(
        event=event,
        numbers=numbers,
        plots=shown,
        rules=rules_text(event),
        organizers=[one.name for one in organizers],
        logos=[one.picture for one in organizers if one.picture],
        made=f"As known on {event.local(store.now()):%Y-%m-%d %H:%M}",
    )
    pages = write_report_pdf(path, made)
    del application
    return pages
