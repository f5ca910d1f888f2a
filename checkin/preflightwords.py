"""What is said of each check before the doors open that is not green: what is so, what to do."""

PREFLIGHT: dict[str, str] = {
    "today-not-of-event": "Today, {today}, is not a day of this event ({first} to {last}); on the"
    " days themselves the entrance opens by itself.",
    "day-without-entrance": "Today, {today}, has no entrance list; add one with `checkin lists"
    " add`.",
    "clock-behind": "The clock says {now}, but this event was worked on until {latest}; set the"
    " clock of the computer right.",
    "zone-differs": "The computer is set {hours} h off {zone}, the event's zone; all times are"
    " shown as in {zone}.",
    "nobody-registered": "Nobody is registered yet; import a list with `checkin import`.",
    "people-held-up": "{count} people are not approved or have not paid, and would be stopped at"
    " the door; settle that, or tell reception whom to call.",
    "badges-not-printed": "{count} badges were never printed; print them with `checkin badges"
    " --only new --out FILE.pdf`.",
    "disk-low": "{megabytes} MB are free where {path} is; make room before the doors open.",
    "no-backup-yet": "There is no backup in {path} yet; one is made by itself while the window is"
    " open.",
    "backup-old": "The newest backup is {days} days old; open the event in the window, or make one"
    " with `checkin backup`.",
    "backup-same-disk": "Backups go to {path}, on the same disk as the event; a USB stick would"
    " outlive the laptop.",
    "no-coordinator-pin": "The coordinator has no PIN, so whoever is at the laptop may export and"
    " erase; set one with `checkin pin set`.",
    "serial-port-gone": "The scanner chosen, at {port}, is not there; plug it in.",
    "scanner-untried": "No scanner was heard yet; hold it to any code while the window is open.",
    "no-multimedia": "Cameras and sound cannot be used on this computer; a scanner works without"
    " them.",
    "no-camera": "There is no camera; a scanner works without one.",
    "no-sound": "There is no sound output; verdicts are told apart by colour, shape and word.",
    "no-printer": "There is no printer; badges are saved as PDF and printed elsewhere.",
}
