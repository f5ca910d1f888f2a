"""An open event and who works at it: what every service asks for first."""

from dataclasses import dataclass

from checkin.domain.roles import Operator
from checkin.store.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed on as it is by those who may not look into a store themselves."""

    store: Store
    operator: Operator

    def check(self) -> None:
        """Raise CheckinError("event-gone") if the file is no longer where it was opened."""
        self.store.check_still_there()

    def rest(self) -> None:
        """Tidy the file; for a moment when nobody waits."""
        if not self.store.read_only:
            self.store.rest()

    def close(self) -> None:
        """Let go of the event, the file being whole."""
        self.store.close()
