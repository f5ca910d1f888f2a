"""A program that plays sounds as the door does: `playing.py MS VOLUME SOUND…`, MS apart.

It says `ready` once a loudspeaker is there, or why there is none, and ends when all is quiet.
"""

import sys

from PySide6.QtCore import QCoreApplication, QTimer

from checkin.ui.sound.scores import Sound
from checkin.ui.sound.speaker import Output, Speaker

LET_IT_END_MS = 700


def main(apart: int, volume: int, sounds: list[Sound]) -> None:
    """Play `sounds`, and wait for the last to end."""
    application = QCoreApplication([])
    speaker = Speaker(application)
    left = iter(sounds)

    def next_one() -> None:
        sound = next(left, None)
        if sound:
            speaker.play(sound, volume)
        else:
            timer.stop()
            QTimer.singleShot(LET_IT_END_MS, application.quit)

    timer = QTimer(application)
    timer.timeout.connect(next_one)

    def begin() -> None:
        print(speaker.output.value, flush=True)  # noqa: T201
        if speaker.output is Output.READY:
            timer.start(apart)
        else:
            application.quit()

    speaker.changed.connect(begin)
    speaker.start()
    application.exec()
    speaker.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), [Sound(name) for name in sys.argv[3:]])
