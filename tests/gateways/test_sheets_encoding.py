"""Letters are read right in whatever encoding a list was saved, or it is refused."""

import pytest

from checkin.errors import CheckinError
from checkin.gateways.encoding import CODE_PAGES
from checkin.gateways.sheets import read_list

PEOPLE = {
    "lv": ["Jānis Bērziņš", "Līga Ķēniņa", "Ģirts Šķēle", "Žanna Ūdre"],
    "lt": ["Kęstutis Žemaitis", "Rūta Šimkutė", "Jūratė Čepaitė", "Įstaiga Ąžuolas"],
    "ee": ["Õnne Jõgi", "Ülle Mägi", "Tõnu Õunapuu", "Žanna Käär"],
    "pl": ["Łukasz Żółć", "Małgorzata Wiśniewska", "Paweł Kamiński"],
    "de": ["Jürgen Müller", "Björn Größe", "Jörg Weiß"],
    "se": ["Åsa Öberg", "Göran Sjöström", "Märta Åkesson"],
    "ru": ["Иван Петров", "Ольга Щукина", "Юрий Ёлкин"],
    "cz": ["Jiří Dvořák", "Lukáš Černý", "Zdeňka Růžičková"],
    "fr": ["Françoise Lefèvre", "Hélène Noël"],
}
USUAL = {
    **dict.fromkeys(("lv", "lt", "ee", "pl", "de", "se"), "cp1257"),
    "ru": "cp1251",
    "cz": "cp1250",
    "fr": "cp1252",
}


def a_list(names, ending):
    return "Name;Email\r\n" + "".join(f"{name};someone@example.{ending}\r\n" for name in names)


def names_read(path, data):
    path.write_bytes(data)
    return [row.cells[0] for row in read_list(path).rows]


def attempt(path, data):
    """Return the names, or the code of the refusal."""
    try:
        return names_read(path, data)
    except CheckinError as error:
        return error.code


@pytest.mark.parametrize("country", USUAL)
def test_the_windows_code_page_of_each_country_is_read(tmp_path, country):
    names = PEOPLE[country]
    path = tmp_path / "people.csv"
    path.write_bytes(a_list(names, country).encode(USUAL[country]))
    people = read_list(path)
    assert [row.cells[0] for row in people.rows] == names
    assert [code for code, _ in people.warnings] == ["guessed-encoding"]


@pytest.mark.parametrize("ending", ["org", "own"])
@pytest.mark.parametrize("page", CODE_PAGES)
@pytest.mark.parametrize("country", PEOPLE)
def test_names_are_read_right_or_not_at_all(tmp_path, country, page, ending):
    """Whole lists, in any code page, also when no address tells the country."""
    names = PEOPLE[country]
    text = a_list(names, country if ending == "own" else ending)
    data = text.encode(page, "ignore")
    if data.decode(page) == text:
        assert attempt(tmp_path / "people.csv", data) in (names, "sheet-encoding")


@pytest.mark.parametrize("country", ["lv", "lt", "ee"])
def test_one_baltic_name_is_enough_when_its_address_tells_the_country(tmp_path, country):
    for name in PEOPLE[country][:1]:
        data = a_list([name], country).encode("cp1257")
        assert names_read(tmp_path / "people.csv", data) == [name]


def test_a_lone_name_that_could_be_two_is_refused(tmp_path):
    with pytest.raises(CheckinError) as caught:
        names_read(tmp_path / "people.csv", a_list(["Kęstutis"], "org").encode("cp1257"))
    assert caught.value.code == "sheet-encoding"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_with_and_without_its_mark(tmp_path, encoding):
    names = [name for names in PEOPLE.values() for name in names]
    assert names_read(tmp_path / "people.csv", a_list(names, "org").encode(encoding)) == names


def test_utf16_with_its_mark_in_both_orders(tmp_path):
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        data = mark + a_list(PEOPLE["ru"], "ru").encode(encoding)
        assert names_read(tmp_path / "people.csv", data) == PEOPLE["ru"]


def test_utf16_cut_in_the_middle_of_a_letter_is_refused(tmp_path):
    with pytest.raises(CheckinError) as caught:
        names_read(tmp_path / "people.csv", a_list(PEOPLE["lv"], "lv").encode("utf-16")[:-1])
    assert caught.value.code == "sheet-encoding"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_row_pasted_in_another_code_page_is_listed(tmp_path, mark):
    path = tmp_path / "people.csv"
    good = a_list(PEOPLE["lv"], "lv").encode()
    path.write_bytes(mark + good + "Šarlote Ķibere;s@example.lv\r\n".encode("cp1257"))
    people = read_list(path)
    assert [row.cells[0] for row in people.rows] == PEOPLE["lv"]
    (fault,) = people.faults
    assert (fault.row, fault.column, fault.reason) == (6, "Name", "encoding")
    assert fault.value == "\ufffdarlote \ufffdibere"


def test_the_whole_file_is_looked_at_not_only_its_beginning(tmp_path):
    plain = "Name;Email\r\n" + "".join(f"Plain {n};p{n}@example.org\r\n" for n in range(6000))
    data = plain.encode() + "Ģirts Ķēniņš;girts@example.lv\r\n".encode("cp1257")
    assert names_read(tmp_path / "people.csv", data)[-1] == "Ģirts Ķēniņš"


def test_a_guessed_list_with_one_row_of_another_code_page_is_refused(tmp_path):
    data = a_list(PEOPLE["lv"] * 500, "lv").encode("cp1257") + "Jānis;x\r\n".encode()
    with pytest.raises(CheckinError) as caught:
        names_read(tmp_path / "people.csv", data)
    assert caught.value.code == "sheet-encoding"


def test_letters_lost_before_us_are_said(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Org\nJ\ufffdnis B\ufffdrzi\ufffd\ufffd,RTU\n", encoding="utf-8")
    assert read_list(path).warnings == (("damaged-letters", "4"),)


def test_an_encoding_that_somebody_names_is_believed(tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes("Name;Firma\nGünther Ångström;Café Ørsted\nIñigo Šnë;Õ\n".encode("cp1252"))
    people = read_list(path, "cp1252")
    assert people.rows[1].cells == ("Iñigo Šnë", "Õ")
    assert not people.warnings
    for wrong in ("utf-8", "no such thing"):
        with pytest.raises(CheckinError) as caught:
            read_list(path, wrong)
        assert caught.value.code == "unknown-encoding"
