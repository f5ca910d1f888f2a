"""What is said of each code that a person can act on: what happened, and the next step."""

from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from checkin.certificatewords import CERTIFICATES
from checkin.contactwords import CONTACTS
from checkin.designerwords import DESIGNER
from checkin.errors import CheckinError
from checkin.exportingwords import EXPORT
from checkin.mailwords import MAIL
from checkin.peoplewords import PEOPLE
from checkin.phrases import PHRASES
from checkin.picturewords import PICTURES
from checkin.plotwords import PLOTS
from checkin.preflightwords import PREFLIGHT
from checkin.programmewords import PROGRAMME
from checkin.proofwords import PROOF
from checkin.sheetwords import SHEETS
from checkin.stockwords import STOCKS
from checkin.templatewords import TEMPLATES

LONGEST_FACT = 1000

SENTENCES: dict[str, str] = {
    # The event file
    "no-event-named": "No event is named: give --event FILE, or make one with `checkin new`.",
    "event-missing": "{path}: no such file; check the name, or make one with `checkin new`.",
    "event-gone": "NOT recorded – {path} was moved or deleted while it was open; put it back, or"
    " open it where it is now.",
    "event-empty": "{path} is empty, not an event; restore a backup with `checkin restore`.",
    "not-an-event": "{path} is not a Check-in event; choose a file made by `checkin new`.",
    "rehearsal-stays": "This is a rehearsal, of which nothing is printed, exported or kept; do it"
    " in the event itself.",
    "rehearsal-apart": "{path}: a rehearsal and an event are kept apart, so that nothing of one"
    " reaches the other; choose another file.",
    "event-newer": "{path} was made by a newer version of Check-in; update the program first.",
    "event-older": "{path} is of an older version and cannot be written; copy it where it can be.",
    "event-damaged": "{path} is damaged; restore a backup with `checkin restore`.",
    "event-read-only": "{path} cannot be written, so it can only be looked at and exported;"
    " copy it to a folder of yours to go on.",
    "wal-strange": "{path}: {wal} beside it is of another file or state; move that one away"
    " and open again.",
    "event-busy": "{path} is busy in another program; wait a moment and try again.",
    "other-event": "{path} belongs to another event; choose a copy of this one.",
    "foreign-objects": "{path} holds what no version of Check-in put there ({names});"
    " choose another backup.",
    "disk-full": "NOT recorded – the disk of {path} is full; free some space and try again.",
    "disk-fault": "NOT recorded – the disk of {path} does not answer; check it, use another disk.",
    "cannot-open": "{path} cannot be opened; check the folder and your rights to it.",
    "no-permission": "{path}: you have no right to it; choose another file or ask for the right.",
    "file-fault": "{path}: {why}; nothing was changed.",
    "answer-unwritten": "The answer could not be written ({why}); what was done stays done.",
    "file-exists": "{path} is there already; choose another name.",
    "folder-missing": "{path}: there is no such folder; make it first.",
    "not-a-backup-of-this": "{path} is there already and is no earlier backup of this event; choose"
    " another name.",
    "not-a-folder": "{path} is no folder; name one.",
    "is-a-folder": "{path} is a folder; name a file.",
    "same-file": "{path} is the event itself; name another file.",
    "backup-folder-gone": "{path}: the folder for backups is not there, so none are made; check-ins"
    " go on. Bring it back, or choose another.",
    "backup-folder-root": "{path} is a whole disk, so no backups are made; check-ins go on. Make a"
    " folder on it and choose that one.",
    "backup-unwritable": "{path}: no backup can be written there; check-ins go on. Choose another"
    " folder for backups.",
    "backup-no-room": "{path}: the disk is too full for a backup; check-ins go on. Free some space,"
    " or choose another folder for backups.",
    # A new event
    "organizer-unknown": "That organizer is not there any more; look at the list again.",
    "organizer-name-missing": "An organizer needs a name.",
    "title-missing": "An event needs a title: give --title.",
    "text-too-long": "{field}: too long, at most {most} letters.",
    "days-reversed": "The last day, {last}, is before the first, {first}.",
    "too-many-days": "An event has at most {most} days; give an earlier --to.",
    "forget-day-too-early": "--forget must be after the last day, {last}.",
    "day-in-use": "{day} cannot go: people were scanned on {list}; nothing was changed.",
    "unknown-timezone": "{timezone} is not a time zone; write one such as Europe/Riga.",
    # Lists and the door
    "no-entrance-today": "{day} is not a day of this event; choose a list with --list ({lists}).",
    "list-unknown": "{list}: no check-in list is called so; there are {lists}.",
    "list-ambiguous": "{list} may be any of {lists}; write more of the name.",
    "list-name-missing": "A list needs a name.",
    "list-name-taken": "{list}: there is a list of that name; choose another.",
    "list-other-day": "{list} is not a list of {day}; leave out --day or --list.",
    "list-in-use": "{list} has check-ins and stays; close it with `checkin lists edit --closes`.",
    "not-an-event-day": "{day} is not a day of this event, which runs from {first} to {last}.",
    "capacity-wrong": "--capacity must be from 1 to {most}.",
    "question-missing": "A question needs words.",
    "question-taken": "{question}: that is asked already.",
    "question-is-a-field": "{question}: every attendee has a field called so; ask in other words.",
    "question-unknown": "{question}: there is no such question; there are {questions}.",
    "question-ambiguous": "{question} may be any of {questions}; write more of it.",
    "question-not-asked": "{question}: that is not asked on this list, but {questions}.",
    "too-many-questions": "An event asks at most {most} questions; remove one first.",
    "choices-wrong": "A question with choices needs {least} to {most} of them: give --choice for"
    " each.",
    "choices-not-asked": "Only a question of --kind choice has choices.",
    "answer-not-a-choice": "{question}: choose one of {choices}.",
    "answer-wrong": "{question}: {reason}.",
    "field-not-there": "{field}: nobody has such a field; there are {fields}.",
    "too-many-shown": "A door shows at most {most} fields; leave some out.",
    "why-missing": "Say in a word why; it is kept with the person.",
    "nothing-to-scan": "Nothing to scan: give codes, - for standard input, --image or"
    " --organisation.",
    "not-a-moment": "--at: {text} is not a time such as 09:15 or 2016-06-02T09:15.",
    "at-in-future": "--at must not be later than now.",
    "check-in-unknown": "{check_in}: there is no such check-in; take its name from `scan --json`.",
    "check-in-annulled": "{check_in} is annulled already.",
    "check-in-refused": "{check_in} was refused, so there is nothing to annul.",
    "station-not-forked": "{station} is no station that differs between the copies; exchange them.",
    "nothing-to-undo": "Nothing to undo: you have no check-in here that counts.",
    # Lists from elsewhere, and exports
    "sheet-missing": "{file} is not there; check the name and the folder.",
    "sheet-not-a-file": "{file} is no ordinary file; choose the list itself.",
    "sheet-unreadable": "{file} cannot be read ({why}); close it in the other program, or ask for"
    " the right to read it.",
    "sheet-too-large": "{file} is larger than {limit}; save only the list, as CSV.",
    "sheet-too-long": "{file} has more than {limit} rows; split it.",
    "sheet-too-wide": "{file} has {count} columns, at most {limit} are read; delete those not"
    " needed.",
    "sheet-empty": "{file} is empty; save the list again and choose that file.",
    "sheet-no-rows": "{file} has a header but nobody below it; check that the right sheet was"
    " saved.",
    "sheet-of-nobody": "{file}: sheet {sheet} has a header but nobody below it; name another with"
    " --sheet: {others}.",
    "sheet-header-broken": "{file}, row {row}: the header cannot be read; save the list again as"
    " CSV UTF-8.",
    "sheet-broken": "{file}: too many rows have quotes out of place, the last one row {row}; save"
    " it again as CSV.",
    "workbook-damaged": "{file} is damaged or cut short; get it again, or open it in a spreadsheet"
    " program and save it anew.",
    "workbook-unsafe": "{file} holds what no spreadsheet program writes and what may do harm, so it"
    " was not read; ask for the list as CSV.",
    "workbook-password": "{file} has a password; open it, save it without one, and choose that"
    " file.",
    "workbook-parts": "{file} has {count} parts, at most {limit} are read; copy only the list into"
    " a new workbook.",
    "workbook-unpacked": "{file} unpacks to far more than its size, or over {limit}; copy only the"
    " list into a new workbook.",
    "workbook-cells": "{file} has {count} cells on one sheet, at most {limit} are read; delete the"
    " columns not needed, or split it.",
    "workbook-spread": "{file} has cells far apart, down to row {row}; copy only the list into a"
    " new workbook.",
    "workbook-uncalculated": "{file} holds formulas that were never calculated, or errors, almost"
    " everywhere; open it in a spreadsheet program and save it anew.",
    "no-such-sheet": "{file} has no sheet {sheet}; there are {sheets}.",
    "sheet-is-foreign": "{file} is not a list but {kind}; save the list as CSV and choose that"
    " file.",
    "sheet-encoding": "{file}: its letters cannot be told for certain; save it as CSV UTF-8, or say"
    " what it is with --encoding, such as cp1252.",
    "unknown-encoding": "--encoding: the list cannot be read as {encoding}; try another, such as"
    " cp1252 or cp1257.",
    "no-header": "The first row is a person already ({first}); put a row with the columns' names"
    " above it.",
    "no-name-column": 'No column is known to hold names; say which with --map "COLUMN=name"'
    " (columns: {columns}).",
    "map-form": '{text}: write --map "COLUMN=field".',
    "map-column": "There is no column {column}; there are {columns}.",
    "map-field": "{field} is no field; there are {fields}, custom.NAME and day:YYYY-MM-DD.",
    "canceled": "Canceled: nothing was changed.",
    "no-import-to-undo": "There is no import to undo: none was made, or all were undone.",
    "import-unknown": "{reference}: there is no such import; see `checkin import --list`.",
    "import-ambiguous": "{reference} may be several imports; write more of the id.",
    "import-undone": "The import of {file} was undone already; nothing was changed.",
    "nothing-to-import": "The list has no rows; export it again with people in it.",
    "cannot-write": "{path} cannot be written ({why}): free some space or choose another folder.",
    "no-room": "{path}: the disk is full; free some space and try again, nothing was changed.",
    "file-in-use": "{path} is open in another program; close it there and try again.",
    "not-a-plain-file": "{path} is no ordinary file; name another.",
    "font-missing": "The font file {font} is missing: install font-source-sans-pro again.",
    "unexpected": "Something went wrong that should not ({what}). What was said to be done is safe;"
    " please send {path} to whoever gave you this program.",
    "no-output-named": "Say where to: --out FILE.pdf, --png DIR, or both.",
    "no-screen": "This needs a screen with a window; start it on the computer itself.",
    "library-missing": "The window needs {library}, which is not on this computer: install the"
    " packages that the README names for the window.",
    "other-work": "Something else is still being done; wait for it or cancel it first.",
    **CERTIFICATES,
    **DESIGNER,
    **CONTACTS,
    **MAIL,
    **EXPORT,
    **PEOPLE,
    **PICTURES,
    **PLOTS,
    **PREFLIGHT,
    **PROGRAMME,
    **PROOF,
    **SHEETS,
    **STOCKS,
    **TEMPLATES,
}


def sentence(error: CheckinError) -> str:
    """Return the sentence for an error, facts filled in."""
    return said(SENTENCES[error.code], error.facts)


def said(template: str, facts: Mapping[str, object]) -> str:
    """Return a template with facts filled in, a reason's code as its words."""
    reason = str(facts.get("reason", ""))
    return _filled(template, {**facts, "reason": PHRASES.get(reason, reason)})


def phrase(code: str, **facts: object) -> str:
    """Return the words for a code that is part of a longer line."""
    return _filled(PHRASES[code], facts)


def _filled(template: str, facts: Mapping[str, object]) -> str:
    """Fill in a template; line breaks and control characters in a fact do not break the line."""
    names = {name for _, name, _, _ in Formatter().parse(template) if name}
    plain = {name: _plain(facts.get(name, "")) for name in names}
    return template.format(**plain)


def _plain(fact: object) -> str:
    text = str(fact)
    if len(text) > LONGEST_FACT and not isinstance(fact, Path):
        text = f"{text[:LONGEST_FACT]}…"
    return "".join(letter if letter.isprintable() else " " for letter in text)
