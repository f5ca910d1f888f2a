"""Templates: what is written is read back, and what is wrong is named with its place."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.badgewords import fields_in, filled
from checkin.domain.template import (
    LEAST_SIDE,
    MOST_ELEMENTS,
    Align,
    Area,
    Code,
    Fold,
    Picture,
    Shape,
    Template,
    Text,
    Weight,
)
from checkin.domain.templatedata import template_data
from checkin.domain.templateform import TemplateError, template_from

_LENGTHS = st.integers(0, 9_000)
_AREAS = st.builds(Area, _LENGTHS, _LENGTHS, _LENGTHS, _LENGTHS)
_COLOURS = st.sampled_from(["", "category", "#1f5eea", "#ABCDEF"])
_IDS = st.sampled_from(["", "0123456789abcdef0123456789abcdef"])


@st.composite
def _texts(draw: st.DrawFn) -> Text:
    largest = draw(st.integers(50, 3_000))
    return Text(
        draw(_AREAS),
        draw(st.text(max_size=500)),
        largest=largest,
        smallest=draw(st.integers(50, largest)),
        comfortable=draw(st.integers(0, largest)),
        lines=draw(st.integers(1, 20)),
        weight=draw(st.sampled_from(Weight)),
        align=draw(st.sampled_from(Align)),
        upright=draw(st.sampled_from(Align)),
        colour=draw(_COLOURS),
        font=draw(st.sampled_from(["", "Noto Sans"])),
        capitals=draw(st.booleans()),
        spacing=draw(st.integers(0, 200)),
    )


_ELEMENTS = st.lists(
    st.one_of(
        _texts(),
        st.builds(Code, st.builds(Area, _LENGTHS, _LENGTHS, st.just(2_500), st.just(2_500))),
        st.builds(Picture, _AREAS, _IDS, st.integers(0, 99), st.booleans()),
        st.builds(Shape, _AREAS, _COLOURS, _COLOURS, st.integers(0, 2_000), _LENGTHS),
    ),
    max_size=8,
).map(tuple)
_TEMPLATES = st.builds(
    Template,
    name=st.sampled_from(["Classic", "Mūsu karte"]),
    width=st.just(9_000),
    height=st.integers(9_000, 42_000),
    front=_ELEMENTS,
    back=_ELEMENTS,
    fold=st.sampled_from(Fold),
    colours=st.dictionaries(st.text(max_size=9), st.just("#112233"), max_size=3),
    layouts=st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=3),
)


@given(_TEMPLATES)
def test_a_template_that_is_written_is_read_back(template: Template) -> None:
    assert template_from(json.loads(json.dumps(template_data(template)))) == template


def _plain(**changes: object) -> dict[str, object]:
    return {"template": 1, "name": "Ours", "width": 90, "height": 60, "front": [], **changes}


def _text(**changes: object) -> dict[str, object]:
    place = {"left": 5, "top": 5, "width": 40, "height": 10}
    return {"kind": "text", **place, "words": "{name}", "largest": 8, "smallest": 4, **changes}


@pytest.mark.parametrize(
    ("data", "where", "field"),
    [
        (None, "", "template"),
        ([], "", "template"),
        ({"template": 2}, "", "template"),
        (_plain(name=" "), "", "name"),
        (_plain(name=7), "", "name"),
        (_plain(width=0), "", "width"),
        (_plain(width=1e300), "", "width"),
        (_plain(width=float("nan")), "", "width"),
        (_plain(height=True), "", "height"),
        (_plain(height="60"), "", "height"),
        (_plain(front="text"), "", "front"),
        (_plain(back=[_text()] * (MOST_ELEMENTS + 1)), "", "back"),
        (_plain(fold="twice"), "", "fold"),
        (_plain(colours={"speaker": "red"}), "", "colours"),
        (_plain(layouts=["press"]), "", "layouts"),
        (_plain(front=[_text(), {"kind": "script"}]), "front 2", "kind"),
        (_plain(front=[7]), "front 1", "kind"),
        (_plain(front=[_text(words=None)]), "front 1", "words"),
        (_plain(front=[_text(words="x" * 501)]), "front 1", "words"),
        (_plain(front=[_text(largest=0)]), "front 1", "largest"),
        (_plain(front=[_text(smallest=9)]), "front 1", "smallest"),
        (_plain(front=[_text(lines=0)]), "front 1", "lines"),
        (_plain(front=[_text(align="left")]), "front 1", "align"),
        (_plain(front=[_text(colour="#12345")]), "front 1", "colour"),
        (_plain(front=[_text(capitals="yes")]), "front 1", "capitals"),
        (_plain(front=[_text(left=-50)]), "front 1", "left"),
        (_plain(front=[_text(top=61)]), "front 1", "top"),
        (_plain(front=[_text(kind="code", width=0)]), "front 1", "width"),
        (_plain(front=[_text(kind="picture", picture="../logo.png")]), "front 1", "picture"),
        (_plain(back=[_text(kind="shape", stroke=-1)]), "back 1", "stroke"),
    ],
)
def test_a_fault_is_named_with_its_place(data: object, where: str, field: str) -> None:
    with pytest.raises(TemplateError) as fault:
        template_from(data)
    assert (fault.value.where, fault.value.field) == (where, field)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*_plain(), "back", "fold"]), _JSON), _JSON)
def test_nothing_but_a_fault_comes_of_bad_data(changes: dict[str, object], other: object) -> None:
    for data in (_plain(**changes), _plain(front=[_text(**changes), other])):
        with suppress(TemplateError):
            assert template_from(data).width >= LEAST_SIDE


@pytest.mark.parametrize(
    ("words", "values", "expected"),
    [
        ("{a} · {b}", {"a": "Riga Tech", "b": "Engineer"}, "Riga Tech · Engineer"),
        ("{a} · {b}", {"a": "Riga Tech"}, "Riga Tech"),
        ("{a} · {b}", {"b": "Engineer"}, "Engineer"),
        ("{a} · {b} · {c}", {"a": "1", "c": "3"}, "1 · 3"),
        ("{a}\n{b}\n{c}", {"c": "3"}, "3"),
        ("Table { table }", {"table": "4"}, "Table 4"),
        ("Table {table}", {}, ""),
        ("{a} –", {"a": "x"}, "x –"),
        ("no { field }}", {}, ""),
        ("", {"a": "x"}, ""),
    ],
)
def test_an_empty_field_takes_its_separator_with_it(
    words: str, values: dict[str, str], expected: str
) -> None:
    assert filled(words, values) == expected


@given(st.lists(st.sampled_from(["name", "custom.Meal", "badge"])))
def test_the_fields_of_words_are_told(names: list[str]) -> None:
    assert list(fields_in(" – ".join(f"{{ {name} }}" for name in names))) == names
