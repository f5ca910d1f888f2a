"""The page of event."""

from checkin.ui.bench import Bench
from checkin.ui.page import Page


class EventPage(Page):
    """To be filled."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench, "Event")
