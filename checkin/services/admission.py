"""Checks in: reads a code, judges it by the rules, records the verdict and only then gives it."""

from collections.abc import Mapping
from hashlib import sha256

from checkin.domain import code
from checkin.domain.entry import Kind
from checkin.domain.event import CheckInList, Event
from checkin.domain.keyboards import put_back
from checkin.domain.roles import Action, Operator
from checkin.domain.rules import Facts, objections, ruling
from checkin.domain.text import clean
from checkin.domain.verdict import (
    Direction,
    Previous,
    Reason,
    Verdict,
    VerdictStatus,
    status_of,
)
from checkin.errors import CheckinError
from checkin.services.afterseal import require_reason
from checkin.services.completing import Asking, Given
from checkin.services.explaining import explain
from checkin.services.flood import Flood
from checkin.services.permission import require
from checkin.services.rooms import room_behind
from checkin.store.holders import Holder
from checkin.store.pen import Pen
from checkin.store.rooms import inside
from checkin.store.store import Store

CLOCK_JUMP_MS = 60_000
_ECHOED_LETTERS = 64


def echo_of(text: str) -> str:
    """Return what the verdict on an invalid code says of its text."""
    return clean(text[:_ECHOED_LETTERS])


class Door:
    """One list at one station. `close` writes down what a flood of invalid codes left uncounted."""

    def __init__(
        self,
        store: Store,
        operator: Operator,
        check_in_list: CheckInList,
        direction: Direction = Direction.ENTRY,
    ) -> None:
        require(store, operator, Action.SCAN)
        self._store = store
        self._operator = operator
        self._list = check_in_list
        self._direction = direction
        self._event: Event = store.programme.event()
        self._room = room_behind(store, check_in_list) if check_in_list.capacity else None
        self._asking = Asking(store, check_in_list)
        self._flood = Flood()

    def scan(
        self,
        text: str,
        *,
        at: int | None = None,
        force: str = "",
        ack: bool = False,
        answers: Mapping[str, str] | None = None,
        why: str = "",
    ) -> Verdict:
        """Return the verdict on one scan, once its check-in is on disk.

        `at` (Unix ms) says when it happened, for a scan typed in from paper; it may not lie ahead.
        `force` is the word of why somebody is admitted against an overridable reason. `ack` says
        that their instruction was acknowledged and that they were asked what there is to ask;
        `answers` are theirs, by question. CheckinError names an answer that is none. `why` says why
        it is typed in, which a day that is sealed asks for.
        """
        if force:
            require(self._store, self._operator, Action.ADMIT_ANYWAY)
            if not clean(force):
                raise CheckinError("why-missing")
        given = self._asking.given(ack, answers or {})
        now = self._store.now()
        if at is not None and at > now:
            raise CheckinError("at-in-future")
        if at is not None:
            require_reason(self._store, self._list.day, why or force)
        reading = self._read(text)
        if reading is None and at is None and self._flood.swallows(now):
            return self._invalid(text, now, "")
        with self._store.write(self._operator) as pen:
            self._record_flood(pen)
            moment = self._moment(pen, now) if at is None else at
            if reading is None:
                return self._refuse_invalid(pen, text, moment, paper=at is not None)
            return self._judge(
                pen, reading, moment, given, paper=at is not None, force=force, why=why
            )

    def from_paper(self, pen: Pen, text: str, at: int, force: str = "", why: str = "") -> Verdict:
        """Return the verdict on a check-in typed in from paper, one of many by the same pen.

        The rest is as for `scan`, and to be checked before; nothing is asked of paper.
        """
        reading = self._read(text)
        if reading is None:
            return self._refuse_invalid(pen, text, at, paper=True)
        given = Given(too_late=True)
        return self._judge(pen, reading, at, given, paper=True, force=force, why=why)

    def close(self) -> None:
        """Record what is left to count; the door may be used again."""
        if self._flood.uncounted:
            with self._store.write(self._operator) as pen:
                self._record_flood(pen)

    def _read(self, text: str) -> code.Reading | None:
        """Return the badge a scan names: by its code, its number, or another system's ticket."""
        reading = code.read(self._store.key, text, put_back)
        if reading and not reading.proven and not self._store.roster.badge_taken(reading.number):
            reading = None
        if reading is None and len(text) <= code.LONGEST_SCAN:
            ticket = clean(code.tidy(text))
            attendee = self._store.roster.by_ticket_code(ticket) if ticket else None
            if attendee and attendee.badge:
                return code.Reading(attendee.badge, proven=True)
        return reading

    def _moment(self, pen: Pen, now: int) -> int:
        """Return when a live scan happened: never before this station's last live one."""
        return max(now, self._store.door.last_live(pen.station) or 0)

    def _refuse_invalid(self, pen: Pen, text: str, at: int, paper: bool) -> Verdict:
        """Keep of a code that is not ours only what tells it apart: it may be a health pass."""
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        seen: dict[str, object] = {"reason": Reason.INVALID.value, "length": len(text)}
        check_in = self._append(pen, at, paper, seen | {"seen": digest})
        return self._invalid(text, at, check_in)

    def _invalid(self, text: str, at: int, check_in: str) -> Verdict:
        return Verdict(
            code=echo_of(text),
            status=VerdictStatus.ERROR,
            reason=Reason.INVALID,
            attendee=None,
            list=self._list.name,
            direction=self._direction,
            at=at,
            previous=None,
            forced=False,
            check_in=check_in,
        )

    def _judge(
        self,
        pen: Pen,
        reading: code.Reading,
        at: int,
        given: Given,
        *,
        paper: bool,
        force: str,
        why: str,
    ) -> Verdict:
        number = reading.number
        holder = self._store.door.holder(number, self._list.id, self._event.shown_fields)
        entries, latest = self._standing(number, holder, at, paper)
        previous = self._store.door.previous(latest) if latest is not None else None
        wanted = self._asking.wanted(holder, entries)
        facts = self._facts(holder, at, entries, previous, incomplete=wanted.lacks(given))
        reason, forced = ruling(objections(facts), force=bool(force))
        incomplete = reason is Reason.INCOMPLETE
        body: dict[str, object] = {"badge": number}
        if reason:
            body["reason"] = reason.value
        elif forced:
            body["forced"] = forced.value
        if not reason and holder.attendee:
            self._write_down(pen, holder.attendee, wanted.answers(given))
        check_in = self._append(pen, at, paper, body)
        if not reason and holder.record and (word := force if forced else why):
            explain(pen, holder.record, check_in, word)
        return Verdict(
            code=reading.code or code.code_for(self._store.key, number),
            status=status_of(reason),
            reason=reason,
            attendee=holder.person,
            list=self._list.name,
            direction=self._direction,
            at=at,
            previous=previous,
            forced=bool(forced) and not reason,
            check_in=check_in,
            revoked_at=self._revoked_at(number, holder) if reason is Reason.REVOKED else None,
            instruction=wanted.instruction if incomplete else "",
            questions=wanted.questions if incomplete else (),
            why=force if incomplete and forced else "",
        )

    def _revoked_at(self, number: str, holder: Holder) -> int | None:
        return self._store.door.revoked_at(number, holder.record) if holder.record else None

    def _standing(
        self, number: str, holder: Holder, at: int, paper: bool
    ) -> tuple[int, int | None]:
        """Return how many entries count, and the latest check-in; from paper, up to then."""
        if holder.attendee and not paper:
            return holder.entries, holder.latest
        counted = self._store.door.counted(number, holder.attendee, self._list.id, at)
        entries = sum(1 for direction, _ in counted if direction is Direction.ENTRY)
        return entries, counted[-1][1] if counted else None

    def _write_down(self, pen: Pen, person: str, answers: Mapping[str, object]) -> None:
        # Nobody is asked on the way out.
        if answers and self._direction is Direction.ENTRY:
            pen.append(Kind.ATTENDEE_SET, person, answers)

    def _facts(
        self,
        holder: Holder,
        at: int,
        entries: int,
        previous: Previous | None,
        *,
        incomplete: bool,
    ) -> Facts:
        return Facts(
            event=self._event,
            list=self._list,
            direction=self._direction,
            at=at,
            revoked=holder.revoked,
            status=holder.status,
            days=holder.days,
            category=holder.category,
            entries=entries,
            latest=previous.direction if previous else None,
            occupancy=inside(self._store.database, self._room, at) if self._room else 0,
            incomplete=incomplete,
        )

    def _append(self, pen: Pen, at: int, paper: bool, body: dict[str, object]) -> str:
        if self._direction is Direction.EXIT:
            body["type"] = Direction.EXIT.value
        if paper:
            body["paper"] = True
        elif at > self._store.now() + CLOCK_JUMP_MS:
            body["jump"] = True
        if at != pen.next_clock_ms():
            body["at"] = at
        entry = pen.append(Kind.CHECK_IN_RECORDED, self._list.id, body)
        return f"{entry.station}:{entry.seq}"

    def _record_flood(self, pen: Pen) -> None:
        if count := self._flood.take():
            seen = {"reason": Reason.INVALID.value, "count": count}
            pen.append(Kind.CHECK_IN_RECORDED, self._list.id, seen)
