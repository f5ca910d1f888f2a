"""Says what a door shows of a person besides the name: chosen fields, and words for the desk."""

from checkin.domain.verdict import Person
from checkin.ui.attendees.wording import field_words, value_words


def fields_of(person: Person) -> tuple[tuple[str, str], ...]:
    """Return the chosen fields that are not empty, each with what it is called."""
    return tuple((field_words(name), value_words(name, text)) for name, text in person.fields)


def flag_of(person: Person) -> str:
    """Return what reception is told of somebody who is let in."""
    return "\n".join(text for text in (person.instruction, person.notes) if text)
