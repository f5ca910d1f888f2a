"""Asks why, where something is corrected by hand on a day that is sealed."""

from datetime import date

from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.store.store import Store


def require_reason(store: Store, day: date, why: str) -> None:
    """Raise CheckinError("sealed-why-missing") for a day that is sealed and no word of why."""
    if not clean(why) and store.programme.is_sealed(day):
        raise CheckinError("sealed-why-missing", day=day)


def require_reason_on_list(store: Store, check_in_list: str, why: str) -> None:
    """Do the same for the day of a list, by its id."""
    for one in store.programme.lists():
        if one.id == check_in_list:
            require_reason(store, one.day, why)
