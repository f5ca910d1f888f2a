"""A template together with all that it takes to draw it, for every category."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from checkin.domain.template import Element, Picture, Template
from checkin.domain.templatedata import template_data

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Design:
    """What the badges of an event look like.

    `layouts` are templates used in place of `template` for some categories, by folded name.
    `pictures` has the bytes of each picture a template names, by its id, `logos` those of the
    organizers in their order.
    """

    template: Template
    layouts: Mapping[str, Template] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    logos: tuple[bytes, ...] = ()
    _digests: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def of(self, category: str) -> Template:
        """Return the template for somebody of a category."""
        return self.layouts.get(folded_category(category), self.template)

    def digest(self, category: str) -> str:
        """Return sixteen hexadecimal digits that change with the look of a category's badge."""
        own = folded_category(category)
        layout = own if own in self.layouts else ""
        if layout not in self._digests:
            self._digests[layout] = self._digest(self.of(layout))
        return self._digests[layout]

    def _digest(self, template: Template) -> str:
        # What a template is called, and that others stand in for it, is not seen.
        seen = template_data(replace(template, name="", layouts={}))
        digest = sha256(json.dumps(seen, sort_keys=True).encode("ascii"))
        for logo in self.logos if any(map(_is_logo, template.elements)) else ():
            digest.update(sha256(logo).digest())
        return digest.hexdigest()[:_DIGITS]


def _is_logo(element: Element) -> bool:
    return isinstance(element, Picture) and not element.picture and not element.photo


def folded_category(category: str) -> str:
    """Return a category as templates name it: case and blanks aside."""
    return " ".join(category.split()).casefold()
