"""What is folded beside the event and poured in is what writing it there would have come to."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.entry import Entry, Kind, chain, digest_of, write_body
from checkin.store.draft import Draft
from checkin.store.scratch import Scratch
from checkin.store.tail import Tail
from tests.store.histories import (
    LISTS,
    PEOPLE,
    Tables,
    histories,
    organisation_set,
    person_set,
)

DOOR, OURS, OPERATOR = "0d" * 16, "0f" * 16, "ab" * 16
NEW_BADGES = ["FFFFFFFFFFFF", "GGGGGGGGGGGG"]
NOON = 1 << 20

new_badges = st.tuples(
    st.just(Kind.BADGE_ISSUED),
    st.sampled_from(PEOPLE),
    st.fixed_dictionaries({"badge": st.sampled_from(NEW_BADGES), "issue": st.integers(1, 3)}),
)
saying = st.lists(st.one_of(person_set, person_set, organisation_set, new_badges), max_size=12)


def scans_of_new_badges() -> list[Entry]:
    """Return what a door wrote that let badges in which nobody here has heard of."""
    entries, previous = [], "e0" * 16
    for seq, badge in enumerate(NEW_BADGES, 1):
        body = write_body({"badge": badge})
        links = (previous, DOOR, seq, Kind.CHECK_IN_RECORDED, LISTS[0], seq << 16, OPERATOR)
        previous = chain(*links, digest_of(body))
        entries.append(Entry(*links[1:], body, digest_of(body), previous))
    return entries


def tail_of(tables: Tables) -> Tail:
    heads = tables.journal.heads()
    seen = max(head.clock for head in heads.values())
    return Tail(OURS, OPERATOR, heads.get(OURS, tables.journal.birth), seen, NOON)


def write(tables: Tables, drafts: Sequence[Draft]) -> None:
    """Append drafts one by one and fold them."""
    tail = tail_of(tables)
    for kind, subject, body, body_digest in drafts:
        seq, clock, digest = tail.add(kind, subject, body_digest)
        links = (OURS, seq, kind, subject, clock, OPERATOR, body, body_digest, digest)
        tables.take([Entry(*links)])


def pour(tables: Tables, drafts: Sequence[Draft]) -> None:
    """Fold drafts beside the event, then pour them in."""
    with Scratch.beside(tables.database, tables.journal) as scratch:
        for draft in drafts:
            scratch.take([draft])
        scratch.settle()
        with tables.database.atomic("IMMEDIATE"):
            tail = tail_of(tables)
            first = tables.journal.id_of(OURS, tail.seq + 1)
            scratch.pour(tail, first, lambda done: None)
            tables.folding.count_scans_of(scratch.new_badges())
        late = scratch.late
    write(tables, late)


@settings(max_examples=200)
@given(histories(), saying, saying)
def test_poured_or_written_it_comes_to_the_same(history, first, second) -> None:
    written, poured = (Tables().take(history + scans_of_new_badges()) for _ in range(2))
    erased = {entry.subject for entry in history if entry.kind == Kind.PERSONAL_DATA_ERASED}
    for said in (first, second):
        drafts = [Draft.of(*one) for one in said]
        # A badge is issued once, and what concerns somebody erased is written last.
        drafts = [one for one in drafts if one.kind != Kind.BADGE_ISSUED or said is first]
        drafts.sort(key=lambda one: one.subject in erased)
        write(written, drafts)
        pour(poured, drafts)
        assert poured.dump() == written.dump()
        assert list(poured.journal.in_order()) == list(written.journal.in_order())


def test_nothing_of_a_scratch_is_left() -> None:
    tables = Tables()
    with Scratch.beside(tables.database, tables.journal) as scratch:
        scratch.take([Draft.of(Kind.ATTENDEE_SET, PEOPLE[0], {"name": "Ada"})])
        scratch.settle()
    assert tables.dump() == Tables().dump()
    assert [row[1] for row in tables.database.execute_sql("PRAGMA database_list")] == ["main"]
