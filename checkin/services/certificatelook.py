"""Keeps what the certificates of an event look like: one template, its own or what comes along.

It has an id that every station gives it, so that there is one, also of two laptops apart.
"""

from collections.abc import Mapping

from checkin.domain.design import Design
from checkin.domain.entry import Kind
from checkin.domain.identity import certificate_template_id
from checkin.domain.roles import Action, Operator
from checkin.domain.template import Template
from checkin.domain.templateform import TemplateError, template_from
from checkin.services.permission import require
from checkin.services.templatekeeping import NO_PICTURES, checked, form_of, with_kept_pictures
from checkin.services.templates import NamedTemplate
from checkin.store.pictures import pictures_of
from checkin.store.store import Store
from checkin.store.templates import kept_templates


def certificate_template(store: Store, operator: Operator) -> Template | None:
    """Return the event's own template, None where certificates look as they come along."""
    require(store, operator, Action.PRINT_BADGES)
    own = certificate_template_id(store.key)
    for kept in kept_templates(store.database):
        if kept.id == own:
            try:
                return template_from({**kept.form, "name": kept.name})
            except TemplateError:
                # A later version knows what it is.
                return None
    return None


def certificate_templates(
    store: Store, operator: Operator, usual: Template
) -> tuple[NamedTemplate, ...]:
    """Return the event's own template, if it has one, and `usual`, which comes along."""
    own = certificate_template(store, operator)
    along = NamedTemplate("classic", usual, builtin=True, chosen=own is None)
    if own is None:
        return (along,)
    identity = certificate_template_id(store.key)
    return NamedTemplate(identity, own, builtin=False, chosen=True), along


def certificate_design(store: Store, operator: Operator, usual: Template) -> Design:
    """Return all that it takes to draw certificates; `usual` is the template that comes along."""
    template = certificate_template(store, operator) or usual
    return Design(
        template=template,
        pictures=pictures_of(store.database, template.pictures),
        logos=tuple(one.picture for one in store.programme.organizers() if one.picture),
    )


def save_certificate_template(
    store: Store,
    operator: Operator,
    template: Template,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> str:
    """Draw certificates with a template from now on; return its id.

    `pictures` are as for a template of badges.
    """
    require(store, operator, Action.CHANGE_PROGRAMME)
    wanted = checked(template, pictures)
    with store.write(operator) as pen:
        kept = with_kept_pictures(store, pen, wanted, pictures)
        body = {"name": kept.name, "form": form_of(kept), "removed": False}
        identity = certificate_template_id(store.key)
        pen.append(Kind.TEMPLATE_SET, identity, body)
    return identity


def forget_certificate_template(store: Store, operator: Operator) -> None:
    """Draw certificates as they come along again."""
    require(store, operator, Action.CHANGE_PROGRAMME)
    with store.write(operator) as pen:
        if certificate_template(store, operator) is not None:
            own = certificate_template_id(store.key)
            pen.append(Kind.TEMPLATE_SET, own, {"removed": True})
