"""What is designed, badges or certificates: whose faces show it, and how it is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from checkin.domain.event import Event
from checkin.domain.template import Template
from checkin.render.face import BadgeFace
from checkin.services.desk import Desk
from checkin.services.templates import (
    NamedTemplate,
    choose_template,
    find_template,
    remove_template,
    save_template,
    templates,
)
from checkin.ui.badges import phrases
from checkin.ui.designer.faces import example, faces_of

_WIDTH, _HEIGHT = 9_000, 5_500


@dataclass(frozen=True, slots=True)
class Craft:
    """`size` is that of a new template, whose name has a place for the event.

    `faces` tells what stands on the pieces of people by their numbers, `example` what on that of
    somebody made up. `counted` says so many pieces. `save` returns the id of what is kept. Where
    there is but one template in an event, it is used once it is saved, and nothing can `choose`
    it.
    """

    title: str
    new_name: str
    size: tuple[int, int]
    counted: Callable[[int], str]
    example: Callable[[Event], BadgeFace]
    faces: Callable[[Desk, Event, Sequence[int]], dict[int, BadgeFace]]
    known: Callable[[Desk], tuple[NamedTemplate, ...]]
    save: Callable[[Desk, Template, str, Mapping[str, bytes]], str]
    remove: Callable[[Desk, str], None]
    choose: Callable[[Desk, str], str] | None


def badge_craft(builtin: Callable[[], Mapping[str, Template]]) -> Craft:
    """Return what is designed where badges are; `builtin` gives the templates that come along."""

    def choose(desk: Desk, identity: str) -> str:
        found = find_template(desk.store, desk.operator, builtin(), identity)
        choose_template(desk.store, desk.operator, found)
        return found.template.name

    return Craft(
        title=_tr("Design badges"),
        new_name=_tr("Badge of {event}"),
        size=(_WIDTH, _HEIGHT),
        counted=phrases.badges,
        example=example,
        faces=faces_of,
        known=lambda desk: templates(desk.store, desk.operator, builtin()),
        save=lambda desk, *kept: save_template(desk.store, desk.operator, *kept),
        remove=lambda desk, identity: remove_template(desk.store, desk.operator, identity),
        choose=choose,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Designer", text)
