"""The pages of an open event, in the order of the side bar and of their keys."""

from collections.abc import Callable

from checkin.ui.attendance.page import AttendancePage
from checkin.ui.attendees.page import AttendeesPage
from checkin.ui.badges.page import BadgesPage
from checkin.ui.bench import Bench
from checkin.ui.event.page import EventPage
from checkin.ui.page import Page
from checkin.ui.programme.page import ProgrammePage
from checkin.ui.reception.page import ReceptionPage

PAGES: tuple[Callable[[Bench], Page], ...] = (
    ReceptionPage,
    AttendeesPage,
    BadgesPage,
    ProgrammePage,
    AttendancePage,
    EventPage,
)
