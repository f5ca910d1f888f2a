"""The export's tables of what was written at the doors: every scan, and every correction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.code import printed
from checkin.domain.event import Event
from checkin.domain.exporttables import Column, Form, Table, TableKind, Value, chosen
from checkin.domain.verdict import Direction, Reason, VerdictStatus, status_of

# In the body of a check-in that stands for another: the name of that one.
REPLACES = "replaces"
_SHORT = 8


class Corrected(StrEnum):
    """What a correction did to a check-in."""

    ANNULLED = "annulled"
    FROM_PAPER = "added from paper"
    CHANGED = "changed"
    PUT_BACK = "put back"


@dataclass(frozen=True, slots=True)
class LoggedScan:
    """One scan, accepted or refused: `check_in` its name, `at` and `annulled_at` Unix milliseconds.

    What is not known, or erased, is empty. `forced` is the reason that was set aside, `why` the
    word of why. Of codes that are not ours in a flood one line stands for how many `times`. `told`
    is when it was written; `annulling` names the entry that annulled it.
    """

    check_in: str
    at: int
    list: str
    direction: Direction
    name: str
    organisation: str
    category: str
    badge: str
    reason: Reason | None
    forced: Reason | None
    why: str
    paper: bool
    station: str
    operator: str
    annulled_at: int | None = None
    times: int = 1
    list_id: str = ""
    told: int = 0
    annulled_by: str = ""
    why_annulled: str = ""
    annulling: str = ""

    @property
    def status(self) -> VerdictStatus:
        """How it ended."""
        return status_of(self.reason)


@dataclass(frozen=True, slots=True)
class LoggedCorrection:
    """A correction of a scan: what it did, when and by whom, and of a change when it was before."""

    scan: LoggedScan
    done: Corrected
    at: int
    operator: str
    why: str
    before: int | None = None


SCANS: tuple[Column[tuple[Event, LoggedScan]], ...] = (
    Column("time", Form.MOMENT, lambda row: row[0].local(row[1].at)),
    Column("list", Form.TEXT, lambda row: row[1].list),
    Column("direction", Form.WORD, lambda row: row[1].direction),
    Column("name", Form.TEXT, lambda row: row[1].name),
    Column("organisation", Form.TEXT, lambda row: row[1].organisation),
    Column("category", Form.TEXT, lambda row: row[1].category, usual=False),
    Column("badge", Form.TEXT, lambda row: printed(row[1].badge)),
    Column("verdict", Form.WORD, lambda row: row[1].status),
    Column("reason", Form.WORD, lambda row: row[1].reason),
    Column("forced", Form.WORD, lambda row: row[1].forced),
    Column("why", Form.TEXT, lambda row: row[1].why),
    Column("paper", Form.YES, lambda row: row[1].paper),
    Column("times", Form.COUNT, lambda row: row[1].times, usual=False),
    Column("station", Form.TEXT, lambda row: row[1].station[:_SHORT]),
    Column("operator", Form.TEXT, lambda row: row[1].operator),
    Column("annulled", Form.MOMENT, lambda row: _local(row[0], row[1].annulled_at)),
    Column("check_in", Form.TEXT, lambda row: row[1].check_in, usual=False),
)

CORRECTIONS: tuple[Column[tuple[Event, LoggedCorrection]], ...] = (
    Column("corrected_at", Form.MOMENT, lambda row: row[0].local(row[1].at)),
    Column("correction", Form.WORD, lambda row: row[1].done),
    Column("name", Form.TEXT, lambda row: row[1].scan.name),
    Column("organisation", Form.TEXT, lambda row: row[1].scan.organisation),
    Column("badge", Form.TEXT, lambda row: printed(row[1].scan.badge), usual=False),
    Column("list", Form.TEXT, lambda row: row[1].scan.list),
    Column("direction", Form.WORD, lambda row: row[1].scan.direction),
    Column("time", Form.MOMENT, lambda row: row[0].local(row[1].scan.at)),
    Column("time_before", Form.MOMENT, lambda row: _local(row[0], row[1].before)),
    Column("operator", Form.TEXT, lambda row: row[1].operator),
    Column("why", Form.TEXT, lambda row: row[1].why),
    Column("check_in", Form.TEXT, lambda row: row[1].scan.check_in, usual=False),
)


def scans_table(
    event: Event, scans: Iterable[LoggedScan], count: int, keys: Sequence[str] = ()
) -> Table:
    """Return some scans as a table."""
    rows = ((event, scan) for scan in scans)
    return Table(TableKind.SCANS, chosen(SCANS, keys), rows, count)


def corrections_table(
    event: Event, corrections: Iterable[LoggedCorrection], count: int, keys: Sequence[str] = ()
) -> Table:
    """Return some corrections as a table."""
    rows = ((event, one) for one in corrections)
    return Table(TableKind.CORRECTIONS, chosen(CORRECTIONS, keys), rows, count)


def _local(event: Event, at: int | None) -> Value:
    return None if at is None else event.local(at)
