"""What stands beside each test code: the very words that reception shows, and what to do then."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from checkin.domain.code import NUMBER_LETTERS, printed
from checkin.domain.rehearsal import Practice, PracticeCode
from checkin.domain.verdict import Reason
from checkin.render.practicepage import PracticeCard, PracticePage
from checkin.ui.reception.refusals import REFUSALS

# Marked here, translated when shown.
_ADVICE = {
    Practice.GUEST: "Scan it again at once: counted once. Later: in already.",
    Practice.SECOND_GUEST: "Then undo it with Ctrl+Z, and scan it again.",
    Practice.THIRD_GUEST: "Then turn to people leaving with F8: Goodbye.",
    Practice.IN_ALREADY: "Read when they came. Was it somebody else with this badge?",
    Practice.REVOKED: "The badge was lost. Type Test Emil: they come in.",
    Practice.CANCELED: "Ask the organizer: it cannot be admitted anyway.",
    Practice.UNPAID: "Admit anyway with Ctrl+Enter, and say why.",
    Practice.OTHER_EVENT: "Type the name, or register a walk-in with Ctrl+N.",
    Practice.ALTERED: "Its letters prove nothing: nobody is let in by it.",
    Practice.TORN: "Type the letters {number}, then Enter: Welcome.",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rehearsal", text)


def headline_of(reason: Reason | None) -> str:
    """Return the word that reception shows for a verdict on somebody who comes in."""
    if reason is None:
        return QCoreApplication.translate("Screen", "Welcome")
    return QCoreApplication.translate("Screen", REFUSALS[reason][0])


def page_of(event: str, codes: Iterable[PracticeCode]) -> PracticePage:
    """Return the page of test codes for an event of that title."""
    advice = _tr(
        "They work at today’s entrance of a rehearsal. Anywhere else each is an unknown code."
        " F9 on Reception tests the scanner itself."
    )
    cards = [_card(one) for one in codes]
    return PracticePage(_tr("Test codes to rehearse the door"), event, advice, cards)


def _card(code: PracticeCode) -> PracticeCard:
    heading = code.name or {
        Practice.OTHER_EVENT: _tr("A badge of another event"),
        Practice.ALTERED: _tr("A code with wrong letters"),
    }.get(code.practice, "")
    shows = headline_of(code.reason)
    if code.torn:
        heading = _tr("{name}, badge torn").format(name=code.name)
        shows = _tr("nothing, it cannot be read")
    number = printed(code.text[:NUMBER_LETTERS])
    return PracticeCard(
        code.text,
        heading,
        _tr("Shows: {headline}").format(headline=shows),
        _tr(_ADVICE[code.practice]).format(number=number),
        torn=code.torn,
    )
