"""What is said of tickets and mail servers: what is so, and what to do next."""

MAIL: dict[str, str] = {
    "mail-unset": "No mail server is set on this computer yet: set one with `checkin mail`, or save"
    " drafts with `checkin tickets drafts`.",
    "mail-server-incomplete": "A mail server has a name, and tickets come from an address.",
    "mail-server-unknown": "There is no mail server called {host}: look at the name, and whether"
    " this computer is online.",
    "mail-server-silent": "The mail server {host} does not answer at port {port} ({why}): look at"
    " port and security, and whether this computer is online.",
    "mail-certificate": "The mail server {host} does not prove who it is ({why}); nothing was sent."
    " Look at its name, and at the clock of this computer.",
    "mail-unsafe": "The mail server {host} does not offer that way of signing in or keeping the"
    " connection secret; choose another security or no user.",
    "mail-password": "The mail server {host} does not let {user} in: look at user and password;"
    " some servers want a password made for programs.",
    "mail-sender": "The mail server takes no messages from {sender} ({why}): set another sender.",
    "mail-busy": "The mail server {host} takes no more just now ({why}); who has theirs is"
    " remembered. Send again later, and only the others get theirs.",
    "mail-lost": "The connection to {host} was lost; who has theirs is remembered. Send again,"
    " and only the others get theirs.",
    "mail-refused": "The mail server does not take a message to {address}: {why}.",
    "bad-mail": "{address} is no e-mail address; correct it and send again.",
    "mail-port": "{port} is no port: it is a number from 1 to 65535.",
    "ticket-field": "{{{field}}} is no field that a message can have; there are: {fields}.",
    "ticket-words-long": "{path} is longer than the {most} bytes a message may have; shorten it.",
    "ticket-words-unreadable": "{path} cannot be read as the text of a message ({why}); choose a"
    " text file in UTF-8.",
    "no-ticket-to-send": "There is nobody left to write to: add e-mail addresses, or use --again.",
}
