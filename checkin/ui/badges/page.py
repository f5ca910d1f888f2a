"""The page of badges: one to look at, which ones to print, and onto what."""

from array import array
from collections.abc import Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from checkin.services.badges import Choice
from checkin.services.browsing import row_of
from checkin.services.desk import Desk
from checkin.services.watching import Changed
from checkin.ui.badges import phrases
from checkin.ui.badges.deck import Deck, Surveyor
from checkin.ui.badges.findings import Meant
from checkin.ui.badges.logdialog import LogDialog
from checkin.ui.badges.looking import Looking
from checkin.ui.badges.output import Output
from checkin.ui.badges.pages import PagesDialog
from checkin.ui.badges.papercard import PaperCard
from checkin.ui.badges.paperdialog import PaperDialog
from checkin.ui.badges.papers import Papers
from checkin.ui.badges.picker import Picker
from checkin.ui.badges.turning import Turning
from checkin.ui.badges.which import WhichCard
from checkin.ui.bench import Bench
from checkin.ui.designer.opening import BadgeDesigning
from checkin.ui.page import Page
from checkin.ui.parts import ActionButton, Card, action, column, label, row
from checkin.ui.scrolling import scrolling
from checkin.ui.tickets.sending import TicketSending

_SIDE_WIDTH, _LEAST_HEIGHT, _NARROW = 324, 200, 800
_ATTENDEES_PAGE, _THIS_PAGE = 1, 2


class BadgesPage(Page):
    """`deck` is what is known of all badges, until it is complete that of the first ones."""

    reads = (
        Changed.EVENT | Changed.ATTENDEES | Changed.BADGES | Changed.TEMPLATES | Changed.ORGANIZERS
    )

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, self.tr("Badges"))
        self.deck = Deck()
        self._somebody_chose = False
        self._output = Output(bench, self)
        self._surveyor = Surveyor(bench, self)
        self._papers = Papers(bench.outside)
        self._make_actions()
        self.looking = Looking((self._before, self._after, self._longest))
        self.turning = Turning(bench, self.looking, self)
        self.which, self.picker = WhichCard(self), Picker(bench)
        self.paper = PaperCard(self, bench, self._papers)
        self._lay_out()
        self._connect()
        self._show_meant()

    def first_focus(self) -> QWidget:
        return self._go if self._stack.currentWidget() is self._empty else self.picker.field

    def let_go(self) -> None:
        self._designing.let_go()

    def refresh(self, changed: Changed) -> None:
        self.paper.refresh()
        self._surveyor.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        for button in (*self.looking.buttons, *self._others):
            button.show_keys(event.size().width() >= _NARROW)
        super().resizeEvent(event)

    def meant(self) -> "array[int]":
        """Return the badges that would be printed now, as numbers this file knows people by."""
        if self.which.choice is Choice.CHOSEN:
            return array("q", self.picker.ticks)
        return self.deck.of(self.which.choice)

    def choose(self, attendees: Sequence[str]) -> None:
        """Tick the badges of some people, named by id, and nobody else's."""

        def find(desk: Desk) -> list[int]:
            found = (row_of(desk.store, desk.operator, one) for one in attendees)
            return [number for number in found if number is not None]

        self.bench.reading.ask(find, self.picker.tick)

    def _on_wanted(self, attendees: Sequence[str]) -> None:
        self.choose(attendees)
        self.bench.news.page_wanted.emit(_THIS_PAGE)

    # How it is built

    def _make_actions(self) -> None:
        def made(text: str, keys: str, name: str = "") -> QAction:
            return action(self, text, keys, name)

        self._before = made(self.tr("Back"), "Left")
        self._after = made(self.tr("Next"), "Right")
        self._longest = made(self.tr("Longest"), "Home")
        self._find = made(self.tr("Find somebody"), "Ctrl+F")
        self._untick = made(self.tr("Untick all"), "Alt+0")
        self._log = made(self.tr("Print log"), "Ctrl+H")
        self._preview = made(self.tr("Preview pages"), "Ctrl+Shift+P")
        self._designing = BadgeDesigning(self.bench, self)
        self._ticketing = TicketSending(self.bench, self)
        self._pdf = made(self.tr("Save PDF…"), "Ctrl+S")
        self._pictures = made(self.tr("Save pictures…"), "Ctrl+Shift+S")
        self._print = made(self.tr("Print…"), "Ctrl+P", "print")

    def _lay_out(self) -> None:
        self.head.addStretch(1)
        others = (self._designing.action, self._ticketing.action, self._log, self._pictures)
        self._others = [ActionButton(one) for one in others]
        for button in self._others:
            self.head.addWidget(button)
        paper = self.paper
        paper.inside.addWidget(ActionButton(self._preview))
        paper.inside.addWidget(ActionButton(self._pdf))
        self.picker.inside.addWidget(ActionButton(self._untick))
        side = QWidget()
        stacked = column(self.which, self.picker, paper)
        stacked.setStretch(1, 1)
        side.setLayout(stacked)
        # The button that prints is to be seen however low the window is.
        scroll = scrolling(side)
        scroll.setMinimumHeight(_LEAST_HEIGHT)
        beside = column(scroll, ActionButton(self._print, primary=True))
        beside.setStretch(0, 1)
        aside = QWidget()
        aside.setFixedWidth(_SIDE_WIDTH)
        aside.setLayout(beside)
        whole = row(self.looking, aside, gap=20)
        whole.setStretch(0, 1)
        work = QWidget()
        work.setLayout(whole)
        self._go = QPushButton(self.tr("Attendees  Ctrl+2"))
        self._go.setProperty("primary", True)
        self._empty = self._empty_part()
        self._stack = QStackedWidget()
        self._stack.addWidget(work)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)

    def _empty_part(self) -> QWidget:
        part = QWidget()
        card = Card(margin=28, gap=14)
        card.inside.addWidget(
            label(self.tr("There is nobody to print a badge for yet."), "heading")
        )
        words = self.tr("Import a list or add attendees first: everybody gets a badge at once.")
        card.inside.addWidget(label(words, "quiet", wraps=True))
        card.inside.addLayout(row(self._go, None))
        part.setLayout(column(card, None))
        return part

    def _connect(self) -> None:
        self._surveyor.surveyed.connect(self._on_surveyed)
        self.which.chosen.connect(self._on_chosen)
        self.picker.ticked.connect(self._on_ticked)
        self.picker.looked.connect(self.turning.look_at)
        self.paper.changed.connect(self._show_meant)
        self.paper.choose.triggered.connect(self._choose_paper)
        self._output.used.connect(self.paper.refresh)
        self._output.looked.connect(self.turning.look_at)
        self._output.wanted.connect(self.picker.tick)
        self.bench.news.badges_wanted.connect(self._on_wanted)
        self._go.clicked.connect(lambda: self.bench.news.page_wanted.emit(_ATTENDEES_PAGE))
        self._before.triggered.connect(lambda: self.turning.turn(-1, self.meant()))
        self._after.triggered.connect(lambda: self.turning.turn(1, self.meant()))
        self._longest.triggered.connect(lambda: self.turning.look_at_longest(self.deck))
        self._find.triggered.connect(self._go_finding)
        self._untick.triggered.connect(lambda: self.picker.tick(()))
        self._log.triggered.connect(self._show_log)
        self._preview.triggered.connect(self._preview_pages)
        self._pdf.triggered.connect(lambda: self._output.save_pdf(self._badges()))
        self._pictures.triggered.connect(lambda: self._output.save_pictures(self._badges()))
        self._print.triggered.connect(lambda: self._output.print(self._badges()))

    # What is known and meant

    def _on_surveyed(self, deck: Deck) -> None:
        first = not self.deck.complete
        self.deck = deck
        if deck.complete:
            self.picker.keep(deck.everybody)
            self.picker.read()
        if first and not self._somebody_chose:
            self.which.choose(Choice.NEW if deck.new else Choice.ALL)
        self._stack.setCurrentIndex(1 if deck.complete and not deck.everybody else 0)
        self._show_meant()
        self.turning.follow(deck)

    def _on_chosen(self, _choice: Choice) -> None:
        self._somebody_chose = True
        self._show_meant()

    def _on_ticked(self) -> None:
        self._somebody_chose = True
        self.which.choose(Choice.CHOSEN)
        self._show_meant()

    def _show_meant(self) -> None:
        """Say how many badges are meant, and offer what can be done with them."""
        self.looking.preview.show_stock(self._papers.stock)
        deck, meant = self.deck, self.meant()
        for choice in (Choice.ALL, Choice.NEW, Choice.CHANGED):
            self.which.show_count(choice, len(deck.of(choice)) if deck.complete else None)
        self.which.show_count(Choice.CHOSEN, len(self.picker.ticks))
        words = {
            Choice.ALL: self.tr("Print all ({count})…"),
            Choice.NEW: self.tr("Print new ({count})…"),
            Choice.CHANGED: self.tr("Print changed ({count})…"),
            Choice.CHOSEN: self.tr("Print chosen ({count})…"),
        }[self.which.choice]
        known = deck.complete or self.which.choice is Choice.CHOSEN
        self._print.setText(words.format(count=phrases.number(len(meant)) if known else "…"))
        able = known and len(meant) > 0 and not self.looking.preview.trouble
        for one in (self._preview, self._pdf, self._pictures, self._print):
            one.setEnabled(able)
        for one in (self._before, self._after):
            one.setEnabled(len(meant) > 0)
        self._untick.setVisible(bool(self.picker.ticks))
        self.looking.show_checks(deck, meant, self._papers.plan())
        self.turning.place = None

    # What is done with them

    def _go_finding(self) -> None:
        self.picker.field.setFocus()
        self.picker.field.selectAll()

    def _choose_paper(self) -> None:
        if PaperDialog(self, self.bench, self._papers).exec():
            self.paper.refresh()
            self._show_meant()

    def _show_log(self) -> None:
        dialog = LogDialog(self, self.bench)
        if dialog.exec():
            self._output.print(Meant.named([dialog.chosen]))

    def _badges(self) -> Meant:
        return Meant.numbered(self.deck, self.meant(), self._papers.stock)

    def _preview_pages(self) -> None:
        if PagesDialog.ask(self, self.bench, self.meant(), self._papers.plan()):
            self._print.trigger()
