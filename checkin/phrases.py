"""The words for each code that is part of a longer line: a reason, a warning, a kind of damage."""

PHRASES: dict[str, str] = {
    # Reasons at the door
    "invalid": "not a code of this event",
    "badge-elsewhere": "a badge of another event:",
    "revoked": "this badge was replaced; ask for the new one",
    "canceled": "the registration is canceled",
    "blocked": "blocked; call the organizer",
    "unapproved": "the registration is not approved yet",
    "unpaid": "not paid yet",
    "invalid_time": "not on this list's day or hours",
    "category": "not admitted on this list",
    "already_redeemed": "in already",
    "full": "the room is full",
    "incomplete": "not let in yet: something is to be acknowledged or asked first",
    # What is wrong with an answer
    "answer-missing": "an answer is needed",
    "answer-choice": "none of the choices",
    "answer-too-long": "the answer is too long",
    "answer-yes-no": "answer yes or no",
    "genuine-unknown": "genuine badge, not in this list yet: check the name",
    # Rows of a list that were not taken
    "missing-name": "a name is missing",
    "name-too-long": "the name is too long",
    "bad-email": "not an e-mail address",
    "status": "a status nobody understands",
    "days": "not days of this event",
    "yes-or-no": "neither yes nor no",
    "registration-clash": "that registration number is another person's",
    "encoding": "letters that cannot be read",
    "quotes": "quotes out of place",
    "columns": "more values than the header has columns",
    "cell-too-long": "a cell is too long",
    "line-too-long": "the line is too long",
    "text-too-long": "the text is too long",
    "cell-type": "a number, a date or a yes-or-no cell, not a text",
    "cell-error": "the cell shows an error",
    "cell-no-value": "a formula that was never calculated; open the list and save it again",
    "row-repeated": "the file holds this row twice",
    # What was put right or should be looked at
    "guessed-encoding": "the letters were read as {value}; look whether they are right",
    "damaged-end": "the end of the file is damaged; {value} characters were dropped",
    "damaged-letters": "{value} letters were lost before this file was made",
    "zeros-between": "{value} zero bytes stood between the letters and were left out",
    "letters-garbled": "rows whose letters had been read wrongly before this file was saved; put"
    " right, look whether they are: {value}",
    "letters-of-web-pages": "rows with letters as web pages write them, put right: {value}",
    "no-header": "there is no row with the columns' names; they were named by what is in them"
    " ({value}), look whether that is right",
    "header-again": "row {value}: the header once more; left out",
    "total-left-out": "row {value}: a total, nobody's name; left out",
    "note-left-out": "row {value}: a note below the list; left out",
    "addresses-parted": "{value}: addresses stood behind the names; they were made a column of"
    " their own",
    "rows-above-header": "rows above the header that were left out: {value}",
    "sheet-chosen": "sheet {value} was read; there are others",
    "zeros-lost": "{value}: some cells are numbers, so zeros or a + before them are lost; compare",
    "cells-apart": "cells apart from the list were left out, the first one {value}",
    "registration-repeated": "{value}: the numbers repeat, so they are kept as a field of your own",
    "name-odd": "row {value}: is that a name?",
    "organisation-kind": "not a kind of organisation that is known",
    "organisation-kind-unclear": "{value}: not a kind of organisation that is known; left empty",
    "repeated-row": "row {value}: stands there twice; taken once",
    # Exchange
    "station-forked": "Station {value}: both copies hold different entries under one number;"
    " its entries were left out. On the copy that is to give way: --reissue {value}.",
    "station-broken": "Station {value}: its chain does not hold; its entries were left out.",
    "station-ahead": "Station {value}: its clock is over seven days ahead; its entries wait until"
    " you say whose clock is right (--trust-clock {value}).",
}
