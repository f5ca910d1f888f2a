"""What of the export is wanted is kept as it was chosen, whatever else the file holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.exportchoice import (
    COLUMNS,
    ENDINGS,
    ExportChoice,
    read_choice,
    write_choice,
)
from checkin.domain.exporttables import TableKind, chosen, keys_of

kinds = st.sets(st.sampled_from(TableKind), min_size=1)
choices = st.builds(
    ExportChoice,
    kinds.map(lambda some: tuple(kind for kind in TableKind if kind in some)),
    st.fixed_dictionaries(
        {},
        optional={
            kind: st.lists(st.sampled_from(keys_of(columns)), min_size=1, unique=True).map(tuple)
            for kind, columns in COLUMNS.items()
        },
    ),
    st.sampled_from(["en", "lv"]),
    st.sampled_from(ENDINGS),
)


@given(choices)
def test_what_was_chosen_comes_back(choice):
    assert read_choice(write_choice(choice)) == choice


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda s: (
            st.lists(s)
            | st.dictionaries(
                st.sampled_from(["tables", "columns", "language", "ending", "day"]), s
            )
        ),
    )
)
def test_whatever_was_kept_is_read(found):
    choice = read_choice(json.dumps(found))
    assert choice.tables
    assert choice.ending in ENDINGS


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"columns": {"day": "name"}}'])
def test_what_is_damaged_is_as_usual(text):
    assert read_choice(text) == ExportChoice()


@pytest.mark.parametrize("kind", TableKind)
def test_columns_not_known_here_are_left_out(kind):
    columns = COLUMNS[kind]
    some = keys_of(columns)[1::-1]
    assert keys_of(chosen(columns, ("of a newer version", *some))) == some
    assert keys_of(chosen(columns, ("of a newer version",))) == keys_of(columns, usual=True)
