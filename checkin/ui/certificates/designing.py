"""Lets the designer of badges design certificates: whose they are shown with, and how kept."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from checkin.domain.certificates import Facts
from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.domain.scannertest import TEST_CODE
from checkin.domain.template import Template
from checkin.render.certificatefaces import CERTIFICATE_FIELDS, CertificateWriter
from checkin.render.face import BadgeFace
from checkin.services.attendance import records
from checkin.services.browsing import known_words, rows
from checkin.services.certificatelook import (
    certificate_design,
    certificate_templates,
    forget_certificate_template,
    save_certificate_template,
)
from checkin.services.desk import Desk
from checkin.services.organizers import organizers
from checkin.ui.badges.deck import is_printed
from checkin.ui.designer.craft import Craft
from checkin.ui.designer.ground import Ground
from checkin.ui.designer.templatepart import Known

# There is one of an event, so that it needs no other name in the designer.
_OWN = "certificate"
_SIZE = (29_700, 21_000)
_NUMBER = "KDTRNBVXHJLC"


def certificate_ground(desk: Desk, usual: Template, now: int) -> Ground:
    """Return what the designer begins with; people are shown as if they missed nothing."""
    craft = _craft(desk, usual, now)
    holders = [one for one in organizers(desk.store, desk.operator) if one.picture]
    pictures = certificate_design(desk.store, desk.operator, usual).pictures
    known = Known(
        custom=known_words(desk.store, desk.operator).custom_fields,
        organizers=[one.name for one in holders],
        fields=CERTIFICATE_FIELDS,
    )
    return Ground(craft, known, craft.known(desk), pictures, [one.picture for one in holders])


def _craft(desk: Desk, usual: Template, now: int) -> Craft:
    reckoned = records(desk.store, desk.operator)
    names = [one.name for one in organizers(desk.store, desk.operator)]
    writer = CertificateWriter(reckoned.event, reckoned.sessions, names)
    planned = [one for day in reckoned.schedule.days for one in day.sessions if one.counted]
    programme = sum(day.programme for day in reckoned.schedule.days)
    whole = Facts(
        attendee="",
        hours=programme,
        programme=programme,
        days=reckoned.event.days,
        sessions=tuple(one.id for one in planned),
    )

    def face(who: Attendee) -> BadgeFace:
        return writer.face(who, whole, _NUMBER, TEST_CODE, 1, now)

    def faces(desk: Desk, _: Event, numbers: Sequence[int]) -> dict[int, BadgeFace]:
        found = zip(numbers, rows(desk.store, desk.operator, numbers), strict=True)
        return {number: face(one) for number, one in found if one and is_printed(one)}

    def example(_: Event) -> BadgeFace:
        name = "Aleksandra Konstantynowicz-Brzęczyszczykiewicz"
        return face(Attendee("", name, "Aleksandra", organisation="Pomerania ICT Cluster"))

    def save(desk: Desk, template: Template, _: str, pictures: Mapping[str, bytes]) -> str:
        save_certificate_template(desk.store, desk.operator, template, pictures)
        return _OWN

    return Craft(
        title=_tr("Design certificates"),
        new_name=_tr("Certificate of {event}"),
        size=_SIZE,
        counted=_counted,
        example=example,
        faces=faces,
        known=lambda desk: certificate_templates(desk.store, desk.operator, usual),
        save=save,
        remove=lambda desk, _: forget_certificate_template(desk.store, desk.operator),
        choose=None,
    )


def _counted(count: int) -> str:
    words = _tr("1 certificate") if count == 1 else _tr("{count} certificates")
    return words.format(count=count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Certificates", text)
