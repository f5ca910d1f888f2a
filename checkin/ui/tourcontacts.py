"""The contact desk in the tour: waiting, two who met, one who was never asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from checkin.domain.contacts import Fit, Suggestion
from checkin.domain.people import Attendee
from checkin.services.contacts import Scanned
from checkin.ui.contacts.dialog import ContactDialog
from checkin.ui.contacts.wording import waiting
from checkin.ui.window import Window

_ADA = Attendee("1" * 32, "Ada Ozola", organisation="Riga Tech", contacts=True)
_BOB = replace(_ADA, id="2" * 32, name="Katarzyna Brzęczyszczykiewicz", organisation="Gdańsk Wood")
_EGILS = replace(_ADA, id="3" * 32, name="Egils Bērziņš", contacts=None)
_CNC = Fit("CNC milling of hard woods", "CNC milling", 1.0)


def contact_scenes(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield a name and the dialog as it is to be drawn."""
    assert window.view, "no event is open"
    scenes: Sequence[tuple[str, Scanned | None]] = (
        ("waiting", None),
        ("met", Scanned(_BOB, True, (_ADA,))),
        ("not-asked", Scanned(_EGILS, False)),
    )
    for name, scanned in scenes:
        dialog = ContactDialog(window, window.view.bench)
        dialog.show()
        if scanned:
            dialog.group.append(_ADA)
            dialog.tell(scanned)
            dialog.suggestions.show_some(_ADA, [Suggestion(_BOB, (_CNC,), (_CNC,))])
        else:
            assert dialog.panel.screen_shown == waiting()
        yield f"dialog-contacts-{name}", dialog
        dialog.reject()
