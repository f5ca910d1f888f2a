"""Opens the window, handing it what it may not reach itself: files, stores, settings."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.app import App
from checkin.cli.context import Session
from checkin.cli.faults import keep_fault
from checkin.cli.output import write_report
from checkin.cli.sample import make_demo
from checkin.domain.attendance import DayAttendance
from checkin.domain.people import Attendee
from checkin.domain.roles import Operator, Role
from checkin.gateways import reports
from checkin.gateways.columns import Columns
from checkin.gateways.headings import FIELDS
from checkin.gateways.sheets import read_list
from checkin.services.desk import Desk
from checkin.services.events import create_event
from checkin.settings import Settings
from checkin.store.store import Store

if TYPE_CHECKING:
    from checkin.ui.outside import NewEvent, Outside


def has_display() -> bool:
    """Tell whether there is a screen to open a window on."""
    if (platform := os.environ.get("QT_QPA_PLATFORM", "")) in {"offscreen", "minimal"}:
        return False
    on_a_desktop = sys.platform in {"win32", "darwin"}
    return bool(
        on_a_desktop or platform or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def open_window(session: Session, path: Path | None = None) -> None:
    """Open the window on an event, or on the one opened last, until somebody closes it."""
    from checkin.ui.application import application
    from checkin.ui.window import Window

    running = application()
    window = Window(outside_of(session.app), operator_of(session))
    window.bugs.watch()
    window.show()
    if wanted := path or session.named_path or _last_event(session.app.settings):
        window.open(wanted)
    running.exec()


def operator_of(session: Session) -> Operator:
    """Return who works in the window: as the command line says, else as last time."""
    settings = session.app.settings
    given = session.operator
    if session.operator_name or not settings.operator:
        return given
    role = Role(settings.role) if settings.role in set(Role) else given.role
    return Operator(settings.operator, role)


def outside_of(app: App) -> "Outside":
    """Return the functions that the window is handed."""
    from checkin.ui.outside import Outside

    return Outside(
        now=app.now,
        resources=app.resources,
        open_desk=lambda path, operator: Desk(Store.open(path, app.book, app.now), operator),
        create_event=_creating(app),
        make_demo=lambda operator: make_demo(app, operator),
        read_list=read_list,
        guess_columns=Columns.load(app.resources / "columns.toml").guess,
        fields=FIELDS,
        write_attendance=_write_attendance,
        write_roster=_write_roster,
        load_settings=lambda: app.settings,
        save_settings=app.save_settings,
        keep_fault=lambda error: keep_fault(app.folder, error),
    )


def _last_event(settings: Settings) -> Path | None:
    path = Path(settings.last_event) if settings.last_event else None
    return path if path and path.is_file() else None


def _creating(app: App) -> "Callable[[NewEvent, Operator], None]":
    def create(wanted: "NewEvent", operator: Operator) -> None:
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

    return create


def _write_attendance(path: Path, days: Sequence[DayAttendance]) -> None:
    rows = reports.attendance_rows(days)
    write_report(path, reports.attendance_sheets(days), reports.ATTENDANCE_HEADER, rows)


def _write_roster(path: Path, people: Sequence[Attendee]) -> None:
    table = reports.roster_table(people)
    write_report(path, [table], table.header, table.rows)
