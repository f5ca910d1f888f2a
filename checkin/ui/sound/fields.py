"""The part of Preferences about sounds: on or off, how loud, and a button to hear each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QSlider, QWidget

from checkin.ui.parts import column, label, row
from checkin.ui.sound.scores import Sound
from checkin.ui.sound.speaker import LOUDEST
from checkin.ui.sound.wording import sound_name

_STEP = 5
_ACROSS = 4


class SoundFields(QWidget):
    """`listen` plays a sound as loud as the slider says; `silence` is why none is to be heard."""

    def __init__(
        self, volume: int, muted: bool, silence: str, listen: Callable[[Sound, int], object]
    ) -> None:
        super().__init__()
        self._listen = listen
        self.on = QCheckBox(self.tr("Sounds at the door"))
        self.on.setChecked(not muted)
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, LOUDEST)
        self.volume.setSingleStep(_STEP)
        self.volume.setPageStep(_STEP)
        self.volume.setValue(volume)
        self.volume.setAccessibleName(self.tr("Volume"))
        self._percent = label(role="quiet")
        self._percent.setMinimumWidth(44)
        self.volume.valueChanged.connect(self._show_volume)
        self._show_volume(volume)
        inside = column(gap=8)
        inside.addLayout(row(self.on, None, label(self.tr("Volume")), self.volume, self._percent))
        inside.addWidget(label(self.tr("Press one to hear it:"), "quiet"))
        inside.addLayout(self._listening())
        self.silence = label(silence, "wrong", wraps=True)
        self.silence.setVisible(bool(silence))
        inside.addWidget(self.silence)
        self.setLayout(inside)

    @property
    def muted(self) -> bool:
        """Tell whether sounds are to be off."""
        return not self.on.isChecked()

    def _listening(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        self.buttons: dict[Sound, QPushButton] = {}
        for number, sound in enumerate(Sound):
            button = QPushButton(sound_name(sound))
            button.setProperty("compact", True)
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Listen: {sound}").format(sound=sound_name(sound)))
            button.clicked.connect(partial(self._play, sound))
            grid.addWidget(button, number // _ACROSS, number % _ACROSS)
            self.buttons[sound] = button
        return grid

    def _play(self, sound: Sound, _checked: bool = False) -> None:
        self._listen(sound, self.volume.value())

    def _show_volume(self, volume: int) -> None:
        self._percent.setText(self.tr("{volume} %").format(volume=volume))
