"""Template files: read as they were written, and refused in a sentence that says where."""

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.assets import resources
from checkin.domain.template import MOST_ELEMENTS, Picture
from checkin.errors import CheckinError
from checkin.gateways.templatefile import (
    MOST_BYTES,
    TemplateFile,
    builtin_templates,
    read_template,
    write_template,
)
from checkin.sentences import sentence

ID, OTHER = "a" * 32, "b" * 32
PNG = b"\x89PNG\r\n\x1a\n and so on"
BOX = {"left": 0, "top": 0, "width": 30, "height": 10}
TEXT = {"kind": "text", "words": "{name}", "largest": 8, "smallest": 4, **BOX}
PICTURE = {"kind": "picture", "picture": ID, **BOX}
CARD: dict[str, Any] = {
    "template": 1,
    "name": "Card",
    "width": 85.6,
    "height": 54,
    "front": [TEXT, {"kind": "code", **BOX}, PICTURE],
    "back": [{"kind": "shape", "fill": "category", **BOX}],
    "fold": "left",
    "colours": {"speaker": "#aa0000"},
    "layouts": {"press": "Small label"},
    "pictures": {ID: b64encode(PNG).decode()},
}


def written(folder: Path, data: object) -> Path:
    path = folder / "card.json"
    text = data if isinstance(data, str) else json.dumps(data)
    path.write_text(text, "utf-8", errors="surrogatepass")
    return path


def card(**changes: object) -> dict[str, Any]:
    return {**CARD, **changes}


def first(**changes: object) -> dict[str, Any]:
    return card(front=[{**TEXT, **changes}, PICTURE])


def refusal(path: Path) -> CheckinError:
    with pytest.raises(CheckinError) as refused:
        read_template(path)
    assert sentence(refused.value).startswith(str(path))
    return refused.value


def test_what_was_written_is_read(tmp_path: Path) -> None:
    found = read_template(written(tmp_path, CARD))
    assert found.pictures == {ID: PNG}
    again = tmp_path / "again.json"
    write_template(again, found.template, {**found.pictures, OTHER: PNG})
    assert read_template(again) == found
    assert json.loads(again.read_text("utf-8")) == CARD


def test_a_written_file_is_read_by_people_too(tmp_path: Path) -> None:
    path = tmp_path / "again.json"
    write_template(path, read_template(written(tmp_path, CARD)).template, {})
    lines = path.read_text("utf-8").splitlines()
    assert '  "width": 85.6,' in lines
    assert sum('"kind"' in line for line in lines) == 4


def test_all_that_come_along_can_be_read_and_have_all_they_need() -> None:
    found = builtin_templates(resources() / "templates")
    assert "classic" in found
    assert [name for name, one in found.items() if one.pictures] == []
    # Photos are only read where a template of the event shows them.
    elements = [element for one in found.values() for element in one.elements]
    assert not any(isinstance(one, Picture) and one.photo for one in elements)
    names = {one.name.casefold() for one in found.values()} | found.keys()
    assert [
        one for one in found.values() if {*map(str.casefold, one.layouts.values())} - names
    ] == []


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    path.write_text(json.dumps(CARD), "utf-8-sig")
    assert isinstance(read_template(path), TemplateFile)


@pytest.mark.parametrize(
    ("data", "place", "field"),
    [
        (card(name=" "), "template", "name"),
        (card(width=None), "template", "width"),
        (card(height=1e99), "template", "height"),
        (card(width=float("nan")), "template", "width"),
        (card(width=10**400), "template", "width"),
        (card(front=[TEXT] * (MOST_ELEMENTS + 1)), "template", "front"),
        (card(back=[TEXT] * 10_000), "template", "back"),
        (card(front=[TEXT, 7]), "front 2", "kind"),
        (card(front=[{**TEXT, "kind": "script"}]), "front 1", "kind"),
        (card(front=[{**TEXT, "kind": ["text"]}]), "front 1", "kind"),
        (first(largest=float("inf")), "front 1", "largest"),
        (first(words="x" * 501), "front 1", "words"),
        (first(left=-1e9), "front 1", "left"),
        (first(width=True), "front 1", "width"),
        (card(back=[{**PICTURE, "picture": "../../etc/passwd"}]), "back 1", "picture"),
        (card(back=[{**PICTURE, "picture": "file:///etc/passwd"}]), "back 1", "picture"),
        (card(back=[{**PICTURE, "picture": OTHER}]), "back 1", "picture"),
        (card(pictures={}), "front 3", "picture"),
        (card(pictures={ID: "file:///etc/passwd"}), "front 3", "picture"),
        (card(pictures={ID: "QQ"}), "front 3", "picture"),
        (card(pictures={ID: "Š"}), "front 3", "picture"),
        (card(pictures={ID: ""}), "front 3", "picture"),
        (card(pictures=[ID]), "template", "pictures"),
        (card(layouts={"press": 7}), "template", "layouts"),
        (card(colours={"press": "red"}), "template", "colours"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, data: object, place: str, field: str
) -> None:
    error = refusal(written(tmp_path, data))
    assert error.code == "template-file-wrong"
    assert (error.facts["place"], error.facts["field"]) == (place, field)


@pytest.mark.parametrize(
    "data",
    [
        "", "{", "[]", "7", "null", "\x00", '{"template": 2}', '{"template": true',
        "[" * 100_000, '{"front":' * 100_000, f'{{"width": {"9" * 5000}}}',
        first(words="\ud83d"), card(template="1"), {},
    ],
)  # fmt: skip
def test_what_is_no_template_is_said(tmp_path: Path, data: object) -> None:
    assert refusal(written(tmp_path, data)).code == "not-a-template"


def test_letters_of_another_encoding_are_no_template(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    path.write_bytes(json.dumps(CARD).encode("utf-16"))
    assert refusal(path).code == "not-a-template"


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    with path.open("wb") as file:
        file.truncate(100 * MOST_BYTES)
    assert refusal(path).code == "template-file-too-large"


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.json").code == "template-file-missing"
    assert refusal(tmp_path).code == "file-fault"


anything = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
        st.sampled_from([ID, "../x", "file:x", "{name", "#12345", "category", 1e308, -0.0]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> object:
    """Draw a template in which some values are something else, or gone."""
    data = json.loads(json.dumps(CARD))
    for _ in range(draw(st.integers(1, 3))):
        place: Any = data
        while True:
            keys = sorted(place) if isinstance(place, dict) else range(len(place))
            if not keys:
                break
            key = draw(st.sampled_from(list(keys)))
            if isinstance(place[key], dict | list) and draw(st.booleans()):
                place = place[key]
            elif draw(st.booleans()):
                place[key] = draw(anything)
                break
            else:
                del place[key]
                break
    return data


@given(mutated())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_mutated_file_is_read_or_refused_and_never_more(tmp_path: Path, data: object) -> None:
    path, again = written(tmp_path, data), tmp_path / "again.json"
    try:
        found, said = read_template(path), str(path)
    except CheckinError as error:
        found, said = None, sentence(error)
    assert said.startswith(str(path))
    if found:
        write_template(again, found.template, found.pictures)
        assert read_template(again) == found


@given(st.binary(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "card.json"
    path.write_bytes(content)
    with pytest.raises(CheckinError):
        read_template(path)
