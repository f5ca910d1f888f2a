"""What a history must fold to by the plainest reading: sort everything, then look."""

import json
from base64 import b64decode
from binascii import Error
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from checkin.domain.code import as_integer
from checkin.domain.entry import Entry, Kind


def plain_fields(entries: Iterable[Entry], person: str) -> dict[str, Any] | None:
    """Fold one record by the plainest reading: sort everything, let the later word win."""
    about = sorted((e for e in entries if e.subject == person), key=lambda entry: entry.order)
    erasures = [e for e in about if e.kind == Kind.PERSONAL_DATA_ERASED]
    told = erasures or [e for e in about if e.kind == Kind.ATTENDEE_SET]
    if not told:
        return None
    fields: dict[str, Any] = {}
    for entry in told:
        for name, value in json.loads(entry.body).items():
            if not (name == "removed" and value is None) and not _is_odd(name, value):
                fields[name] = value
    if (fields.get("same_as") or "") >= person:
        fields["same_as"] = None
    return fields | {"erased": bool(erasures)}


def _is_odd(name: str, value: object) -> bool:
    if name.startswith("booking."):
        return value is False
    return name.startswith("apart.") and (name == "apart.nobody" or type(value) is int)


def plain_attendee(entries: Sequence[Entry], person: str) -> dict[str, Any] | None:
    """Return what the tables should say of a record, and whose it is."""
    fields = plain_fields(entries, person)
    if fields is None:
        return None
    loose = {name: fields[name] for name in sorted(fields) if "." in name and fields[name]}
    owner = plain_owner(entries, person)
    return {
        "name": fields.get("name"),
        "status": fields.get("status"),
        "organisation": fields.get("organisation") or "",
        "extra": json.dumps(loose, separators=(",", ":"), ensure_ascii=False) if loose else None,
        "removed": fields.get("removed"),
        "category": fields.get("category"),
        "erased": fields["erased"],
        "same_as": fields.get("same_as") or "",
        "person": "" if owner == person else owner,
    }


def plain_owner(entries: Sequence[Entry], record: str) -> str:
    """Return whose a record is: the last on its way who is on the roster, else the last of all."""
    way = [record]
    while following := (plain_fields(entries, way[-1]) or {}).get("same_as"):
        way.append(following)
    return next((one for one in reversed(way) if _is_there(entries, one)), way[-1])


def _is_there(entries: Sequence[Entry], record: str) -> bool:
    fields = plain_fields(entries, record) or {}
    return fields.get("name") is not None and not fields.get("removed")


def plain_roster(entries: Sequence[Entry]) -> set[str]:
    """Return who is to be listed: who is there, under no other's id."""
    records = {entry.subject for entry in entries}
    return {one for one in records if _is_there(entries, one) and plain_owner(entries, one) == one}


def plain_found(entries: Sequence[Entry], name: str) -> set[str]:
    """Return whom a name finds: whoever is listed and has a record of that name, or from there."""
    said = {one: plain_fields(entries, one) or {} for one in {entry.subject for entry in entries}}
    origins = plain_organisations(entries)
    named = {
        one
        for one, fields in said.items()
        if name in (fields.get("name"), origins.get(fields.get("organisation") or ""))
    }
    return {plain_owner(entries, one) for one in named} & plain_roster(entries)


def plain_organisations(entries: Sequence[Entry]) -> dict[str, str | None]:
    """Return what each organisation is called, by the later word."""
    about = [entry for entry in entries if entry.kind == Kind.ORGANISATION_SET]
    return {
        entry.subject: json.loads(entry.body)["name"]
        for entry in sorted(about, key=lambda one: one.order)
    }


def plain_standing(entries: Sequence[Entry]) -> dict[tuple[str, str], tuple[int, bool]]:
    """Count every person on every list by the plainest reading."""
    holders: dict[int, str] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.kind == Kind.BADGE_ISSUED:
            holders.setdefault(as_integer(json.loads(entry.body)["badge"]), entry.subject)
    annulled = {
        (body["station"], body["seq"])
        for body in (json.loads(e.body) for e in entries if e.kind == Kind.CHECK_IN_ANNULLED)
    }
    owners = {holder: plain_owner(entries, holder) for holder in holders.values()}
    scans = defaultdict(list)
    for entry in entries:
        if entry.kind != Kind.CHECK_IN_RECORDED or (entry.station, entry.seq) in annulled:
            continue
        body = json.loads(entry.body)
        holder = holders.get(as_integer(body["badge"]))
        if holder and "reason" not in body:
            at = body.get("at", entry.clock >> 16)
            where = entry.subject, owners[holder]
            scans[where].append((at, entry.order, body.get("type") == "exit"))
    return {
        where: (sum(1 for _, _, gone in some if not gone), not max(some)[2])
        for where, some in scans.items()
    }


def _erased(entries: Iterable[Entry]) -> set[str]:
    return {entry.subject for entry in entries if entry.kind == Kind.PERSONAL_DATA_ERASED}


def plain_prints(entries: Sequence[Entry]) -> dict[tuple[str, int], str]:
    """Return the face last printed, by attendee and badge, of those who were not erased."""
    return _last_of_badges(entries, Kind.BADGE_PRINTED, "face")


def plain_tickets(entries: Sequence[Entry]) -> dict[tuple[str, int], str]:
    """Return the address last sent to, by attendee and badge, of those who were not erased."""
    return _last_of_badges(entries, Kind.TICKET_SENT, "address")


def _last_of_badges(entries: Sequence[Entry], kind: str, field: str) -> dict[tuple[str, int], str]:
    last = {}
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.kind == kind and entry.subject not in _erased(entries):
            body = json.loads(entry.body)
            last[entry.subject, as_integer(body["badge"])] = body[field]
    return last


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


def plain_photos(entries: Sequence[Entry]) -> dict[str, bytes]:
    """Return the last photo of each record, unless the last word was that there is none."""
    photos: dict[str, bytes] = {}
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.kind != Kind.PHOTO_SET or entry.subject in _erased(entries):
            continue
        text = json.loads(entry.body)["data"]
        if text is None:
            photos.pop(entry.subject, None)
        elif text in ("AA==", "QUJD"):
            photos[entry.subject] = b64decode(text)
    return photos


def plain_templates(entries: Sequence[Entry]) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return name and form of each template that has both and was not removed last."""
    said: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.kind == Kind.TEMPLATE_SET:
            body = json.loads(entry.body)
            said[entry.subject] |= {
                field: value for field, value in body.items() if field != "form" or value != [7]
            }
    return {
        identity: (one["name"], one["form"])
        for identity, one in said.items()
        if one.get("name") and one.get("form") and not one.get("removed")
    }
