"""What a programme that somebody sent would change: sessions added, changed, and rows not taken."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checkin.domain.event import CheckInList, Event
from checkin.domain.listrows import RowRefused
from checkin.domain.session import Session, SessionWords, words_of
from checkin.domain.sessionrows import SessionRow, read_session
from checkin.domain.table import RowFault
from checkin.domain.text import fold


@dataclass(frozen=True, slots=True)
class SessionChange:
    """One row: what it says, and the session there was, None for a new one."""

    row: int
    words: SessionWords
    before: Session | None


@dataclass(frozen=True, slots=True)
class ProgrammePlan:
    """What an import of a programme changes; `unchanged` counts rows that say what is so."""

    added: tuple[SessionChange, ...] = ()
    changed: tuple[SessionChange, ...] = ()
    unchanged: int = 0
    rejected: tuple[RowFault, ...] = ()

    @property
    def changes(self) -> tuple[SessionChange, ...]:
        """All that is to be written, in order of the rows."""
        return tuple(sorted((*self.added, *self.changed), key=lambda one: one.row))


def plan_programme(
    event: Event,
    lists: Sequence[CheckInList],
    sessions: Sequence[Session],
    rows: Iterable[SessionRow],
    faults: Iterable[RowFault] = (),
) -> ProgrammePlan:
    """Return what some rows change; a session is known by its name.

    What is there several times, such as a coffee break, is told apart by day and start.
    """
    read: list[tuple[int, SessionWords]] = []
    rejected = list(faults)
    for row in rows:
        try:
            read.append((row.number, read_session(row, event)))
        except RowRefused as error:
            rejected.append(RowFault(row.number, error.field, error.reason, error.value))
    known = {fold(one.name): one for one in sessions}
    others = {fold(one.name) for one in lists} - known.keys()
    added, changed, unchanged = [], [], 0
    taken: set[str] = set()
    for number, words in _told_apart(read):
        name = fold(words.name or "")
        if name in others or name in taken:
            reason = "session-name-taken" if name in others else "row-repeated"
            rejected.append(RowFault(number, "name", reason, words.name or ""))
            continue
        taken.add(name)
        before = known.get(name)
        if before is None:
            added.append(SessionChange(number, words, None))
        elif _differs(words, before):
            changed.append(SessionChange(number, words, before))
        else:
            unchanged += 1
    rejected.sort(key=lambda fault: fault.row)
    return ProgrammePlan(tuple(added), tuple(changed), unchanged, tuple(rejected))


def _told_apart(read: Sequence[tuple[int, SessionWords]]) -> list[tuple[int, SessionWords]]:
    names = Counter(fold(words.name or "") for _, words in read)
    return [
        (number, replace(words, name=_with_time(words)))
        if names[fold(words.name or "")] > 1
        else (number, words)
        for number, words in read
    ]


def _with_time(words: SessionWords) -> str:
    return f"{words.name} ({words.day} {words.starts:%H:%M})"


def _differs(words: SessionWords, before: Session) -> bool:
    known = words_of(before)
    return any(
        said is not None and said != getattr(known, field)
        for field in ("name", "day", "starts", "ends", "room", "kind", "capacity", "topic")
        for said in (getattr(words, field),)
    ) or any(
        getattr(words, field) not in (None, getattr(known, field))
        for field in ("counted", "own_door")
    )
