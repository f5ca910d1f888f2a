"""What the reception page shows of a group let in together: pure functions, as of one scan."""

from PySide6.QtCore import QCoreApplication

from checkin.ui.reception.refusals import CALM, CAREFUL, GOOD
from checkin.ui.reception.screen import Screen
from checkin.ui.shapes import Shape


def _tr(text: str) -> str:
    return QCoreApplication.translate("Together", text)


def group_on_its_way(organisation: str, done: int, of: int) -> Screen:
    """Return the screen while a large group is being let in."""
    headline = _tr("{done} of {of}").format(done=done, of=of)
    return Screen(CALM, Shape.NONE, headline, name=organisation, advice=_tr("Checking in…"))


def group_in(organisation: str, let_in: int, of: int) -> Screen:
    """Return the screen after so many of a group were let in, the others being refused."""
    refused = of - let_in
    headline = _tr("{count} checked in").format(count=let_in)
    advice = _tr("Ctrl+Z takes all of them back.") if let_in else ""
    if not refused:
        return Screen(
            GOOD, Shape.TICK, headline, name=organisation, advice=advice, undoes_last=True
        )
    words = _tr("1 was not.") if refused == 1 else _tr("{count} were not.").format(count=refused)
    return Screen(
        CAREFUL,
        Shape.EXCLAMATION,
        headline,
        name=organisation,
        advice=f"{words} {advice}".strip(),
        undoes_last=bool(let_in),
    )


def group_undone(organisation: str, count: int) -> Screen:
    """Return the screen after a group was taken back."""
    headline = _tr("Undone")
    advice = _tr("{count} check-ins no longer count. They stay in the record.")
    return Screen(CALM, Shape.ARROW, headline, name=organisation, advice=advice.format(count=count))
