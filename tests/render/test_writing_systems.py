"""Every script of the world is drawn as its readers write it."""

import unicodedata
from typing import NamedTuple

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont, QTextLayout

from checkin.render.fonts import FAMILY, load_fonts
from checkin.render.glyphs import Shapes, missing_letters, writing_system
from checkin.render.sheet import write_pdf
from checkin.render.systemfonts import families_for_emoji, families_for_letters
from checkin.render.texts import capitals, printable
from tests.render.faces import CLASSIC, face
from tests.render.names import PEOPLE, decomposed
from tests.render.paper import Pages

SIZE = 100
# There is no bold one of the small Chinese font of a bare Debian, nor of signs.
NEVER_BOLD = {"WenQuanYi Micro Hei", "Noto Sans Symbols2", "Noto Color Emoji"}

# What Qt writes into a PDF letter by letter; conjuncts of India have no letter of their own.
READ_BACK = (
    "Lithuanian", "Latvian", "Polish", "Turkish", "Azerbaijani", "Vietnamese", "Russian",
    "Ukrainian", "Kazakh", "Greek", "Georgian", "Armenian", "Arabic", "Amharic", "Chinese",
    "Japanese", "Korean",
)  # fmt: skip

scripts = pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)


@pytest.fixture(scope="module", autouse=True)
def fonts(qapp):
    """Without fonts for all of them nothing here can be told."""
    load_fonts()
    lacking = {name for name, texts in PEOPLE.items() if missing_in(texts)}
    assert not lacking, f"install the fonts that .ci/run names, for {lacking}"


class Glyph(NamedTuple):
    raw: QRawFont
    number: int
    left: float


def missing_in(texts):
    return missing_letters([texts]).get(0, {})


def font(weight=QFont.Weight.Normal):
    made = QFont(load_fonts())
    made.setPixelSize(SIZE)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def glyphs(text, weight=QFont.Weight.Normal):
    """Return font, number and place from the left of each glyph of a line."""
    layout = QTextLayout(text, font(weight))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [
        Glyph(run.rawFont(), number, at.x())
        for run in layout.glyphRuns()
        for number, at in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]


def numbers(text):
    return sorted((glyph.raw.familyName(), glyph.number) for glyph in glyphs(text))


def ends(text):
    """Return the numbers of the leftmost and the rightmost glyph of a line."""
    line = sorted(glyphs(text), key=lambda glyph: glyph.left)
    return line[0].number, line[-1].number


def width(text):
    return QFontMetricsF(font()).horizontalAdvance(text)


@scripts
def test_letters_are_letters_and_no_boxes(person):
    for text in person:
        assert all(glyph.number for glyph in glyphs(printable(text))), text


@scripts
def test_a_name_is_of_one_font_that_we_chose(person):
    installed = set(QFontDatabase.families())
    ours = [FAMILY, *families_for_letters(installed), *families_for_emoji(installed)]
    for text in person:
        drawn = {glyph.raw.familyName().lower() for glyph in glyphs(printable(text))}
        assert drawn <= {family.lower() for family in ours}, text
        # Blanks and signs are of the font of all scripts.
        assert len(drawn - {FAMILY.lower()}) <= 1 or person is PEOPLE["Emoji"], text


@scripts
def test_bold_is_bold(person):
    for text in person:
        for glyph in glyphs(printable(text), QFont.Weight.Bold):
            bold = "Bold" in glyph.raw.styleName()
            assert bold or glyph.raw.familyName() in NEVER_BOLD, text


@scripts
def test_letters_and_marks_apart_are_the_same_picture(person):
    for text in person:
        assert printable(decomposed(text)) == printable(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("שרה", "ש", "ה"),
        ("محمد", "مم", "مد"),
        ("מרכז החדשנות", "מ", "ת"),
        ("دانشگاه تهران", "د", "ن"),
        ("מכון Weizmann", "מ", "W"),
        ("שרה…", "ש", "…"),
    ],
)
def test_what_is_read_leftwards_begins_at_the_right(text, first, last):
    assert ends(text) == (ends(last)[0], ends(first)[1])


@pytest.mark.parametrize("name", ["محمد", "علی", "بیگم", "ܡܠܟܐ"])
def test_joined_letters_are_joined(name):
    alone = {number for letter in name for number in numbers(letter)}
    assert len(set(numbers(name)) - alone) >= 2


@pytest.mark.parametrize("text", ["می\u200cخواهد", "شرکت\u200cکننده"])
def test_letters_held_apart_are_apart(text):
    assert printable(text) == text
    joined = numbers(text.replace("\u200c", ""))
    assert [number for number in numbers(text) if number not in joined]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("क्ष", 1),
        ("ज्ञ", 1),
        ("श्री", 2),
        ("ක්\u200dෂ", 1),
        ("க்ஷ", 1),
        ("Ẵ", 1),
        ("👩\u200d👩\u200d👧\u200d👦", 1),
        ("🇱🇻", 1),
        ("👍🏽", 1),
        ("🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", 1),
    ],
)
def test_what_is_written_as_one_sign_is_one(text, count):
    assert len(glyphs(printable(text))) == count


@pytest.mark.parametrize(
    ("bare", "marked"), [("ท", "ที่"), ("ป", "ปั้"), ("ש", "שָׁ"), ("د", "دُّ"), ("a", "a\u0323\u0302")]
)
def test_marks_stand_above_and_below_their_letter(bare, marked):
    assert width(printable(marked)) == pytest.approx(width(bare), abs=SIZE / 100)


def test_georgian_has_no_capitals_on_paper():
    assert capitals("მონაწილე") == "მონაწილე"
    assert not missing_in([capitals(PEOPLE["Georgian"][3])])


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        ("ა", "Georgian"), ("Ა", "Georgian"), ("ش", "Arabic"), ("\u064e", "Arabic"),
        ("क", "Devanagari"), ("\u093f", "Devanagari"), ("ท", "Thai"), ("王", "Chinese"),
        ("さ", "Japanese"), ("ー", "Japanese"), ("김", "Korean"), ("ଅ", "Odia"), ("Ə", "Latin"),
        ("ʼ", "Latin"), ("ދ", "Thaana"), ("ި", "Thaana"), ("\U00010600", "Linear A"),
        ("\U00010300", "Old Italic"), ("\u0301", "accents"), ("😀", "signs"), ("☎", "signs"),
        ("5", "signs"), ("\U000e0fff", "signs"),
    ],
)  # fmt: skip
def test_scripts_have_names(letter, script):
    assert writing_system(letter) == script


def test_a_letter_that_no_font_has_is_a_box_and_its_marks_go():
    toto, marked = "\U0001e290", "\U0001e290\U0001e2ae"
    assert Shapes().drawable(f"Ada {marked}a") == "Ada \u2610a"
    assert missing_in(["Ada", marked]) == {"Toto": marked}
    assert missing_in(["Ada " * 100, toto]) == {"Toto": toto}


def test_simple_scripts_come_back_from_the_pdf_and_nothing_hidden_does(tmp_path):
    names = {name: PEOPLE[name][0] for name in READ_BACK}
    hidden = face("A\u202ed\x00a\x1b[31m", "Byron\u2066\u200f\u00ad")
    write_pdf(tmp_path / "names.pdf", [hidden, *map(face, names.values())], CLASSIC)
    pages = Pages(tmp_path / "names.pdf")
    text = "".join(pages.text(page) for page in range(len(pages)))
    assert {name for name, shown in names.items() if shown not in text} == set()
    assert {unicodedata.category(letter) for letter in text} & {"Cf", "Co", "Cs"} == set()
    assert {letter for letter in text if unicodedata.category(letter) == "Cc"} <= {"\r", "\n"}
