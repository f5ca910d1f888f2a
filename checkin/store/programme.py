"""Reads the event itself, its check-in lists, who holds it and what is asked at its doors."""

import json
from datetime import date, time
from typing import Any

import peewee as pw

from checkin.domain.event import (
    DAY_BOUNDARY,
    MIDDAY,
    THRESHOLD,
    CheckInList,
    Event,
    Organizer,
    known_exits,
)
from checkin.domain.questions import MOST_SHOWN, Question, known_kind
from checkin.domain.session import Session, counts_by_default, in_order, known_session_kind
from checkin.store import prooftables as pt
from checkin.store import tables as t

_ORGANIZERS = (
    "SELECT o.id, o.name, o.position, p.data FROM organizer o"
    " LEFT JOIN picture p ON p.id = o.picture WHERE o.name IS NOT NULL AND o.removed IS NOT TRUE"
    " ORDER BY coalesce(o.position, 0), o.id"
)
_QUESTIONS = (
    "SELECT id, text, kind, choices, lists, optional, coalesce(position, 0) FROM question"
    " WHERE text <> '' AND removed IS NOT TRUE ORDER BY 7, id"
)


class Programme:
    """The event and its lists, as set; a list is there once it has a name and a day."""

    def __init__(self, database: pw.SqliteDatabase) -> None:
        self._database = database

    def event(self) -> Event:
        """Return the event; the file holds exactly one."""
        row: Any = t.Event.select().get(self._database)
        return Event(
            id=row.id,
            title=row.title,
            first_day=date.fromisoformat(row.first_day),
            last_day=date.fromisoformat(row.last_day),
            timezone=row.timezone,
            venue=row.venue or "",
            day_boundary=_time(row.day_boundary) or DAY_BOUNDARY,
            forget_day=date.fromisoformat(row.forget_day) if row.forget_day else None,
            shown_fields=_texts(row.shown_fields)[:MOST_SHOWN],
            template=row.template or "",
            threshold=row.threshold or THRESHOLD,
            midday=_time(row.midday) or MIDDAY,
            one_room=bool(row.one_room),
            exits=known_exits(row.exits),
        )

    def lists(self) -> list[CheckInList]:
        """Return the check-in lists by day, a day's entrance first."""
        rows = (
            t.CheckList.select()
            .where(
                t.CheckList.name.is_null(False),
                t.CheckList.day.is_null(False),
                t.CheckList.removed.is_null() | ~t.CheckList.removed,
            )
            .execute(self._database)
        )
        lists = [_check_in_list(row) for row in rows]
        return sorted(lists, key=lambda one: (one.day, not one.entrance, one.name, one.id))

    def sessions(self) -> list[Session]:
        """Return the sessions in order of time: the lists that were given a start and an end."""
        lists = {one.id: one for one in self.lists()}
        rows = (
            pt.Session.select()
            .where(
                pt.Session.starts.is_null(False),
                pt.Session.ends.is_null(False),
                pt.Session.removed.is_null() | ~pt.Session.removed,
            )
            .execute(self._database)
        )
        found = [_session(row, lists[row.id]) for row in rows if row.id in lists]
        return in_order(found, self.event())

    def organizers(self) -> list[Organizer]:
        """Return those who hold the event, in order of position."""
        rows = self._database.execute_sql(_ORGANIZERS).fetchall()
        return [
            Organizer(identity.hex(), name, position or 0, picture or b"")
            for identity, name, position, picture in rows
        ]

    def questions(self) -> list[Question]:
        """Return what is asked at check-in, in order of position."""
        rows = self._database.execute_sql(_QUESTIONS).fetchall()
        return [
            Question(
                id=identity.hex(),
                text=text,
                kind=known_kind(kind),
                choices=_texts(choices),
                lists=_texts(lists),
                optional=bool(optional),
                position=position,
            )
            for identity, text, kind, choices, lists, optional, position in rows
        ]

    def has_picture(self, picture: str) -> bool:
        """Tell whether a picture is here."""
        query = t.Picture.select(pw.Value(1)).where(t.Picture.id == picture)
        return bool(query.tuples().first(self._database))

    def is_sealed(self, day: date) -> bool:
        """Tell whether a day was ever sealed."""
        query = pt.Seal.select(pw.Value(1)).where(pt.Seal.day == day.isoformat()).limit(1)
        return bool(query.tuples().first(self._database))

    def has_check_ins(self, check_in_list: str) -> bool:
        """Tell whether anything was ever scanned against a list."""
        query = t.CheckIn.select(pw.Value(1)).where(t.CheckIn.list == check_in_list).limit(1)
        return bool(query.tuples().first(self._database))


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _texts(written: str | None) -> tuple[str, ...]:
    """Return the texts of a JSON list; anything else in it only a newer version understands."""
    return tuple(one for one in json.loads(written or "[]") if isinstance(one, str))


def _check_in_list(row: Any) -> CheckInList:
    return CheckInList(
        id=row.id,
        name=row.name,
        day=date.fromisoformat(row.day),
        entrance=bool(row.entrance),
        several_entries=bool(row.several_entries),
        entry_after_exit=row.entry_after_exit is not False,
        categories=tuple(json.loads(row.categories)) if row.categories else (),
        opens=_time(row.opens),
        closes=_time(row.closes),
        capacity=row.capacity,
    )


def _session(row: Any, check_in_list: CheckInList) -> Session:
    kind = known_session_kind(row.kind)
    return Session(
        list=check_in_list,
        starts=time.fromisoformat(row.starts),
        ends=time.fromisoformat(row.ends),
        room=row.room or "",
        kind=kind,
        counted=counts_by_default(kind) if row.counted is None else bool(row.counted),
        own_door=bool(row.own_door),
        topic=row.topic or "",
    )
