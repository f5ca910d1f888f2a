"""Says each verdict by its sound, and shows at the door when nothing is to be heard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.ui.parts import action
from checkin.ui.remembering import Remembered
from checkin.ui.sound.mark import SilentMark
from checkin.ui.sound.speaker import LOUDEST, Speaker
from checkin.ui.sound.wording import silence_words

if TYPE_CHECKING:
    from checkin.ui.eventview import EventView
    from checkin.ui.reception.screen import Screen
    from checkin.ui.sound.fields import SoundFields


class DoorSounds(QObject):
    """One loudspeaker for the window, whichever event is open in it.

    `changed` tells that it is turned on or off, or that sounds come out or no longer do.
    """

    changed = Signal()

    def __init__(self, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self._remembered = remembered
        settings = remembered.settings
        self.volume, self.muted = min(max(settings.volume, 0), LOUDEST), settings.muted
        self.speaker = Speaker(self)
        self.speaker.changed.connect(self.changed)

    @property
    def silence(self) -> str:
        """Why no sound comes out even if it is on; empty where it does."""
        return silence_words(self.speaker.output)

    def follow(self, view: "EventView") -> None:
        """Say the verdicts of the event that is open now."""
        view.reception.told.connect(self.tell)
        _Muting(self, view)
        self.speaker.start()

    def tell(self, screen: "Screen") -> None:
        """Say a screen by its sound."""
        if screen.sound and not self.muted:
            self.speaker.play(screen.sound, self.volume)

    def mute(self, muted: bool) -> None:
        """Turn sounds off, or on."""
        self._set(self.volume, muted)

    def fields(self) -> "SoundFields":
        """Return the fields of Preferences, for `take` to read once they are saved."""
        # Not at import: the first page is there before anybody asks for them.
        from checkin.ui.sound.fields import SoundFields

        self.speaker.start()
        return SoundFields(self.volume, self.muted, self.silence, self.speaker.play)

    def take(self, fields: "SoundFields") -> None:
        """Do from now on as the fields say."""
        self._set(fields.volume.value(), fields.muted)

    def close(self) -> None:
        """Fall silent for good."""
        self.speaker.stop()

    def _set(self, volume: int, muted: bool) -> None:
        if (volume, muted) != (self.volume, self.muted):
            self.volume, self.muted = volume, muted
            self._remembered.keep_sounds(volume, muted)
            self.changed.emit()


class _Muting(QObject):
    """The key that turns sounds off at the door of one event, and the mark that they are."""

    def __init__(self, sounds: DoorSounds, view: "EventView") -> None:
        page = view.reception
        super().__init__(page)
        self._sounds, self._notices = sounds, view.notices
        self._action = action(page, self.tr("Sounds off"), "Ctrl+M", "mute")
        self._action.setCheckable(True)
        self._mark = SilentMark(page.field)
        self._mark.clicked.connect(self._explain)
        self._show()
        self._action.toggled.connect(sounds.mute)
        sounds.changed.connect(self._show)

    def _show(self) -> None:
        self._action.setChecked(self._sounds.muted)
        silence = self._sounds.silence
        if self._sounds.muted:
            self._mark.show_silence(self.tr("Sounds off"), self.tr("Ctrl+M turns them on."))
        else:
            self._mark.show_silence(self.tr("No sound") if silence else "", silence)

    def _explain(self) -> None:
        """Somebody pressed the mark: turn sounds on, or say why there are none."""
        if self._sounds.muted:
            self._sounds.mute(False)
        else:
            self._notices.warn(self._sounds.silence)
