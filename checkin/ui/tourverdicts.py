"""The verdicts of the tour: one of each sort, as somebody at the door would cause them."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from checkin.domain.questions import Question, QuestionKind
from checkin.domain.verdict import Direction, Person, Previous, Reason, Verdict, VerdictStatus

_MINUTE = 60_000

# What of them is also shown under the lock.
UNDER_THE_LOCK = ("welcome", "welcome-back", "incomplete-asked")
ADA = Person(
    "1" * 32,
    "Rūta Kazlauskaitė",
    "Baltic Food Cluster",
    job_title="Project manager",
    category="participant",
    notes="Speaker in Workshop B: hand over the presenter folder",
    badge="KDTRNBVXHJLC",
)

INSTRUCTION = "Has to sign the consent form for photographs, at the second desk"
QUESTIONS = (
    Question("5" * 32, "T-shirt", QuestionKind.CHOICE, ("S", "M", "L", "XL", "None, thank you")),
    Question("6" * 32, "Coming to the dinner?", QuestionKind.YES_NO),
    Question("7" * 32, "Anything we should know of at the table", optional=True),
)
SHOWN = replace(
    ADA,
    fields=(
        *(("custom.Meal", "Vegetarian, no nuts"), ("custom.Language", "Lithuanian")),
        *(("days", "2016-06-02,2016-06-03"), ("country", "Lithuania")),
    ),
)
LONG = replace(
    SHOWN,
    name="Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff-Pérez de la Cruz",
    instruction=f"{INSTRUCTION}. " * 9,
    fields=tuple((name, text * 4) for name, text in SHOWN.fields if name != "days"),
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
                instruction=INSTRUCTION if reason is Reason.INCOMPLETE else "",
            ),
        )
    yield "welcome-fields", replace(welcome, attendee=SHOWN)
    already = replace(welcome, attendee=SHOWN, status=VerdictStatus.ERROR, previous=before)
    yield "already-redeemed-fields", replace(already, reason=Reason.ALREADY_REDEEMED)
    asked = replace(
        welcome,
        attendee=SHOWN,
        status=VerdictStatus.INCOMPLETE,
        reason=Reason.INCOMPLETE,
        instruction=INSTRUCTION,
        questions=QUESTIONS,
    )
    yield "incomplete-asked", asked
    yield "incomplete-long", replace(asked, attendee=LONG, instruction=LONG.instruction)


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
