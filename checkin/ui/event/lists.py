"""The check-in lists and their rules."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from checkin.domain.event import CheckInList
from checkin.domain.roles import Action
from checkin.services.desk import Desk
from checkin.services.lists import ListRules, add_list, change_list, remove_list
from checkin.ui.bench import Bench
from checkin.ui.dates import short_day
from checkin.ui.event.listdialog import ListDialog
from checkin.ui.event.tending import Tended
from checkin.ui.parts import Card, label, tip
from checkin.ui.trust import may

_ROW_HEIGHT = 34
_MOST_ROWS = 8
_HEADER_HEIGHT = 40
_RULES = ("several_entries", "entry_after_exit", "categories", "opens", "closes", "capacity")


class ListsCard(Card):
    """A table with keys of its own: Enter changes the list that is marked, Del removes it."""

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__()
        self._bench = bench
        self._lists: Sequence[CheckInList] = ()
        self.table = _table(
            [self.tr("List"), self.tr("Day"), self.tr("Rules")], self.tr("Check-in lists")
        )
        self.tended = Tended(
            page,
            self.table,
            add=(self.tr("Add list"), "Ctrl+N", self.add),
            change=(self.tr("Change"), self.change),
            remove=(self.tr("Remove"), self.remove),
        )
        self.table.itemActivated.connect(lambda _: self.change())
        self.inside.addWidget(label(self.tr("Check-in lists"), "heading"))
        self.inside.addWidget(self.table)
        self.inside.addLayout(self.tended.buttons())
        self.follow()

    def follow(self) -> None:
        """Show the lists as they are now."""
        marked = self._marked()
        self._lists = self._bench.programme().lists
        self.table.setRowCount(len(self._lists))
        for at, one in enumerate(self._lists):
            for column, text in enumerate((one.name, short_day(one.day), rules_words(one))):
                item = QTableWidgetItem(text)
                item.setToolTip(tip(text))
                self.table.setItem(at, column, item)
            if marked and one.id == marked.id:
                self.table.selectRow(at)
        rows = min(len(self._lists), _MOST_ROWS)
        self.table.setFixedHeight(_HEADER_HEIGHT + max(rows, 1) * _ROW_HEIGHT)
        if self._lists and not self._marked():
            self.table.selectRow(0)
        self.tended.enable(bool(self._lists))

    def add(self) -> None:
        """Ask for another list."""
        if not may(self._bench, Action.CHANGE_PROGRAMME):
            return
        wanted = ListDialog.ask(self, self._bench.programme().event.days, self._lists)
        if wanted:

            def work(desk: Desk) -> CheckInList:
                return add_list(desk.store, desk.operator, wanted.name, wanted.day, wanted.rules)

            self._bench.door.ask(work)

    def change(self) -> None:
        """Change the list that is marked."""
        known = self._marked() if may(self._bench, Action.CHANGE_PROGRAMME) else None
        days = self._bench.programme().event.days
        wanted = ListDialog.ask(self, days, self._lists, known) if known else None
        if not known or not wanted:
            return
        name = wanted.name if wanted.name != known.name else None
        rules = differing(known, wanted.rules)

        def work(desk: Desk) -> CheckInList:
            return change_list(desk.store, desk.operator, known, rules, name)

        if name or rules != ListRules():
            self._bench.door.ask(work)

    def remove(self) -> None:
        """Remove the list that is marked, unless somebody was scanned on it."""
        if known := self._marked():
            said = self.tr("{list} was removed.").format(list=known.name)

            def work(desk: Desk) -> None:
                remove_list(desk.store, desk.operator, known)

            self._bench.door.ask(work, lambda _: self._bench.notices.done(said))

    def _marked(self) -> CheckInList | None:
        at = self.table.currentRow()
        return self._lists[at] if 0 <= at < len(self._lists) else None


def differing(known: CheckInList, rules: ListRules) -> ListRules:
    """Return those of a list's new rules that are not so already."""
    given = {name: getattr(rules, name) for name in _RULES}
    changed = {name: value for name, value in given.items() if value != getattr(known, name)}
    cleared = frozenset(name for name in rules.cleared if getattr(known, name) is not None)
    return ListRules(**changed, cleared=cleared)


def rules_words(one: CheckInList) -> str:
    """Return a list's rules in a line."""

    def tr(text: str, **facts: object) -> str:
        return QCoreApplication.translate("Lists", text).format(**facts)

    parts = []
    if one.capacity:
        parts.append(tr("{count} places", count=one.capacity))
    if one.opens or one.closes:
        hours = [f"{hour:%H:%M}" if hour else "" for hour in (one.opens, one.closes)]
        parts.append("–".join(hours))
    if one.categories:
        parts.append(tr("only {names}", names=", ".join(one.categories)))
    if one.several_entries:
        parts.append(tr("any number of times"))
    else:
        parts.append(tr("again after leaving") if one.entry_after_exit else tr("once only"))
    return " · ".join(parts)


def _table(titles: list[str], name: str) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
    header.resizeSection(1, 104)
    return table
