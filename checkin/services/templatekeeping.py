"""Checks a template that is to be kept in an event, and keeps the pictures that stand on it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from checkin.domain.entry import write_body
from checkin.domain.template import Element, Picture, Template
from checkin.domain.templatedata import template_data
from checkin.domain.templateform import TemplateError, template_from
from checkin.domain.text import clean
from checkin.errors import CheckinError
from checkin.services.pictures import check_picture, keep_picture
from checkin.store.pen import Pen
from checkin.store.store import Store

NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


def checked(template: Template, pictures: Mapping[str, bytes]) -> Template:
    """Return a template as it may be kept; CheckinError says what is wrong with it or a picture."""
    wanted = replace(template, name=clean(template.name))
    _check(wanted)
    for picture in _used(wanted, pictures).values():
        check_picture(picture)
    return wanted


def with_kept_pictures(
    store: Store, pen: Pen, template: Template, pictures: Mapping[str, bytes]
) -> Template:
    """Keep the pictures that a template shows; return it with the ids that they have here."""
    used = _used(template, pictures)
    ids = {one: keep_picture(store, pen, picture) for one, picture in used.items()}
    kept = _with_pictures(template, ids)
    for picture in kept.pictures:
        if not store.programme.has_picture(picture):
            raise CheckinError("template-picture-missing", template=kept.name)
    return kept


def form_of(template: Template) -> dict[str, object]:
    """Return a template as its entry holds it, beside its name."""
    return {name: value for name, value in template_data(template).items() if name != "name"}


def _used(template: Template, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    return {one: pictures[one] for one in sorted(template.pictures & pictures.keys())}


def _check(template: Template) -> None:
    form = template_data(template)
    try:
        template_from(form)
        write_body(form).encode()
    except TemplateError as error:
        raise _wrong(template, error) from error
    except UnicodeEncodeError as error:
        raise _wrong(template, TemplateError("", "words")) from error


def _wrong(template: Template, error: TemplateError) -> CheckinError:
    return CheckinError(
        "template-wrong",
        template=template.name or "–",
        place=error.where or "template",
        field=error.field,
    )


def _with_pictures(template: Template, ids: Mapping[str, str]) -> Template:
    def put(elements: tuple[Element, ...]) -> tuple[Element, ...]:
        return tuple(
            replace(one, picture=ids.get(one.picture, one.picture))
            if isinstance(one, Picture)
            else one
            for one in elements
        )

    return replace(template, front=put(template.front), back=put(template.back))
