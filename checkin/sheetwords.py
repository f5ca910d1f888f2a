"""What is said of signature sheets, of typing them in, and of the emergency list."""

SHEETS: dict[str, str] = {
    "sheet-unknown": "{sheet} is the code of no sheet printed from this event; it stands at the"
    " upper right of each page, such as KDTR-NBVX.",
    "sheet-unclear": "Several sheets begin with {sheet}; type the whole code.",
    "sheet-list-gone": "What the sheet {sheet} was signed for is no longer in the programme; bring"
    " that list back first.",
    "sheet-blank-rows": "A sheet has 0 to {most} blank rows.",
    "sheet-rows-missing": "No row is named: type numbers such as 1-12, 15 9:05-16:40.",
    "sheet-rows-unread": "“{piece}” is neither a row nor a time: type rows such as 1-12, 15, and a"
    " time such as 9:05-16:40 after the rows that it holds for.",
    "sheet-row-unknown": "There is no row {row}: this sheet has {rows} names. Add whoever wrote on"
    " a blank row as an attendee, and check them in with the time.",
    "sheet-row-twice": "Row {row} is typed twice; leave one of them out.",
    "sheet-row-ahead": "Row {row}: {time} has not come yet; correct the time.",
    "sheet-row-backwards": "Row {row}: somebody leaves after they came; correct the times.",
    "sheet-nothing-typed": "Nothing is typed in of those rows, so nothing was taken back.",
    "no-entrance-at-all": "The event has no entrance, so there is no list of a day; add one to the"
    " programme.",
    "emergency-folder-gone": "The emergency list cannot be kept up: the folder {path} is not there."
    " It is tried again every minute; plug the disk in, or choose another folder.",
    "emergency-unwritable": "The emergency list cannot be kept up in {path} ({why}). It is tried"
    " again every minute; choose another folder if that stays so.",
}
