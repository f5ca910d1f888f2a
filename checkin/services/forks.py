"""Mends a fork: this copy's entries go on under a new station, where two copies parted."""

from datetime import UTC, datetime
from pathlib import Path

from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.exchange import forked_stations
from checkin.services.permission import permit, require
from checkin.store.reissuing import first_difference, write_reissued
from checkin.store.stations import StationBook
from checkin.store.store import Now, Store


def reissue(
    path: Path, other: Path, station: str, operator: Operator, book: StationBook, now: Now
) -> Path:
    """Give this copy's own entries after the fork of `station` a new station; exchange can go on.

    `other` is the copy that keeps the old one. Return where the file as it was has been kept.
    """
    permit(operator, Action.SAFEKEEPING)
    part = path.with_name(f"{path.name}.part")
    with Store.open(path, book, now) as ours, Store.open(other, book, now) as theirs:
        require(ours, operator, Action.SAFEKEEPING)
        if ours.event_id != theirs.event_id:
            raise CheckinError("other-event", path=other)
        if station not in forked_stations(ours, theirs):
            raise CheckinError("station-not-forked", station=station)
        first = first_difference(ours.journal, theirs.journal, station)
        event_id = ours.event_id
        try:
            with ours.alone():
                mark = write_reissued(ours, station, first, part)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    stamp = datetime.fromtimestamp(now() / 1000, UTC).strftime("%Y%m%d-%H%M%S")
    kept = path.with_name(f"{path.stem}.before-reissue-{stamp}{path.suffix}")
    path.replace(kept)
    part.replace(path)
    memory = book.memory(event_id, path)
    memory.write(mark)
    memory.close()
    return kept
