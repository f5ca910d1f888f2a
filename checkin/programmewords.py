"""What is said of the programme and of how attendance is told."""

PROGRAMME: dict[str, str] = {
    "not-a-session": "{list} is a check-in list without a start and an end; add a session instead.",
    "session-name-missing": "A session needs a name.",
    "session-day-missing": "A session needs a day of the event.",
    "session-time-missing": "A session needs a start and an end.",
    "session-ends-first": "A session that starts at {starts} cannot end at {ends}: it"
    " ends later on the same day, which lasts until {boundary}.",
    "threshold-wrong": "{threshold} is no threshold: it is from 1 to 100 per cent.",
    "correction-why-missing": "A correction needs a word of why.",
    "correction-refused": "{name} cannot be checked in ({reason}): change the registration first.",
    "not-that-day": "{at} is not on {day}, the day of {list}; choose a time of it.",
    "list-gone": "The list of that check-in is no longer here.",
    "sealed-why-missing": "{day} is sealed: say why it is corrected (--why).",
    "programme-columns": "{file} has no columns that name a session and when it starts; name them"
    " Session, Day, Starts, Ends, Room.",
    "programme-letters": "{file}: its letters cannot be told for certain; save it as CSV UTF-8.",
    "calendar-damaged": "{file} is a calendar that cannot be read; export it again.",
    "session-gone": "A session that is to be booked is no longer in the programme.",
    "session-in-use": "{session} has check-ins and stays on its day.",
}
