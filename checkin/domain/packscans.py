"""The scan log in an evidence pack: each row is what the journal beside it says."""

from collections.abc import Iterable, Mapping, Sequence

from checkin.domain.clock import milliseconds
from checkin.domain.evidence import SCANS, PackFault
from checkin.domain.packjournal import Chains
from checkin.domain.things import is_integer

# The columns that the journal proves; others may stand beside them.
CHECK_IN, AT, DIRECTION, BADGE, REASON, ANNULLED = (
    "Check-in",
    "Time (Unix ms)",
    "Direction",
    "Badge",
    "Reason",
    "Annulled",
)
_MOST_NAMED = 20


def compare_scans(
    header: Sequence[str], rows: Iterable[Sequence[str]], chains: Chains
) -> list[PackFault]:
    """Return the rows that are not what the journal says, and the scans that are left out."""
    places = {name: header.index(name) for name in header}
    if not {CHECK_IN, AT, DIRECTION, BADGE, REASON, ANNULLED} <= places.keys():
        return [PackFault("pack-scans-unreadable", {"file": SCANS})]
    faults = []
    seen: set[str] = set()
    for number, row in enumerate(rows, 2):
        said = {name: row[at] if at < len(row) else "" for name, at in places.items()}
        name = said[CHECK_IN]
        if name in seen or said_of(name, chains) != {one: said[one] for one in _PROVED}:
            faults.append(PackFault("pack-scan-altered", {"file": SCANS, "row": number}))
        seen.add(name)
    left_out = len(chains.bodies.keys() - seen)
    if left_out:
        faults.append(PackFault("pack-scans-missing", {"file": SCANS, "count": left_out}))
    return faults[:_MOST_NAMED]


_PROVED = (AT, DIRECTION, BADGE, REASON, ANNULLED)


def said_of(check_in: str, chains: Chains) -> Mapping[str, str] | None:
    """Return what the journal says of a check-in, as the columns have it."""
    if check_in not in chains.bodies:
        return None
    _, clock, body = chains.bodies[check_in]
    at = body.get("at")
    return {
        AT: str(at if is_integer(at) else milliseconds(clock)),
        DIRECTION: "exit" if body.get("type") == "exit" else "entry",
        BADGE: str(body.get("badge", "")),
        REASON: str(body.get("reason", "")),
        ANNULLED: "yes" if check_in in chains.annulled else "",
    }
