"""The scan log in an evidence pack: each row is what the journal beside it says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from checkin.domain.clock import milliseconds
from checkin.domain.evidence import SCANS, PackFault
from checkin.domain.formulas import unguard
from checkin.domain.packjournal import Chains
from checkin.domain.things import is_integer

# The columns that the journal proves; others may stand beside them.
CHECK_IN, AT, TIME, DAY, LIST, DIRECTION, BADGE, REASON, FORCED, PAPER, ANNULLED = (
    "Check-in",
    "Time (Unix ms)",
    "Time",
    "Day",
    "List",
    "Direction",
    "Badge",
    "Reason",
    "Forced",
    "From paper",
    "Annulled",
)
_PROVED = (AT, DAY, LIST, DIRECTION, BADGE, REASON, FORCED, PAPER, ANNULLED)
_MOST_NAMED = 20

Order = tuple[int, int, str, int]
"""What the scan log is sorted by: time, clock, station and number. No two scans have the same."""


def compare_scans(rows: Iterable[Sequence[str]], chains: Chains) -> list[PackFault]:
    """Return the rows that are not what the journal says, and the scans that are left out.

    The first row is the header. Rows that cannot be read, a ValueError, are a fault as well.
    """
    try:
        return _compared(iter(rows), chains)
    except ValueError:
        return [PackFault("pack-scans-unreadable", {"file": SCANS})]


def _compared(rows: Iterator[Sequence[str]], chains: Chains) -> list[PackFault]:
    header = next(rows, ())
    if len(set(header)) != len(header) or not {CHECK_IN, TIME, *_PROVED} <= set(header):
        raise ValueError("the header")
    faults = []
    seen: set[str] = set()
    latest: Order = -(2**63), 0, "", 0
    lists = chains.list_words()
    for number, row in enumerate(rows, 2):
        said = dict.fromkeys(header, "") | dict(zip(header, row, strict=False))
        name = said[CHECK_IN]
        proved = _proved(name, chains, lists)
        told = {one: unguard(said[one]) for one in _PROVED}
        order = _order(name, proved[AT], chains) if proved else latest
        if told != proved or order <= latest or not _is_moment(said[TIME], order[0]):
            faults.append(PackFault("pack-scan-altered", {"file": SCANS, "row": number}))
        seen.add(name)
        latest = max(latest, order)
    left_out = len(chains.bodies.keys() - seen)
    if left_out:
        faults.append(PackFault("pack-scans-missing", {"file": SCANS, "count": left_out}))
    return faults[:_MOST_NAMED]


def _proved(
    check_in: str, chains: Chains, lists: Mapping[str, tuple[str, str]]
) -> Mapping[str, str] | None:
    """Return what the journal says of a check-in, as the columns have it."""
    if check_in not in chains.bodies:
        return None
    door, clock, body = chains.bodies[check_in]
    at = body.get("at")
    name, day = lists.get(door, ("", ""))
    return {
        AT: str(at if is_integer(at) else milliseconds(clock)),
        DAY: day,
        LIST: name,
        DIRECTION: "exit" if body.get("type") == "exit" else "entry",
        BADGE: str(body.get("badge", "")),
        REASON: str(body.get("reason", "")),
        FORCED: str(body.get("forced", "")),
        PAPER: "yes" if body.get("paper") is True else "",
        ANNULLED: "yes" if check_in in chains.annulled else "",
    }


def _order(check_in: str, at: str, chains: Chains) -> Order:
    station, _, seq = check_in.partition(":")
    return int(at), chains.bodies[check_in][1], station, int(seq)


def _is_moment(text: str, at: int) -> bool:
    """Tell whether a time of day with its offset is that moment (Unix ms), to the second."""
    try:
        return int(datetime.fromisoformat(text).timestamp()) == at // 1000
    except (ValueError, OverflowError):
        return False
