"""Letters that other programs garbled are put right and said; true names are never changed."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.gateways.entities import without_entities
from checkin.gateways.garbled import PAGES, ungarbled
from checkin.gateways.sheets import read_list
from tests.names import PEOPLE

NAMES = [name for names in PEOPLE.values() for name in names]
LATIN = [
    name for language in ("lv", "lt", "ee", "pl", "de", "se", "fr") for name in PEOPLE[language]
]


def garbled(text, page, times=1):
    """Return what comes of saving the text by a program that takes UTF-8 for a code page."""
    for _ in range(times):
        text = "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in text.encode())
    return text


def words(text):
    return re.split("[ ,\n]", text)


def a_list(names):
    return "Name,Org\n" + "".join(f"{name},x\n" for name in names)


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("page", ["cp1252", "latin-1", "cp1257", "cp1250", "cp1251", "cp1254"])
@pytest.mark.parametrize("language", ["lv", "lt", "ee", "pl", "de", "se", "ru", "cz", "fr", "gr"])
def test_a_garbled_list_is_what_was_meant(language, page, times):
    text = a_list(PEOPLE[language])
    assert ungarbled(garbled(text, page, times))[0] == text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", PEOPLE)
def test_no_word_of_a_garbled_list_becomes_another(language, page):
    text = a_list(PEOPLE[language])
    wrong = garbled(text, page)
    better = ungarbled(wrong)[0]
    for meant, seen, read in zip(*map(words, (text, wrong, better)), strict=True):
        assert read in (meant, seen)


@given(
    st.lists(st.sampled_from(LATIN), min_size=1), st.lists(st.sampled_from(NAMES)), st.booleans()
)
def test_rows_garbled_among_true_ones_are_put_right(wrong, right, first):
    lists = [garbled(a_list(wrong), "cp1252"), a_list(right)]
    meant = [a_list(wrong), a_list(right)]
    order = slice(None) if first else slice(None, None, -1)
    assert ungarbled("".join(lists[order]))[0] == "".join(meant[order])


@given(st.lists(st.sampled_from(NAMES), min_size=1), st.sampled_from(" ,;\t\"'’“”„–—-./()"))
def test_true_names_are_never_changed(names, between):
    for text in (between.join(names), between.join(names).upper(), f"{between.join(names)}”"):
        assert ungarbled(text) == (text, [])


@pytest.mark.parametrize(
    "name",
    [
        "Ã", "SÃO JOÃO", "IRMÃ”", "“IRMÔ", "JOSÉ–MARIA", "ANDRÉ’S", "„SCHULE Ä“", "Гі де Мопассан",
        "Їжак", "Nguyễn Văn Đức", "Çağla Öğüt", "Anne–Élise", "Böll–Ångström", "A\xa0B", "25 °C",
        "Œuvres «Ñandú»", "ÆØÅ", "Žižkov ÄŠÏ", "Ğ", "ÜÇÖ", "€ 5", "naïve", "Łódź", "Â", "Å§",
    ],
)  # fmt: skip
def test_odd_true_texts_stay_as_they_are(name):
    assert ungarbled(f"Name,Org\n{name},x\n") == (f"Name,Org\n{name},x\n", [])


@given(st.text())
@example("Ä“")
def test_any_text_is_taken_and_what_is_changed_is_said(text):
    better, warnings = ungarbled(text)
    assert bool(warnings) == (better != text)
    assert not (text.isascii() and warnings)


def test_what_was_garbled_is_said(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Org\nJānis,Rīga\nAnna BÄ“rziÅ†Å¡,LU\nÄ¢irts,RTU\n", encoding="utf-8")
    people = read_list(path)
    assert [row.cells[0] for row in people.rows] == ["Jānis", "Anna Bērziņš", "Ģirts"]
    assert people.warnings == (("letters-garbled", "2: BÄ“rziÅ†Å¡ → Bērziņš"),)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("M&uuml;ller", "Müller"),
        ("O&#39;Neil", "O'Neil"),
        ("O&#x27;Neil", "O'Neil"),
        ("O&apos;Neil", "O'Neil"),
        ("R&amp;D", "R&D"),
        ("R &amp; D", "R & D"),
        ("M&amp;uuml;ller", "Müller"),
        ("B&#275;rzi&#326;&#353;", "Bērziņš"),
        ("A&nbsp;B", "A\xa0B"),
        ("&lt;b&gt;Anna", "<b>Anna"),
        ("B&Auml;&ldquo;rzi", "BÄ“rzi"),
    ],
)
def test_letters_of_web_pages_are_put_right(typed, meant):
    text, warnings = without_entities(f"Name;Org\n{typed};x\n")
    assert text == f"Name;Org\n{meant};x\n"
    assert warnings == [("letters-of-web-pages", f"1: {typed} → {meant}")]


@pytest.mark.parametrize(
    "text", ["AT&T;x", "H&M;x", "&nbsp;&amp;", "R&D", "a&unknown;b", "&;", "&#;", "&copy", "A&B;C"]
)
def test_an_ampersand_of_a_name_stays(text):
    assert without_entities(text) == (text, [])


def test_quotes_and_delimiters_of_web_pages_end_no_cell(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(
        'Name,Org\n"Jon &quot;JJ&quot; Jay","A&#44; B"\n&quot;Rock&quot; J,x\nAnn&#44; Kay,x\n'
    )
    assert [row.cells for row in read_list(path).rows] == [
        ('Jon "JJ" Jay', "A, B"),
        ('"Rock" J', "x"),
        ("Ann&#44; Kay", "x"),
    ]
