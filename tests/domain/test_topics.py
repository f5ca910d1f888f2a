"""Topics: read from what people type, and compared by words, endings and slips of the fingers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.topics import (
    LONGEST_TOPIC,
    MOST_TOPICS,
    fit,
    keys,
    read_topics,
    same_word,
    topic_words,
    topics,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Laser cutting; welding,  CNC / 3D printing", "Laser cutting|welding|CNC|3D printing"),
        ("- steel\n- wood\r\n• glass", "steel|wood|glass"),
        ("Industry 4,0; support 24/7", "Industry 4,0|support 24/7"),
        ("Welding; WELDING ;welding.", "Welding"),
        ("дерево، стекло；вода", "дерево|стекло|вода"),
        (" ; , / -- ", ""),
        ("", ""),
    ],
)
def test_topics_are_told_apart(text, found):
    assert "|".join(topics(text)) == found


def test_nobody_has_topics_without_end():
    assert len(topics("; ".join(f"topic {n}" for n in range(1000)))) == MOST_TOPICS
    assert [len(one) for one in topics("x" * 5000)] == [LONGEST_TOPIC]


@given(st.text(max_size=400))
def test_what_is_kept_reads_as_the_same(text):
    assert read_topics(read_topics(text)) == read_topics(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("laser cutting", "Lazer  Cuting"),
        ("laser cutting", "cutting of steel by laser"),
        ("machining", "machine parts"),
        ("medienos apdirbimas", "medienos apdirbimu"),
        ("Größe", "grosse"),
        ("software", "software testing"),
        ("wood", "woods"),
        ("of the", "OF THE"),
    ],
)
def test_these_fit(one, other):
    assert fit(topic_words(one), topic_words(other)) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("laser cutting", "plasma cutting"),
        ("3d printing", "2d printing"),
        ("internal audit", "interior design"),
        ("wood", "food"),
        ("", "wood"),
    ],
)
def test_these_do_not(one, other):
    assert fit(topic_words(one), topic_words(other)) == 0


def test_the_same_words_fit_best():
    exact = fit(topic_words("laser cutting"), topic_words("cutting, laser"))
    assert exact == 1 > fit(topic_words("laser cutting"), topic_words("laser cutting of steel"))


words = st.text("abcdeio", min_size=1, max_size=9)


@given(words, words)
def test_two_words_that_are_the_same_have_a_key_in_common(one, other):
    assert same_word(one, other) == same_word(other, one)
    if same_word(one, other):
        assert not {*keys(one)}.isdisjoint(keys(other))
