"""Keeps what the badges of an event look like: its own templates, and which one is used."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkin.domain.entry import Kind
from checkin.domain.identity import certificate_template_id, random_id
from checkin.domain.roles import Action, Operator
from checkin.domain.template import Template
from checkin.domain.templateform import TemplateError, template_from
from checkin.domain.text import fold
from checkin.domain.things import is_id
from checkin.errors import CheckinError
from checkin.services.permission import require
from checkin.services.templatekeeping import NO_PICTURES, checked, form_of, with_kept_pictures
from checkin.store.pen import Pen
from checkin.store.store import Store
from checkin.store.templates import KeptTemplate, kept_templates

USUAL = "classic"
MOST_TEMPLATES = 50


@dataclass(frozen=True, slots=True)
class NamedTemplate:
    """A template that badges can be printed with; `id` of one that comes along is a short word.

    `chosen` is the one that the event uses.
    """

    id: str
    template: Template
    builtin: bool
    chosen: bool


def templates(
    store: Store, operator: Operator, builtin: Mapping[str, Template]
) -> tuple[NamedTemplate, ...]:
    """Return the event's own templates, then those that come along, each by name.

    `builtin` are the latter by id; an own one stands in place of one of the same name. One that
    only a later version can read is left out.
    """
    require(store, operator, Action.PRINT_BADGES)
    own = own_templates(store)
    others = {name: builtin[name] for name in sorted(builtin) if named(own, builtin, name) == name}
    used = used_template(own, builtin, store.programme.event().template)
    return tuple(
        NamedTemplate(identity, one, identity in others, identity == used)
        for identity, one in (*own.items(), *others.items())
    )


def find_template(
    store: Store, operator: Operator, builtin: Mapping[str, Template], reference: str
) -> NamedTemplate:
    """Return the template meant by its name, in any case, or its id."""
    known = templates(store, operator, builtin)
    found = [one for one in known if reference == one.id or same(one.template.name, reference)]
    if len(found) != 1:
        names = ", ".join(one.template.name for one in known) or "–"
        code = "template-ambiguous" if found else "template-unknown"
        raise CheckinError(code, template=reference, templates=names)
    return found[0]


def save_template(
    store: Store,
    operator: Operator,
    template: Template,
    identity: str = "",
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> str:
    """Add a template, or change the one of that id, be it removed meanwhile; return its id.

    `pictures` are those that the event may not have yet, PNGs of at most 300 KB, by whatever id
    the template names them; they get ids of their own. CheckinError says what is wrong, and
    nothing is changed then.
    """
    require(store, operator, Action.CHANGE_PROGRAMME)
    wanted = checked(template, pictures)
    with store.write(operator) as pen:
        _check_others(store, wanted.name, identity)
        return _save(store, pen, with_kept_pictures(store, pen, wanted, pictures), identity)


def choose_template(store: Store, operator: Operator, template: NamedTemplate) -> None:
    """Print the event's badges with a template from now on."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    with store.write(operator) as pen:
        event = store.programme.event()
        if event.template != template.id:
            pen.append(Kind.EVENT_SET, event.id, {"template": template.id})


def remove_template(store: Store, operator: Operator, identity: str) -> None:
    """Take an own template away; saving it again under its id brings it back.

    If it was the chosen one the event goes back to the usual.
    """
    require(store, operator, Action.CHANGE_PROGRAMME)
    with store.write(operator) as pen:
        if identity not in own_templates(store):
            raise CheckinError("template-gone")
        event = store.programme.event()
        if event.template == identity:
            pen.append(Kind.EVENT_SET, event.id, {"template": None})
        pen.append(Kind.TEMPLATE_SET, identity, {"removed": True})


def own_templates(store: Store) -> dict[str, Template]:
    """Return the event's own templates by id, in order of name."""
    own = {}
    for kept in _badges(store):
        try:
            own[kept.id] = template_from({**kept.form, "name": kept.name})
        except TemplateError:
            # A later version knows what it is.
            continue
    return own


def used_template(
    own: Mapping[str, Template], builtin: Mapping[str, Template], reference: str
) -> str:
    """Return the id of the template meant by an id or a name; the usual one where none is."""
    if reference in own:
        return reference
    return named(own, builtin, reference) or named(own, builtin, USUAL) or USUAL


def named(own: Mapping[str, Template], builtin: Mapping[str, Template], name: str) -> str:
    """Return the id of the template of a name, an own one first; empty where there is none.

    One that comes along is also known by its id.
    """
    wanted = builtin[name].name if name in builtin else name
    known = (*own.items(), *builtin.items())
    return next((one for one, template in known if same(template.name, wanted)), "")


def same(one: str, other: str) -> bool:
    """Tell whether two names are of the same template."""
    return fold(one) == fold(other)


def _badges(store: Store) -> list[KeptTemplate]:
    """Return the templates of badges: that of the certificates is kept beside them."""
    of_certificates = certificate_template_id(store.key)
    return [one for one in kept_templates(store.database) if one.id != of_certificates]


def _check_others(store: Store, name: str, identity: str) -> None:
    others = [one for one in _badges(store) if one.id != identity]
    if any(same(one.name, name) for one in others):
        raise CheckinError("template-taken", template=name)
    if len(others) >= MOST_TEMPLATES:
        raise CheckinError("too-many-templates", most=MOST_TEMPLATES)


def _save(store: Store, pen: Pen, template: Template, identity: str) -> str:
    own = own_templates(store)
    known = own.get(identity)
    if identity and not known and not (is_id(identity) and store.journal.about(identity)):
        raise CheckinError("template-gone")
    saved = identity or random_id()
    body: dict[str, object] = {}
    if known is None or known.name != template.name:
        body["name"] = template.name
    if known is None or replace(known, name=template.name) != template:
        body["form"] = form_of(template)
    if identity and not known:
        body["removed"] = False
    if body:
        pen.append(Kind.TEMPLATE_SET, saved, body)
    if known and "name" in body:
        _follow(pen, own, known.name, template.name)
    return saved


def _follow(pen: Pen, own: Mapping[str, Template], before: str, after: str) -> None:
    """Let layouts that name a template name it as it is called now."""
    for identity, one in own.items():
        layouts = {of: after if same(name, before) else name for of, name in one.layouts.items()}
        if layouts != one.layouts:
            pen.append(
                Kind.TEMPLATE_SET, identity, {"form": form_of(replace(one, layouts=layouts))}
            )
