"""Hands out what is printed on badges, and replaces a badge that was lost."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin.domain.code import code_for
from checkin.domain.entry import Kind
from checkin.domain.people import Attendee, Status
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.drafting import Drafting
from checkin.services.permission import require
from checkin.services.registration import find_attendee
from checkin.store.roster import by_name
from checkin.store.store import Store

NOT_PRINTED = frozenset({Status.CANCELED, Status.BLOCKED})
REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Badge:
    """An attendee's current badge; `code` goes into its QR, the number is the attendee's."""

    attendee: Attendee
    code: str


def badge_of(store: Store, attendee: Attendee) -> Badge:
    """Return an attendee's current badge."""
    if not attendee.badge:
        raise CheckinError("no-badge", name=attendee.name)
    return Badge(attendee, code_for(store.key, attendee.badge))


def badges_to_print(
    store: Store, operator: Operator, references: Iterable[str] = ()
) -> list[Badge]:
    """Return the badges of those named, or of everybody neither canceled nor blocked, by name."""
    require(operator, Action.PRINT_BADGES)
    if chosen := [find_attendee(store, reference) for reference in references]:
        return [badge_of(store, attendee) for attendee in chosen]
    people = (one for one in store.roster.everyone() if one.status not in NOT_PRINTED)
    return [badge_of(store, attendee) for attendee in sorted(people, key=by_name)]


def replace_badge(store: Store, operator: Operator, attendee: Attendee) -> Badge:
    """Revoke every badge an attendee has and issue the next one."""
    require(operator, Action.PRINT_BADGES)
    with store.write(operator) as pen:
        issues = store.roster.issues(attendee.id)
        for number, _, revoked in issues:
            if not revoked:
                body = {"badge": number, "reason": REPLACED}
                pen.append(Kind.BADGE_REVOKED, attendee.id, body)
        last = max((issue for _, issue, _ in issues), default=0)
        pen.append_all([Drafting.of(store).badge(attendee.id, last + 1)])
    replaced = store.roster.by_id(attendee.id)
    assert replaced
    return badge_of(store, replaced)
