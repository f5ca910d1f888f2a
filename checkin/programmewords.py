"""What is said of the programme and of how attendance is told."""

PROGRAMME: dict[str, str] = {
    "not-a-session": "{list} is a check-in list without a start and an end; give it both with"
    " `checkin sessions edit`.",
    "session-day-missing": "A session needs a day of the event.",
    "session-time-missing": "A session needs a start and an end.",
    "session-ends-first": "A session that starts at {starts:%H:%M} cannot end at {ends:%H:%M}: it"
    " ends later on the same day, which lasts until {boundary:%H:%M}.",
    "session-in-use": "{session} has check-ins and stays on its day.",
}
