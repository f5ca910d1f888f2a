"""Has badges drawn off the window's thread, and remembered once they came out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checkin.domain.design import Design
from checkin.domain.stock import USUAL_PLAN
from checkin.errors import CheckinError
from checkin.render.face import BadgeFace
from checkin.render.faces import face_of, fingerprint
from checkin.render.page import Progress as Drawn
from checkin.services.badges import Badge, record_printed
from checkin.services.desk import Desk
from checkin.services.permission import refuse_in_rehearsal
from checkin.ui.bench import Bench
from checkin.ui.longwork import Progress

Fetch = Callable[[Desk], Sequence[Badge]]
"""Reads the badges that are meant."""
Draw = Callable[[Sequence[BadgeFace], Design, Drawn], int]
"""Draws badges and returns how many came out, 0 when it was stopped in time."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many badges came out of how many; `unrecorded` says why that is not remembered."""

    badges: int
    of: int
    unrecorded: CheckinError | None

    @property
    def sheets(self) -> int:
        return USUAL_PLAN.pages(self.badges)


def bring_out(desk: Desk, progress: Progress, bench: Bench, fetch: Fetch, draw: Draw) -> Outcome:
    """Draw the badges and remember those that came out. Raises `canceled` if none did."""
    refuse_in_rehearsal(desk.store)
    badges, design, event = fetch(desk), bench.design(desk), bench.programme().event
    faces = [face_of(event, one.attendee, one.code) for one in badges]
    count = draw(faces, design, lambda done: progress(done, len(faces)))
    if not count:
        raise CheckinError("canceled")
    prints = [
        (one.attendee.id, one.attendee.badge, fingerprint(face, design))
        for one, face in zip(badges[:count], faces, strict=False)
    ]
    try:
        record_printed(desk.store, desk.operator, prints)
    except CheckinError as error:
        # The paper is there all the same.
        return Outcome(count, len(faces), error)
    return Outcome(count, len(faces), None)
