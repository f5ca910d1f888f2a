"""What this station remembers for itself and never shares: a small JSON file in its folder."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Settings:
    """This station's choices; unknown ones in the file are ignored, missing ones defaulted.

    `window` is where the window was, as Qt writes it, in hexadecimal. `recent` are event files, the
    latest first. `role` and `operator` are who worked in the window last, `operators` the names of
    all who did, the latest first. `backup_folder` is empty where backups are kept beside each
    event, `emergency_folder` where no emergency list is kept. `printer` is what badges were printed
    on last. `lock_minutes` is after how many idle ones the window locks, 0 for never. `serial_port`
    is where a serial scanner is, empty for none, and `serial_speed` its bits a second. `camera`
    names the one that reads badges, as the system does, empty for the usual one; `camera_on` tells
    whether it does. `volume` is how loud sounds are, of 100, unless `muted`. `kiosk` is the
    self-service kiosk this station is, as `domain.kiosk` writes it, empty for none. `mail_host` and
    what follows it are the mail server that tickets are sent through, see `gateways.mailing`; no
    password is kept. `export` is what of the attendance was written last, as
    `domain.exportchoice` writes it.
    """

    last_event: str = ""
    recent: tuple[str, ...] = ()
    theme: str = "system"
    window: str = ""
    operator: str = ""
    role: str = ""
    backup_folder: str = ""
    emergency_folder: str = ""
    printer: str = ""
    operators: tuple[str, ...] = ()
    lock_minutes: int = 15
    serial_port: str = ""
    serial_speed: int = 9_600
    camera: str = ""
    camera_on: bool = False
    volume: int = 80
    muted: bool = False
    kiosk: str = ""
    paper: str = ""
    prints_first: bool = False
    mail_host: str = ""
    mail_port: int = 587
    mail_security: str = "starttls"
    mail_user: str = ""
    mail_sender: str = ""
    export: str = ""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Return what the file says; a missing or damaged file says nothing."""
        try:
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        known = {field.name: type(field.default) for field in fields(cls)}
        read: dict[str, Any] = {
            name: _read(known[name], value) for name, value in found.items() if name in known
        }
        return cls(**{name: value for name, value in read.items() if value is not None})

    def save(self, path: Path) -> None:
        """Write the file whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".new")
        part.write_text(json.dumps(asdict(self), indent=2), "utf-8")
        part.replace(path)


def _read(wanted: type, value: object) -> object:
    """Return a value as a setting of that type, or None for one that is none."""
    if wanted is tuple and isinstance(value, list):
        return tuple(one for one in value if isinstance(one, str))
    return value if type(value) is wanted else None
