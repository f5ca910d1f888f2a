"""What columns were said to be is known again for lists with the same headings, and only those."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.text import fold
from checkin.gateways.columnmemory import MOST_KEPT, ColumnMemory

HEADER = ("Name", "E-mail", "Meal", "Phone")
SAID = {0: "name", 1: "email", 2: "custom.Meal"}


@pytest.fixture
def memory(tmp_path: Path) -> ColumnMemory:
    return ColumnMemory(tmp_path / "not there yet" / "columns.json")


def test_a_kind_of_list_is_known_whatever_the_case_and_order_of_its_headings(memory):
    assert memory.recall(HEADER) is None
    memory.keep(HEADER, SAID)
    assert memory.recall(HEADER) == SAID
    assert memory.recall(("PHONE", "meal", "name", "E-Mail")) == {
        1: "custom.meal",
        2: "name",
        3: "email",
    }
    assert memory.recall(HEADER[:3]) is None
    assert memory.recall((*HEADER, "Phone 2")) is None


def test_a_field_of_ones_own_of_another_name_keeps_its_name(memory):
    memory.keep(HEADER, {0: "name", 3: "custom.Mobile"})
    assert memory.recall(HEADER) == {0: "name", 3: "custom.Mobile"}


def test_headings_that_differ_only_in_case_stay_apart(memory):
    header = ("Name", "name")
    memory.keep(header, {1: "name"})
    assert memory.recall(header) == {1: "name"}


def test_what_is_forgotten_is_guessed_again(memory):
    memory.keep(HEADER, SAID)
    memory.forget(HEADER)
    assert memory.recall(HEADER) is None
    memory.forget(HEADER)


def test_the_kinds_used_longest_ago_give_way(memory):
    kinds = [(*HEADER, f"Question {n}") for n in range(MOST_KEPT)]
    for kind in kinds:
        memory.keep(kind, SAID)
    memory.keep(kinds[0], {0: "name"})
    memory.keep(HEADER, SAID)
    assert memory.recall(kinds[1]) is None
    assert memory.recall(kinds[0]) == {0: "name"}
    assert len(json.loads(memory.path.read_text())) == MOST_KEPT


def test_no_heading_is_written_down(memory):
    memory.keep(("Name", "Why Ada should come"), {0: "name", 1: "custom.Why Ada should come"})
    assert "Ada" not in memory.path.read_text()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"x": 1}', "[" * 100_000, "\x00", '{"FINGERPRINT": ["name", "x", "", ""]}',
     '{"FINGERPRINT": ["name"]}', '{"FINGERPRINT": [1, 2, 3, 4]}'],
)  # fmt: skip
def test_a_damaged_file_remembers_nothing_and_is_written_anew(memory, text):
    memory.keep(HEADER, SAID)
    (fingerprint,) = json.loads(memory.path.read_text())
    memory.path.write_text(text.replace("FINGERPRINT", fingerprint))
    assert memory.recall(HEADER) is None
    memory.keep(HEADER, SAID)
    assert memory.recall(HEADER) == SAID


def test_where_nothing_can_be_written_nobody_is_stopped(tmp_path):
    (tmp_path / "file").write_text("")
    memory = ColumnMemory(tmp_path / "file" / "columns.json")
    memory.keep(HEADER, SAID)
    assert memory.recall(HEADER) is None


def test_a_field_that_two_columns_have_is_remembered_of_neither(memory):
    memory.keep(HEADER, SAID)
    known = json.loads(memory.path.read_text("utf-8"))
    memory.path.write_text(json.dumps({one: ["name"] * len(HEADER) for one in known}), "utf-8")
    assert memory.recall(HEADER) is None


@given(st.lists(st.text(min_size=1), min_size=1, max_size=6, unique=True), st.data())
def test_any_headings_are_known_again_in_any_order(tmp_path_factory, header, data):
    memory = ColumnMemory(tmp_path_factory.mktemp("kept") / "columns.json")
    some = ["name", "notes", "email"][: len(header)]
    fields = data.draw(st.permutations(some + [""] * (len(header) - len(some))))
    memory.keep(header, {at: field for at, field in enumerate(fields) if field})
    if len(set(map(fold, header))) == len(header):
        places = data.draw(st.permutations(range(len(header))))
        assert memory.recall([header[at] for at in places]) == {
            to: fields[at] for to, at in enumerate(places) if fields[at]
        }
    assert memory.recall(header) == {at: field for at, field in enumerate(fields) if field}
