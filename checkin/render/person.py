"""Sets who wears a badge: names, organisation and job title, each leaving the others room."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from checkin.render.face import BadgeFace
from checkin.render.lettering import (
    CAPITAL,
    DROP,
    PITCH,
    RISE,
    Ladder,
    Lettering,
    Setting,
    draw_setting,
)
from checkin.render.palette import INK, QUIET_INK
from checkin.render.texts import printable, reads_leftwards

# Hundredths of a millimetre from the upper edge of a badge, like all that follows.
NAME_TOP = 1330
LAST_BASELINE = 4620
_LINE_GAP = 30
_BLOCK_GAP = 120
# Below these sizes a name rather goes onto two lines.
_COMFORTABLE_GIVEN = 720
_COMFORTABLE_FAMILY = 500
# A name's room is counted from its capitals, while a line's height has their accents too.
_HEADROOM = (RISE - CAPITAL) * 400


@dataclass(frozen=True, slots=True)
class PersonSetting:
    """The texts about a person as they are drawn; `share` of the room left over comes before.

    `bottom` is where the lowest of them ends.
    """

    share: float
    bottom: float
    first: Setting
    second: Setting | None
    organisation: Setting | None
    job: Setting | None

    @property
    def name_is_small(self) -> bool:
        """Tell whether a name is too long for one line of a size that is read from afar."""
        return any(
            name.cut.size < comfortable or len(name.lines) > 1
            for name, comfortable in self._names()
        )

    @property
    def name_is_cut_short(self) -> bool:
        """Tell whether even the smallest letters do not hold a name."""
        return any(name.cut_short for name, _ in self._names())

    def _names(self) -> Iterator[tuple[Setting, int]]:
        yield self.first, _COMFORTABLE_GIVEN
        if self.second:
            yield self.second, _COMFORTABLE_FAMILY


def set_person(face: BadgeFace, width: float, lettering: Lettering) -> PersonSetting:
    """Set the texts into a column so wide; organisation and job title choose first."""
    first, *others = [
        text for text in (printable(face.given_name), printable(face.family_name)) if text
    ] or [""]
    organisation = _below(printable(face.organisation), lettering.organisation, width, lettering)
    job = _below(printable(face.job_title), lettering.job, width, lettering)
    taken = sum(part.height + _LINE_GAP for part in (job, organisation) if part)
    bottom = LAST_BASELINE + DROP * lettering.job[0].size
    room = bottom - taken - _BLOCK_GAP - NAME_TOP + _HEADROOM
    second = (
        lettering.set_text(others[0], lettering.family, width, room * 0.45, _COMFORTABLE_FAMILY)
        if others
        else None
    )
    if second:
        room -= second.height + _LINE_GAP
    return PersonSetting(
        share=1.0 if reads_leftwards(first) else 0.0,
        bottom=bottom,
        first=lettering.set_text(first, lettering.given, width, room, _COMFORTABLE_GIVEN),
        second=second,
        organisation=organisation,
        job=job,
    )


def draw_person(painter: QPainter, column: QRectF, person: PersonSetting) -> None:
    """Draw names downwards from the top, organisation and job title upwards from the bottom."""
    bottom = person.bottom
    for setting, ink in ((person.job, QUIET_INK), (person.organisation, INK)):
        if setting:
            painter.setPen(QColor(ink))
            top = bottom - setting.height
            baseline = top + RISE * setting.cut.size
            draw_setting(painter, setting, column, baseline, person.share)
            bottom = top - _LINE_GAP
    painter.setPen(QColor(INK))
    first, second = person.first, person.second
    baseline = NAME_TOP + CAPITAL * first.cut.size
    draw_setting(painter, first, column, baseline, person.share)
    if second:
        baseline += first.height - RISE * first.cut.size + _LINE_GAP + RISE * second.cut.size
        draw_setting(painter, second, column, baseline, person.share)


def _below(text: str, steps: Ladder, width: float, lettering: Lettering) -> Setting | None:
    two_of_the_smallest = 2 * PITCH * steps[-1].size
    return lettering.set_text(text, steps, width, two_of_the_smallest) if text else None
