"""What the contact desk says: pure functions of what was recorded, and why two should meet."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from checkin.domain.contacts import Suggestion
from checkin.domain.people import Attendee
from checkin.services.contacts import Scanned
from checkin.ui.reception.refusals import BAD, CALM, CAREFUL, GOOD
from checkin.ui.reception.screen import Screen
from checkin.ui.shapes import Shape
from checkin.ui.sound.scores import Sound


def _tr(text: str) -> str:
    return QCoreApplication.translate("Contacts", text)


def waiting() -> Screen:
    """Return the screen before the first badge of a group."""
    advice = _tr("Two or more, one after the other: each of them has met the others.")
    return Screen(CALM, Shape.NONE, _tr("Scan the badges of who met"), advice=advice)


def screen_of(scanned: Scanned) -> Screen:
    """Return the screen for who was scanned."""
    person = scanned.person
    if not scanned.agreed:
        return _not_recorded(person)
    if not (scanned.met or scanned.before):
        return Screen(
            CALM,
            Shape.ARROW,
            _tr("And who else?"),
            name=person.name,
            origin=_origin(person),
            advice=_tr("Now the badge of whom they met."),
            sound=Sound.WELCOME_BACK,
        )
    parts = [_with(_tr("{name} met {names}."), person, scanned.met)] if scanned.met else []
    if scanned.before:
        parts.append(_with(_tr("{name} had met {names} before."), person, scanned.before))
    others = (*scanned.met, *scanned.before)
    return Screen(
        GOOD,
        Shape.TICK,
        _tr("Recorded") if scanned.met else _tr("Recorded before"),
        name=f"{others[0].name} + {person.name}" if len(others) == 1 else person.name,
        detail=" ".join(parts),
        sound=Sound.WELCOME if scanned.met else Sound.WELCOME_BACK,
    )


def _not_recorded(person: Attendee) -> Screen:
    said = {
        None: _tr("Nobody asked yet whether their contact is passed on. F2 if they agree now."),
        False: _tr("Did not agree that their contact is passed on. F2 if they agree now."),
        True: _tr("Is not registered any more: their contact is not passed on."),
    }
    return Screen(
        CAREFUL,
        Shape.EXCLAMATION,
        _tr("Not recorded"),
        name=person.name,
        origin=_origin(person),
        advice=said[person.contacts],
        sound=Sound.TO_DO,
    )


def unknown(advice: str) -> Screen:
    """Return the screen for a badge that names nobody here."""
    return Screen(BAD, Shape.CROSS, _tr("Unknown"), advice=advice, sound=Sound.UNKNOWN)


def taken_back(scanned: Scanned) -> Screen:
    """Return the screen after a badge was taken back."""
    said = _with(_tr("{name} has not met {names}."), scanned.person, scanned.met)
    advice = said if scanned.met else _tr("Nothing was recorded by it.")
    return Screen(CALM, Shape.ARROW, _tr("Taken back"), name=scanned.person.name, advice=advice)


def group_words(group: Sequence[Attendee]) -> str:
    """Return who is in the group that is being scanned."""
    names = ", ".join(one.name for one in group)
    return _tr("In this group: {names}").format(names=names) if group else ""


def reason_words(suggestion: Suggestion) -> list[str]:
    """Return why somebody is worth meeting, said to whom they are suggested to."""
    offers = [
        _tr("offers {topic} – you seek it").format(topic=one.offered)
        if one.is_one
        else _tr("offers {topic} – you seek {other}").format(topic=one.offered, other=one.sought)
        for one in suggestion.offers
    ]
    seeks = [
        _tr("seeks {topic} – you offer it").format(topic=one.sought)
        if one.is_one
        else _tr("seeks {topic} – you offer {other}").format(topic=one.sought, other=one.offered)
        for one in suggestion.seeks
    ]
    return offers + seeks


def _origin(person: Attendee) -> str:
    return " · ".join(part for part in (person.organisation, person.job_title) if part)


def _with(words: str, person: Attendee, others: Sequence[Attendee]) -> str:
    names = ", ".join(one.name for one in others)
    return words.format(name=person.name, names=names)
