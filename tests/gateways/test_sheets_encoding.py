"""Letters are read right in whatever encoding a list was saved, or it is refused."""

from collections import Counter

import pytest

from checkin.errors import CheckinError
from checkin.gateways.encoding import CODE_PAGES, decode
from checkin.gateways.sheets import read_list
from tests import names as named

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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", named.PEOPLE)
def test_cut_without_its_mark_it_is_refused_or_read_right(tmp_path, language, encoding):
    names = named.PEOPLE[language]
    data = a_short_list(names, "org").encode(encoding)
    for cut in (data[:-1], data + b"\n"):
        read = attempt(tmp_path / "people.csv", cut)
        assert read in (names, "sheet-is-foreign", "sheet-encoding")


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


def a_short_list(names, ending):
    return "Name;Email;Org\r\n" + "".join(
        f"{name};p{number}@example.{ending};Ltd\r\n" for number, name in enumerate(names)
    )


def short_lists(language, sizes):
    """Yield lists of so many people, with addresses that tell the country and that do not."""
    for size in sizes:
        for start in range(0, 12, size):
            for ending in ("org", language):
                yield a_short_list(named.PEOPLE[language][start : start + size], ending)


def judged(text, page):
    """Return `right`, `refused` or `wrong`, or nothing if the page has not the letters."""
    data = named.saved(text, page)
    if data is None:
        return None
    try:
        return "right" if decode(data).text == text else "wrong"
    except CheckinError:
        return "refused"


@pytest.mark.parametrize("language", named.SAVED_AS)
def test_short_lists_in_eighteen_languages(language):
    """Of lists of 3 to 12 people none is read wrong, and few are refused."""
    found = Counter(
        judged(text, page)
        for page in named.SAVED_AS[language]
        for text in short_lists(language, (3, 5, 8, 12))
    )
    assert found["wrong"] == 0
    assert found["refused"] <= {"ee": 10, "vn": 6}.get(language, 5), found
    assert found["right"] >= 10


def test_of_the_shortest_lists_hardly_any_is_read_wrong():
    """A name alone may be two names; only in code pages of DOS, which nobody has any more."""
    wrong = [
        page
        for language, pages in named.SAVED_AS.items()
        for page in pages
        for text in short_lists(language, (1, 2))
        if judged(text, page) == "wrong"
    ]
    assert len(wrong) <= 3
    assert set(wrong) <= {"cp775", "cp852"}


@pytest.mark.parametrize("page", ["cp737", "cp855", "mac-turkish"])
def test_a_page_we_do_not_know_ourselves_is_asked_about(tmp_path, page):
    language = {"cp737": "gr", "cp855": "ru", "mac-turkish": "tr"}[page]
    text = a_short_list(named.PEOPLE[language], "com")
    path = tmp_path / "people.csv"
    path.write_bytes(text.encode(page))
    people = read_list(path)
    assert [row.cells[0] for row in people.rows] == named.PEOPLE[language]
    assert people.encoding.replace("_", "-") == page


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("language", ["ru", "jp", "il"])
def test_unicode_without_its_mark_in_other_alphabets(tmp_path, language, encoding):
    text = a_short_list(named.PEOPLE[language], "org")
    path = tmp_path / "people.csv"
    path.write_bytes(text.encode(encoding))
    people = read_list(path)
    assert [row.cells[0] for row in people.rows] == named.PEOPLE[language]
    assert people.encoding == encoding


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Name\nMüller\n".encode(), "utf-8"),
        ("Name\nMüller\n".encode("utf-8-sig"), "utf-8"),
        (b"Name\nAnna\n", "utf-8"),
        (a_short_list(named.PEOPLE["lv"], "lv").encode("cp1257"), "cp1257"),
    ],
)
def test_a_table_tells_its_encoding(tmp_path, data, encoding):
    path = tmp_path / "people.csv"
    path.write_bytes(data)
    assert read_list(path).encoding == encoding
    assert read_list(path, "cp1257").encoding == "cp1257"
