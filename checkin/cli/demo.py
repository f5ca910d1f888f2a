"""`checkin demo`: the sample seminar in a window, or the whole job without one."""

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import click

from checkin.app import App
from checkin.cli.context import Session, pass_session
from checkin.cli.exporting import write_export
from checkin.cli.printing import Batch, picture_pages, print_badges
from checkin.cli.sample import FILE_NAME, SampleSeminar, at_minute, make_demo
from checkin.cli.window import has_display, open_window
from checkin.domain.event import Event
from checkin.domain.exportchoice import ExportChoice
from checkin.domain.roles import Operator
from checkin.domain.verdict import Direction, VerdictStatus
from checkin.errors import CheckinError
from checkin.services.admission import Door
from checkin.services.attendance import attendance
from checkin.services.badges import badges_to_print
from checkin.services.designs import design_of
from checkin.services.desk import Desk
from checkin.services.safekeeping import verify
from checkin.store.store import Store

# Of a hundred registered, so many come on a day, and so many of them are scanned out again.
_COME, _LEAVE = 86, 55
_FIRST_ARRIVAL, _LAST_ARRIVAL = 8 * 60 + 15, 9 * 60 + 40
_FIRST_LEAVING, _LAST_LEAVING = 15 * 60, 17 * 60 + 30


@dataclass(slots=True)
class _Steps:
    """Prints each step with what it made and how long it took."""

    started: float = field(default_factory=time.perf_counter)

    def done(self, what: str) -> None:
        """Say what was made since the last step."""
        now = time.perf_counter()
        click.echo(f"{what}  ({now - self.started:.2f} s)")
        self.started = now


@click.command()
@click.option("--headless", is_flag=True, help="Do the whole job without a window.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where to put what is made.")
@pass_session
def demo(session: Session, headless: bool, folder: Path | None) -> None:
    """Try the program on a sample two-day seminar of 240 people."""
    target = folder or Path(tempfile.mkdtemp(prefix="checkin-demo-"))
    target.mkdir(parents=True, exist_ok=True)
    path = target / FILE_NAME
    if path.exists():
        raise CheckinError("file-exists", path=path)
    if headless or not has_display():
        _run(session.app, session.operator, path)
    else:
        _open(session, target)


def _open(session: Session, folder: Path) -> None:
    from checkin.ui.application import application

    running = application()
    open_window(session, make_demo(session.app, session.operator, folder))
    del running


def _run(app: App, operator: Operator, path: Path) -> None:
    steps = _Steps()
    sample = SampleSeminar(app, operator)
    sample.create(path)
    with app.open_event(path) as store:
        event = store.programme.event()
        sessions = sample.add_programme(store)
        steps.done(f"Event: {event.title}, 2 days, {len(sessions)} sessions, {path}")
        plan = sample.register(store)
        steps.done(f"Import: {plan.added} people added, {len(plan.rejected)} rows rejected")
        badges = badges_to_print(store, operator)
        batch = Batch(event, design_of(store, operator, app.builtin_templates()), badges)
        pdf = path.with_name("badges.pdf")
        pages = print_badges(batch, pdf)
        steps.done(f"Badges: {len(badges)} on {pages} sheets, {pdf}")
        codes = _read_back(batch)
        steps.done(f"Codes: {len(codes)} of {len(badges)} read back from the drawn pages")
        by_number = sorted(badges, key=lambda badge: badge.attendee.registration)
        worn = [badge.code for badge in by_number if badge.code in codes]
        accepted, refused = _two_days(store, operator, event, worn)
        steps.done(f"Door: {accepted} check-ins accepted, {refused} refused")
        days = attendance(store, operator)
        workbook = path.with_name("attendance.xlsx")
        write_export(
            app.resources, Desk(store, operator), workbook, ExportChoice(), lambda *_: True
        )
        present = ", ".join(f"{day.day} {day.present} of {day.registered}" for day in days)
        steps.done(f"Attendance: present {present}, {workbook}")
        found = verify(store, operator)
        steps.done(
            f"Verify: {'everything holds' if found.sound else found}, {found.entry_count} entries"
        )


def _read_back(batch: Batch) -> list[str]:
    """Return the codes on the pages as they are drawn, by the reader that the door uses."""
    from checkin.capture.decode import decode_image

    with tempfile.TemporaryDirectory() as folder:
        pages = picture_pages(batch, Path(folder))
        return [text for page in pages for text in decode_image(page)]


def _two_days(
    store: Store, operator: Operator, event: Event, codes: Sequence[str]
) -> tuple[int, int]:
    """Play two days at the door, the same every time; return how many were accepted and refused."""
    chance = Random(0)
    entrances = [one for one in store.programme.lists() if one.entrance]
    counts = {True: 0, False: 0}
    for entrance in entrances:
        coming = [code for code in codes if chance.randrange(100) < _COME]
        leaving = [code for code in coming if chance.randrange(100) < _LEAVE]
        doors = (
            (Direction.ENTRY, coming, _FIRST_ARRIVAL, _LAST_ARRIVAL),
            (Direction.EXIT, leaving, _FIRST_LEAVING, _LAST_LEAVING),
        )
        for direction, some, first, last in doors:
            door = Door(store, operator, entrance, direction)
            minutes = sorted(chance.uniform(first, last) for _ in some)
            chance.shuffle(some)
            for code, minute in zip(some, minutes, strict=True):
                verdict = door.scan(code, at=at_minute(event, entrance.day, minute))
                counts[verdict.status is VerdictStatus.OK] += 1
    return counts[True], counts[False]


COMMANDS = (demo,)
