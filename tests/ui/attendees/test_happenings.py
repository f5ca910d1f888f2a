"""What happened to a person, in words."""

from datetime import date

import pytest

from checkin.domain.event import Event
from checkin.domain.verdict import Direction, Reason
from checkin.services.history import FieldChange, Happening, What
from checkin.ui.attendees.happenings import HistoryBlock, printed_at, told
from checkin.ui.attendees.wording import breakable, days_words, value_words

BADGE = "KDTRNBVXHJLC"
EVENT = Event("1", "Seminar", date(2026, 6, 2), date(2026, 6, 3), "Europe/Riga")


def happening(what: What, **facts: object) -> Happening:
    return Happening(1_000, "Elīna", "a" * 32, what, **facts)


def change(field: str, before: str, after: str) -> Happening:
    return happening(What.CHANGED, changes=(FieldChange(field, before, after),))


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (happening(What.REGISTERED), "Registered"),
        (happening(What.BADGE_ISSUED, badge=BADGE), "Badge KDTR-NBVX-HJLC issued"),
        (happening(What.BADGE_REVOKED, badge=BADGE), "Badge KDTR-NBVX-HJLC revoked"),
        (
            happening(What.BADGE_REVOKED, badge=BADGE, why="lost"),
            "Badge KDTR-NBVX-HJLC revoked: it was lost",
        ),
        (happening(What.BADGE_PRINTED, badge=BADGE), "Badge KDTR-NBVX-HJLC printed"),
        (happening(What.ERASED), "Personal data erased"),
        (change("status", "", "canceled"), "Status: Registered → Canceled"),
        (change("category", "", "speaker"), "Category: – → Speaker"),
        (change("custom.Meal", "Fish", ""), "Meal: Fish → –"),
        (change("days", "2026-06-02", ""), "Days: 2 June → Every day"),
        (change("removed", "", "removed"), "Removed from the list"),
        (change("removed", "removed", ""), "Back on the list"),
        (change("imported", "", "0123"), "Changed"),
        (happening(What.CHANGED), "Changed"),
        (
            happening(What.SCANNED, list="Door", direction=Direction.ENTRY),
            "In at Door",
        ),
        (
            happening(What.SCANNED, list="Door", direction=Direction.EXIT),
            "Out of Door",
        ),
        (
            happening(What.SCANNED, list="Door", direction=Direction.ENTRY, reason=Reason.FULL),
            "Refused at Door: the room is full",
        ),
        (
            happening(
                What.SCANNED,
                list="Door",
                direction=Direction.ENTRY,
                forced=Reason.UNPAID,
                why="Paid at the desk",
            ),
            "In at Door, admitted anyway (not paid yet): Paid at the desk",
        ),
        (
            happening(What.ANNULLED, list="Door", direction=Direction.ENTRY),
            "Undone: In at Door",
        ),
    ],
)
def test_each_thing_has_its_words(one, line):
    assert told(one) == line


def test_a_long_text_is_shortened():
    assert len(told(change("notes", "a" * 900, "b" * 900))) < 200


def test_every_sort_of_thing_can_be_said():
    for what in What:
        assert told(happening(what, direction=Direction.ENTRY))


def test_the_print_of_the_badge_that_counts_is_the_one_told():
    history = [happening(What.BADGE_PRINTED, badge="KDTRNBVXHJLD")]
    assert printed_at(history, BADGE) is None
    assert printed_at([*history, happening(What.BADGE_PRINTED, badge=BADGE)], BADGE) == 1_000


def test_a_long_history_is_shown_in_parts(qtbot):
    block = HistoryBlock()
    qtbot.addWidget(block)
    block.show()
    block.show_history([happening(What.REGISTERED)] * 300, EVENT, 1_000)
    few = block._lines.count()
    assert "275" in block._more.text()
    block._more.click()
    assert (few, block._lines.count()) == (50, 600)
    assert block._more.isHidden()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], "Every day"),
        ([date(2026, 6, 2)], "2 June"),
        ([date(2026, 6, 2), date(2026, 6, 3)], "2 and 3 June"),
        ([date(2026, 6, day) for day in (1, 2, 4)], "1, 2 and 4 June"),
        ([date(2026, 5, 31), date(2026, 6, 1)], "Sun 31 May and Mon 1 Jun"),
    ],
)
def test_days_are_said_as_people_do(days, words):
    assert days_words(days) == words


def test_a_status_nobody_knows_is_no_crash():
    assert value_words("status", "from a newer version") == "Registered"


def test_only_a_word_too_long_for_a_line_can_be_broken():
    assert breakable("Ada Lovelace") == "Ada Lovelace"
    assert breakable("a" * 60).replace("\u200b", "") == "a" * 60
    assert "\u200b" in breakable("a" * 60)
