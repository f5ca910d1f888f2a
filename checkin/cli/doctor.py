"""`checkin doctor`: looks whether all is ready before the doors open."""

import os
import sys
import time
from typing import TYPE_CHECKING

import click

from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.sentences import sentence
from checkin.services.devices import Devices, check_devices
from checkin.services.finding import Finding, Level
from checkin.services.preflight import EVENT_CHECKS, Place, check_event

if TYPE_CHECKING:
    from checkin.settings import Settings

FOUND_WANTING = 1
_MARKS = {Level.OK: "✓", Level.LOOK: "!", Level.WRONG: "✕"}


@click.command()
@json_option
@pass_session
def doctor(session: Session, as_json: bool) -> int:
    """Check clock, day, badges, backup, disk, scanner, camera, sound and printer."""
    settings = session.app.settings
    place = Place(time.localtime().tm_gmtoff // 60, settings.backup_folder)
    with session.open() as store:
        findings = [check_event(store, session.operator, check, place) for check in EVENT_CHECKS]
    findings += check_devices(_devices(settings))
    if as_json:
        echo_json([_shape(one) for one in findings])
    else:
        for one in findings:
            words = sentence(one.error) if one.error else "ready"
            click.echo(f"{_MARKS[one.level]} {one.check.value}: {words}")
    return FOUND_WANTING if any(one.level is Level.WRONG for one in findings) else 0


def _shape(found: Finding) -> dict[str, object]:
    return {
        "check": found.check.value,
        "level": found.level.value,
        "code": found.error and found.error.code,
        "sentence": found.error and sentence(found.error),
    }


def _devices(settings: "Settings") -> Devices:
    """Return what is plugged in; only a program with a screen's library can know that."""
    if not (sys.platform.startswith("linux") and "DISPLAY" in os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtGui import QGuiApplication

    from checkin.ui.preflight.devices import plugged_in

    # What Qt says to itself of sound servers that are not there is of no use to anybody.
    qInstallMessageHandler(lambda *_: None)
    running = QGuiApplication.instance() or QGuiApplication([])
    devices = plugged_in(settings, scanner_heard=False)
    qInstallMessageHandler(None)
    del running
    return devices


COMMANDS = (doctor,)
