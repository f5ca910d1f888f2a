"""What the kiosk shows: a pure function of the verdict that says nothing others may not read."""

from PySide6.QtCore import QCoreApplication

from checkin.domain.kiosk import KioskPlan
from checkin.domain.verdict import Direction, Reason, Verdict
from checkin.ui.reception.refusals import CALM, CAREFUL, GOOD
from checkin.ui.reception.screen import Screen
from checkin.ui.shapes import Shape
from checkin.ui.sound.scores import Sound


def _tr(text: str) -> str:
    return QCoreApplication.translate("Kiosk", text)


def asking() -> Screen:
    """Return the screen that waits for the next person."""
    advice = _tr("or type your e-mail address, registration number or whole name, then Enter")
    return Screen(CALM, Shape.NONE, _tr("Scan your badge"), advice=advice)


def asking_more() -> Screen:
    """Return the screen that asks for what only they know, of a name whether it is known or not."""
    advice = _tr("Type your e-mail address, or how your organisation’s name begins, then Enter")
    return Screen(CALM, Shape.NONE, _tr("One thing more"), advice=advice)


def closed() -> Screen:
    """Return the screen on a day without a list."""
    advice = _tr("Nobody can check in here now. Please ask at the desk.")
    return Screen(CAREFUL, Shape.EXCLAMATION, _tr("Not open now"), advice=advice)


def to_the_desk(advice: str = "") -> Screen:
    """Return the screen for whoever cannot be helped here, never saying why."""
    advice = advice or _tr("Somebody there will be glad to help you.")
    headline = _tr("Please go to the desk")
    return Screen(CAREFUL, Shape.ARROW, headline, advice=advice, sound=Sound.TO_DO)


def unrecorded() -> Screen:
    """Return the screen for a check-in that could not be written down: never green."""
    return to_the_desk(_tr("You are not checked in yet: something is wrong here."))


def unprinted(before: Screen) -> Screen:
    """Return the screen for who is in and has no badge yet: no printer took it."""
    advice = _tr("You are checked in. Please get your badge at the desk.")
    return Screen(before.tone, before.shape, before.headline, name=before.name, advice=advice)


def not_found() -> Screen:
    """Return the screen for a text that means nobody, or more than one."""
    advice = _tr("Please look at what you typed and try again, or ask at the desk.")
    headline = _tr("Not found")
    return Screen(CAREFUL, Shape.EXCLAMATION, headline, advice=advice, sound=Sound.UNKNOWN)


def slowed() -> Screen:
    """Return the screen while nobody may type; badges are scanned all the same."""
    advice = _tr("Typing goes on in a moment. Scan your badge, or ask at the desk.")
    return Screen(CALM, Shape.NONE, _tr("One moment please"), advice=advice)


def kiosk_screen(verdict: Verdict, plan: KioskPlan, *, prints: bool = False) -> Screen:
    """Return the screen for a verdict; `prints` says that their badge is being printed."""
    name = verdict.attendee.name if verdict.attendee else ""
    if verdict.reason is Reason.ALREADY_REDEEMED:
        advice = plan.words or _tr("Please go in.")
        headline = _tr("You are checked in already")
        sound = Sound.WELCOME_BACK
        return Screen(GOOD, Shape.TICK, headline, name=name, advice=advice, sound=sound)
    if verdict.reason is Reason.INVALID:
        advice = _tr("That is not a badge of this event. Please try another code.")
        return to_the_desk(advice)
    if verdict.reason is not None:
        return to_the_desk()
    if verdict.direction is Direction.EXIT:
        headline, advice, sound = _tr("Goodbye"), _tr("Come back soon."), Sound.GOODBYE
        return Screen(GOOD, Shape.ARROW, headline, name=name, advice=advice, sound=sound)
    said = [
        _tr("You are checked in."),
        _tr("Your badge is being printed: please take it.") if prints else "",
        plan.words or ("" if prints else _tr("Please go in.")),
    ]
    again = verdict.previous is not None
    headline = _tr("Welcome back") if again else _tr("Welcome")
    sound = Sound.WELCOME_BACK if again else Sound.WELCOME
    advice = " ".join(one for one in said if one)
    return Screen(GOOD, Shape.TICK, headline, name=name, advice=advice, sound=sound)
