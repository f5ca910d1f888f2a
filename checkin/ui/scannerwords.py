"""What a scan tells about a scanner, in words: what is so, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from checkin.capture.wedge import Scan
from checkin.domain.scannertest import TEST_CODE, Settings, examine

_SLOW_MS = 20
GOOD, CAREFUL, BAD = "good", "careful", "bad"


@dataclass(frozen=True, slots=True)
class Findings:
    """`tone` is a name of the theme's tones; `lines` are what was looked at and what was found."""

    tone: str
    headline: str
    lines: tuple[tuple[str, str], ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScannerTest", text)


def findings(scan: Scan, endings: Sequence[str]) -> Findings:
    """Return what one scan tells; `endings` are the keys after it: "enter", "tab"."""
    settings = examine(scan.burst.text, scan.burst.keys)
    understood = settings.whole or scan.proven
    ending, ends_well = _ending(endings)
    speed, fast = _speed(scan, understood)
    if not understood:
        tone, headline = BAD, _tr("This scan did not arrive as it should")
    elif ends_well and fast:
        tone, headline = GOOD, _tr("This scanner works here")
    else:
        tone, headline = CAREFUL, _tr("This scanner works here, and can be set better")
    lines = (
        (_tr("Letters"), _letters(scan, settings)),
        (_tr("Layout"), _layout(settings, understood)),
        (_tr("Ending"), ending),
        (_tr("Speed"), speed),
        (_tr("Caps Lock"), _caps_lock(scan.burst.caps_lock)),
    )
    return Findings(tone, headline, lines)


def findings_of_text(text: str, *, proven: bool) -> Findings:
    """Return what is found of a text that came whole, from a serial port."""
    whole = text.strip().endswith(TEST_CODE)
    ways = (_tr("Way"), _tr("A serial port: neither layout, nor speed, nor Caps Lock matters."))
    if whole or proven:
        return Findings(
            GOOD, _tr("This scanner works here"), ((_tr("Letters"), _said(whole)), ways)
        )
    return Findings(
        BAD,
        _tr("This scan did not arrive as it should"),
        (
            (
                _tr("Letters"),
                _tr(
                    "{count} letters came that are neither the test code nor a badge of this"
                    " event. If it was one of them, choose the speed that the scanner is set to."
                ).format(count=len(text)),
            ),
            ways,
        ),
    )


def _said(whole: bool) -> str:
    if whole:
        return _tr("All {count} letters of the test code arrived.").format(count=len(TEST_CODE))
    return _tr("A badge of this event, read whole.")


def too_slow(gap: float) -> Findings:
    """Return what is found of a text typed with so many ms between its letters."""
    what = _tr(
        "{gap} ms from letter to letter: that is taken for typing. Set the scanner to no delay"
        " between letters; its manual calls it inter-character delay."
    ).format(gap=round(gap))
    return Findings(BAD, _tr("This came too slowly for a scanner"), ((_tr("Speed"), what),))


def _letters(scan: Scan, settings: Settings) -> str:
    if settings.whole or scan.proven:
        return _said(settings.whole)
    return _tr(
        "{count} letters arrived that are neither the test code nor a badge of this event. If it"
        " was one of them, letters got lost: set the scanner to send them more slowly, or plug it"
        " straight into the computer."
    ).format(count=len(scan.burst.text))


def _layout(settings: Settings, understood: bool) -> str:
    both = [one for one in settings.scanner if one in settings.computer]
    if both:
        return _tr("Scanner and computer are both set to {layout}.").format(layout=_named(both))
    if settings.scanner and settings.computer:
        return _tr(
            "The scanner types as on this keyboard: {scanner}. The computer is set to this one:"
            " {computer}. Badges are read all the same. For codes of other systems set the scanner"
            " to the computer's layout; its manual calls it keyboard country."
        ).format(scanner=_named(settings.scanner), computer=_named(settings.computer))
    if settings.whole:
        return _tr("Scanner and computer agree.")
    if settings.computer and understood:
        return _tr(
            "Seen from a scanner set to English, the computer is set to this keyboard: {computer}."
            " Scan the code shown here to learn how the scanner is set."
        ).format(computer=_named(settings.computer))
    return _tr("It cannot be told from this scan. Scan the code shown here.")


def _named(layouts: Sequence[str]) -> str:
    first = QCoreApplication.translate("Layouts", layouts[0])
    return first if len(layouts) == 1 else _tr("{layout}, or one like it").format(layout=first)


def _ending(endings: Sequence[str]) -> tuple[str, bool]:
    if not any(endings):
        return (
            _tr(
                "None: that a scan is over is known only after a pause. Set the scanner to send"
                " Enter after each code; its manual calls it suffix CR."
            ),
            False,
        )
    names = {"enter": _tr("Enter"), "tab": _tr("Tab")}
    pressed = _tr(" and ").join(names[one] for one in endings if one)
    return _tr("{keys}, and it presses nothing in this window.").format(keys=pressed), True


def _speed(scan: Scan, understood: bool) -> tuple[str, bool]:
    burst = scan.burst
    facts = _tr("{gap} ms from letter to letter, {whole} ms for the whole code.").format(
        gap=round(burst.gap), whole=burst.at - burst.started
    )
    if burst.gap <= _SLOW_MS or not understood:
        return facts, True
    slow = _tr("That is slow: set the scanner to no delay between letters.")
    return f"{facts} {slow}", False


def _caps_lock(on: bool | None) -> str:
    if on is None:
        return _tr("It cannot be told from this scan.")
    if on:
        return _tr("On. Badges are read all the same; turn it off before you type names.")
    return _tr("Off.")
