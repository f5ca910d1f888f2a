"""What is said of people, and of those who work at an event: what is so, and what to do."""

PEOPLE: dict[str, str] = {
    # People
    "organisation-unknown": "{organisation}: nobody here comes from an organisation of that name.",
    "organisation-leaving": "Those of an organisation are let in together, but each who leaves is"
    " scanned alone.",
    "attendee-gone": "{name} is not on the list any more: somebody removed them meanwhile.",
    "nobody-chosen": "Say which one it is: press their number, or use the arrows.",
    "nobody-ticked": "Nobody is ticked: Space ticks who is marked, Ctrl+A all who are shown.",
    "attendee-unknown": "{reference}: nobody has that id, badge or registration number;"
    " find it with `checkin attendees --search`.",
    "attendee-ambiguous": "{reference} is more than one person ({names}); use the id or the badge.",
    "name-missing": "name: a person needs a name.",
    "day-missing": "Choose at least one day; somebody who does not come is canceled.",
    "field-wrong": "{field}: {value} is not understood ({reason}).",
    "nothing-to-change": "Nothing to change: it is so already.",
    "status-already": "{name} is {status} already.",
    "field-name-missing": "--custom: a field of your own needs a name: write FIELD=TEXT.",
    "not-a-pair": "{text}: write FIELD=TEXT.",
    "no-badge": "{name} has no badge; issue one with `checkin badge replace`.",
    "not-allowed": "The role {role} may not do this ({action}); ask somebody who is {others}.",
    "same-person": "{name} is one person already; name two.",
    "not-merged": "{name} was not merged with anybody.",
    "merged-since": "{name} was merged with somebody else since; undo that first:"
    " `checkin merge --undo {last}`.",
    "apart-already": "{one} and {other} are kept apart already.",
    "not-apart": "{one} and {other} are not kept apart; there is nothing to undo.",
    "no-such-choice": "{field} is no field that can be chosen; write name, email, organisation,"
    " job_title, country, category, status, days, notes, instruction or custom.NAME.",
    # Who works here
    "not-signed-in": "Nobody signed in, so the event was not opened.",
    "operator-missing": "Say who works here: --operator NAME.",
    "pin-needed": "The role {role} has a PIN: answer when asked, or give it in CHECKIN_PIN or with"
    " --pin-file; or work as another with --role.",
    "pin-form": "A PIN is {least} to {most} digits.",
    "pin-wrong": "That PIN or code is not right; nothing was changed.",
    "pin-wait": "Too many wrong tries: wait {wait} (minutes:seconds), then try again.",
    "pins-differ": "The two PINs are not the same; type them again.",
    "pin-not-set": "The role {role} has no PIN.",
    "coordinator-pin-first": "Set the coordinator's PIN first: only a coordinator may change PINs.",
    "coordinator-pin-last": "The coordinator's PIN goes last: clear the others first.",
    "recovery-form": "A recovery code is 25 letters in five groups, as it was printed.",
    "no-new-pin": "Say the new PIN: answer when asked, or give it in CHECKIN_NEW_PIN or with"
    " --new-pin-file.",
    "no-recovery-code": "Say the recovery code: answer when asked, or give it in CHECKIN_RECOVERY"
    " or with --code-file.",
    "pin-file-unreadable": "{path} cannot be read ({why}); name a file that holds only the PIN or"
    " code.",
    "undo-why-missing": "That check-in is another's, or over 15 minutes old: say with --why why it"
    " is annulled.",
}
