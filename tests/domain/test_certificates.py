"""A certificate's code: read back by hand and by scanner, and by nobody for anything else."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain import code
from checkin.domain.certificates import (
    Certificate,
    Facts,
    certificate_code,
    certificate_number,
    is_unaltered,
    read_certificate,
)
from checkin.domain.code import ALPHABET, CODE_LETTERS, code_for, printed
from checkin.domain.keyboards import put_back

keys = st.binary(min_size=32, max_size=32)
ids = st.text("0123456789abcdef", min_size=32, max_size=32)
lengths = st.integers(0, 10**9)
facts = st.builds(
    Facts,
    attendee=ids,
    hours=lengths,
    programme=lengths,
    days=st.lists(st.dates(), max_size=3).map(tuple),
    sessions=st.lists(ids, max_size=3).map(tuple),
)
issues = st.integers(1, 99)


@given(keys, facts, issues)
def test_a_code_is_read_back_scanned_and_typed(key: bytes, said: Facts, issue: int) -> None:
    number = certificate_number(key, said, issue)
    whole = certificate_code(key, number)
    assert len(whole) == CODE_LETTERS
    assert set(whole) <= set(ALPHABET)
    read = read_certificate(key, whole.lower(), put_back)
    assert read
    assert (read.number, read.proven) == (number, True)
    typed = read_certificate(key, printed(number), put_back)
    assert typed
    assert (typed.number, typed.proven) == (number, False)


@given(keys, facts, issues)
def test_badge_and_certificate_never_pass_as_one_another(
    key: bytes, said: Facts, issue: int
) -> None:
    number = certificate_number(key, said, issue)
    assert code.read(key, certificate_code(key, number), put_back) is None
    assert read_certificate(key, code_for(key, number), put_back) is None


@given(keys, keys, facts)
def test_a_code_of_another_event_is_not_ours(key: bytes, other: bytes, said: Facts) -> None:
    if key != other:
        theirs = certificate_code(other, certificate_number(other, said, 1))
        assert read_certificate(key, theirs, put_back) is None


@given(keys, facts, facts, issues)
def test_whatever_is_altered_shows(key: bytes, said: Facts, other: Facts, issue: int) -> None:
    made = Certificate("0" * 32, certificate_number(key, said, issue), issue, said)
    assert is_unaltered(key, made)
    assert is_unaltered(key, replace(made, facts=other)) == (said == other)
    assert not is_unaltered(key, replace(made, issue=issue + 1))
    assert not is_unaltered(key, replace(made, facts=replace(said, hours=said.hours + 1)))


def test_days_and_sessions_are_not_mistaken_for_one_another() -> None:
    key, day = b"k" * 32, date(2026, 6, 2)
    one = Facts("0" * 32, 1, 2, (day,), ())
    other = replace(one, days=(), sessions=(day.isoformat(),))
    assert certificate_number(key, one, 1) != certificate_number(key, other, 1)
