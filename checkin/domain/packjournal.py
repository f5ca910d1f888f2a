"""The journal in an evidence pack: each chain is recomputed, up to the seals and to its end."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from checkin.domain.clock import milliseconds
from checkin.domain.entry import ENCODER, Entry, Kind, digest_of, linked, read_body
from checkin.domain.evidence import Manifest, PackFault
from checkin.domain.seals import Heads, is_date, read_heads
from checkin.domain.things import fold, is_id, is_integer

# Their bodies name badges, lists and days, never a person.
OPEN_BODIES = frozenset(
    {
        Kind.CHECK_IN_RECORDED,
        Kind.CHECK_IN_ANNULLED,
        Kind.DAY_SEALED,
        Kind.EVENT_SET,
        Kind.LIST_SET,
        Kind.SESSION_SET,
    }
)
_FIELDS = 9
_MOST_NAMED = 20


@dataclass
class Chains:
    """What the journal of a pack comes to: its faults, and what its open bodies say.

    `bodies` are those of check-ins by their name STATION:SEQ, with list and clock; `annulled` the
    names of the annulled ones. `lists` are the entries about each list, `sealed` the seals: clock
    and subject, which order them, day and heads.
    """

    faults: list[PackFault] = field(default_factory=list)
    bodies: dict[str, tuple[str, int, Mapping[str, object]]] = field(default_factory=dict)
    annulled: set[str] = field(default_factory=set)
    lists: dict[str, list[Entry]] = field(default_factory=dict)
    sealed: list[tuple[int, str, str, Heads]] = field(default_factory=list)
    last: dict[str, tuple[int, str]] = field(default_factory=dict)

    def list_words(self) -> dict[str, tuple[str, str]]:
        """Return name and day of each list; one that was removed has no day."""
        return {one: _words_of(entries) for one, entries in self.lists.items()}


def _words_of(entries: Iterable[Entry]) -> tuple[str, str]:
    in_order = sorted(entries, key=lambda entry: entry.order)
    fields = fold(Kind.LIST_SET, (read_body(entry.body) for entry in in_order))
    day = "" if fields.get("removed") else fields.get("day", "")
    return str(fields.get("name", "")), str(day)


def journal_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each entry: a JSON array of its fields, the body of open kinds only."""
    for entry in entries:
        body = entry.body if entry.kind in OPEN_BODIES else ""
        yield ENCODER.encode(
            [
                entry.station,
                entry.seq,
                entry.kind,
                entry.subject,
                entry.clock,
                entry.actor,
                entry.body_digest,
                entry.digest,
                body,
            ]
        )


def follow(lines: Iterable[str], manifest: Manifest) -> Chains:
    """Recompute the chains of a pack's journal and compare them with its seals and its heads."""
    chains = Chains()
    wanted = _wanted(manifest)
    found: set[tuple[str, int, str]] = set()
    for number, line in enumerate(lines, 1):
        entry = _read(line)
        if entry is None:
            chains.faults.append(PackFault("pack-line-unreadable", {"line": number}))
            break
        _check(entry, manifest.event, chains)
        if (entry.station, entry.seq, entry.digest) in wanted:
            found.add((entry.station, entry.seq, entry.digest))
        _remember(entry, chains)
    _check_heads(manifest, chains, found)
    del chains.faults[_MOST_NAMED:]
    return chains


def _wanted(manifest: Manifest) -> set[tuple[str, int, str]]:
    return {head for seal in manifest.seals for head in seal.heads}


def _read(line: str) -> Entry | None:
    try:
        fields = json.loads(line)
        # Half a letter, which JSON can write and no digest be taken of.
        ENCODER.encode(fields).encode()
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, list) or len(fields) != _FIELDS:
        return None
    station, seq, kind, subject, clock, actor, body_digest, digest, body = fields
    texts = (kind, body_digest, digest, body)
    if not (is_id(station) and is_id(subject) and is_id(actor)):
        return None
    if not (is_integer(seq) and is_integer(clock) and all(isinstance(one, str) for one in texts)):
        return None
    return Entry(station, seq, kind, subject, clock, actor, body, body_digest, digest)


def _check(entry: Entry, event: str, chains: Chains) -> None:
    seq, previous = chains.last.get(entry.station, (0, event))
    where = {"station": entry.station[:8], "seq": entry.seq}
    if entry.seq != seq + 1:
        chains.faults.append(PackFault("pack-entry-missing", where | {"seq": seq + 1}))
    if entry.seq == seq + 1 and entry.digest != linked(previous, entry):
        chains.faults.append(PackFault("pack-entry-altered", where))
    told = entry.kind in OPEN_BODIES or entry.body
    if told and digest_of(entry.body) != entry.body_digest:
        chains.faults.append(PackFault("pack-body-altered", where))
    chains.last[entry.station] = entry.seq, entry.digest


def _remember(entry: Entry, chains: Chains) -> None:
    if entry.kind not in OPEN_BODIES or not entry.body:
        return
    body = read_body(entry.body)
    if entry.kind == Kind.CHECK_IN_RECORDED:
        name = f"{entry.station}:{entry.seq}"
        chains.bodies[name] = entry.subject, entry.clock, body
    elif entry.kind == Kind.CHECK_IN_ANNULLED:
        chains.annulled.add(f"{body.get('station')}:{body.get('seq')}")
    elif entry.kind == Kind.LIST_SET:
        chains.lists.setdefault(entry.subject, []).append(entry)
    elif entry.kind == Kind.DAY_SEALED:
        day, heads = body.get("day"), body.get("heads")
        if isinstance(day, str) and isinstance(heads, dict) and is_date(day):
            chains.sealed.append((entry.clock, entry.subject, day, read_heads(heads)))


def _check_heads(manifest: Manifest, chains: Chains, found: set[tuple[str, int, str]]) -> None:
    sealed = _numbered(chains)
    for seal in manifest.seals:
        facts = {"day": seal.day, "number": seal.number}
        if sealed.get((seal.day.isoformat(), seal.number)) != (seal.at, seal.heads):
            chains.faults.append(PackFault("pack-seal-unknown", facts))
        for station, seq, digest in seal.heads:
            if (station, seq, digest) not in found:
                about = facts | {"station": station[:8], "seq": seq}
                chains.faults.append(PackFault("pack-seal-broken", about))
    if len(chains.sealed) != len(manifest.seals):
        chains.faults.append(PackFault("pack-seal-missing"))
    if {(one, *last) for one, last in chains.last.items()} != set(manifest.heads):
        chains.faults.append(PackFault("pack-journal-cut"))


def _numbered(chains: Chains) -> dict[tuple[str, int], tuple[int, Heads]]:
    """Return when each seal of a day was made (Unix ms), and its heads, by day and number."""
    numbers: Counter[str] = Counter()
    found = {}
    for clock, _, day, heads in sorted(chains.sealed):
        numbers[day] += 1
        found[day, numbers[day]] = milliseconds(clock), heads
    return found
