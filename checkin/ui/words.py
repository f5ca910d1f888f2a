"""What the window says of each fault and code: where to click next, not which option to give."""

from PySide6.QtCore import QCoreApplication

from checkin.errors import CheckinError
from checkin.sentences import SENTENCES, phrase, said

_CONTEXT = "Faults"

# The command line's sentences name its commands and options; here is what stands in their place.
IN_THE_WINDOW: dict[str, str] = {
    "no-event-named": "No event is open: open one, or make a new one.",
    "event-missing": "{path}: there is no such file any more; look where it went, or open another.",
    "event-empty": "{path} is empty, not an event; open a backup of it instead.",
    "not-an-event": "{path} is not a Check-in event; choose a file whose name ends in .checkin.",
    "event-damaged": "{path} is damaged; open the newest backup of it instead.",
    "title-missing": "An event needs a title.",
    "too-many-days": "An event has at most {most} days; choose an earlier last day.",
    "forget-day-too-early": "The day to forget people must be after the last day, {last}.",
    "name-missing": "A person needs a name.",
    "attendee-unknown": "{reference}: nobody here has that id, badge or registration number.",
    "field-name-missing": "A field of your own needs a name.",
    "merged-since": "{name} was merged with somebody else since; undo that first.",
    "no-badge": "{name} has no badge; choose Replace badge to issue one.",
    "operator-missing": "Say who works here.",
    "pin-needed": "The role {role} has a PIN: sign in with it.",
    "no-new-pin": "Type the new PIN.",
    "no-recovery-code": "Type the recovery code.",
    "undo-why-missing": "That check-in is another's, or over 15 minutes old: say why it is"
    " annulled.",
    "no-entrance-today": "Today, {day}, is not a day of this event; choose a list.",
    "sealed-why-missing": "{day} is sealed: say why it is corrected.",
    "list-in-use": "{list} has check-ins and stays; set when it closes instead.",
    "list-other-day": "{list} is not a list of {day}; choose another.",
    "capacity-wrong": "The number of places must be from 1 to {most}.",
    "choices-wrong": "A question with choices needs {least} to {most} of them.",
    "choices-not-asked": "Only a question with choices has them.",
    "check-in-unknown": "That check-in is not here any more.",
    "nothing-to-scan": "Scan a badge, or type a name.",
    "not-a-moment": "{text} is not a time such as 09:15.",
    "at-in-future": "The time must not be later than now.",
    "sheet-of-nobody": "{file}: sheet {sheet} has a header but nobody below it; choose another.",
    "sheet-encoding": "{file}: its letters cannot be told for certain; choose what they are in, or"
    " save it as CSV UTF-8.",
    "unknown-encoding": "The list cannot be read as {encoding}; choose another.",
    "no-name-column": "No column is known to hold names; choose which one does.",
    "map-form": "{text} is not a column and a field.",
    "map-field": "{field} is no field; choose one of {fields}.",
    "no-output-named": "Choose a file to write.",
    "day-without-entrance": "Today, {today}, has no entrance list; add one on the page Event.",
    "nobody-registered": "Nobody is registered yet; import a list on the page Attendees.",
    "badges-not-printed": "{count} badges were never printed; print the new ones on the page"
    " Badges.",
    "backup-old": "The newest backup is {days} days old; one is made now, while the event is open.",
    "no-coordinator-pin": "The coordinator has no PIN, so whoever is at the laptop may export and"
    " erase; set one on the page Event.",
    "import-unknown": "That import is not here any more.",
    "mail-unset": "No mail server is set on this computer yet: set one above, or save drafts.",
    "no-ticket-to-send": "Nobody is left to write to: add e-mail addresses, or choose others.",
    "meeting-without-consent": "Nothing recorded: {names} did not agree that their contact is"
    " passed on. Ask them, and set Contacts in their details.",
    "contact-not-agreed": "{name} did not agree that their contact is passed on: nobody is"
    " suggested to them. Ask them, and set Contacts in their details.",
    "stock-unknown": "There is no stock of that name on this computer; choose another.",
    "not-a-template": "{path} is no template of badges ({why}); choose a file that was saved as"
    " one.",
}


def sentence(error: Exception) -> str:
    """Return what is said of an error somebody can act on."""
    if not isinstance(error, CheckinError):
        return QCoreApplication.translate(_CONTEXT, "Something went wrong that should not.")
    template = IN_THE_WINDOW.get(error.code) or SENTENCES[error.code]
    return said(QCoreApplication.translate(_CONTEXT, template), error.facts)


def code_words(code: str, **facts: object) -> str:
    """Return the words for a code that is part of a longer line."""
    return QCoreApplication.translate(_CONTEXT, phrase(code, **facts))
