"""The manifest of an evidence pack: what is in it, and how an alteration shows."""

import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from checkin.domain.entry import ENCODER
from checkin.domain.seals import Heads, Seal, fingerprint, heads_body, read_heads

FORMAT = 1
MANIFEST, JOURNAL, SCANS = "manifest.json", "journal.jsonl", "scans.csv"
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A file in a pack: its size in bytes and its SHA-256, in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says of itself; `heads` are the last entries of its journal.

    `mac` is made with the event's key, over all the rest; empty before it was.
    """

    event: str
    title: str
    made: str
    operator: str
    parts: tuple[Part, ...]
    seals: tuple[Seal, ...]
    heads: Heads
    mac: str = ""


@dataclass(frozen=True, slots=True)
class PackFault:
    """What is wrong with a pack: a code, and the facts its sentence names."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def manifest_data(manifest: Manifest) -> dict[str, object]:
    """Return a manifest as it is written."""
    return {
        "format": FORMAT,
        "event": manifest.event,
        "title": manifest.title,
        "made": manifest.made,
        "operator": manifest.operator,
        "files": [{"name": p.name, "size": p.size, "sha256": p.sha256} for p in manifest.parts],
        "seals": [
            {
                "day": seal.day.isoformat(),
                "number": seal.number,
                "at": seal.at,
                "operator": seal.operator,
                "fingerprint": seal.fingerprint,
                "heads": heads_body(seal.heads),
            }
            for seal in manifest.seals
        ],
        "heads": heads_body(manifest.heads),
        "mac": manifest.mac,
    }


def mac_of(key: bytes, manifest: Manifest) -> str:
    """Return the HMAC-SHA256 of a manifest without its own, by the event's key."""
    data = manifest_data(manifest) | {"mac": ""}
    return hmac.digest(key, b"evidence\x1f" + ENCODER.encode(data).encode(), sha256).hex()


def _is_signed(manifest: Manifest, key: bytes) -> bool:
    return hmac.compare_digest(mac_of(key, manifest).encode(), manifest.mac.encode())


def read_manifest(text: str) -> tuple[Manifest, list[PackFault]]:
    """Return a manifest, and the seals in it whose fingerprint is not that of their heads.

    ValueError if it is none, or of a format that only a newer version knows.
    """
    try:
        data = json.loads(text)
        # Half a letter, which JSON can write and no file can hold, is an error here.
        ENCODER.encode(data).encode()
        if data["format"] != FORMAT:
            raise ValueError("a newer format")
        seals, faults = _seals(data["seals"])
        return Manifest(
            event=str(data["event"]),
            title=str(data["title"]),
            made=str(data["made"]),
            operator=str(data["operator"]),
            parts=tuple(_part(one) for one in data["files"]),
            seals=seals,
            heads=read_heads(data["heads"]),
            mac=str(data["mac"]),
        ), faults
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no manifest") from error


def _part(data: Mapping[str, object]) -> Part:
    name, size = str(data["name"]), data["size"]
    if type(size) is not int or size < 0 or len(name) > LONGEST_NAME:
        raise ValueError("no manifest")
    return Part(name, size, str(data["sha256"]))


def _seals(written: Iterable[Mapping[str, object]]) -> tuple[tuple[Seal, ...], list[PackFault]]:
    found, faults = [], []
    for one in written:
        heads = one["heads"]
        number, at = one["number"], one["at"]
        if not isinstance(heads, dict) or type(number) is not int or type(at) is not int:
            raise ValueError("no manifest")
        seal = Seal(
            date.fromisoformat(str(one["day"])), number, read_heads(heads), at, str(one["operator"])
        )
        if one["fingerprint"] != fingerprint(seal.day, seal.heads):
            faults.append(PackFault("pack-fingerprint", {"day": seal.day, "number": number}))
        found.append(seal)
    return tuple(found), faults


def compared(
    manifest: Manifest, there: Mapping[str, Part], *, key: bytes | None = None
) -> list[PackFault]:
    """Return which files of a pack were altered, are missing or were added.

    With the event's `key`, also whether the manifest is the one that its holder made.
    """
    faults = []
    if key is not None and not _is_signed(manifest, key):
        faults.append(PackFault("pack-manifest-altered"))
    named = {part.name for part in manifest.parts}
    for part in manifest.parts:
        found = there.get(part.name)
        if found is None:
            faults.append(PackFault("pack-file-missing", {"file": part.name}))
        elif (found.size, found.sha256) != (part.size, part.sha256):
            faults.append(PackFault("pack-file-altered", {"file": part.name}))
    for name in sorted(there.keys() - named - {MANIFEST}):
        faults.append(PackFault("pack-file-added", {"file": name}))
    if JOURNAL not in named:
        faults.append(PackFault("pack-file-missing", {"file": JOURNAL}))
    return faults
