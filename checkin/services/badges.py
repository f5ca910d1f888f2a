"""Hands out what is printed on badges, remembers it, and replaces a badge that was lost."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.code import code_for
from checkin.domain.entry import Kind
from checkin.domain.people import Attendee, Status
from checkin.domain.roles import Action, Operator
from checkin.domain.session import Session
from checkin.errors import CheckinError
from checkin.services.drafting import Drafting
from checkin.services.permission import require
from checkin.services.registration import attendee_now, find_attendee
from checkin.store.draft import Draft
from checkin.store.photos import photos_of
from checkin.store.printings import is_printed, last_faces
from checkin.store.roster import by_name
from checkin.store.store import Store
from checkin.store.templates import any_shows_photo

NOT_PRINTED = frozenset({Status.CANCELED, Status.BLOCKED})


class Why(StrEnum):
    """Why a badge is replaced. Values are stored: never rename one."""

    LOST = "lost"
    DAMAGED = "damaged"
    OTHER = "replaced"


class Choice(StrEnum):
    """Which badges are to be printed: a new one never was, a changed one would look different."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Badge:
    """An attendee's current badge; `code` goes into its QR, the number is the attendee's.

    `photo` is a JPEG, read only where a template of the event shows it; `programme` is the event's.
    """

    attendee: Attendee
    code: str
    photo: bytes = b""
    programme: tuple[Session, ...] = ()

    @property
    def shown(self) -> tuple[Attendee, str, bytes, tuple[Session, ...]]:
        """What its face is made of."""
        return self.attendee, self.code, self.photo, self.programme

    @property
    def number(self) -> str:
        """The badge's number, twelve letters."""
        return self.attendee.badge


def badge_of(
    store: Store, attendee: Attendee, programme: tuple[Session, ...] | None = None
) -> Badge:
    """Return an attendee's current badge; `programme` is read here unless many need it."""
    if not attendee.badge:
        raise CheckinError("no-badge", name=attendee.name)
    photos = photos_of(store.database, attendee.id) if any_shows_photo(store.database) else []
    photo = photos[0][1] if photos else b""
    if programme is None:
        programme = tuple(store.programme.sessions())
    return Badge(attendee, code_for(store.key, attendee.badge), photo, programme)


def badges_to_print(
    store: Store, operator: Operator, references: Iterable[str] = ()
) -> list[Badge]:
    """Return the badges of those named, or of everybody neither canceled nor blocked, by name."""
    require(store, operator, Action.PRINT_BADGES)
    programme = tuple(store.programme.sessions())
    if chosen := [find_attendee(store, reference) for reference in references]:
        return [badge_of(store, attendee, programme) for attendee in chosen]
    people = (one for one in store.roster.everyone() if one.status not in NOT_PRINTED)
    return [badge_of(store, one, programme) for one in sorted(people, key=by_name)]


def replace_badge(
    store: Store, operator: Operator, attendee: Attendee, why: Why = Why.OTHER
) -> Badge:
    """Revoke every badge an attendee has, of all their records, and issue the next one."""
    require(store, operator, Action.PRINT_BADGES)
    with store.write(operator) as pen:
        person = attendee_now(store, attendee.id).id
        issues = store.roster.issues(person)
        for one in issues:
            if not one.revoked:
                body = {"badge": one.number, "reason": why.value}
                pen.append(Kind.BADGE_REVOKED, one.record, body)
        last = max((one.issue for one in issues if one.record == person), default=0)
        pen.append_all([Drafting.of(store).badge(person, last + 1)])
    return badge_of(store, attendee_now(store, person))


def record_printed(
    store: Store, operator: Operator, printed: Sequence[tuple[str, str, str]]
) -> None:
    """Remember what was printed: attendee's id, badge number, and 16 hex digits of its face."""
    require(store, operator, Action.PRINT_BADGES)
    drafts = [
        Draft.of(Kind.BADGE_PRINTED, attendee, {"badge": badge, "face": face})
        for attendee, badge, face in printed
    ]
    if drafts:
        with store.write(operator) as pen:
            pen.append_all(drafts)


def printed_faces(store: Store, operator: Operator) -> Mapping[str, str]:
    """Return the face of each badge when it was last printed, by badge number."""
    require(store, operator, Action.PRINT_BADGES)
    return last_faces(store.database)


def was_printed(store: Store, operator: Operator, badge: str) -> bool:
    """Tell whether the badge of a number ever was printed."""
    require(store, operator, Action.PRINT_BADGES)
    return is_printed(store.database, badge)


def chosen(
    badges: Sequence[Badge], faces: Mapping[str, str], printed: Mapping[str, str], choice: Choice
) -> list[Badge]:
    """Return those of `badges` that are to be printed.

    `faces` are what they look like now, by badge number, `printed` what they last did.
    """
    if choice is Choice.NEW:
        return [one for one in badges if one.attendee.badge not in printed]
    if choice is Choice.CHANGED:
        return [one for one in badges if _has_changed(one.attendee.badge, faces, printed)]
    return list(badges)


def outdated(
    store: Store, operator: Operator, people: Collection[str], face: Callable[[Badge], str]
) -> list[Attendee]:
    """Return those of `people`, named by id, whose printed badge would look different by now.

    `face` tells what a badge looks like, as it is remembered of one that was printed.
    """
    printed = printed_faces(store, operator)
    if not printed or not people:
        return []
    programme = tuple(store.programme.sessions())
    badges = [
        badge_of(store, one, programme)
        for one in store.roster.everyone()
        if one.id in people and one.badge in printed and one.status not in NOT_PRINTED
    ]
    faces = {one.attendee.badge: face(one) for one in badges}
    return [one.attendee for one in chosen(badges, faces, printed, Choice.CHANGED)]


def _has_changed(badge: str, faces: Mapping[str, str], printed: Mapping[str, str]) -> bool:
    return badge in printed and printed[badge] != faces.get(badge)
