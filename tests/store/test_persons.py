"""Records of one person, heard of in every order there is."""

from itertools import permutations

import pytest

from checkin.domain.entry import Entry, Kind, digest_of, write_body
from tests.store.histories import BADGES, LISTS, PEOPLE, STATIONS, Tables, Word
from tests.store.plainreading import plain_attendee, plain_found, plain_standing

A, B, C = PEOPLE


def about(person: str, **fields: object) -> Word:
    return Kind.ATTENDEE_SET, person, fields


def badge(person: str) -> Word:
    return Kind.BADGE_ISSUED, person, {"badge": BADGES[0], "issue": 1}


SCAN = (Kind.CHECK_IN_RECORDED, LISTS[0], {"badge": BADGES[0]})
STORIES = {
    "the person comes": [
        *(about(C, name="Ada"), about(C, same_as=B), about(B, same_as=A), about(A, name="Bob")),
    ],
    "the badge is heard of": [
        *(about(A, name="Ada"), about(B, name="Bob"), about(B, same_as=A), badge(B), SCAN),
    ],
    "the other record changes": [
        *(about(A, name="Ada"), about(B, name="Ada"), about(B, same_as=A), about(B, name="Bob")),
    ],
    "taken back": [
        *(about(A, name="Ada"), about(B, same_as=A), badge(B), SCAN, about(B, same_as=None)),
    ],
    "the scan is annulled": [
        *(about(A, name="Ada"), about(B, same_as=A), badge(B), SCAN),
        (Kind.CHECK_IN_ANNULLED, LISTS[0], {"station": STATIONS[0], "seq": 2}),
    ],
    "the person is not here": [about(B, name="Bob"), about(B, same_as=A), badge(B), SCAN],
}


def told(story: list[Word]) -> list[Entry]:
    """Return a story's entries, each of the next station in turn."""
    entries = []
    for at, (kind, subject, fields) in enumerate(story):
        station, seq, body = STATIONS[at % 3], at // 3 + 1, write_body(fields)
        clock = at + 1 << 16
        entries.append(
            Entry(station, seq, kind, subject, clock, subject, body, digest_of(body), "00" * 32)
        )
    return entries


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_in_every_order_a_story_comes_to_the_same(story: list[Word]) -> None:
    history = told(story)
    people = [plain_attendee(history, one) for one in PEOPLE]
    standing = plain_standing(history)
    found = [plain_found(history, name) for name in ("Ada", "Bob")]
    for order in permutations(history):
        tables = Tables()
        for entry in order:
            tables.take([entry])
        assert [tables.attendee(one) for one in PEOPLE] == people
        assert tables.standing() == standing
        assert [tables.found(name) for name in ("Ada", "Bob")] == found
        tables.database.close()
