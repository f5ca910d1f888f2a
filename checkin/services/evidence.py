"""Gathers what an evidence pack proves, as of one moment, and checks a pack."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from checkin.domain.event import Event
from checkin.domain.evidence import (
    JOURNAL,
    MANIFEST,
    SCANS,
    Manifest,
    PackFault,
    Part,
    compared,
    mac_of,
    manifest_data,
    read_manifest,
)
from checkin.domain.packjournal import follow, journal_lines
from checkin.domain.packscans import (
    ANNULLED,
    AT,
    BADGE,
    CHECK_IN,
    DAY,
    DIRECTION,
    FORCED,
    LIST,
    PAPER,
    REASON,
    TIME,
    compare_scans,
)
from checkin.domain.roles import Action, Operator
from checkin.domain.scanlog import LoggedScan
from checkin.domain.seals import Heads, Seal
from checkin.errors import CheckinError
from checkin.services.permission import refuse_in_rehearsal, require
from checkin.store import seals as reading
from checkin.store.scanlog import ScanLog
from checkin.store.store import Store

SCAN_COLUMNS = (
    CHECK_IN, AT, TIME, DAY, LIST, DIRECTION, BADGE, "Name", "Organisation", REASON, FORCED,
    PAPER, "Operator", "Why", ANNULLED, "Annulled by", "Why annulled",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a pack proves: the journal up to `heads`, and the seals that were made by then."""

    heads: Heads
    seals: tuple[Seal, ...]

    def covers(self, entry: str) -> bool:
        """Tell whether an entry, named STATION:SEQ, is in it."""
        station, _, seq = entry.partition(":")
        return any(one == station and int(seq) <= last for one, last, _ in self.heads)


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was found in a pack; `known` tells whether it was compared with the event's own key."""

    manifest: Manifest
    faults: tuple[PackFault, ...]
    known: bool


class PackReader(Protocol):
    """A pack that is open: its files by name, one as text, one line by line."""

    def parts(self, progress: Callable[[int, int], bool]) -> Mapping[str, Part]: ...
    def text(self, name: str) -> str: ...
    def lines(self, name: str) -> Iterator[str]: ...


def evidence(store: Store, operator: Operator) -> Evidence:
    """Return what there is to prove now."""
    require(store, operator, Action.EXPORT)
    refuse_in_rehearsal(store)
    last = store.journal.heads()
    heads = tuple((one, head.seq, head.digest) for one, head in sorted(last.items()))
    return Evidence(heads, tuple(reading.seals(store.database)))


def journal_of(store: Store, operator: Operator, proved: Evidence) -> Iterator[str]:
    """Return the lines of the journal file: every entry, bodies only of those about nobody."""
    require(store, operator, Action.EXPORT)
    return journal_lines(
        entry
        for station, last, _ in proved.heads
        for entry in store.journal.all_of(station)
        if entry.seq <= last
    )


def scans_of(store: Store, operator: Operator, proved: Evidence) -> Iterator[Sequence[str]]:
    """Return the rows of the scan log, under SCAN_COLUMNS."""
    require(store, operator, Action.EXPORT)
    event = store.programme.event()
    days = {one.id: one.day for one in store.programme.lists()}
    return (
        _row(scan, event, days.get(scan.list_id), proved)
        for scan in ScanLog(store.database, store.journal).scans()
        if proved.covers(scan.check_in)
    )


def _row(scan: LoggedScan, event: Event, day: date | None, proved: Evidence) -> Sequence[str]:
    gone = bool(scan.annulling) and proved.covers(scan.annulling)
    return (
        scan.check_in,
        str(scan.at),
        event.local(scan.at).isoformat(timespec="seconds"),
        day.isoformat() if day else "",
        scan.list,
        scan.direction.value,
        scan.badge,
        scan.name,
        scan.organisation,
        scan.reason.value if scan.reason else "",
        scan.forced.value if scan.forced else "",
        "yes" if scan.paper else "",
        scan.operator,
        scan.why,
        "yes" if gone else "",
        scan.annulled_by if gone else "",
        scan.why_annulled if gone else "",
    )


def manifest_of(
    store: Store, operator: Operator, proved: Evidence, parts: Sequence[Part]
) -> dict[str, object]:
    """Return the manifest of a pack of those files, signed with the event's key."""
    require(store, operator, Action.EXPORT)
    event = store.programme.event()
    manifest = Manifest(
        event=store.event_id,
        title=event.title,
        made=event.local(store.now()).isoformat(timespec="seconds"),
        operator=operator.name,
        parts=tuple(parts),
        seals=proved.seals,
        heads=proved.heads,
    )
    return manifest_data(replace(manifest, mac=mac_of(store.key, manifest)))


def check_pack(
    pack: PackReader,
    read_rows: Callable[[Iterable[str]], Iterator[Sequence[str]]],
    progress: Callable[[int, int], bool],
    store: Store | None = None,
) -> PackReport:
    """Return what was altered in a pack, as its own files show and, with the event, its key.

    `read_rows` reads CSV, raising ValueError for what is none. With another event than the pack's
    it is looked at as without. CheckinError("pack-manifest-unreadable") for what has no manifest.
    """
    try:
        manifest, faults = read_manifest(pack.text(MANIFEST))
    except ValueError as error:
        raise CheckinError("pack-manifest-unreadable") from error
    if store and store.event_id != manifest.event:
        store = None
    faults += compared(manifest, pack.parts(progress), key=store.key if store else None)
    chains = follow(pack.lines(JOURNAL), manifest)
    faults += chains.faults
    faults += compare_scans(read_rows(pack.lines(SCANS)), chains)
    if store:
        faults += _strange_heads(store, manifest)
    return PackReport(manifest, tuple(faults), known=store is not None)


def _strange_heads(store: Store, manifest: Manifest) -> list[PackFault]:
    """Return where the journal of a pack is not the event's own."""
    return [
        PackFault("pack-journal-strange", {"station": station[:8], "seq": seq})
        for station, seq, digest in manifest.heads
        if store.journal.digest_at(station, seq) != digest
    ]
