"""Says which fields of a person a door shows beside the name."""

from collections.abc import Sequence

from checkin.domain.event import Event
from checkin.domain.questions import MOST_SHOWN, SHOWABLE
from checkin.domain.roles import Action, Operator
from checkin.domain.text import clean, fold
from checkin.domain.things import CUSTOM
from checkin.errors import CheckinError
from checkin.services.browsing import known_words
from checkin.services.events import EventChanges, change_event
from checkin.services.permission import require
from checkin.store.store import Store


def showable_fields(store: Store, operator: Operator) -> list[str]:
    """Return the names of the fields that a door of this event can show, or does already."""
    require(store, operator, Action.SEARCH)
    shown = store.programme.event().shown_fields
    asked = [one.field for one in store.programme.questions()]
    columns = [CUSTOM + name for name in known_words(store, operator).custom_fields]
    return list(dict.fromkeys([*SHOWABLE, *asked, *columns, *shown]))


def show_fields(store: Store, operator: Operator, names: Sequence[str]) -> Event:
    """Have the doors show fields, named as in `showable_fields` or as their column is headed.

    None shows nothing but the name. CheckinError for one that nobody has, and for too many.
    """
    require(store, operator, Action.CHANGE_PROGRAMME)
    known = showable_fields(store, operator)
    by_name = {fold(field_heading(field)): field for field in reversed(known)}
    by_name |= {fold(field): field for field in known}
    wanted: dict[str, None] = {}
    for name in names:
        field = by_name.get(fold(clean(name)))
        if field is None:
            headings = ", ".join(map(field_heading, known))
            raise CheckinError("field-not-there", field=name, fields=headings)
        wanted[field] = None
    if len(wanted) > MOST_SHOWN:
        raise CheckinError("too-many-shown", most=MOST_SHOWN)
    return change_event(store, operator, EventChanges(shown_fields=tuple(wanted)))


def field_heading(field: str) -> str:
    """Return what the command line calls a field that a door can show."""
    return field.removeprefix(CUSTOM)
