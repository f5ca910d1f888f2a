"""Writes the filled signature sheets of an evidence pack, one for each list of each day."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.cli.printing import drawing
from checkin.domain.event import CheckInList
from checkin.domain.roles import Operator
from checkin.services.sheets import Wish, show_sheet
from checkin.store.store import Store

if TYPE_CHECKING:
    from checkin.gateways.evidencepack import Writer

_FILLED = Wish(filled=True, blank=0)


def sheet_writers(store: Store, operator: Operator) -> "Iterator[Writer]":
    """Yield the sheets by name, each with what writes it; they have no code, nobody signs them."""
    for number, one in enumerate(store.programme.lists(), 1):
        yield f"signatures-{one.day}-{number:02}.pdf", _writing(store, operator, one)


def _writing(store: Store, operator: Operator, one: CheckInList) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        application = drawing()
        from checkin.render.signaturesheet import write_sheet

        write_sheet(path, show_sheet(store, operator, one, _FILLED))
        del application

    return write
