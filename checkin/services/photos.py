"""Keeps the photos of people: of one at a time, or of many by the names of their files."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checkin.domain.entry import Kind
from checkin.domain.people import Attendee
from checkin.domain.photonames import PhotoNames
from checkin.domain.roles import Action, Operator
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.services.registration import attendee_now
from checkin.store.draft import Draft
from checkin.store.photos import any_photo, photos_of
from checkin.store.store import Store

MOST_BYTES = 300 * 1024
_JPEG = b"\xff\xd8\xff"
# So many are written at once, lest a door wait for all of them.
_AT_ONCE = 20

ReadPhoto = Callable[[Path], bytes]
"""Makes a photo of a picture file; raises CheckinError for one that is none."""
Progress = Callable[[int, int], bool]
"""Hears how many of how many are done, and answers whether to go on."""


@dataclass(frozen=True, slots=True)
class PhotoPlan:
    """Whose each picture is; `several` are with the people who may be meant.

    `twice` are further pictures of somebody whose photo another one is already.
    """

    fits: tuple[tuple[Path, Attendee], ...]
    nobody: tuple[Path, ...]
    several: tuple[tuple[Path, tuple[Attendee, ...]], ...]
    twice: tuple[tuple[Path, Attendee], ...]


@dataclass(slots=True)
class PhotosSet:
    """What came of it: people whose photo is another now, or the same, and pictures that are none.

    `stopped` tells that it was not gone on with; what is set stays.
    """

    changed: list[Attendee] = field(default_factory=list)
    unchanged: list[Attendee] = field(default_factory=list)
    wrong: list[tuple[Path, CheckinError]] = field(default_factory=list)
    stopped: bool = False


def photo_of(store: Store, operator: Operator, attendee: str) -> bytes:
    """Return somebody's photo as a JPEG, empty where there is none."""
    require(store, operator, Action.SEARCH)
    return _photo(store, attendee)


def has_photos(store: Store, operator: Operator) -> bool:
    """Tell whether anybody at all has a photo."""
    require(store, operator, Action.SEARCH)
    return any_photo(store.database)


def set_photo(store: Store, operator: Operator, attendee: Attendee, photo: bytes) -> None:
    """Set somebody's photo, a JPEG, or take it away where that is empty."""
    require(store, operator, Action.CHANGE_ROSTER)
    _check(photo)
    with store.write(operator) as pen:
        person = attendee_now(store, attendee.id)
        pen.append_all(_drafts(store, person.id, photo))


def plan_photos(store: Store, operator: Operator, files: Sequence[Path]) -> PhotoPlan:
    """Return whose each picture is, by the name of its file."""
    require(store, operator, Action.CHANGE_ROSTER)
    names = PhotoNames(store.roster.everyone())
    fits: dict[str, tuple[Path, Attendee]] = {}
    nobody, several, twice = [], [], []
    for path in files:
        meant = names.meant(path.stem)
        if not meant:
            nobody.append(path)
        elif len(meant) > 1:
            several.append((path, tuple(meant)))
        elif meant[0].id in fits:
            twice.append((path, meant[0]))
        else:
            fits[meant[0].id] = path, meant[0]
    return PhotoPlan(tuple(fits.values()), tuple(nobody), tuple(several), tuple(twice))


def set_photos(
    store: Store, operator: Operator, plan: PhotoPlan, read: ReadPhoto, progress: Progress
) -> PhotosSet:
    """Set the photos that fit, some at a time; a picture that is none is left out and told."""
    require(store, operator, Action.CHANGE_ROSTER)
    done = PhotosSet()
    for start in range(0, len(plan.fits), _AT_ONCE):
        if not progress(start, len(plan.fits)):
            done.stopped = True
            break
        some = plan.fits[start : start + _AT_ONCE]
        _set_some(store, operator, [one for one in map(_reader(read, done), some) if one], done)
    return done


def _reader(
    read: ReadPhoto, done: PhotosSet
) -> Callable[[tuple[Path, Attendee]], tuple[Attendee, bytes] | None]:
    def photo(one: tuple[Path, Attendee]) -> tuple[Attendee, bytes] | None:
        path, person = one
        try:
            made = read(path)
            _check(made)
        except CheckinError as error:
            done.wrong.append((path, error))
            return None
        return person, made

    return photo


def _set_some(
    store: Store, operator: Operator, some: Sequence[tuple[Attendee, bytes]], done: PhotosSet
) -> None:
    changed = [(person, photo) for person, photo in some if _photo(store, person.id) != photo]
    if changed:
        with store.write(operator) as pen:
            for person, photo in changed:
                pen.append_all(_drafts(store, attendee_now(store, person.id).id, photo))
    same = {person.id for person, _ in some} - {person.id for person, _ in changed}
    done.changed += [person for person, _ in changed]
    done.unchanged += [person for person, _ in some if person.id in same]


def _photo(store: Store, attendee: str) -> bytes:
    found = photos_of(store.database, attendee)
    return found[0][1] if found else b""


def _drafts(store: Store, person: str, photo: bytes) -> list[Draft]:
    """Return what sets a photo; to take it away, of whichever of their records has one."""
    if photo:
        body = {"media": "image/jpeg", "data": b64encode(photo).decode("ascii")}
        return [Draft.of(Kind.PHOTO_SET, person, body)]
    there = photos_of(store.database, person)
    return [Draft.of(Kind.PHOTO_SET, record, {"data": None}) for record, _ in there]


def _check(photo: bytes) -> None:
    if photo and not (photo.startswith(_JPEG) and len(photo) <= MOST_BYTES):
        raise CheckinError("photo-wrong", most=MOST_BYTES // 1024)
