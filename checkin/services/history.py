"""Tells what happened to one person since they were registered, as facts and codes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.changes import FieldChange
from checkin.domain.clock import milliseconds
from checkin.domain.code import is_number
from checkin.domain.consent import consent_word
from checkin.domain.entry import Entry, Kind, read_body
from checkin.domain.questions import CONTACTS
from checkin.domain.roles import Action, Operator
from checkin.domain.things import APART, BOOKING, DAY, SAME_AS, Fields, bookings_in, overlay
from checkin.domain.verdict import Direction, Reason
from checkin.services.permission import require
from checkin.store.personal import Author, PersonalScan, operators, scans_of
from checkin.store.store import Store


class What(StrEnum):
    """What happened."""

    REGISTERED = "registered"
    CHANGED = "changed"
    BADGE_ISSUED = "badge issued"
    BADGE_REVOKED = "badge revoked"
    BADGE_PRINTED = "badge printed"
    PHOTO_SET = "photo set"
    PHOTO_REMOVED = "photo removed"
    SCANNED = "scanned"
    ANNULLED = "annulled"
    ERASED = "erased"
    MERGED = "merged"
    SEPARATED = "separated"
    KEPT_APART = "kept apart"
    NOT_APART = "no longer kept apart"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened; what is not said of its sort is empty or None.

    `at` is Unix milliseconds, `badge` twelve letters, `list` a name. Of a scan, and of an
    annulment the scan that it is about, `forced` is the reason set aside; `why` is the word of why
    it was set aside, or annulled, and of a badge the code of why it was revoked. `name` is the
    other's, where two are merged or kept apart.
    """

    at: int
    operator: str
    station: str
    what: What
    changes: tuple[FieldChange, ...] = ()
    badge: str = ""
    check_in: str = ""
    list: str = ""
    direction: Direction | None = None
    reason: Reason | None = None
    forced: Reason | None = None
    annulled: bool = False
    why: str = ""
    name: str = ""


Told = tuple[Author, Happening]


def history(store: Store, operator: Operator, attendee_id: str) -> list[Happening]:
    """Return everything that happened to an attendee, by all their records, the latest first."""
    require(store, operator, Action.SEARCH)
    names = operators(store.database)
    stories = [store.journal.about(record) for record in store.roster.records(attendee_id)]
    entries = [entry for about in stories for entry in about]
    scans = scans_of(store.database, store.journal, attendee_id)
    told = [
        *(one for about in stories for one in _told_of_person(store, about, attendee_id, names)),
        *_told_of_badges(entries, names),
        *_told_of_photos(entries, names),
        *_told_of_scans(scans, _whys(entries), names),
    ]
    told.sort(key=lambda one: (one[0].at, one[0].order), reverse=True)
    return [happening for _, happening in told]


def _author(entry: Entry) -> Author:
    return Author(milliseconds(entry.clock), entry.actor, entry.order)


def _happening(by: Author, names: Mapping[str, str], what: What, **facts: object) -> Told:
    operator = names.get(by.operator, "")
    return by, Happening(by.at, operator, by.station, what, **facts)  # type: ignore[arg-type]


def _told_of_person(
    store: Store, entries: Sequence[Entry], viewed: str, names: Mapping[str, str]
) -> Iterator[Told]:
    """Fold step by step, so that each entry says what it changed."""
    fields: Fields = {}
    registered = False
    for entry in entries:
        if entry.kind == Kind.PERSONAL_DATA_ERASED:
            yield _happening(_author(entry), names, What.ERASED)
        if entry.kind != Kind.ATTENDEE_SET:
            continue
        before, fields = fields, overlay(entry.kind, fields, read_body(entry.body))
        changes = _changes(store, before, fields)
        for what, other in _of_others(entry.subject, viewed, before, fields):
            name = str(store.merging.fields(other).get("name", ""))
            yield _happening(_author(entry), names, what, name=name)
        if not registered:
            yield _happening(_author(entry), names, What.REGISTERED)
        elif changes or not entry.body:
            yield _happening(_author(entry), names, What.CHANGED, changes=changes)
        registered = True


def _of_others(
    record: str, viewed: str, before: Fields, after: Fields
) -> Iterator[tuple[What, str]]:
    """Yield who somebody is the same as, or is not, since an entry: seen from whom is `viewed`."""
    for field in sorted(field for field in {*before, *after} if _is_of_others(field)):
        was, now = before.get(field), after.get(field)
        if was == now:
            continue
        if field == SAME_AS:
            other = str(now or was) if record == viewed else record
            yield What.MERGED if now else What.SEPARATED, other
        else:
            yield What.KEPT_APART if now else What.NOT_APART, field[len(APART) :]


def _is_of_others(field: str) -> bool:
    return field == SAME_AS or field.startswith(APART)


def _changes(store: Store, before: Fields, after: Fields) -> tuple[FieldChange, ...]:
    was, now = _texts(store, before), _texts(store, after)
    return tuple(
        FieldChange(field, was.get(field, ""), now.get(field, ""))
        for field in dict.fromkeys((*was, *now))
        if was.get(field, "") != now.get(field, "")
    )


def _texts(store: Store, fields: Fields) -> dict[str, str]:
    days = sorted(name[len(DAY) :] for name in fields if name.startswith(DAY))
    texts = {
        name: str(value)
        for name, value in fields.items()
        if not (name.startswith((DAY, BOOKING)) or _is_of_others(name))
    }
    if isinstance(agreed := fields.get(CONTACTS), bool):
        texts[CONTACTS] = consent_word(agreed)
    if "removed" in fields:
        texts["removed"] = "removed" if fields["removed"] else ""
    if origin := texts.get("organisation"):
        texts["organisation"] = (store.roster.organisation(origin) or ("",))[0]
    booked = bookings_in(fields)
    if booked:
        names = {one.id: one.name for one in store.programme.lists()}
        texts["bookings"] = "; ".join(names[one] for one in booked if one in names)
    return texts | {"days": ",".join(days)}


_OF_BADGES = {
    Kind.BADGE_ISSUED: What.BADGE_ISSUED,
    Kind.BADGE_REVOKED: What.BADGE_REVOKED,
    Kind.BADGE_PRINTED: What.BADGE_PRINTED,
}


def _told_of_badges(entries: Sequence[Entry], names: Mapping[str, str]) -> Iterator[Told]:
    for entry in entries:
        if what := _OF_BADGES.get(entry.kind):
            body = read_body(entry.body)
            badge, why = body.get("badge"), str(body.get("reason", ""))
            known = badge if isinstance(badge, str) and is_number(badge) else ""
            yield _happening(_author(entry), names, what, badge=known, why=why)


def _told_of_photos(entries: Sequence[Entry], names: Mapping[str, str]) -> Iterator[Told]:
    for entry in entries:
        if entry.kind == Kind.PHOTO_SET:
            removed = bool(entry.body) and read_body(entry.body).get("data") is None
            what = What.PHOTO_REMOVED if removed else What.PHOTO_SET
            yield _happening(_author(entry), names, what)


def _told_of_scans(
    scans: Sequence[PersonalScan], whys: Mapping[tuple[str, bool], str], names: Mapping[str, str]
) -> Iterator[Told]:
    for scan in scans:
        facts: dict[str, object] = {
            "badge": scan.badge,
            "check_in": scan.check_in,
            "list": scan.list,
            "direction": scan.direction,
            "reason": scan.reason,
            "forced": scan.forced,
            "annulled": scan.annulled,
            "why": whys.get((scan.check_in, False), ""),
        }
        yield _happening(scan.author, names, What.SCANNED, **facts)
        if scan.annulled_by:
            why = whys.get((scan.check_in, True), "")
            yield _happening(scan.annulled_by, names, What.ANNULLED, **(facts | {"why": why}))


def _whys(entries: Sequence[Entry]) -> dict[tuple[str, bool], str]:
    """Return the free words about check-ins, by the check-in's name and whether it was annulled."""
    explained = (read_body(one.body) for one in entries if one.kind == Kind.CHECK_IN_EXPLAINED)
    return {
        (str(body.get("check_in")), body.get("annulled") is True): str(body.get("why", ""))
        for body in explained
        if body
    }
