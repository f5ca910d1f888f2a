"""What stands on the badges that are shown while one is designed."""

from collections.abc import Sequence

from checkin.domain.event import Event
from checkin.domain.scannertest import TEST_CODE
from checkin.render.face import BadgeFace
from checkin.render.faces import days_in_words, face_of
from checkin.services.badges import badge_of
from checkin.services.browsing import rows
from checkin.services.desk import Desk
from checkin.ui.badges.deck import is_printed


def faces_of(desk: Desk, event: Event, numbers: Sequence[int]) -> dict[int, BadgeFace]:
    """Return what stands on the badges of those who get one."""
    found = zip(numbers, rows(desk.store, desk.operator, numbers), strict=True)
    badges = {number: badge_of(desk.store, one) for number, one in found if one and is_printed(one)}
    return {number: face_of(event, *one.shown) for number, one in badges.items()}


def example(event: Event) -> BadgeFace:
    """Return the badge of somebody made up, of a long name."""
    values = {
        "name": "Aleksandra Konstantynowicz-Brzęczyszczykiewicz",
        "given_name": "Aleksandra",
        "family_name": "Konstantynowicz-Brzęczyszczykiewicz",
        "organisation": "Pomerania ICT Cluster",
        "job_title": "Coordinator",
        "category": "Participant",
        "country": "Poland",
        "registration": "1042",
        "number": "KDTR-NBVX-HJLC",
        "event": event.title,
        "where": event.venue,
        "when": days_in_words(event),
        "days": f"{event.first_day.day} {event.first_day:%B}",
        "contacts": "yes",
        "offers": "Cloud migration",
        "seeks": "Timber construction",
    }
    return BadgeFace(values, TEST_CODE)
