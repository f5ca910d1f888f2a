"""What the sounds are called on the screen, and why none comes out."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from checkin.ui.sound.scores import Sound
from checkin.ui.sound.speaker import Output

_NAMES: Mapping[Sound, str] = {
    Sound.WELCOME: "Welcome",
    Sound.WELCOME_BACK: "Welcome back",
    Sound.GOODBYE: "Goodbye",
    Sound.ALREADY_IN: "Already in",
    Sound.TO_DO: "Something to do",
    Sound.REFUSED: "Refused",
    Sound.UNKNOWN: "Unknown code",
    Sound.UNRECORDED: "Not recorded",
}
_SILENCES: Mapping[Output, str] = {
    Output.NO_DEVICE: "No sound can be played: plug in a loudspeaker, or choose a sound output in"
    " the computer's own settings.",
    Output.NO_LIBRARY: "No sound can be played: the system's sound library is missing. On Debian,"
    " install libpulse0 and start Check-in again.",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sounds", text)


def sound_name(sound: Sound) -> str:
    """Return what a sound says."""
    return _tr(_NAMES[sound])


def silence_words(output: Output) -> str:
    """Return why no sound comes out and what to do, empty where sounds do."""
    words = _SILENCES.get(output)
    return _tr(words) if words else ""
