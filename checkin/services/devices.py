"""Looks at what is plugged in before the doors open: scanner, camera, sound, printer."""

from dataclasses import dataclass

from checkin.errors import CheckinError
from checkin.services.finding import Check, Finding, fine, look, wrong


@dataclass(frozen=True, slots=True)
class Devices:
    """What is plugged in: names of cameras, sound outputs and printers, and what was chosen.

    `scanner_heard` tells whether a scanner was heard since the program began, `serial_port` which
    port was chosen. None where that cannot be known.
    """

    cameras: tuple[str, ...] | None = None
    sounds: tuple[str, ...] | None = None
    printers: tuple[str, ...] = ()
    printer: str = ""
    serial_port: str = ""
    serial_port_there: bool = False
    scanner_heard: bool = False


def check_devices(devices: Devices) -> list[Finding]:
    """Look at what is plugged in, by scanner, camera, sound and printer."""
    return [_scanner(devices), _camera(devices), _sound(devices), _printer(devices)]


def _scanner(devices: Devices) -> Finding:
    port = devices.serial_port
    if port and not devices.serial_port_there:
        return wrong(Check.SCANNER, CheckinError("serial-port-gone", port=port))
    if devices.scanner_heard:
        return fine(Check.SCANNER)
    return look(Check.SCANNER, CheckinError("scanner-untried"))


def _camera(devices: Devices) -> Finding:
    if devices.cameras is None:
        return look(Check.CAMERA, CheckinError("no-multimedia"))
    return fine(Check.CAMERA) if devices.cameras else look(Check.CAMERA, CheckinError("no-camera"))


def _sound(devices: Devices) -> Finding:
    if devices.sounds:
        return fine(Check.SOUND)
    return look(Check.SOUND, CheckinError("no-sound"))


def _printer(devices: Devices) -> Finding:
    if devices.printer and devices.printer not in devices.printers:
        return wrong(Check.PRINTER, CheckinError("printer-gone", printer=devices.printer))
    if not devices.printers:
        return look(Check.PRINTER, CheckinError("no-printer"))
    return fine(Check.PRINTER)
