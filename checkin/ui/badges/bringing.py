"""Has badges drawn off the window's thread, and remembered once they came out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checkin.domain.design import Design
from checkin.domain.stock import SheetPlan
from checkin.errors import CheckinError
from checkin.render.face import BadgeFace
from checkin.render.faces import face_of, fingerprint
from checkin.render.page import Progress as Drawn
from checkin.services.badges import Badge, badges_to_print, record_printed
from checkin.services.desk import Desk
from checkin.services.permission import refuse_in_rehearsal
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress

Fetch = Callable[[Desk], Sequence[Badge]]
"""Reads the badges that are meant."""
Draw = Callable[[Sequence[BadgeFace], Design, Drawn], int]
"""Draws badges and returns how many came out, 0 when it was stopped in time; may raise Halted."""


class HaltedError(Exception):
    """The printer gave up for a `reason`, with so many badges `out` for certain."""

    def __init__(self, out: int, reason: CheckinError) -> None:
        super().__init__(out, reason)
        self.out = out
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Outcome:
    """The first so many `badges` of the `people` meant, by id and name, came out by a plan.

    `halted` is why the others did not, where nobody stopped them; `unrecorded`, why it is not
    remembered which did.
    """

    plan: SheetPlan
    people: tuple[tuple[str, str], ...]
    badges: int
    halted: CheckinError | None = None
    unrecorded: CheckinError | None = None

    @property
    def sheets(self) -> int:
        return self.plan.pages(self.badges)

    def people_on(self, sheet: int) -> tuple[tuple[str, str], ...]:
        """Return who is on a sheet, counted from 0."""
        on = self.plan.on_page(sheet, self.badges)
        return self.people[on.start : on.stop]

    def rest(self, out: int) -> Fetch:
        """Return how the badges after the first so many are read, as they are by then."""
        return badges_of([one for one, _ in self.people[out:]])


def badges_of(attendees: Sequence[str]) -> Fetch:
    """Return how the badges of some attendees, named by id, are read."""

    def fetch(desk: Desk) -> Sequence[Badge]:
        # To name nobody would mean everybody.
        return badges_to_print(desk.store, desk.operator, attendees) if attendees else []

    return fetch


def bring_out(
    desk: Desk, progress: Progress, bench: Bench, fetch: Fetch, plan: SheetPlan, draw: Draw
) -> Outcome:
    """Draw the badges and remember those that came out. Raises `canceled` if none did."""
    refuse_in_rehearsal(desk.store)
    badges, design, event = fetch(desk), bench.design(desk), bench.programme().event
    faces = [face_of(event, *one.shown) for one in badges]
    halted = None
    try:
        count = draw(faces, design, lambda done: progress(done, len(faces)))
    except HaltedError as error:
        count, halted = error.out, error.reason
    if not count:
        raise CheckinError("canceled")
    unrecorded = _record(desk, badges[:count], faces, design)
    people = tuple((one.attendee.id, one.attendee.name) for one in badges)
    return Outcome(plan, people, count, halted, unrecorded)


def _record(
    desk: Desk, badges: Sequence[Badge], faces: Sequence[BadgeFace], design: Design
) -> CheckinError | None:
    """Remember prints; return why that was not possible: the paper is there all the same."""
    prints = [
        (one.attendee.id, one.attendee.badge, fingerprint(face, design))
        for one, face in zip(badges, faces, strict=False)
    ]
    try:
        record_printed(desk.store, desk.operator, prints)
    except CheckinError as error:
        return error
    return None
