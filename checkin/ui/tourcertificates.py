"""Certificates in the tour: who gets one, one that is verified, and what would be cut short."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from checkin.domain.certificates import Proof, Withdrawal
from checkin.render.certificate import Trouble
from checkin.services.certificates import candidates, issue, issued
from checkin.services.verifying import Verified
from checkin.ui.certificates.designing import certificate_ground
from checkin.ui.certificates.dialog import CertificatesDialog
from checkin.ui.certificates.logdialog import CertificateLogDialog
from checkin.ui.certificates.troubledialog import TroubleDialog
from checkin.ui.certificates.verifydialog import VerifyDialog
from checkin.ui.designer.dialog import DesignerDialog
from checkin.ui.designer.ground import document_of
from checkin.ui.dialog import Dialog
from checkin.ui.window import Window

_FEW = 3


def certificate_scenes(window: Window) -> Iterator[tuple[str, Dialog]]:
    """Yield a name and each dialog over a window in which an event is open."""
    assert window.view, "no event is open"
    bench = window.view.bench
    with closing(bench.outside.open_desk(window.view.path, bench.operator)) as desk:
        best = [one.attendee.id for one in candidates(desk.store, desk.operator, 1).people[:_FEW]]
        issue(desk.store, desk.operator, best, threshold=1)
        some = issued(desk.store, desk.operator, best)
    yield "dialog-certificates", CertificatesDialog(window, bench)
    yield "dialog-certificate-log", CertificateLogDialog(window, bench)
    for one in some[:1]:
        held = one.certificate
        shown = Verified("", Proof.VALID, held, one.attendee, one.at)
        gone = replace(shown, proof=Proof.WITHDRAWN, since=one.at, why=Withdrawal.BELOW, by=one.by)
        for name, found in (("valid", shown), ("withdrawn", gone)):
            dialog = VerifyDialog(window, bench)
            dialog.show_found(found)
            yield f"dialog-certificate-{name}", dialog
        yield (
            "dialog-certificate-cut-short",
            TroubleDialog(window, [(other, Trouble(("topics",), {})) for other in some]),
        )


def certificate_designer(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield a name and the designer of certificates, in a window's size."""
    assert window.view, "no event is open"
    bench = window.view.bench
    with closing(bench.outside.open_desk(window.view.path, bench.operator)) as desk:
        usual = bench.outside.certificates.usual()
        ground = certificate_ground(desk, usual, bench.outside.now())
    document = document_of(ground.chosen, ground.pictures)
    yield "dialog-designer-certificate", DesignerDialog(window, bench, ground, document)
