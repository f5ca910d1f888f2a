"""`checkin templates`: what badges look like; shows, takes in, hands out and chooses templates."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from checkin.capture.picture import picture_in
from checkin.cli.context import Session, echo_json, json_option, pass_session
from checkin.cli.printing import Batch, picture_template
from checkin.domain.roles import Operator
from checkin.domain.template import Fold, Template
from checkin.errors import CheckinError
from checkin.gateways.templatefile import TemplateFile, read_template, write_template
from checkin.render.face import BadgeFace
from checkin.render.faces import FIELDS
from checkin.render.logo import artwork_from
from checkin.services.badges import badges_to_print
from checkin.services.browsing import known_words
from checkin.services.designs import Lack, Missing, design_of, missing
from checkin.services.templates import (
    NamedTemplate,
    choose_template,
    find_template,
    remove_template,
    same,
    save_template,
)
from checkin.services.templates import templates as all_templates
from checkin.store.store import Store

_LACKS = {
    Lack.TEMPLATE: "the template chosen for the event is gone, {template} is used",
    Lack.LAYOUT: "{template}: there is no such template, so {name} is printed as all others are",
    Lack.PICTURE: "{template}: a picture is not in this event yet, its place stays empty",
    Lack.LOGO: "{template}: no organizer has logo {name}, its place stays empty",
}
# Whom a template is shown with as long as nobody is registered.
_SOMEBODY = {
    "name": "Aleksandra Bergström-Lindqvist",
    "given_name": "Aleksandra",
    "family_name": "Bergström-Lindqvist",
    "organisation": "Baltic Forest and Timber Cluster",
    "job_title": "Head of international partnerships",
    "category": "participant",
    "country": "Latvia",
}


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def templates(context: click.Context, as_json: bool) -> None:
    """Show what badges can look like, or take in, hand out, choose and remove a template."""
    if context.invoked_subcommand:
        return
    session: Session = context.obj
    with session.open() as store:
        operator, builtin = session.operator, session.app.builtin_templates()
        known = all_templates(store, operator, builtin)
        lacks = {one.id: missing(store, operator, builtin, one.id) for one in known}
        gone = [one for one in missing(store, operator, builtin) if one.what is Lack.TEMPLATE]
    if as_json:
        echo_json([_shape(one, lacks[one.id]) for one in known])
        return
    for one in known:
        click.echo(_line(one))
    # Of what comes along only the one that is used is anybody's business.
    ours = (lack for one in known if one.chosen or not one.builtin for lack in lacks[one.id])
    for lack in dict.fromkeys((*gone, *ours)):
        click.echo(f"{_said(lack)}.")
    click.echo(f"Templates: {len(known)}.")


def _line(one: NamedTemplate) -> str:
    template = one.template
    facts = [f"{template.width / 100:g} × {template.height / 100:g} mm"]
    if template.back:
        facts.append("two sides" if template.fold is Fold.NONE else "folded")
    if one.builtin:
        facts.append("comes along")
    if one.chosen:
        facts.append("used")
    return f"{template.name}  ({', '.join(facts)})"


def _said(lack: Missing) -> str:
    return _LACKS[lack.what].format(template=lack.template, name=lack.name)


def _shape(one: NamedTemplate, lacks: Sequence[Missing]) -> dict[str, object]:
    """Return a template as JSON; lengths are millimetres."""
    template = one.template
    return {
        "id": one.id,
        "name": template.name,
        "width": template.width / 100,
        "height": template.height / 100,
        "elements": len(list(template.elements)),
        "sides": 2 if template.back else 1,
        "fold": template.fold.value,
        "builtin": one.builtin,
        "chosen": one.chosen,
        "missing": [
            {"what": lack.what.value, "template": lack.template, "name": lack.name}
            for lack in lacks
        ],
    }


@templates.command(name="show")
@click.argument("template")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The FILE.png to write."
)
@click.option("--only", metavar="ID", help="Whose badge; the longest name if left out.")
@pass_session
def show_command(session: Session, template: str, out: Path, only: str | None) -> None:
    """Draw a badge as a template makes it, both sides, with the longest name there is."""
    with session.open() as store:
        operator, builtin = session.operator, session.app.builtin_templates()
        found = find_template(store, operator, builtin, template)
        design = replace(design_of(store, operator, builtin, found.id), layouts={})
        people = badges_to_print(store, operator, [only] if only else ())
        faces = Batch(store.programme.event(), design, people).faces
        face = max(faces, key=lambda one: len(one.values["name"]), default=_made_up(store))
    picture_template(design, face, out)
    click.echo(f"{out}: {found.template.name}.")


def _made_up(store: Store) -> BadgeFace:
    event = store.programme.event()
    values = {**_SOMEBODY, "number": "BBBB-BBBB-BBBB", "event": event.title, "where": event.venue}
    # Not a code of any event: a picture of a template opens no door.
    return BadgeFace(values, "B" * 28)


@templates.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What to call it, where that name is taken.")
@click.option("--replace", "replaces", is_flag=True, help="In place of the one of that name.")
@pass_session
def import_command(session: Session, file: Path, name: str | None, replaces: bool) -> None:
    """Take in a template from a file that somebody wrote or exported, with its pictures."""
    held = read_template(file)
    template = held.template if name is None else replace(held.template, name=name)
    with session.open() as store:
        operator, builtin = session.operator, session.app.builtin_templates()
        known = all_templates(store, operator, builtin)
        there = [
            one.id for one in known if not one.builtin and same(one.template.name, template.name)
        ]
        identity = there[0] if there and replaces else ""
        save_template(store, operator, template, identity, pictures_in(file, held))
        custom = known_words(store, operator).custom_fields
    # What comes along names columns that lists may have.
    usual = frozenset().union(*(one.fields for one in builtin.values()))
    unknown = template.fields - {*FIELDS, *custom} - usual
    for name in sorted(unknown):
        words = "is no field that anybody has yet; nothing is printed in its place"
        click.echo(f"checkin: {template.name}: {{{name}}} {words}.", err=True)
    click.echo(f"taken in: {template.name}")


def pictures_in(file: Path, held: TemplateFile) -> Mapping[str, bytes]:
    """Return the pictures of a template as they are kept in an event."""
    made = {}
    for picture, content in held.pictures.items():
        name = Path(f"{file}, picture of {held.place_of(picture)}")
        with picture_in(content, name) as opened:
            made[picture] = artwork_from(opened)
    return made


@templates.command(name="export")
@click.argument("template")
@click.argument("file", type=click.Path(path_type=Path))
@pass_session
def export_command(session: Session, template: str, file: Path) -> None:
    """Write a template with its pictures to a file, to be changed by hand or used elsewhere."""
    with session.open() as store:
        operator, builtin = session.operator, session.app.builtin_templates()
        found = find_template(store, operator, builtin, template)
        design = design_of(store, operator, builtin, found.id)
    write_template(file, design.template, design.pictures)
    click.echo(f"{file}: {found.template.name}.")


@templates.command(name="use")
@click.argument("template")
@pass_session
def use_command(session: Session, template: str) -> None:
    """Print the badges of this event with a template from now on."""
    with session.open() as store:
        found = find_template(store, session.operator, session.app.builtin_templates(), template)
        choose_template(store, session.operator, found)
    click.echo(f"used: {found.template.name}")


@templates.command(name="rename")
@click.argument("template")
@click.argument("name")
@pass_session
def rename_command(session: Session, template: str, name: str) -> None:
    """Call a template otherwise; templates that name it for a category follow."""
    with session.open() as store:
        found = _own(store, session.operator, session.app.builtin_templates(), template)
        save_template(store, session.operator, replace(found.template, name=name), found.id)
    click.echo(f"{found.template.name} is called {name} now.")


@templates.command(name="remove")
@click.argument("template")
@pass_session
def remove_command(session: Session, template: str) -> None:
    """Take a template away; where it was used, the usual one is from now on."""
    with session.open() as store:
        found = _own(store, session.operator, session.app.builtin_templates(), template)
        remove_template(store, session.operator, found.id)
    click.echo(f"removed: {found.template.name}")


def _own(
    store: Store, operator: Operator, builtin: Mapping[str, Template], reference: str
) -> NamedTemplate:
    found = find_template(store, operator, builtin, reference)
    if found.builtin:
        raise CheckinError("template-comes-along", template=found.template.name)
    return found


COMMANDS = (templates,)
