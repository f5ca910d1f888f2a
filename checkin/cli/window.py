"""Opens the window on the screen there is."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.cli.context import Session
from checkin.domain.roles import Operator, Role
from checkin.errors import CheckinError
from checkin.settings import Settings

if TYPE_CHECKING:
    from checkin.services.desk import Desk

_X_LIBRARIES = (
    *("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1"),
    *("libxcb-shape.so.0", "libxcb-xkb.so.1", "libxkbcommon-x11.so.0"),
)


def has_display() -> bool:
    """Tell whether there is a screen to open a window on."""
    if (platform := os.environ.get("QT_QPA_PLATFORM", "")) in {"offscreen", "minimal"}:
        return False
    on_a_desktop = sys.platform in {"win32", "darwin"}
    return bool(
        on_a_desktop or platform or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def open_window(session: Session, demo: Path | None = None) -> None:
    """Open the window on a demo, the event named, or the one opened last, until it is closed.

    CheckinError("library-missing") where Qt would otherwise end the program.
    """
    _check_libraries()
    from checkin.cli.outside import outside_of
    from checkin.ui.application import application
    from checkin.ui.window import Window

    running = application()
    _clear_rehearsals(session.app.rehearsals)
    known = bool(demo or session.operator_name)
    window = Window(outside_of(session.app), operator_of(session), asks=not known)
    window.bugs.watch()
    window.show()
    if demo:
        window.open_demo(demo)
    elif wanted := _kiosk(session) or session.named_path or _last_event(session.app.settings):
        window.open(wanted)
    running.exec()


def _clear_rehearsals(rehearsals: Path) -> None:
    """Delete what a crash left of a rehearsal; where there is none, no store is waited for."""
    if rehearsals.is_dir():
        from checkin.services.rehearsal import clear_rehearsals

        clear_rehearsals(rehearsals)


def open_rehearsal(session: Session, desk: "Desk", at: int) -> str:
    """Play on a copy of the event at a desk until the window is closed; return what was done."""
    _check_libraries()
    from checkin.cli.rehearsing import rehearse
    from checkin.ui.application import application
    from checkin.ui.rehearsal.window import RehearsalWindow

    running, said = application(), list[str]()
    rehearsal = rehearse(session.app, desk, at)
    try:
        window = RehearsalWindow(rehearsal, desk.operator)
        window.ended.connect(said.append)
        window.bugs.watch()
        window.show()
        running.exec()
    finally:
        rehearsal.end()
    return " ".join(said)


def _check_libraries() -> None:
    """Look for what Qt needs to draw on an X screen and no package of Python brings along."""
    import ctypes

    if sys.platform == "linux" and os.environ.get("QT_QPA_PLATFORM", "xcb") == "xcb":
        for name in () if os.environ.get("WAYLAND_DISPLAY") else _X_LIBRARIES:
            try:
                ctypes.CDLL(name)
            except OSError as error:
                raise CheckinError("library-missing", library=name) from error


def operator_of(session: Session) -> Operator:
    """Return who works in the window: as the command line says, else as last time."""
    settings, given = session.app.settings, session.operator
    remembered = Role(settings.role) if settings.role in set(Role) else given.role
    name = session.operator_name or settings.operator or given.name
    return Operator(name, session.role or remembered)


def _kiosk(session: Session) -> Path | None:
    """Return the event that this computer is a kiosk of: until a PIN ends that, no other opens."""
    if not (written := session.app.settings.kiosk):
        return None
    # Not at import: most stations are none, and the window is there sooner.
    from checkin.domain.kiosk import KioskPlan

    plan = KioskPlan.read(written)
    path = Path(plan.event) if plan else None
    return path if path and path.is_file() else None


def _last_event(settings: Settings) -> Path | None:
    path = Path(settings.last_event) if settings.last_event else None
    return path if path and path.is_file() else None
