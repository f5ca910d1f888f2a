"""The kiosk in the tour: what it asks, and what it answers whom."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from checkin.domain.kiosk import KioskPlan
from checkin.domain.verdict import Reason, VerdictStatus
from checkin.ui.kiosk import screens
from checkin.ui.kiosk.page import KioskPage
from checkin.ui.kiosk.starting import KioskDialog
from checkin.ui.tourverdicts import verdicts
from checkin.ui.window import Window

_SECONDS = 6.0


def kiosk_scenes(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield a name and what is drawn, in a window's size."""
    view = window.view
    assert view, "no event is open"
    bench, plan = view.bench, KioskPlan(str(view.path), words="Coffee is on the first floor.")
    _, welcome = next(verdicts(bench.outside.now()))
    refused = replace(welcome, status=VerdictStatus.ERROR, reason=Reason.BLOCKED)
    already = replace(refused, reason=Reason.ALREADY_REDEEMED)
    yield "dialog-kiosk", KioskDialog(window, bench, view.path, view.reception.doorway)
    for name, screen in (
        ("waiting", screens.asking()),
        ("more", screens.asking_more()),
        ("welcome", screens.kiosk_screen(welcome, plan, prints=True)),
        ("already", screens.kiosk_screen(already, plan)),
        ("desk", screens.kiosk_screen(refused, plan)),
        ("not-found", screens.not_found()),
    ):
        page = KioskPage()
        page.entitle(f"{view.title} · {bench.programme().lists[0].name}")
        page.resize(window.size())
        if screen.sound:
            page.answer(screen, _SECONDS)
        else:
            page.wait_with(screen)
        yield f"kiosk-{name}", page
