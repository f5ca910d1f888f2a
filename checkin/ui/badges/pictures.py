"""Saves a picture of each badge, named by its number, as whoever sends them on needs them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from checkin.domain.code import printed
from checkin.errors import CheckinError
from checkin.render.faces import face_of
from checkin.render.sheet import write_pngs
from checkin.services.desk import Desk
from checkin.services.permission import refuse_in_rehearsal
from checkin.ui.badges import phrases
from checkin.ui.badges.bringing import Fetch
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress
from checkin.ui.saving import open_folder


def save_pictures(bench: Bench, fetch: Fetch, folder: Path) -> None:
    """Save the pictures and say so, or leave the folder as it was."""
    event = bench.programme().event

    def work(desk: Desk, progress: Progress) -> int:
        refuse_in_rehearsal(desk.store)
        badges = fetch(desk)
        faces = [face_of(event, *one.shown) for one in badges]
        names = [f"{printed(one.attendee.badge)}.png" for one in badges]
        count = write_pngs(
            folder,
            faces,
            names,
            bench.design(desk),
            progress=lambda done: progress(done, len(faces)),
        )
        if not count:
            raise CheckinError("canceled")
        return count

    def say(count: int) -> None:
        words = _text("{badges} in {folder}, each a picture named by its number.")
        said = words.format(badges=phrases.badges(count), folder=folder.name)
        bench.notices.done(said, (_text("Open folder"), lambda: open_folder(folder)))

    bench.long.start(_text("Saving pictures"), work, say)


def _text(text: str) -> str:
    return QCoreApplication.translate("BadgePictures", text)
