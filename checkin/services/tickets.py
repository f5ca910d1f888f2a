"""Tells whose ticket is still to be sent, and sends tickets one by one, remembering each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from checkin.domain.entry import Kind
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.badges import Badge
from checkin.services.permission import refuse_in_rehearsal, require
from checkin.store.store import Store
from checkin.store.tickets import Sent, sent_tickets

# What a server says of one message, after which it may well take the next.
_OF_ONE = frozenset({"mail-refused", "bad-mail"})
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Due:
    """Whose ticket is to be sent, who has theirs already, and who has no e-mail address."""

    to_send: tuple[Badge, ...]
    sent: tuple[Badge, ...]
    without_email: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """How sending went: who got a ticket, who was refused and why, and who is still to get one.

    `stopped` is why the latter are; None where somebody canceled, or nobody is left.
    """

    sent: tuple[Badge, ...]
    refused: tuple[tuple[Badge, CheckinError], ...]
    left: tuple[Badge, ...]
    stopped: CheckinError | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """At most so many tickets `a_minute`; `now` gives seconds, `wait` lets so many pass."""

    a_minute: float
    now: Callable[[], float]
    wait: Callable[[float], object]


def tickets(store: Store, operator: Operator) -> Mapping[str, Sent]:
    """Return where the ticket of each badge went last, and when, by badge number."""
    require(store, operator, Action.CHANGE_ROSTER)
    return sent_tickets(store.database)


def due(store: Store, operator: Operator, badges: Sequence[Badge], again: bool = False) -> Due:
    """Return which of some badges' tickets are to be sent.

    A ticket that went to the address somebody has now is not sent `again` unless that is wanted.
    """
    known = tickets(store, operator)
    to_send, sent, without = [], [], []
    for badge in badges:
        last = known.get(badge.attendee.badge)
        if not badge.attendee.email:
            without.append(badge)
        elif last and last.address == badge.attendee.email and not again:
            sent.append(badge)
        else:
            to_send.append(badge)
    return Due(tuple(to_send), tuple(sent), tuple(without))


def send_tickets(
    store: Store,
    operator: Operator,
    badges: Sequence[Badge],
    send: Callable[[Badge], None],
    pace: Pace,
    progress: Callable[[int, int], bool],
) -> Sending:
    """Send the tickets of some badges; each is remembered as soon as the server took it.

    `send` raises CheckinError; one that speaks of a single message is listed and the others go on.
    """
    require(store, operator, Action.CHANGE_ROSTER)
    refuse_in_rehearsal(store)
    sent: list[Badge] = []
    refused: list[tuple[Badge, CheckinError]] = []
    stopped = None
    earliest = pace.now()
    for done, badge in enumerate(badges):
        if not progress(done, len(badges)):
            break
        pace.wait(max(earliest - pace.now(), 0))
        earliest = pace.now() + _MINUTE / pace.a_minute
        try:
            send(badge)
        except CheckinError as error:
            if error.code not in _OF_ONE:
                stopped = error
                break
            refused.append((badge, error))
            continue
        sent.append(badge)
        if stopped := _remember(store, operator, badge):
            break
    tried = len(sent) + len(refused)
    progress(tried, len(badges))
    return Sending(tuple(sent), tuple(refused), tuple(badges[tried:]), stopped)


def _remember(store: Store, operator: Operator, badge: Badge) -> CheckinError | None:
    """Write down that a ticket went out; return why that was not possible."""
    attendee = badge.attendee
    body = {"badge": attendee.badge, "address": attendee.email}
    try:
        with store.write(operator) as pen:
            pen.append(Kind.TICKET_SENT, attendee.id, body)
    except CheckinError as error:
        return error
    return None
