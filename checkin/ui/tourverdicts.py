"""The verdicts of the tour: one of each sort, as somebody at the door would cause them."""

from collections.abc import Iterator
from dataclasses import replace

from checkin.domain.verdict import Direction, Person, Previous, Reason, Verdict, VerdictStatus

_MINUTE = 60_000

ADA = Person(
    "1" * 32,
    "Rūta Kazlauskaitė",
    "Baltic Food Cluster",
    job_title="Project manager",
    category="participant",
    notes="Speaker in Workshop B: hand over the presenter folder",
    badge="KDTRNBVXHJLC",
)


def verdicts(now: int) -> Iterator[tuple[str, Verdict]]:
    """Yield one verdict of each sort, and what its picture is called."""
    welcome = Verdict(
        code=ADA.badge + "B" * 16,
        status=VerdictStatus.OK,
        reason=None,
        attendee=ADA,
        list="Entrance day 1",
        direction=Direction.ENTRY,
        at=now,
        previous=None,
        forced=False,
        check_in="2" * 32 + ":1",
    )
    before = Previous(now - 12 * _MINUTE, Direction.ENTRY, "3" * 32, "Māris")
    left = replace(before, direction=Direction.EXIT)
    yield "welcome", welcome
    yield "welcome-back", replace(welcome, previous=left)
    yield "forced", replace(welcome, forced=True, previous=before)
    yield "goodbye", replace(welcome, direction=Direction.EXIT, previous=before)
    yield "unknown-person", replace(welcome, attendee=None)
    for reason in Reason:
        known = None if reason is Reason.INVALID else ADA
        yield (
            reason.value.replace("_", "-"),
            replace(
                welcome,
                status=VerdictStatus.ERROR,
                reason=reason,
                attendee=known,
                previous=before if reason is Reason.ALREADY_REDEEMED else None,
                revoked_at=now - 34 * _MINUTE if reason is Reason.REVOKED else None,
            ),
        )
