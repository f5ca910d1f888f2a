"""What the designer begins with: what the event has that may stand on its badges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin.domain.template import Template
from checkin.services.browsing import known_words
from checkin.services.designs import design_of
from checkin.services.desk import Desk
from checkin.services.organizers import organizers
from checkin.services.templates import NamedTemplate
from checkin.ui.designer.craft import Craft, badge_craft
from checkin.ui.designer.document import Document
from checkin.ui.designer.templatepart import Known


@dataclass(frozen=True, slots=True)
class Ground:
    """Templates, the pictures they name by id, and the logos of the organizers that have one."""

    craft: Craft
    known: Known
    templates: tuple[NamedTemplate, ...]
    pictures: Mapping[str, bytes]
    logos: Sequence[bytes]

    @property
    def chosen(self) -> NamedTemplate:
        """The template that the event uses."""
        return next(one for one in self.templates if one.chosen)


def ground_of(desk: Desk, builtin: Mapping[str, Template]) -> Ground:
    """Return what the designer of badges begins with."""
    craft = badge_craft(lambda: builtin)
    known = craft.known(desk)
    pictures: dict[str, bytes] = {}
    for one in known:
        pictures |= design_of(desk.store, desk.operator, builtin, one.id).pictures
    words = known_words(desk.store, desk.operator)
    holders = [one for one in organizers(desk.store, desk.operator) if one.picture]
    return Ground(
        craft,
        Known(
            categories=words.categories,
            custom=words.custom_fields,
            organizers=[one.name for one in holders],
            templates=[one.template.name for one in known],
        ),
        known,
        pictures,
        [one.picture for one in holders],
    )


def document_of(named: NamedTemplate, pictures: Mapping[str, bytes]) -> Document:
    """Return a template to be designed; one that comes along is only ever copied."""
    return Document(named.template, "" if named.builtin else named.id, pictures)
