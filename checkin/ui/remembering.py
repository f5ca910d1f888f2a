"""What the window remembers from one day to the next: its place, its theme, events, who works."""

from dataclasses import replace
from pathlib import Path

from checkin.domain.roles import Operator
from checkin.settings import Settings
from checkin.ui.outside import Outside
from checkin.ui.theme import Choice

MOST_RECENT, MOST_NAMES = 8, 12


class Remembered:
    """A choice that cannot be kept is no reason to stop anybody at the door."""

    def __init__(self, outside: Outside) -> None:
        self._outside = outside

    @property
    def settings(self) -> Settings:
        """This station's own choices, as they were last saved."""
        return self._outside.load_settings()

    @property
    def theme(self) -> Choice:
        """The theme chosen; a name that a newer version wrote is the desktop's."""
        text = self.settings.theme
        return Choice(text) if text in set(Choice) else Choice.SYSTEM

    @property
    def recent(self) -> list[Path]:
        """The events opened before, the latest first."""
        return [Path(one) for one in self.settings.recent]

    def keep_theme(self, theme: Choice) -> None:
        """Remember how the window is to look."""
        self._keep(replace(self.settings, theme=theme.value))

    def keep_operator(self, operator: Operator) -> None:
        """Remember who works here; a PIN never."""
        settings, name = self.settings, operator.name
        names = (name, *(one for one in settings.operators if one != name))[:MOST_NAMES]
        self._keep(replace(settings, operator=name, role=operator.role.value, operators=names))

    def keep_lock(self, minutes: int) -> None:
        """Remember after how many idle minutes the window locks, 0 for never."""
        self._keep(replace(self.settings, lock_minutes=minutes))

    def keep_sounds(self, volume: int, muted: bool) -> None:
        """Remember how loud sounds are, of 100, and whether they are off."""
        self._keep(replace(self.settings, volume=volume, muted=muted))

    def keep_event(self, path: Path) -> None:
        """Remember which event was opened last."""
        name = str(path.resolve())
        recent = (name, *(one for one in self.settings.recent if one != name))
        self._keep(replace(self.settings, recent=recent[:MOST_RECENT], last_event=name))

    def keep_place(self, place: bytes) -> None:
        """Remember where the window was, as Qt writes it."""
        self._keep(replace(self.settings, window=place.hex()))

    def place(self) -> bytes:
        """Return where the window was, empty if that is not known."""
        try:
            return bytes.fromhex(self.settings.window)
        except ValueError:
            return b""

    def _keep(self, settings: Settings) -> None:
        try:
            self._outside.save_settings(settings)
        except OSError:
            return
