"""The numbers a funder asks for: people, organisations and where they are from, no-shows, walk-ins.

How each is counted is written down in the guide.
"""

from dataclasses import dataclass
from datetime import date

from checkin.domain.session import Session


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the event, a day or a session; everybody and every organisation counts once in it.

    `registered` were expected, in a session those who booked it. `people` came; `organisations`
    and what follows are theirs. `walk_ins` are those of them who were added once the event had
    begun. `partners` are organisations that hold the event, `partner_people` who came from them.
    """

    registered: int
    people: int
    no_shows: int
    walk_ins: int
    organisations: int
    small_and_medium: int
    partners: int
    partner_people: int

    @property
    def external(self) -> int:
        """How many organisations came that are no partners."""
        return self.organisations - self.partners

    @property
    def external_people(self) -> int:
        """How many came from elsewhere than a partner, or from no organisation."""
        return self.people - self.partner_people


@dataclass(frozen=True, slots=True)
class Origin:
    """How many organisations and people of a kind or a country came; unknown has no `name`."""

    name: str
    organisations: int
    people: int


@dataclass(frozen=True, slots=True)
class DayFigures:
    """The figures of a day of the event."""

    day: date
    figures: Figures


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """The figures of a session."""

    session: Session
    figures: Figures


@dataclass(frozen=True, slots=True)
class ReportNumbers:
    """All numbers of an event; `kinds` and `countries` have the most people first.

    `size_unknown` tells of how many of the companies that came nobody said how large they are.
    """

    title: str
    whole: Figures
    days: tuple[DayFigures, ...]
    sessions: tuple[SessionFigures, ...]
    kinds: tuple[Origin, ...]
    countries: tuple[Origin, ...]
    size_unknown: int
