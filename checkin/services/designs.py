"""Puts together all that it takes to draw an event's badges, and tells what of it is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.design import Design, folded_category
from checkin.domain.roles import Action, Operator
from checkin.domain.template import Picture, Template
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.services.templates import named, own_templates, used_template
from checkin.store.pictures import pictures_of
from checkin.store.store import Store


class Lack(StrEnum):
    """What a design can do without, and is drawn otherwise for."""

    TEMPLATE = "template"
    LAYOUT = "layout"
    PICTURE = "picture"
    LOGO = "logo"


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing: `template` itself as that of a category, or what stands on it.

    Where the chosen one is missing, `template` is used in its place.
    `name` is the category's, or which of the logos it is, from 1.
    """

    what: Lack
    template: str
    name: str = ""


def design_of(
    store: Store, operator: Operator, builtin: Mapping[str, Template], identity: str = ""
) -> Design:
    """Return the design of a template, or of the one that the event uses where `identity` is empty.

    `builtin` are the templates that come along, by id. A layout that is not there any more is
    left out: its category is printed as all others are.
    """
    require(store, operator, Action.PRINT_BADGES)
    own = own_templates(store)
    template = _meant(own, builtin, identity or _used(store, own, builtin))
    layouts = {
        folded_category(category): _meant(own, builtin, found)
        for category, name in template.layouts.items()
        if (found := named(own, builtin, name))
    }
    needed = frozenset().union(*(one.pictures for one in (template, *layouts.values())))
    return Design(
        template=template,
        layouts=layouts,
        pictures=pictures_of(store.database, needed),
        logos=tuple(one.picture for one in store.programme.organizers() if one.picture),
    )


def missing(
    store: Store, operator: Operator, builtin: Mapping[str, Template], identity: str = ""
) -> list[Missing]:
    """Return what `design_of` did without."""
    design = design_of(store, operator, builtin, identity)
    own = own_templates(store)
    chosen = store.programme.event().template
    found = []
    if not identity and chosen and chosen not in own and not named(own, builtin, chosen):
        found.append(Missing(Lack.TEMPLATE, design.template.name))
    found += [
        Missing(Lack.LAYOUT, name, category)
        for category, name in design.template.layouts.items()
        if not named(own, builtin, name)
    ]
    drawn = {one.name: one for one in (design.template, *design.layouts.values())}
    return found + [lack for one in drawn.values() for lack in _not_there(design, one)]


def _not_there(design: Design, template: Template) -> Iterator[Missing]:
    """Yield what stands on one of the templates and is not in the event."""
    if template.pictures - design.pictures.keys():
        yield Missing(Lack.PICTURE, template.name)
    wanted = {
        one.organizer
        for one in template.elements
        if isinstance(one, Picture) and not one.picture and not one.photo
    }
    for organizer in sorted(wanted):
        if organizer >= len(design.logos):
            yield Missing(Lack.LOGO, template.name, str(organizer + 1))


def _used(store: Store, own: Mapping[str, Template], builtin: Mapping[str, Template]) -> str:
    return used_template(own, builtin, store.programme.event().template)


def _meant(own: Mapping[str, Template], builtin: Mapping[str, Template], identity: str) -> Template:
    template = own.get(identity) or builtin.get(identity)
    if template is None:
        raise CheckinError("template-gone")
    return template
