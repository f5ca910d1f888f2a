"""The part of the panel for the badge itself: its name, its size, and what categories change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit

from checkin.domain.design import folded_category
from checkin.domain.editing import Editing
from checkin.domain.template import LEAST_SIDE, MOST_SIDE, Fold
from checkin.render.faces import FIELDS
from checkin.render.palette import band_colour
from checkin.ui.designer.document import Document
from checkin.ui.designer.fields import ColourField
from checkin.ui.designer.part import Part, choice
from checkin.ui.designer.wording import fold_words, size_words
from checkin.ui.parts import label

_LONGEST_NAME = 80
# Name tags, cards, paper and labels; width and height.
_SIZES = (
    (9_000, 5_500),
    (9_000, 6_000),
    (8_560, 5_398),
    (8_600, 5_400),
    (6_200, 10_000),
    (7_400, 10_500),
    (10_500, 14_800),
    (10_000, 15_000),
    (8_900, 2_800),
    (21_000, 29_700),
    (29_700, 21_000),
)
_COLOURS = ("#1f5eea", "#7c32e8", "#0f7a3d", "#b8470b", "#0b7285", "#a61e6b", "#8a6100", "#5b6675")


@dataclass(frozen=True, slots=True)
class Known:
    """What of the event a template may name: categories, own fields, organizers with a logo.

    `templates` are the names of all templates, for categories that have a badge of their own,
    `fields` those that everybody has.
    """

    categories: Sequence[str] = ()
    custom: Sequence[str] = ()
    organizers: Sequence[str] = ()
    templates: Sequence[str] = ()
    fields: Sequence[str] = FIELDS

    @property
    def offered(self) -> Sequence[str]:
        """All fields that words may have."""
        return tuple(dict.fromkeys((*self.fields, *self.custom)))


class TemplatePart(Part):
    """Shown while no element is chosen."""

    def __init__(self, document: Document, known: Known) -> None:
        super().__init__(document)
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.textEdited.connect(self._on_name)
        self.add_field(self.tr("Name of the template"), self.name)
        self._make_size()
        self._make_fold()
        self.colours: dict[str, ColourField] = {}
        self.layouts: dict[str, QComboBox] = {}
        if known.categories:
            self.inside.addWidget(label(self.tr("Categories"), "heading"))
        for category in known.categories:
            self._make_category(category, known.templates)

    def show_editing(self, editing: Editing) -> None:
        template = editing.template
        if template.name != self.name.text():
            self.name.setText(template.name)
        self.sizes.setCurrentIndex(max(self.sizes.findData((template.width, template.height)), 0))
        self.wide.show_length(template.width)
        self.high.show_length(template.height)
        self.fold.setCurrentIndex(self.fold.findData(template.fold))
        for category, field in self.colours.items():
            field.show_colour(template.colours.get(folded_category(category), ""))
        for category, box in self.layouts.items():
            of = {folded_category(key): name for key, name in template.layouts.items()}
            name = of.get(folded_category(category), "")
            if box.findData(name) < 0:
                box.addItem(name, name)
            box.setCurrentIndex(box.findData(name))

    def _make_size(self) -> None:
        sizes: list[tuple[str, object]] = [(self.tr("its own size"), None)]
        sizes += [(size_words(*size), size) for size in _SIZES]
        self.sizes = choice(self.tr("Common sizes"), sizes)
        self.sizes.activated.connect(self._on_size)
        self.wide = self.length(self.tr("Width"), LEAST_SIDE, MOST_SIDE)
        self.high = self.length(self.tr("Height"), LEAST_SIDE, MOST_SIDE)
        self.wide.changed.connect(lambda length: self._become("size", width=length))
        self.high.changed.connect(lambda length: self._become("size", height=length))
        self.add_field(self.tr("Common sizes"), self.sizes)
        self.add_field(self.tr("Width × height"), self.wide, self.high)

    def _make_fold(self) -> None:
        self.fold = choice(self.tr("The back"), [(fold_words(one), one) for one in Fold])
        self.fold.activated.connect(lambda at: self._become("fold", fold=list(Fold)[at]))
        self.add_field(self.tr("The back"), self.fold)

    def _make_category(self, category: str, templates: Sequence[str]) -> None:
        usual = self.tr("usual")
        offered = {"": usual, **dict.fromkeys((band_colour(category), *_COLOURS), "")}
        field = ColourField({colour: name or colour.upper() for colour, name in offered.items()})
        field.setAccessibleName(self.tr("Colour of {category}").format(category=category))
        field.changed.connect(partial(self._on_colour, category))
        layouts: list[tuple[str, object]] = [(self.tr("this layout"), "")]
        layouts += [(name, name) for name in templates]
        box = choice(self.tr("Layout of {category}").format(category=category), layouts)
        box.activated.connect(lambda at: self._on_layout(category, box.itemData(at)))
        self.colours[category], self.layouts[category] = field, box
        self.add_field(category, field, box)

    def _on_name(self, name: str) -> None:
        # While nothing is written there, the template keeps the name it had.
        if name.strip():
            self.document.do(self.document.now.renamed(name), "name")

    def _on_size(self, at: int) -> None:
        if size := self.sizes.itemData(at):
            self._become("size", width=size[0], height=size[1])

    def _on_colour(self, category: str, colour: str) -> None:
        colours = _with(self.document.now.template.colours, category, colour)
        self._become(("colour", category), colours=colours)

    def _on_layout(self, category: str, name: str) -> None:
        layouts = _with(self.document.now.template.layouts, category, name)
        self._become(("layout", category), layouts=layouts)

    def _become(self, manner: object, **values: Any) -> None:
        now = self.document.now
        template = replace(now.template, **values)
        self.document.do(now.become(template), ("template", manner))


def _with(known: Mapping[str, str], category: str, value: str) -> dict[str, str]:
    """Return what is known of categories with another value for one, none for an empty one."""
    folded = folded_category(category)
    kept = {key: one for key, one in known.items() if folded_category(key) != folded}
    return kept | ({folded: value} if value else {})
