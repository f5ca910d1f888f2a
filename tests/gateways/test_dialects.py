"""Lists as faulty programs and busy people leave them are read as they were meant."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.errors import CheckinError
from checkin.gateways.columns import Columns
from checkin.gateways.sheets import read_list
from tests.exports import EXPORTS, written

RESOURCE = Path(__file__).parents[2] / "resources" / "columns.toml"


@pytest.fixture
def listed(tmp_path):
    def read(content):
        path = tmp_path / "people.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_list(path)

    return read


def cells(people):
    return [row.cells for row in people.rows]


TWO = [("Anna Kalna", "a@example.lv"), ("Ivo Lejnieks", "i@example.lv")]
PLAIN = "Name,Email\r\nAnna Kalna,a@example.lv\r\nIvo Lejnieks,i@example.lv\r\n"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("\r\n", ",,,\r\n"),
        "\r\n\r\n" + PLAIN,
        "sep=,\r\n" + PLAIN,
        "\ufeffsep=,\r\n" + PLAIN,
        '"sep=,"\r\n' + PLAIN,
        "sep=\r\n" + PLAIN,
        "sep=,,,\r\n" + PLAIN,
        "sep=;\r\n" + PLAIN.replace(",", ";"),
        "Name,Email\rAnna Kalna,a@example.lv\nIvo Lejnieks,i@example.lv\r\n",
        "“Name”,“Email”\n“Anna Kalna”,“a@example.lv”\n“Ivo Lejnieks”,“i@example.lv”\n",
        '"Name,Email"\n"Anna Kalna,a@example.lv"\n"Ivo Lejnieks,i@example.lv"\n',
        '"Name,Email";;\n"Anna Kalna,a@example.lv";;\n"Ivo Lejnieks,i@example.lv";;\n',
        '"Name,Email"\n"Anna Kalna,""a@example.lv"""\n"Ivo Lejnieks,i@example.lv"\n',
        "# exported on 2 June 2016, by Anna, for the forum\n" + PLAIN,
        "#exported\n# by Anna\n\n" + PLAIN,
    ],
)
def test_the_same_two_people_in_every_shape(listed, text):
    people = listed(text)
    assert people.header == ("Name", "Email")
    assert cells(people) == TWO
    assert people.faults == ()


def test_a_header_that_begins_with_a_number_sign_is_one(listed):
    assert listed("#,Name\n1,Anna\n2,Ivo\n").header == ("#", "Name")
    assert listed("#Name,Org\nAnna,x\nIvo,y\n").header == ("#Name", "Org")


@pytest.mark.parametrize("data", [PLAIN.encode("utf-16-le")[1:], PLAIN.encode("utf-16-be")[1:]])
def test_zeros_between_letters_are_dropped_and_said(listed, data):
    people = listed(data)
    assert people.rows[-1].cells == TWO[-1]
    assert [code for code, _ in people.warnings] == ["zeros-between"]


def test_fields_filled_up_with_zeros(listed):
    people = listed(PLAIN.replace(",", "\0\0\0\0\0\0\0\0,"))
    assert cells(people) == TWO


def test_decimal_commas_are_no_delimiters(listed):
    people = listed("Name;Email;Price\nAnna;a@example.lv;12,50\nIvo;i@example.lv;7,00\n")
    assert people.rows[0].cells == ("Anna", "a@example.lv", "12,50")


def test_a_column_of_row_numbers_is_a_column(listed):
    people = listed(",Name,Org\n1,Anna,x\n2,Ivo,y\n")
    assert people.header == ("Column A", "Name", "Org")


def test_two_exports_pasted_together(listed):
    people = listed(PLAIN + "\r\n" + PLAIN.replace("Anna", "Eva"))
    assert [name for name, _ in cells(people)] == [
        "Anna Kalna", "Ivo Lejnieks", "Eva Kalna", "Ivo Lejnieks",
    ]  # fmt: skip
    assert people.warnings == (("header-again", "5"),)


@pytest.mark.parametrize("total", ["Total,2", "Kopā: 2,", "Iš viso,2", "Razem 2,", "Summe,2,00 €"])
def test_a_total_below_is_nobody(listed, total):
    people = listed(PLAIN.replace(",", ";") + total.replace(",", ";", 1) + "\r\n")
    assert cells(people) == TWO
    assert people.warnings == (("total-left-out", "4"),)


@pytest.mark.parametrize("line", ["Total,t@example.lv", "Total Kalna,2", "Total,", "Summa Maria,"])
def test_a_person_with_a_name_like_a_total_is_somebody(listed, line):
    assert len(listed(PLAIN + line + "\r\n").rows) == 3


def test_a_note_below_is_nobody_and_a_person_with_a_name_only_is(listed):
    people = listed(PLAIN + "\r\nExported on 2 June 2016\r\n")
    assert cells(people) == TWO
    assert people.warnings == (("note-left-out", "5"),)
    assert len(listed(PLAIN + "\r\nEva Zariņa\r\n").rows) == 3


def test_a_list_without_a_header_loses_nobody(listed):
    people = listed("Anna Kalna,a@example.lv,Rīgas Koki\nIvo Lejnieks,i@example.lv,SIA 7\n")
    assert people.header == ("Name", "Email", "Column C")
    assert [row.number for row in people.rows] == [1, 2]
    assert people.rows[0].cells[0] == "Anna Kalna"
    assert people.warnings == (("no-header", "Name, Email"),)


def test_an_address_in_a_title_is_no_person(listed):
    text = "Forest Forum;;info@example.lv\n" + PLAIN.replace(",", ";")
    with pytest.raises(CheckinError) as caught:
        Columns.load(RESOURCE).guess(listed(text))
    assert caught.value.code == "no-header"


def test_names_in_two_columns_without_a_header(listed):
    people = listed("Members\n1;Anna;Kalna;a@example.lv\n2;Ivo;Lejnieks;i@example.lv\n")
    assert people.header == ("Column A", "First name", "Last name", "Email")
    assert people.rows[0].cells == ("1", "Anna", "Kalna", "a@example.lv")


def test_a_name_with_its_address_is_parted(listed):
    people = listed(
        'Name\tResponse\n"Kalna, Anna (RTU) <a@example.lv>"\tAccepted\n'
        "Ivo Lejnieks <i@example.lv>\tDeclined\nEva Zariņa\tNone\n"
        "Jon Jay [j@example.lv]\tNone\n"
    )
    assert people.header == ("Name", "Response", "Email")
    assert people.rows[1].cells == ("Ivo Lejnieks", "Declined", "i@example.lv")
    assert people.rows[2].cells == ("Eva Zariņa", "None", "")
    assert ("addresses-parted", "Name") in people.warnings


def test_a_column_of_addresses_with_names_is_one_of_addresses(listed):
    people = listed("Name;El. paštas\nAnna;Anna K <a@example.lv>\nIvo;Ivo L <i@example.lv>\n")
    assert people.header == ("Name", "El. paštas")


@settings(max_examples=200)
@given(
    st.sampled_from(EXPORTS),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 40)), max_size=4),
)
def test_a_damaged_export_is_a_list_or_refused(tmp_path_factory, export, damages):
    data = written(export)
    for where, put, taken in damages:
        at = int(where * len(data))
        data = data[:at] + put + data[at + taken :]
    path = tmp_path_factory.mktemp("list") / "people.csv"
    path.write_bytes(data)
    try:
        people = read_list(path)
    except CheckinError:
        return
    assert all(len(row.cells) == len(people.header) for row in people.rows)
    "".join(cell for row in people.rows for cell in row.cells).encode("utf-8")
