"""Printing in the tour: the paper, what is said before, and what is done about printers."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from checkin.domain.stock import A4_EIGHT
from checkin.domain.tickets import TicketWords
from checkin.ui.badges.adjustdialog import AdjustDialog
from checkin.ui.badges.beforedialog import BeforeDialog
from checkin.ui.badges.bringing import Outcome
from checkin.ui.badges.findings import Finding, Meant
from checkin.ui.badges.logdialog import LogDialog
from checkin.ui.badges.paperdialog import PaperDialog
from checkin.ui.badges.papers import Papers
from checkin.ui.badges.restdialog import RestDialog
from checkin.ui.badges.stockdialog import StockDialog
from checkin.ui.dialog import Dialog
from checkin.ui.tickets.dialog import TicketsDialog
from checkin.ui.tickets.sending import ground_of
from checkin.ui.tickets.server import MailServerDialog
from checkin.ui.tickets.wording import of_tickets
from checkin.ui.tourcertificates import certificate_scenes
from checkin.ui.tourpapers import paper_scenes
from checkin.ui.window import Window

_NAMES = ("Rūta Kazlauskienė", "Ieva Bērziņa", "Jānis Kalniņš", "Katarzyna Nowak", "Tomas Šimkus")


def printing_scenes(window: Window) -> Iterator[tuple[str, Dialog]]:
    """Yield a name and each dialog over a window in which an event is open."""
    assert window.view, "no event is open"
    bench, page = window.view.bench, window
    papers, everybody = Papers(bench.outside), range(1, 19)
    nothing = Meant(lambda _: [], 240)
    yield "dialog-before-well", BeforeDialog(page, bench, papers, nothing, on_paper=True)
    found = (
        Finding("Words are cut short on 3 badges", everybody[:3], grave=True),
        Finding(
            "no font on this computer has all Georgian letters of 1 badge",
            everybody[3:4],
            grave=True,
        ),
        Finding("12 long names are set smaller or on two lines", everybody[4:16], grave=False),
        Finding("2 people have no organisation", everybody[16:18], grave=False),
    )
    amiss = Meant(lambda _: [], 240, found, Meant(lambda _: [], 40, found))
    yield "dialog-before-amiss", BeforeDialog(page, bench, papers, amiss, on_paper=True)
    yield "dialog-paper", PaperDialog(page, bench, papers)
    yield "dialog-stock", StockDialog(page, replace(A4_EIGHT, name=""), papers.book)
    yield "dialog-adjust", AdjustDialog(page, bench, papers, A4_EIGHT)
    people = tuple((str(at), name) for at, name in enumerate(_NAMES * 5))
    outcome = Outcome(papers.paper.plan(A4_EIGHT, papers.book), people, len(people))
    yield "dialog-rest", RestDialog(page, outcome)
    yield "dialog-print-log", LogDialog(page, bench)
    with closing(bench.outside.open_desk(window.view.path, bench.operator)) as desk:
        ground = ground_of(desk, bench.programme().event)
    yield "dialog-tickets", TicketsDialog(page, bench, ground, TicketWords(), of_tickets())
    yield "dialog-mail-server", MailServerDialog(page, bench, "")
    yield from paper_scenes(window)
    yield from certificate_scenes(window)
