"""What is said at the contact desk and of contacts: what is so, and what to do next."""

CONTACTS: dict[str, str] = {
    "meeting-alone": "It takes the badges of two people to meet: name another.",
    "meeting-without-consent": "Nothing recorded: {names} did not agree that their contact is"
    " passed on. Ask them, and say so with `checkin edit ID --contacts yes`.",
    "not-met": "{one} and {other} have not met: there is nothing to take back.",
    "contact-not-agreed": "{name} did not agree that their contact is passed on: nobody is"
    " suggested to them. Ask them, and say so with `checkin edit ID --contacts yes`.",
    "contact-badge-unknown": "Nobody here has the badge or number {badge}: hold up a badge of this"
    " event.",
    "contact-badge-replaced": "{name} has another badge since: this one counts no more.",
    "no-contacts": "Nobody who agreed has met anybody yet: there are no contacts to hand out.",
    "nobody-agreed": "Nobody agreed yet that their contact is passed on: the list would be empty.",
}
