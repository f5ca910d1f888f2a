"""Tells what is plugged in to this computer, for the checks before the doors open."""

from PySide6.QtPrintSupport import QPrinterInfo

from checkin.capture.cameras import list_cameras
from checkin.capture.multimedia import sound_outputs
from checkin.capture.serial import is_there
from checkin.errors import CheckinError
from checkin.services.devices import Devices
from checkin.settings import Settings


def plugged_in(settings: Settings, *, scanner_heard: bool) -> Devices:
    """Return the devices there are now; needs a `QGuiApplication`."""
    return Devices(
        cameras=_cameras(),
        sounds=sound_outputs(),
        printers=tuple(QPrinterInfo.availablePrinterNames()),
        printer=settings.printer,
        serial_port=settings.serial_port,
        serial_port_there=is_there(settings.serial_port),
        scanner_heard=scanner_heard,
    )


def _cameras() -> tuple[str, ...] | None:
    try:
        return tuple(one.name for one in list_cameras())
    except CheckinError:
        return None
