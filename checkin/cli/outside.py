"""Hands the window what it may not reach itself: files, stores, settings.

Each function reads its modules when it is first needed, so that the window is there at once.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.app import App
from checkin.cli.certificatepress import certificate_press_of
from checkin.cli.exportoutside import exporting_of
from checkin.cli.faults import keep_fault
from checkin.cli.post import post_of
from checkin.errors import CheckinError
from checkin.gateways.headings import FIELDS
from checkin.ui.outside import NewEvent, Outside, Rehearsal

if TYPE_CHECKING:
    from checkin.capture.cameras import Cameras
    from checkin.cli.columns import ListColumns
    from checkin.domain.people import Attendee
    from checkin.domain.reportnumbers import ReportNumbers
    from checkin.domain.roles import Operator
    from checkin.domain.session import Session
    from checkin.domain.sessionrows import SessionRow
    from checkin.domain.stock import Stock
    from checkin.domain.table import RowFault, Table
    from checkin.services.desk import Desk
    from checkin.services.importplan import ImportPlan
    from checkin.ui.longwork import Progress


def outside_of(app: App) -> Outside:
    """Return the functions that the window is handed."""

    rehearses = app.rehearses is not None

    def open_desk(path: Path, operator: "Operator") -> "Desk":
        from checkin.services.desk import Desk
        from checkin.store.store import Store

        return Desk(Store.open(path, app.book, app.now, rehearsal=rehearses), operator)

    def create_event(wanted: NewEvent, operator: "Operator") -> None:
        from checkin.services.events import create_event

        create_event(
            wanted.path,
            app.book,
            app.now,
            operator,
            title=wanted.title,
            first_day=wanted.first_day,
            last_day=wanted.last_day,
            timezone=wanted.timezone,
            venue=wanted.venue,
        )

    def make_demo(operator: "Operator") -> Path:
        from checkin.cli.sample import make_demo

        return make_demo(app, operator)

    def columns() -> "ListColumns":
        from checkin.cli.columns import ListColumns

        return ListColumns(app)

    def guess_columns(table: "Table") -> dict[int, str]:
        return columns().known.guess(table)

    def write_plan(path: Path, table: "Table", plan: "ImportPlan", progress: "Progress") -> None:
        from checkin.cli.planlist import write_plan

        write_plan(path, table, plan, columns(), progress)

    def rehearse(desk: "Desk", at: int, progress: "Progress") -> Rehearsal:
        from checkin.cli.rehearsing import rehearse

        return rehearse(app, desk, at, progress)

    return Outside(
        now=app.now,
        resources=app.resources,
        open_desk=open_desk,
        create_event=create_event,
        make_demo=make_demo,
        read_list=_read_list,
        read_programme=_read_programme,
        guess_columns=guess_columns,
        recall_columns=lambda table, days: columns().recall(table, days),
        keep_columns=lambda table, chosen: columns().keep(table, chosen),
        fields=FIELDS,
        builtin_templates=app.builtin_templates,
        write_plan=write_plan,
        write_evidence=_write_evidence,
        write_numbers=_refuse if rehearses else _write_numbers,
        export=exporting_of(app),
        write_report=_write_report,
        write_roster=_refuse if rehearses else _write_roster,
        hand_out_contacts=_hand_out_contacts,
        load_settings=lambda: app.settings,
        save_settings=app.save_settings,
        load_stocks=app.stock_book,
        save_stocks=app.save_stock_book,
        read_stocks=_read_stocks,
        keep_fault=lambda error: keep_fault(app.folder, error),
        cameras=_cameras,
        post=post_of(app),
        certificates=certificate_press_of(app),
        rehearse=None if rehearses else rehearse,
    )


def _refuse(*_: object) -> None:
    """Write nothing of a rehearsal that could be taken for the event's."""
    raise CheckinError("rehearsal-stays")


def _cameras() -> "Cameras":
    from checkin.capture.cameras import this_computers

    return this_computers()


def _read_list(path: Path, encoding: str, sheet: str) -> "Table":
    from checkin.gateways.sheets import read_list

    return read_list(path, encoding, sheet)


def _read_programme(path: Path, timezone: str) -> "tuple[list[SessionRow], list[RowFault]]":
    from checkin.gateways.programmefile import read_programme

    return read_programme(path, timezone)


def _read_stocks(path: Path) -> "tuple[Sequence[Stock], Mapping[str, str]]":
    from checkin.gateways.glabels import read_templates

    found = read_templates(path)
    return found.stocks, found.left_out


def _write_evidence(path: Path, desk: "Desk", progress: "Progress") -> int:
    from checkin.cli.evidencefiles import write_evidence

    return write_evidence(path, desk.store, desk.operator, progress)


def _write_numbers(path: Path, numbers: "ReportNumbers") -> None:
    from checkin.cli.report import write_numbers

    write_numbers(path, numbers)


def _write_report(path: Path, desk: "Desk") -> int:
    from checkin.cli.reportfile import write_report_file
    from checkin.services.permission import refuse_in_rehearsal

    refuse_in_rehearsal(desk.store)
    return write_report_file(path, desk.store, desk.operator)


def _write_roster(path: Path, people: "Sequence[Attendee]", sessions: "Sequence[Session]") -> None:
    from checkin.cli.output import write_report
    from checkin.gateways import reports

    table = reports.roster_table(people, sessions)
    write_report(path, [table], table.header, table.rows)


def _hand_out_contacts(desk: "Desk", folder: Path) -> int:
    from checkin.cli.handingout import HandingOut
    from checkin.services.contacts import everyones_contacts
    from checkin.services.permission import refuse_in_rehearsal

    refuse_in_rehearsal(desk.store)
    everyone = everyones_contacts(desk.store, desk.operator)
    return HandingOut(desk.store.programme.event()).write_folder(folder, everyone)
