"""Counts badges, sheets and names in words."""

from PySide6.QtCore import QCoreApplication, QLocale


def number(count: int) -> str:
    """Return a number as it is written, such as `1,200`."""
    return QLocale().toString(count)


def badges(count: int) -> str:
    """Return `1 badge` or `37 badges`."""
    return _counted("1 badge" if count == 1 else "{count} badges", count)


def sheets(count: int) -> str:
    """Return `1 sheet` or `5 sheets`."""
    return _counted("1 sheet" if count == 1 else "{count} sheets", count)


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


def names_cut_short(count: int) -> str:
    """Return how many names do not fit at all."""
    text = (
        "1 name is too long even so and is cut short"
        if count == 1
        else "{count} names are too long even so and are cut short"
    )
    return _counted(text, count)


def _counted(text: str, count: int) -> str:
    return QCoreApplication.translate("BadgePhrases", text).format(count=number(count))
