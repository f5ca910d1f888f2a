"""What is written to people with their tickets: a text with fields, and how fast it goes out."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from checkin.domain.badgewords import fields_in

SUBJECT = "Your ticket for {event}"
TEXT = """Dear {name},

here is your ticket for {event}, {when}, {where}.

Please show the code at the entrance, on your phone or on paper. It is yours alone and lets one \
person in. Should it not be read, its number does as well: {number}

The days are attached as calendar entries.
"""
_FIELD = re.compile(r"\{([^{}]*)\}")
_LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class TicketWords:
    """The subject and the text of each message; `{given_name}` and its like are filled in."""

    subject: str = SUBJECT
    text: str = TEXT

    def unknown(self, known: Collection[str]) -> tuple[str, ...]:
        """Return the fields named that are none of `known`."""
        named = fields_in(f"{self.subject} {self.text}")
        return tuple(dict.fromkeys(one for one in named if one not in known))

    def subject_for(self, values: Mapping[str, str]) -> str:
        """Return the subject for somebody, one line of a sensible length."""
        return " ".join(_filled(self.subject, values).split())[:_LONGEST_SUBJECT]

    def text_for(self, values: Mapping[str, str]) -> str:
        """Return the text for somebody."""
        return _filled(self.text, values)


def _filled(words: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda found: values.get(found[1].strip(), ""), words)
