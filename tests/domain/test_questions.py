"""Questions: what is an answer, what is still to be asked, and what force does not set aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.questions import (
    LONGEST_ANSWER,
    Question,
    QuestionKind,
    called,
    is_heading,
    known_kind,
    unanswered,
)
from checkin.domain.rules import ruling
from checkin.domain.verdict import OVERRIDABLE, Reason, VerdictStatus, status_of

SIZE = Question("1" * 32, "Size", QuestionKind.CHOICE, ("S", "Größe L"))
DINNER = Question("2" * 32, "Dinner?", QuestionKind.YES_NO)
DIET = Question("3" * 32, "Diet", optional=True)
questions = st.builds(
    Question,
    id=st.uuids().map(lambda one: one.hex),
    text=st.sampled_from(["Size", "Diet", "Bus"]),
    optional=st.booleans(),
)


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        (SIZE, " s ", "S"),
        (SIZE, "grosse l", "Größe L"),
        (DINNER, "Taip", "yes"),
        (DINNER, "nein", "no"),
        (DINNER, "-", "no"),
        (DIET, "  no\tnuts\x00\n", "no nuts"),
        (DIET, "", ""),
    ],
)
def test_an_answer_is_kept_in_one_form(question, answer, kept):
    assert question.read(answer) == kept


@pytest.mark.parametrize(
    ("question", "answer", "why"),
    [
        (SIZE, "M", "answer-choice"),
        (SIZE, "", "answer-missing"),
        (DINNER, "\u200b", "answer-missing"),
        (DINNER, "perhaps", "answer-yes-no"),
        (DIET, "n" * (LONGEST_ANSWER + 1), "answer-too-long"),
    ],
)
def test_what_is_no_answer_says_why(question, answer, why):
    with pytest.raises(ValueError, match=why):
        question.read(answer)


@given(st.text(), st.sampled_from([SIZE, DINNER, DIET]))
def test_whatever_is_said_is_an_answer_or_refused_and_a_kept_answer_is_one(text, question):
    try:
        kept = question.read(text)
    except ValueError:
        return
    assert kept.isprintable() or not kept.isascii()
    assert question.read(kept) == kept


@given(st.lists(questions, max_size=6), st.sets(st.sampled_from(["Size", "Diet", "Bus"])))
def test_what_is_asked_was_not_answered_and_is_asked_once(asked, answered):
    fields = {f"custom.{text}": "x" for text in answered}
    first = unanswered(asked, fields, first=True)
    assert [one.text for one in first] == list(
        dict.fromkeys(one.text for one in asked if one.text not in answered)
    )
    again = unanswered(asked, fields, first=False)
    assert again == tuple(one for one in first if not one.optional)


def test_a_question_is_called_by_its_text_or_the_beginning_of_it():
    other = Question("4" * 32, "Size of shoes")
    assert called([SIZE, other], "SIZE") == [SIZE]
    assert called([SIZE, other], "size of") == [other]
    assert called([SIZE, other], "si") == [SIZE, other]
    assert called([SIZE, other], "") == called([SIZE], "shoe") == []


@pytest.mark.parametrize("text", ["Country", "E-MAIL:", "job_title", "Registration no."])
def test_a_heading_of_our_own_is_known(text):
    assert is_heading(text)
    assert not is_heading(f"{text} of a friend")


def test_a_kind_of_a_later_version_is_asked_in_words():
    assert known_kind("drawing") is known_kind(None) is QuestionKind.TEXT


@given(st.lists(st.sampled_from(Reason), unique=True), st.booleans())
def test_force_sets_aside_what_may_be_and_never_what_is_wanted_first(found, force):
    found = sorted(found, key=list(Reason).index)
    reason, aside = ruling(found, force=force)
    if aside:
        assert force
        assert aside in OVERRIDABLE
    if Reason.INCOMPLETE in found:
        assert reason is not None
    if not force:
        assert reason == (found[0] if found else None)
    assert (status_of(reason) is VerdictStatus.OK) == (reason is None)
