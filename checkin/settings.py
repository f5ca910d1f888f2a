"""What this station remembers for itself and never shares: a small JSON file in its folder."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Settings:
    """This station's choices; unknown ones in the file are ignored, missing ones defaulted."""

    last_event: str = ""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Return what the file says; a missing or damaged file says nothing."""
        try:
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        names = {field.name for field in fields(cls)}
        return cls(**{n: v for n, v in found.items() if n in names and isinstance(v, str)})

    def save(self, path: Path) -> None:
        """Write the file whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".new")
        part.write_text(json.dumps(asdict(self), indent=2), "utf-8")
        part.replace(path)
