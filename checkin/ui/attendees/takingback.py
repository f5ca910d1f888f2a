"""Works out what makes a person again what they were before a change."""

from checkin.domain.details import Details, text_of
from checkin.domain.people import Attendee

_NAMES = ("name", "given_name", "family_name")
_TEXTS = (
    "organisation",
    "organisation_kind",
    "job_title",
    "email",
    "country",
    "category",
    "status",
    "registration",
    "notes",
    "instruction",
    "contacts",
    "offers",
    "seeks",
)


def taking_back(before: Attendee, after: Attendee, now: Attendee) -> Details:
    """Return what undoes the change from `before` to `after`, leaving what was changed since."""

    def goes_back(field: str) -> bool:
        was, became, stands = (getattr(one, field) for one in (before, after, now))
        return bool(was != became and became == stands)

    texts = {field: text_of(before, field) for field in _TEXTS if goes_back(field)}
    if any(goes_back(field) for field in _NAMES):
        texts |= {field: str(getattr(before, field)) for field in _NAMES}
    days = before.days if goes_back("days") else None
    bookings = before.bookings if goes_back("bookings") else None
    custom = {
        name: before.custom.get(name, "")
        for name in {**before.custom, **after.custom}
        if before.custom.get(name, "") != after.custom.get(name, "") == now.custom.get(name, "")
    }
    return Details(texts, days, custom, bookings)
