"""`checkin photos`: gives people their photos from a folder, by the names of the files."""

from collections.abc import Iterator
from pathlib import Path

import click

from checkin.capture.picture import picture_at
from checkin.capture.picturefolder import pictures_in
from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.domain.people import Attendee
from checkin.render.photo import photo_from
from checkin.sentences import sentence
from checkin.services.photos import PhotoPlan, PhotosSet, plan_photos, set_photos

FOUND_WANTING = 1


def read_photo(path: Path) -> bytes:
    """Return the picture in a file as a photo is kept; CheckinError for one that is none."""
    with picture_at(path) as picture:
        return photo_from(picture)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say whose each picture is.")
@json_option
@pass_session
def photos(session: Session, folder: Path, dry_run: bool, as_json: bool) -> int:
    """Give people their photos; a picture is named after a number, an e-mail or a name.

    The registration number, the e-mail address, or given and family name in any order.
    """
    with session.open() as store:
        plan = plan_photos(store, session.operator, pictures_in(folder))
        done = PhotosSet()
        if not dry_run:
            done = set_photos(store, session.operator, plan, read_photo, lambda *_: True)
    left = list(_left(plan, done))
    if as_json:
        echo_json(_shape(plan, done, left))
    else:
        for path, why in left:
            click.echo(f"{path.name}: {why}")
        if dry_run:
            for path, person in plan.fits:
                click.echo(f"{path.name}: {person.name}")
            click.echo(f"Photos that fit: {len(plan.fits)}; not taken: {len(left)}.")
        else:
            set_, same = len(done.changed), len(done.unchanged)
            click.echo(f"Photos set: {set_}; as before: {same}; not taken: {len(left)}.")
    return FOUND_WANTING if left else 0


def _left(plan: PhotoPlan, done: PhotosSet) -> Iterator[tuple[Path, str]]:
    for path in plan.nobody:
        yield path, "nobody has that number, e-mail or name."
    for path, people in plan.several:
        yield path, f"may be {len(people)} people: {_names(people)}; name it by a number."
    for path, person in plan.twice:
        yield path, f"{person.name} has another picture in this folder; keep one."
    for path, error in done.wrong:
        yield path, sentence(error)


def _names(people: tuple[Attendee, ...]) -> str:
    return ", ".join(
        " · ".join(part for part in (one.name, one.organisation) if part) for one in people
    )


def _shape(plan: PhotoPlan, done: PhotosSet, left: list[tuple[Path, str]]) -> dict[str, object]:
    return {
        "fits": [
            {"file": path.name, "id": person.id, "name": person.name} for path, person in plan.fits
        ],
        "changed": len(done.changed),
        "unchanged": len(done.unchanged),
        "not_taken": [{"file": path.name, "reason": why} for path, why in left],
    }


COMMANDS = (photos,)
