"""Topics that people offer and seek: read from what they typed, and compared word by word."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from checkin.domain.alike import distance
from checkin.domain.text import clean, fold
from checkin.domain.words import plain, plain_words

MOST_TOPICS = 30
LONGEST_TOPIC = 200
BETWEEN = "; "
# A comma or a stroke between two digits is part of a number, as in `Industry 4,0` and `24/7`.
_ENDS = re.compile(r"[;\n\r\u2022\u037e\u060c\uff1b\uff0c\u3001]|(?<!\d)[,/]|[,/](?!\d)")
_FILLERS = plain_words(
    """a an the of and or for in on to with by from at und oder für von der die das im mit ir bei
    un par ar no uz ja ning või i w z ze na do dla oraz och av för med til och и в на для с по et de
    la le les des du"""
)
# So many letters must two words begin with alike, and so many may follow in each, to be one word:
# `machine` and `machining`, `apdirbimas` and `apdirbimu`.
_STEM, _ENDING, _SHORTEST = 6, 3, 5
_LONGEST_WORD = 40


def topics(text: str) -> tuple[str, ...]:
    """Return the topics of a list with `;`, `,`, `/` or lines between, each once, as typed."""
    found: dict[str, str] = {}
    for part in _ENDS.split(text):
        topic = " ".join(clean(part).split())[:LONGEST_TOPIC].strip(" .-–*")
        if plain(topic):
            found.setdefault(plain(topic), topic)
    return tuple(found.values())[:MOST_TOPICS]


def read_topics(text: str) -> str:
    """Return a list of topics as it is kept."""
    return BETWEEN.join(topics(text))


@lru_cache(maxsize=1 << 14)
def topic_words(topic: str) -> tuple[str, ...]:
    """Return the words of a topic that tell it apart, folded, each once."""
    words = tuple(dict.fromkeys(word[:_LONGEST_WORD] for word in plain(topic).split()))
    return tuple(word for word in words if word not in _FILLERS) or words


@lru_cache(maxsize=1 << 16)
def same_word(one: str, other: str) -> bool:
    """Tell whether two folded words are one, but for their ending or one slip of the fingers."""
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if not (one.isalpha() and other.isalpha()):
        return False
    alike = _alike(one, other)
    if shorter < _SHORTEST:
        # One letter more is another number: wood and woods, but not work and worker.
        return shorter == _SHORTEST - 1 and alike == shorter == longer - 1
    if alike >= longer - _ENDING and (alike >= _STEM or alike == shorter):
        return True
    return distance(one, other, 1) <= 1


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def keys(word: str) -> Iterator[str]:
    """Yield texts of which two words that are the same have one in common; not only they."""
    yield word
    length = len(word)
    if length < _SHORTEST or not word.isalpha():
        return
    for end in range(max(_SHORTEST, length - _ENDING), length):
        yield word[:end]
    for at in range(length):
        yield f"{word[:at]}{word[at + 1 :]}"


def fit(one: Iterable[str], other: Iterable[str]) -> float:
    """Return how well two topics, as `topic_words` gives them, fit: from 0, not at all, to 1.

    They do if all words of the shorter are in the longer, or two of every three.
    """
    short, long = sorted((tuple(one), tuple(other)), key=len)
    found = sum(any(same_word(word, another) for another in long) for word in short)
    if found < len(short) and (found < 2 or 3 * found < 2 * len(short)):
        return 0.0
    return 2 * found / (len(short) + len(long)) if short else 0.0


def same_organisation(one: str, other: str) -> bool:
    """Tell whether two people come from one organisation, so far as they said where from."""
    return bool(one) and fold(one) == fold(other)
