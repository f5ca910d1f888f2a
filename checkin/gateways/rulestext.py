"""The rules of attendance in words, as papers and packs carry them, with an event's settings."""

from checkin.domain.event import Event, Exits


def rules_text(event: Event) -> tuple[str, ...]:
    """Return the rules that hold at an event, a sentence or two each."""
    boundary, midday = f"{event.day_boundary:%H:%M}", f"{event.midday:%H:%M}"
    one_room = (
        "Entering a session ends the stay in a session at the same time."
        if event.one_room
        else "Stays in sessions at the same time do not end each other."
    )
    exits = (
        "A room is empty once its session is over."
        if event.exits is Exits.SESSION
        else "A room is left only by being scanned out; who was not is listed."
    )
    return (
        f"Times are those of {event.timezone}. A day lasts from {boundary} to {boundary} of the"
        " next; a check-in belongs to the day of its list.",
        "Present on a day is who has an accepted entry that was not annulled on any list of it.",
        "A stay on a list lasts from an entry to the next exit. An entry while in and an exit"
        " while out change nothing; an exit at the entrance ends all stays of the day.",
        "A stay without an exit lasts to the end of its session; at an entrance, to its closing"
        " or the end of the last counted session, whichever is later; never past the day.",
        f"{one_room} {exits}",
        "Hours are the time in counted sessions, those at the same time counted once. A session"
        " with a door of its own is proved by its own list, any other by the entrance.",
        "On a day without sessions, hours are the time at the entrance within its opening hours.",
        "Programme hours are the time of the counted sessions on the days somebody is registered"
        " for. The share is hours of programme hours, compared unrounded.",
        f"Half days part at {midday}. The threshold is {event.threshold} per cent.",
        "Corrections never change what was recorded: they say who corrected, when and why. What"
        " comes after a day was sealed is listed as its annex.",
    )
