"""Tells whose ticket is still to be sent, and sends tickets one by one, remembering each.

A certificate is sent as a ticket is: what was sent is remembered by its number.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from checkin.domain.entry import Kind
from checkin.domain.people import Attendee
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.permission import refuse_in_rehearsal, require
from checkin.store.store import Store
from checkin.store.tickets import Sent, sent_by_number, sent_tickets

# What a server says of one message, after which it may well take the next.
_OF_ONE = frozenset({"mail-refused", "bad-mail"})
_MINUTE = 60.0


class Mailable(Protocol):
    """What is sent to somebody, known by its number of twelve letters: a badge's ticket."""

    @property
    def attendee(self) -> Attendee: ...

    @property
    def number(self) -> str: ...


M = TypeVar("M", bound=Mailable)


@dataclass(frozen=True, slots=True)
class Due(Generic[M]):
    """Whose ticket is to be sent, who has theirs already, and who has no e-mail address."""

    to_send: tuple[M, ...]
    sent: tuple[M, ...]
    without_email: tuple[M, ...]


@dataclass(frozen=True, slots=True)
class Sending(Generic[M]):
    """How sending went: who got a ticket, who was refused and why, and who is still to get one.

    `stopped` is why the latter are; None where somebody canceled, or nobody is left.
    """

    sent: tuple[M, ...]
    refused: tuple[tuple[M, CheckinError], ...]
    left: tuple[M, ...]
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


def due(store: Store, operator: Operator, items: Sequence[M], again: bool = False) -> Due[M]:
    """Return which of some badges' tickets, or certificates, are to be sent.

    What went to the address somebody has now is not sent `again` unless that is wanted.
    """
    require(store, operator, Action.CHANGE_ROSTER)
    known = sent_by_number(store.database)
    to_send, sent, without = [], [], []
    for one in items:
        last = known.get(one.number)
        if not one.attendee.email:
            without.append(one)
        elif last and last.address == one.attendee.email and not again:
            sent.append(one)
        else:
            to_send.append(one)
    return Due(tuple(to_send), tuple(sent), tuple(without))


def send_tickets(
    store: Store,
    operator: Operator,
    items: Sequence[M],
    send: Callable[[M], None],
    pace: Pace,
    progress: Callable[[int, int], bool],
) -> Sending[M]:
    """Send tickets, or certificates; each is remembered as soon as the server took it.

    `send` raises CheckinError; one that speaks of a single message is listed and the others go on.
    """
    require(store, operator, Action.CHANGE_ROSTER)
    refuse_in_rehearsal(store)
    sent: list[M] = []
    refused: list[tuple[M, CheckinError]] = []
    stopped = None
    earliest = pace.now()
    for done, one in enumerate(items):
        if not progress(done, len(items)):
            break
        pace.wait(max(earliest - pace.now(), 0))
        earliest = pace.now() + _MINUTE / pace.a_minute
        try:
            send(one)
        except CheckinError as error:
            if error.code not in _OF_ONE:
                stopped = error
                break
            refused.append((one, error))
            continue
        sent.append(one)
        if stopped := _remember(store, operator, one):
            break
    tried = len(sent) + len(refused)
    progress(tried, len(items))
    return Sending(tuple(sent), tuple(refused), tuple(items[tried:]), stopped)


def _remember(store: Store, operator: Operator, one: Mailable) -> CheckinError | None:
    """Write down what went out; return why that was not possible."""
    body = {"badge": one.number, "address": one.attendee.email}
    try:
        with store.write(operator) as pen:
            pen.append(Kind.TICKET_SENT, one.attendee.id, body)
    except CheckinError as error:
        return error
    return None
