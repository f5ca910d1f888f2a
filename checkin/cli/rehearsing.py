"""Sets a rehearsal up as an installation of its own, with a clock of its own."""

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin.app import App
from checkin.cli.outside import outside_of
from checkin.services.rehearsal import RehearsalPlace, begin_rehearsal, furnish
from checkin.store.store import Store
from checkin.ui.outside import Rehearsal

if TYPE_CHECKING:
    from checkin.services.desk import Desk
    from checkin.store.copying import Progress


def rehearse(app: App, desk: "Desk", at: int, progress: "Progress | None" = None) -> Rehearsal:
    """Copy the open event, to be played from `at` (Unix ms) on; whoever ends it leaves nothing.

    All that the copy's window keeps goes into a folder of its own: settings, what is remembered of
    stations and columns, faults. Nothing there names another event.
    """
    place = RehearsalPlace(app.rehearsals)
    try:
        path = begin_rehearsal(desk.store, desk.operator, place.folder, progress)
        later = at - app.now()
        played = App(place.folder / "installation", lambda: app.now() + later, app.folder)
        played.save_settings(
            replace(
                app.settings,
                recent=(),
                last_event="",
                kiosk="",
                backup_folder="",
                emergency_folder="",
            )
        )
        with Store.open(path, played.book, played.now, rehearsal=True) as store:
            furnish(store, desk.operator)
        return Rehearsal(outside_of(played), path, place.end)
    except BaseException:
        place.end()
        raise
