"""What elements, fields and the rest of a badge are called on the screen."""

from PySide6.QtCore import QCoreApplication

from checkin.domain.areas import Edge
from checkin.domain.lengths import length_words
from checkin.domain.newelements import Kind
from checkin.domain.template import Align, Area, Code, Element, Fold, Picture, Text, Weight


def _tr(text: str) -> str:
    return QCoreApplication.translate("Designer", text)


def field_words(field: str) -> str:
    """Return what a field of a template is called; one of the event's own by its name."""
    return {
        "name": _tr("Name"),
        "given_name": _tr("Given name"),
        "family_name": _tr("Family name"),
        "organisation": _tr("Organisation"),
        "job_title": _tr("Job title"),
        "category": _tr("Category"),
        "country": _tr("Country"),
        "registration": _tr("Registration no."),
        "number": _tr("Number"),
        "event": _tr("Event"),
        "where": _tr("Venue"),
        "when": _tr("Days of the event"),
        "days": _tr("Days of the attendee"),
        "hours": _tr("Hours attended"),
        "programme": _tr("Hours of the programme"),
        "share": _tr("Share attended"),
        "sessions": _tr("Sessions attended"),
        "topics": _tr("Topics attended"),
        "organizers": _tr("Organizers"),
        "issue": _tr("Which issue"),
        "date": _tr("Date of issue"),
        "contacts": _tr("Contacts: yes or no"),
        "offers": _tr("Offers"),
        "seeks": _tr("Seeks"),
    }.get(field, field)


def kind_words(kind: Kind) -> str:
    """Return what can be added."""
    return {
        Kind.TEXT: _tr("Text"),
        Kind.CODE: _tr("QR code"),
        Kind.NUMBER: _tr("Badge number"),
        Kind.PICTURE: _tr("Picture…"),
        Kind.LOGO: _tr("Logo"),
        Kind.PHOTO: _tr("Photo"),
        Kind.BAND: _tr("Category band"),
        Kind.LINE: _tr("Line"),
        Kind.BOX: _tr("Box"),
    }[kind]


def sort_words(element: Element) -> str:
    """Return what sort of element it is, such as `Text`."""
    match element:
        case Text():
            return _tr("Text")
        case Code():
            return _tr("QR code")
        case Picture(photo=True):
            return _tr("Photo")
        case Picture(picture=""):
            return _tr("Logo")
        case Picture():
            return _tr("Picture")
    return _tr("Box") if element.area.width and element.area.height else _tr("Line")


def element_words(element: Element) -> str:
    """Return what tells an element from others: the words of a text, else what sort it is."""
    return element.words if isinstance(element, Text) else sort_words(element)


def place_words(area: Area) -> str:
    """Return where something is and how large, such as `5.4, 20.1 mm · 51.8 × 8.6 mm`."""
    left, top, width, height = (
        length_words(one).removesuffix(" mm")
        for one in (area.left, area.top, area.width, area.height)
    )
    return f"{left}, {top} mm · {width} × {height} mm"


def size_words(width: int, height: int) -> str:
    """Return a size such as `90 × 55 mm`."""
    return f"{length_words(width).removesuffix(' mm')} × {length_words(height)}"


def across_words(align: Align) -> str:
    return {
        Align.START: _tr("left"),
        Align.MIDDLE: _tr("centre"),
        Align.END: _tr("right"),
    }[align]


def upright_words(align: Align) -> str:
    return {
        Align.START: _tr("top"),
        Align.MIDDLE: _tr("middle"),
        Align.END: _tr("bottom"),
    }[align]


def weight_words(weight: Weight) -> str:
    return {
        Weight.REGULAR: _tr("Regular"),
        Weight.SEMIBOLD: _tr("Semibold"),
        Weight.BOLD: _tr("Bold"),
    }[weight]


def fold_words(fold: Fold) -> str:
    """Return how the back lies beside the front."""
    return {
        Fold.NONE: _tr("on the other side"),
        Fold.LEFT: _tr("folded at the left"),
        Fold.TOP: _tr("folded at the top"),
    }[fold]


def edge_words(edge: Edge) -> str:
    """Return what elements are aligned by."""
    return {
        Edge.LEFT: _tr("Align left"),
        Edge.CENTRE: _tr("Align centres"),
        Edge.RIGHT: _tr("Align right"),
        Edge.TOP: _tr("Align top"),
        Edge.MIDDLE: _tr("Align middles"),
        Edge.BOTTOM: _tr("Align bottom"),
    }[edge]
