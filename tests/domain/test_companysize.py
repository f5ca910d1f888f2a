"""What lists say of how large a company is, and of who is a partner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.companysize import LARGE, Asks, asked_by, says_partner, says_small


@pytest.mark.parametrize(
    ("heading", "asks"),
    [
        ("SME", Asks.SMALL),
        ("SME?", Asks.SMALL),
        ("Is your company an SME?", Asks.SMALL),
        ("Company (SME)", Asks.SMALL),
        ("MVU / SME", Asks.SMALL),
        ("Company size (employees)", Asks.EMPLOYEES),
        ("Uzņēmuma lielums", Asks.EMPLOYEES),
        ("Darbuotojų skaičius", Asks.EMPLOYEES),
        ("Unternehmensgröße", Asks.EMPLOYEES),
        ("Число сотрудников", Asks.EMPLOYEES),
        ("Project partner (yes/no)", Asks.PARTNER),
        ("Partneris", Asks.PARTNER),
        ("Interested in SME funding", None),
        ("Employees travelling along", None),
        ("Meal", None),
        ("", None),
    ],
)
def test_a_column_is_known_by_its_heading(heading: str, asks: Asks | None) -> None:
    assert asked_by(heading) is asks


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("120", True),
        ("249", True),
        ("250", False),
        ("1 200", False),
        ("1,200 employees", False),
        ("10–49", True),
        ("50-250", True),
        ("250-499", False),
        ("201-500", None),
        ("<250", True),
        ("up to 500", None),
        ("līdz 250", True),
        ("no more than 250", True),
        ("250+", False),
        ("> 249", False),
        ("at least 250", False),
        ("not less than 10", None),
        ("over 50", None),
        ("Large (250+)", False),
        ("Medium-sized", True),
        ("Vidējs uzņēmums", True),
        ("Großunternehmen", False),
        ("small or large", None),
        ("not an SME", False),
        ("n/a", None),
        ("–", None),
        ("", None),
        ("we do not tell", None),
    ],
)
def test_a_size_is_read_or_left_open(text: str, small: bool | None) -> None:
    assert says_small(text, Asks.EMPLOYEES) is small


@pytest.mark.parametrize(
    ("text", "small"),
    [("yes", True), ("Jā", True), ("1", True), ("no", False), ("0", False), ("non-SME", False)],
)
def test_to_the_question_whether_one_is_an_sme_yes_is_an_answer(text: str, small: bool) -> None:
    assert says_small(text, Asks.SMALL) is small


@given(st.integers(0, 999_999))
def test_fewer_than_250_is_small_however_a_number_is_written(employees: int) -> None:
    for text in (str(employees), f"{employees:,}", f"{employees:,}".replace(",", "\u00a0")):
        assert says_small(text, Asks.EMPLOYEES) is (employees < LARGE)


@given(st.text(), st.sampled_from(Asks))
def test_any_text_is_read_without_a_word(text: str, asks: Asks) -> None:
    assert says_small(text, asks) in {True, False, None}
    assert says_partner(text) in {True, False, None}
    asked_by(text)


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("yes", True),
        ("Lead partner", True),
        ("not a partner", False),
        ("External", False),
        ("no", False),
        ("Metal Cluster", None),
        ("-", None),
    ],
)
def test_who_is_a_partner(text: str, partner: bool | None) -> None:
    assert says_partner(text) is partner
