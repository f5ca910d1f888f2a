"""The dialogs of the tour in which somebody at the desk is told apart, put right or let in."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from checkin.domain.event import Event
from checkin.domain.people import Attendee, Status
from checkin.domain.verdict import Reason
from checkin.services.reception import Suggestion
from checkin.ui.dialog import Dialog
from checkin.ui.reception.fixdialog import FixDialog
from checkin.ui.reception.groupdialog import GroupDialog
from checkin.ui.reception.refuseddialog import RefusedDialog
from checkin.ui.reception.replacedialog import ReplaceDialog
from checkin.ui.reception.walkindialog import WalkInDialog
from checkin.ui.reception.whichdialog import WhichDialog
from checkin.ui.tourverdicts import ADA, verdicts

_RUTA = Attendee(
    id=ADA.id,
    name=ADA.name,
    organisation=ADA.organisation,
    job_title=ADA.job_title,
    email="ruta@food.example",
    registration="1042",
    badge=ADA.badge,
)
_OTHER = replace(
    _RUTA,
    id="2" * 32,
    name="Rūta Kazlauskienė",
    organisation="Riga Technical University",
    job_title="",
    email="ruta.kazlauskiene@rtu.example",
    registration="",
    badge="HJLCKDTRNBVX",
)
_PRINTER = "Front desk"


def desk_dialogs(parent: QWidget, event: Event, now: int) -> Iterator[tuple[str, Dialog]]:
    """Yield each dialog, and what its picture is called."""
    in_since = Suggestion(replace(_OTHER, status=Status.REGISTERED), now)
    yield "which", WhichDialog(parent, [Suggestion(_RUTA, None), in_since], event)
    yield "fix", FixDialog(parent, _RUTA, _PRINTER)
    yield "replace", ReplaceDialog(parent, ADA.name, _PRINTER)
    names = ("Ieva Bērziņa", "Jānis Kalniņš", "Katarzyna Nowak", "Tomas Šimkus")
    group = [replace(_RUTA, name=name, job_title="", email="") for name in names]
    group[2] = replace(group[2], status=Status.UNPAID)
    dialog = GroupDialog(parent, ADA.organisation, group)
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    yield "group", dialog
    refusals = (Reason.UNPAID, Reason.ALREADY_REDEEMED)
    yield (
        "refused",
        RefusedDialog(parent, [one for _, one in verdicts(now) if one.reason in refusals]),
    )
    walk_in = WalkInDialog(
        parent, ["participant", "speaker"], lambda _, then: then([_RUTA]), _PRINTER
    )
    walk_in.name.setText(ADA.name)
    walk_in.show_more()
    walk_in.look()
    yield "walk-in-more", walk_in
