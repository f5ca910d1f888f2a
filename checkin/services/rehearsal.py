"""Rehearses the door on a throw-away copy of the event, of which nothing comes back."""

from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from shutil import rmtree

from checkin.domain.details import Details
from checkin.domain.entry import Kind
from checkin.domain.people import Status
from checkin.domain.questions import CONTACTS, NO, YES, Question, QuestionKind
from checkin.domain.rehearsal import (
    NAMES,
    Practice,
    PracticeCode,
    code_to_practise,
    person_of,
)
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.admission import Door
from checkin.services.drafting import Drafting
from checkin.services.permission import require
from checkin.services.programme import programme
from checkin.store.copying import Progress
from checkin.store.draft import Draft
from checkin.store.faults import explained
from checkin.store.lockfile import LockFile
from checkin.store.rehearsing import copy_to_rehearse
from checkin.store.store import Store

_LOCK = "in-use"
_STATUSES = {Practice.CANCELED: Status.CANCELED, Practice.UNPAID: Status.UNPAID}


class RehearsalPlace:
    """A folder of its own for one rehearsal, among the `rehearsals`; gone once it is over."""

    def __init__(self, rehearsals: Path) -> None:
        clear_rehearsals(rehearsals)
        self.folder = rehearsals / token_hex(6)
        with explained(self.folder):
            self.folder.mkdir(mode=0o700, parents=True)
            self._lock = LockFile(self.folder / _LOCK)
            self._lock.take_if_free()

    def end(self) -> None:
        """Delete all that was rehearsed; what another program holds open goes at the next start."""
        self._lock.close()
        rmtree(self.folder, ignore_errors=True)


def clear_rehearsals(rehearsals: Path) -> None:
    """Delete what rehearsals left behind whose program ended before they did."""
    for folder in _places(rehearsals):
        lock = LockFile(folder / _LOCK)
        free = lock.take_if_free()
        lock.close()
        if free:
            rmtree(folder, ignore_errors=True)


def _places(rehearsals: Path) -> Iterator[Path]:
    try:
        found = sorted(rehearsals.iterdir())
    except OSError:
        return
    yield from (one for one in found if one.is_dir())


def begin_rehearsal(
    store: Store, operator: Operator, folder: Path, progress: Progress | None = None
) -> Path:
    """Write a copy of the event to practise on into `folder`; return where it is.

    CheckinError("canceled") where `progress` says not to go on.
    """
    require(store, operator, Action.SCAN)
    path = folder / store.path.name
    copy_to_rehearse(store.database, path, progress)
    return path


def furnish(store: Store, operator: Operator) -> None:
    """Add the people of the test codes to a copy, one of whom is in at today's entrance.

    Whoever may rehearse may do so: it is no event that they change.
    """
    require(store, operator, Action.SCAN)
    if not store.rehearsal:
        raise CheckinError("rehearsal-apart", path=store.path)
    entrance = programme(store, operator).entrance_at(store.now())
    drafting, drafts = Drafting.of(store), list[Draft]()
    category = entrance.categories[0] if entrance and entrance.categories else ""
    questions = store.programme.questions()
    answers = {one.text: _answer(one) for one in questions if one.field != CONTACTS}
    for practice, name in NAMES.items():
        identity = person_of(store.key, practice)
        if store.roster.by_id(identity):
            continue
        texts = {"name": name, "category": category, CONTACTS: NO}
        if status := _STATUSES.get(practice):
            texts["status"] = status.value
        drafts += drafting.add(identity, Details(texts, None, answers).whole())
        if practice is Practice.REVOKED:
            number = code_to_practise(store.key, practice).text
            drafts.append(Draft.of(Kind.BADGE_REVOKED, identity, {"badge": number}))
            drafts.append(drafting.badge(identity, 2))
    with store.write(operator) as pen:
        pen.append_all(drafts)
    if entrance:
        door = Door(store, operator, entrance)
        door.scan(code_to_practise(store.key, Practice.IN_ALREADY).text)


def _answer(question: Question) -> str:
    if question.kind is QuestionKind.CHOICE:
        return question.choices[0] if question.choices else ""
    return YES if question.is_yes_or_no else "test"


def codes_to_practise(store: Store, operator: Operator) -> list[PracticeCode]:
    """Return the test codes of an event, which work in every rehearsal of it and nowhere else."""
    require(store, operator, Action.SCAN)
    return [code_to_practise(store.key, practice) for practice in Practice]
