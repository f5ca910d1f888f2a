"""What a history must fold to by the plainest reading: sort everything, then look."""

import json
from base64 import b64decode
from binascii import Error
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from checkin.domain.code import as_integer
from checkin.domain.entry import Entry, Kind


def plain_attendee(entries: Iterable[Entry], person: str) -> dict[str, Any] | None:
    """Fold one person by the plainest reading: sort everything, let the later word win."""
    about = sorted((e for e in entries if e.subject == person), key=lambda entry: entry.order)
    erasures = [e for e in about if e.kind == Kind.PERSONAL_DATA_ERASED]
    told = erasures or [e for e in about if e.kind == Kind.ATTENDEE_SET]
    if not told:
        return None
    fields: dict[str, Any] = {}
    for entry in told:
        for name, value in json.loads(entry.body).items():
            if not (name == "removed" and value is None):
                fields[name] = value
    loose = {name: fields[name] for name in sorted(fields) if "." in name and fields[name]}
    return {
        "name": fields.get("name"),
        "status": fields.get("status"),
        "organisation": fields.get("organisation") or "",
        "extra": json.dumps(loose, separators=(",", ":"), ensure_ascii=False) if loose else None,
        "removed": fields.get("removed"),
        "category": fields.get("category"),
        "erased": bool(erasures),
    }


def plain_standing(entries: Sequence[Entry]) -> dict[tuple[str, str], tuple[int, bool]]:
    """Count every attendee on every list by the plainest reading."""
    holders: dict[int, str] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.kind == Kind.BADGE_ISSUED:
            holders.setdefault(as_integer(json.loads(entry.body)["badge"]), entry.subject)
    annulled = {
        (body["station"], body["seq"])
        for body in (json.loads(e.body) for e in entries if e.kind == Kind.CHECK_IN_ANNULLED)
    }
    scans = defaultdict(list)
    for entry in entries:
        if entry.kind != Kind.CHECK_IN_RECORDED or (entry.station, entry.seq) in annulled:
            continue
        body = json.loads(entry.body)
        holder = holders.get(as_integer(body["badge"]))
        if holder and "reason" not in body:
            at = body.get("at", entry.clock >> 16)
            scans[entry.subject, holder].append((at, entry.order, body.get("type") == "exit"))
    return {
        where: (sum(1 for _, _, gone in some if not gone), not max(some)[2])
        for where, some in scans.items()
    }


def _erased(entries: Iterable[Entry]) -> set[str]:
    return {entry.subject for entry in entries if entry.kind == Kind.PERSONAL_DATA_ERASED}


def plain_prints(entries: Sequence[Entry]) -> dict[tuple[str, int], str]:
    """Return the face last printed, by attendee and badge, of those who were not erased."""
    faces = {}
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.kind == Kind.BADGE_PRINTED and entry.subject not in _erased(entries):
            body = json.loads(entry.body)
            faces[entry.subject, as_integer(body["badge"])] = body["face"]
    return faces


def plain_pictures(entries: Sequence[Entry]) -> dict[str, bytes]:
    """Return the first picture under each id that is one."""
    pictures: dict[str, bytes] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.kind == Kind.PICTURE_ADDED and entry.subject not in _erased(entries):
            try:
                data = b64decode(json.loads(entry.body)["data"], validate=True)
            except Error:
                continue
            pictures.setdefault(entry.subject, data)
    return pictures
