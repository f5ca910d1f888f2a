"""What the command line says of sessions, their import and their bookings."""

from checkin.domain.bookings import Booked, Clash
from checkin.domain.programmeplan import ProgrammePlan
from checkin.domain.session import Session
from checkin.services.bookings import Bookings


def session_shape(one: Session) -> dict[str, object]:
    """Return a session as `sessions --json` prints one."""
    return {
        "id": one.id,
        "name": one.name,
        "day": one.day.isoformat(),
        "starts": one.starts.isoformat("minutes"),
        "ends": one.ends.isoformat("minutes"),
        "room": one.room,
        "kind": one.kind.value,
        "capacity": one.capacity,
        "counted": one.counted,
        "own_door": one.own_door,
        "topic": one.topic,
        "categories": list(one.list.categories),
    }


def session_line(one: Session) -> str:
    """Return a session as a line of the programme."""
    about = [one.kind.value]
    if one.room:
        about.append(one.room)
    if one.capacity:
        about.append(f"{one.capacity} places")
    about.append("counted" if one.counted else "not counted")
    about.append("own door" if one.own_door else "proved by the entrance")
    return f"{one.day} {one.starts:%H:%M}–{one.ends:%H:%M}  {one.name}  ({'; '.join(about)})"


def plan_shape(plan: ProgrammePlan) -> dict[str, object]:
    """Return what an import changes as `sessions import --json` prints it."""
    return {
        "added": [one.words.name for one in plan.added],
        "changed": [one.words.name for one in plan.changed],
        "unchanged": plan.unchanged,
        "rejected": [
            {"row": one.row, "column": one.column, "reason": one.reason, "value": one.value}
            for one in plan.rejected
        ],
    }


def bookings_shape(found: Bookings) -> dict[str, object]:
    """Return the bookings as `sessions bookings --json` prints them."""
    return {
        "sessions": [
            {
                "name": one.session.name,
                "booked": one.count,
                "capacity": one.session.capacity,
                "over": one.over,
            }
            for one in found.booked
        ],
        "clashes": [
            {
                "id": one.attendee.id,
                "name": one.attendee.name,
                "sessions": [one.one.name, one.other.name],
            }
            for one in found.clashes
        ],
    }


def booked_line(one: Booked) -> str:
    """Return how many booked a session."""
    places = f" of {one.session.capacity}" if one.session.capacity else ""
    return f"{one.session.name}: {one.count}{places} booked"


def clash_line(one: Clash) -> str:
    """Return that somebody booked two sessions at the same time."""
    return f"{one.attendee.name} booked two at the same time: {one.one.name}; {one.other.name}"
