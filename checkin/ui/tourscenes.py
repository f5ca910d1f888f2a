"""The scenes of the tour that are drawn elsewhere, in the order of their pictures."""

from checkin.ui.tourdesigner import designer_scenes
from checkin.ui.tourkiosk import kiosk_scenes
from checkin.ui.tourprinting import printing_scenes
from checkin.ui.tourprogramme import programme_scenes
from checkin.ui.tourrehearsal import rehearsal_scenes

SCENES = (designer_scenes, kiosk_scenes, printing_scenes, rehearsal_scenes, programme_scenes)
