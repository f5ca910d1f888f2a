"""What every page works with: the lines to the event, the news, and where to say things."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from checkin.domain.design import Design
from checkin.domain.roles import Operator
from checkin.services.designs import design_of
from checkin.services.desk import Desk
from checkin.services.programme import Programme
from checkin.services.watching import Changed
from checkin.ui.line import Line
from checkin.ui.longwork import LongWork
from checkin.ui.notices import Notices
from checkin.ui.outside import Outside
from checkin.ui.roles.duty import Duty


class News(QObject):
    """`changed` tells every page what kind of thing is new, whoever changed it and where.

    `page_wanted` asks for a page, counted from 0, as when an empty one says what to do first;
    `badges_wanted` for the badges of people, named by id, ready to be printed;
    `scanner_test_wanted` for the test of the scanner, `emergency_wanted` for an emergency list now.
    `scanner_heard` tells of each scan that came from one, whatever it said; `sheet_scanned` tells
    the code of a signature sheet that one read, `certificate_scanned` that of a certificate.
    """

    changed = Signal(Changed)
    page_wanted = Signal(int)
    badges_wanted = Signal(list)
    scanner_test_wanted = Signal()
    scanner_heard = Signal()
    emergency_wanted = Signal()
    sheet_scanned = Signal(str)
    certificate_scanned = Signal(str)


@dataclass(frozen=True, slots=True)
class Bench:
    """One event, open in the window.

    `door` is for what somebody waits for: scans, changes, look-ups. `reading` is for what pages
    show, unless it must not overtake a change. `long` is for what takes long enough to want
    progress and Cancel. `programme` gives the event and its lists as they are now.
    """

    outside: Outside
    duty: Duty
    door: Line
    reading: Line
    long: LongWork
    news: News
    notices: Notices
    programme: Callable[[], Programme]

    def design(self, desk: Desk) -> Design:
        """Return what the badges of the event look like, asked at one of its lines."""
        return design_of(desk.store, desk.operator, self.outside.builtin_templates())

    @property
    def operator(self) -> Operator:
        """Who works here now."""
        return self.duty.operator
