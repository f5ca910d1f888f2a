"""Counts badges, sheets and names in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from checkin.domain.stock import UNITS_A_MILLIMETRE, SheetPlan, Stock


def number(count: int) -> str:
    """Return a number as it is written, such as `1,200`."""
    return QLocale().toString(count)


def badges(count: int) -> str:
    """Return `1 badge` or `37 badges`."""
    return _counted("1 badge" if count == 1 else "{count} badges", count)


def sheets(count: int) -> str:
    """Return `1 sheet` or `5 sheets`."""
    return _counted("1 sheet" if count == 1 else "{count} sheets", count)


def on_paper(plan: SheetPlan, count: int) -> str:
    """Return `5 sheets · A4, eight of 90 × 60 mm · from place 6 of the used one`."""
    parts = [sheets(plan.pages(count)), plan.stock.name, first_places(plan)]
    return " · ".join(filter(None, parts))


def first_places(plan: SheetPlan) -> str:
    """Return where on a used sheet a print begins, nothing for a new one."""
    whole = range(1, plan.stock.badges_a_page + 1)
    slots = list(plan.slots_of(0))
    if slots == list(whole):
        return ""
    if slots == list(whole[slots[0] - 1 :]):
        return _text("from place {place} of a used one").format(place=slots[0])
    places = ", ".join(map(str, slots))
    return _text("at places {places} of a used one").format(places=places)


def places_free(count: int) -> str:
    """Return how many places of the last sheet are free."""
    text = (
        "The last sheet has 1 free place"
        if count == 1
        else "The last sheet has {count} free places"
    )
    return _counted(text, count)


def stock(one: Stock) -> str:
    """Return `Avery L7160 · 21 a page · 63.5 × 38.1 mm`."""
    size = " × ".join(
        f"{side / UNITS_A_MILLIMETRE:g}" for side in (one.badge_width, one.badge_height)
    )
    name = one.name if not one.maker or one.maker in one.name else f"{one.maker} {one.name}"
    each = _text("{count} a page").format(count=one.badges_a_page)
    return f"{name} · {each} · {size} mm"


def stocks_taken(new: int, known: int, unusable: int) -> str:
    """Return how many sheets of a file were taken in, and how many were not."""
    parts = [_counted("1 stock taken in" if new == 1 else "{count} stocks taken in", new)]
    if known:
        parts.append(_counted("{count} were here already", known))
    if unusable:
        parts.append(_counted("{count} cannot be used for badges", unusable))
    return f"{'; '.join(parts)}."


def prints(count: int) -> str:
    """Return `1 print` or `240 prints`."""
    return _counted("1 print" if count == 1 else "{count} prints", count)


def nothing_amiss() -> str:
    """Return that there is nothing to be said of the badges."""
    return _text("Every name fits, every letter has a font, every code is large enough.")


def people(count: int) -> str:
    """Return `1 person` or `240 people`."""
    return _counted("1 person" if count == 1 else "{count} people", count)


def small_names(count: int) -> str:
    """Return how many names are set small."""
    text = (
        "1 long name is set smaller or on two lines"
        if count == 1
        else "{count} long names are set smaller or on two lines"
    )
    return _counted(text, count)


def words_cut_short(count: int) -> str:
    """Return on how many badges a name or another text does not fit at all."""
    text = (
        "words are cut short on 1 badge" if count == 1 else "words are cut short on {count} badges"
    )
    return _counted(text, count)


def letters_missing(script: str, count: int) -> str:
    """Return on how many badges letters of a script are that no font has."""
    text = (
        "no font on this computer has all {script} letters of 1 badge"
        if count == 1
        else "no font on this computer has all {script} letters of {count} badges"
    )
    return _text(text).format(script=script, count=number(count))


def tiny_codes(count: int) -> str:
    """Return how many codes come out too small to be read easily."""
    text = (
        "1 code is printed with squares under 0.4 mm, too small for many scanners"
        if count == 1
        else "{count} codes are printed with squares under 0.4 mm, too small for many scanners"
    )
    return _counted(text, count)


def without_organisation(count: int) -> str:
    """Return how many people have no organisation."""
    text = "1 person has no organisation" if count == 1 else "{count} people have no organisation"
    return _counted(text, count)


def printed_before(count: int) -> str:
    """Return how many of the badges were printed before, and look the same."""
    text = (
        "1 of these was printed before and looks the same: print it again"
        if count == 1
        else "{count} of these were printed before and look the same: print them again"
    )
    return _counted(text, count)


def and_more(count: int) -> str:
    """Return `and 9 more`."""
    return _counted("and {count} more", count)


def _counted(text: str, count: int) -> str:
    return _text(text).format(count=number(count))


def _text(text: str) -> str:
    return QCoreApplication.translate("BadgePhrases", text)
