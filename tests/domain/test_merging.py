"""What a person keeps of two records, and what an undone merger leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.entry import Kind
from checkin.domain.merging import CHOICES, Side, differing, merged_fields, merging_body
from checkin.domain.things import overlay
from checkin.domain.undoing import Story

RECORD = "0f" * 16


@pytest.mark.parametrize(
    ("keep", "other", "kept"),
    [
        ({"email": "a@x"}, {"email": "b@x"}, {"email": "a@x"}),
        ({}, {"email": "b@x"}, {"email": "b@x"}),
        ({"name": "Ada", "given_name": "Ada"}, {"name": "B C", "family_name": "C"}, None),
        (
            {"custom.Meal": "fish"},
            {"custom.Size": "L"},
            {"custom.Meal": "fish", "custom.Size": "L"},
        ),
        ({"notes": "vegan"}, {"notes": "late"}, {"notes": "vegan · late"}),
        ({"instruction": "sign"}, {"instruction": "wait"}, {"instruction": "sign · wait"}),
        ({"notes": "vegan"}, {"notes": "vegan, late"}, {"notes": "vegan, late"}),
        ({"day.2026-06-02": True}, {"day.2026-06-03": True}, "both"),
        ({"day.2026-06-02": True}, {}, {}),
        ({"status": "canceled"}, {}, {}),
        ({"status": "canceled"}, {"status": "unpaid"}, {"status": "unpaid"}),
        ({}, {"status": "blocked"}, {"status": "blocked"}),
        ({"status": "of a later version"}, {}, {"status": "of a later version"}),
        ({"organisation": "01"}, {"organisation_kind": "company"}, {"organisation": "01"}),
        ({"registration": "1"}, {"registration": "2", "ticket_code": "T"}, {}),
        ({"apart.x": True, "same_as": "x"}, {"removed": False}, {}),
    ],
)
def test_what_is_kept_where_nothing_is_chosen(keep, other, kept):
    wanted = {None: keep, "both": {**keep, **other}}.get(
        kept if kept in (None, "both") else 0, kept
    )
    assert merged_fields(keep, other, {}) == wanted


def test_each_field_can_be_chosen():
    keep = {"name": "Ada", "notes": "one", "status": "blocked", "custom.Meal": "fish"}
    other = {"name": "Bob B", "family_name": "B", "notes": "two", "day.2026-06-02": True}
    names = ("name", "notes", "status", "days", "custom.Meal")
    assert merged_fields(keep, other, dict.fromkeys(names, Side.OTHER)) == other
    assert merged_fields(keep, other, dict.fromkeys(names, Side.KEPT)) == keep
    for odd in ("registration", "nonsense", "custom.Shoe"):
        with pytest.raises(ValueError, match=odd):
            merged_fields(keep, other, {odd: Side.KEPT})


texts = st.sampled_from(["", "a", "b", "a b"])
records = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(
            ("name", "email", "notes", "country", "custom.Meal", "registration"), texts
        ),
        **dict.fromkeys(("day.2026-06-02", "day.2026-06-03"), st.just(True)),
        "status": st.sampled_from(["canceled", "blocked", "unpaid", "registered"]),
    },
).map(lambda fields: {name: value for name, value in fields.items() if value})


@given(records, records)
def test_who_differs_in_nothing_loses_nothing(keep, other):
    sides = differing(keep, other)
    assert sides.keys() <= {*CHOICES, "custom.Meal"}
    chosen = {field: side for field, side in sides.items() if side}
    assert merged_fields(keep, other, chosen) == merged_fields(keep, other, {})
    assert differing(keep, keep) == {}


@given(records, records, records)
def test_what_was_not_changed_since_goes_back(before, other, since):
    body = merging_body(before, RECORD, merged_fields(before, other, {}))
    bodies = [(before, False), (body, True)]
    story = Story.of(Kind.ATTENDEE_SET, bodies)
    assert overlay(Kind.ATTENDEE_SET, story.now, story.taken_back()) == before
    later = Story.of(Kind.ATTENDEE_SET, [*bodies, (since, False)])
    after = overlay(Kind.ATTENDEE_SET, later.now, later.taken_back())
    for field, value in since.items():
        if value != story.now.get(field):
            assert after[field] == value
