"""`checkin tour`: draws every page in its main states, for the guide and to be looked at."""

import os
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from checkin.app import App
from checkin.cli.context import Session, pass_session
from checkin.cli.sample import FILE_NAME, SampleSeminar, make_demo
from checkin.domain.roles import Operator, Role
from checkin.domain.times import to_ms
from checkin.errors import CheckinError

# The sample's first morning, whenever the tour is made: its pictures can be compared.
_MORNING = datetime(2016, 6, 2, 9, 5, tzinfo=ZoneInfo("Europe/Riga"))
_OPERATOR = Operator("Elīna", Role.COORDINATOR)


def _size(_context: click.Context, _option: click.Parameter, text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise click.BadParameter("a size is written like 1280x800.")
    return int(width), int(height)


@click.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A folder.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--size", metavar="WxH", default="1280x800", show_default=True, callback=_size)
@click.option("--mirrored", is_flag=True, help="As where writing runs from right to left.")
@click.option("--only", metavar="WORD", default="", help="Only pictures with this in their name.")
@pass_session
def tour(
    session: Session, out: Path, theme: str, size: tuple[int, int], mirrored: bool, only: str
) -> None:
    """Draw every page of the window into PNG files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, qInstallMessageHandler

    from checkin.cli.outside import outside_of
    from checkin.ui.application import application
    from checkin.ui.tour import Scenes
    from checkin.ui.window import Window

    with suppress(FileExistsError):
        out.mkdir(parents=True)
    if not out.is_dir():
        raise CheckinError("not-a-folder", path=out)
    out = out.resolve()
    with tempfile.TemporaryDirectory(prefix="checkin-tour-") as name:
        folder = Path(name)
        app = App(folder / "installation", lambda: to_ms(_MORNING))
        app.save_settings(replace(app.settings, theme=theme))
        running = application()
        if mirrored:
            running.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        # What the platform without a screen says of sizes is of no use to anybody.
        qInstallMessageHandler(lambda *_: None)
        window = Window(outside_of(app), _OPERATOR)
        try:
            drawn = Scenes(window, _events(app, folder), out, only).draw(*size)
        finally:
            window.close()
            qInstallMessageHandler(None)
            del running
    click.echo(f"{out}: {drawn} pictures.")


def _events(app: App, folder: Path) -> dict[str, Path]:
    """Make the events of the tour; return their files by what they show."""
    events = {name: folder / name / FILE_NAME for name in ("empty", "demo", "many", "long")}
    for path in events.values():
        path.parent.mkdir()
    SampleSeminar(app, _OPERATOR).create(events["empty"])
    make_demo(app, _OPERATOR, events["demo"].parent)
    from checkin.cli.tourpeople import LONG_NAMES, ask_long_questions, crowd, register_all

    SampleSeminar(app, _OPERATOR).create(events["many"])
    register_all(app, _OPERATOR, events["many"], crowd(5_000))
    SampleSeminar(app, _OPERATOR).create(events["long"])
    register_all(app, _OPERATOR, events["long"], LONG_NAMES)
    ask_long_questions(app, _OPERATOR, events["long"])
    return events


COMMANDS = (tour,)
