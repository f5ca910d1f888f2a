"""Reads what somebody writes into a field: a time of day, a number of places."""

from datetime import time

from checkin.errors import CheckinError
from checkin.services.lists import MOST_PLACES


def read_time(text: str) -> time | None:
    """Return a time of day such as 09:15 or 9.15, None for nothing."""
    written = text.strip().replace(".", ":")
    if not written:
        return None
    try:
        hour, minute = (int(part) for part in written.split(":"))
        return time(hour, minute)
    except ValueError as error:
        raise CheckinError("not-a-moment", text=text) from error


def read_places(text: str) -> int | None:
    """Return how many places, None for nothing."""
    written = text.strip()
    if not written:
        return None
    number = int(written) if written.isascii() and written.isdecimal() and len(written) < 9 else 0
    if not 1 <= number <= MOST_PLACES:
        raise CheckinError("capacity-wrong", most=MOST_PLACES)
    return number
