"""The words of the checks before the doors open."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from checkin.services.finding import Check, Level


def _tr(text: str) -> str:
    return QCoreApplication.translate("Preflight", text)


def check_names() -> Mapping[Check, str]:
    """Return what each check is called."""
    return {
        Check.DAY: _tr("Day"),
        Check.CLOCK: _tr("Clock"),
        Check.ZONE: _tr("Time zone"),
        Check.PEOPLE: _tr("People"),
        Check.BADGES: _tr("Badges"),
        Check.FILE: _tr("Event file"),
        Check.DISK: _tr("Disk space"),
        Check.BACKUP: _tr("Backup"),
        Check.PINS: _tr("PINs"),
        Check.SCANNER: _tr("Scanner"),
        Check.CAMERA: _tr("Camera"),
        Check.SOUND: _tr("Sound"),
        Check.PRINTER: _tr("Printer"),
    }


def ready_word() -> str:
    """Return what is said of a check that is green."""
    return _tr("Ready")


def verdict_words(levels: Sequence[Level]) -> str:
    """Return what all checks together come to."""
    wrong, look = levels.count(Level.WRONG), levels.count(Level.LOOK)
    if wrong:
        return _tr("To be mended before the doors open: {count}.").format(count=wrong)
    if look:
        return _tr("The doors can open. Worth a look: {count}.").format(count=look)
    return _tr("All is ready.")
