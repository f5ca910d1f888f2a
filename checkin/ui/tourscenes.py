"""The scenes of the tour that are made in modules of their own, in the order they are drawn."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QWidget

from checkin.ui.tourcontacts import contact_scenes
from checkin.ui.tourdesigner import designer_scenes
from checkin.ui.tourexport import export_scenes
from checkin.ui.tourkiosk import kiosk_scenes
from checkin.ui.tourprinting import printing_scenes
from checkin.ui.tourprogramme import programme_scenes
from checkin.ui.tourproof import proof_scenes
from checkin.ui.tourrehearsal import rehearsal_scenes
from checkin.ui.window import Window

SCENES: Sequence[Callable[[Window], Iterator[tuple[str, QWidget]]]] = (
    designer_scenes,
    kiosk_scenes,
    printing_scenes,
    rehearsal_scenes,
    programme_scenes,
    contact_scenes,
    export_scenes,
    proof_scenes,
)
