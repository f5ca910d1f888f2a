"""The verdicts of the tour: one of each sort, as somebody at the door would cause them."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

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


def drawn_face() -> QImage:
    """Return a portrait of nobody."""
    face = QImage(480, 640, QImage.Format.Format_RGB32)
    face.fill(QColor("#c9d6df"))
    painter = QPainter(face)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    for colour, at, wide, high in (
        ("#2d4a6b", QPointF(240, 640), 200, 220),
        ("#4a2f23", QPointF(240, 245), 135, 160),
        ("#e3b48c", QPointF(240, 285), 105, 135),
    ):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(at, wide, high)
    painter.end()
    return face
