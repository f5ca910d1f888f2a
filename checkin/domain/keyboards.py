"""Texts typed through another keyboard layout, put back into the letters on the keys.

A scanner presses the keys of a US keyboard; what arrives depends on the layout the computer is
set to. Each row below is what the keys B C D E F G H J K L N O P R S T U V X give there, as the
X keyboard data (xkeyboard-config 2.35) have it. Dvorak, Colemak, Bépo and Neo are left out.
"""

from collections.abc import Iterator
from itertools import combinations, count

from checkin.domain.code import ALPHABET, CODE_LETTERS, NUMBER_LETTERS

_ROWS = (
    # Cyrillic: Russian and Kazakh, Ukrainian, Belarusian, Bulgarian (BDS), Serbian and Macedonian
    "исвуапролдтщзкыегмч",
    "исвуапролдтщзкіегмч",
    "ісвуапролдтўзкыегмч",
    "фъаеожгтнвхдзияшкэй",
    "бцдефгхјклнопрстувџ",
    # Cyrillic by sound: Russian (three), Ukrainian, Bulgarian (two)
    "бцдефгхйклнопрстужь",
    "бцдефгчйклнопрстужх",
    "бцдефгчйклнопрстувх",
    "бцдефґгйклнопрстувх",
    "бцдефгхйклнопрстувж",
    "БЦДЕФГХЙКЛНОПРСТУЖѝ",
    # Greek
    "βψδεφγηξκλνοπρστθωχ",
    # Georgian: QWERTY order, the same with Shift, ergonomic
    "ბცდეფგჰჯკლნოპრსტუვხ",
    "BჩDEFGHჟKLNOPღშთUVX",
    "ჟყაუეოდმსრზვშძიჭთღჰ",
    # Armenian: standard, Eastern, its alternative, Western, by sound (two)
    "զչգբեանիտհլըթսվմւյդ",
    "բքդէֆգհճկլնոպրստըվց",
    "բգդէֆքհճկլնոպրստըվց",
    "պգտէֆկհճքլնոբրսդըւց",
    "բցդեֆգհյկլնօպրստւվղ",
    "բցդեֆգհյկլնօպռստւվղ",
    # Hebrew (with Shift it types Latin capitals)
    "נבגקכעיחלךמםפרדאוהס",
    # Arabic, the same with Shift (two ways to write the key U), Persian, the same with Shift
    "\ufefbؤيثبلاتنمىخحقسفعرء",
    "\ufef5}]\u064f[\ufef7أـ،/آ×؛\u064c\u064d\ufef9`{\u0652",
    "\ufef5}]\u064f[\ufef7أـ،/آ×؛\u064c\u064d\ufef9‘{\u0652",
    "ذزیثبلاتنمدخحقسفعرط",
    "\u200cژي\u064dإأآة»«\u0654][\u064bئ\u064f\u064e\u0670\u0653",
    # Latin layouts of Europe where one of the letters moved: Lithuanian standard and IBM,
    # Northern Sámi, Latvian adapted, Gagauz, Crimean Tatar, Turkish F and its capitals
    "bcdešghjklnoprstuvū",
    "bcdefghjklnoprstuvū",
    "bcdefghjklnoprstuvč",
    "bcdefghjklnoprstuvķ",
    "bcdefghjklnoprstuvç",
    "bcdefghjklnoprstuvñ",
    "çveğaütkmlzhpıiorcö",
    "ÇVEĞAÜTKMLZHPIİORCÖ",
)

# Windows types an Arabic ligature as two letters; those of one key only are joined at once.
_LIGATURES = {"لآ": "\ufef5", "لأ": "\ufef7", "لإ": "\ufef9"}
_LAM_ALEF, _KEY_B = "لا", "\ufefb"
_MOST_LAM_ALEFS = 10
_SYMBOLOGY_MARK = 3


def _table(row: str) -> dict[int, str]:
    table = dict(zip(map(ord, row), ALPHABET, strict=True))
    for capital, letter in zip(row.upper(), ALPHABET, strict=True):
        table.setdefault(ord(capital), letter)
    return table


_TABLES = tuple(map(_table, _ROWS))
_LAYOUTS_WITH = {
    chr(key): sum(1 << layout for layout, table in enumerate(_TABLES) if key in table)
    for key in set().union(*_TABLES)
}


def put_back(text: str) -> tuple[str, ...]:
    """Return what a scanner meant, in Latin capitals, for each layout that may have turned it so.

    Readings are by key, never by shape: a Cyrillic А is no A. Empty when the text holds anything
    that no layout types with a badge code's nineteen keys, or when it needs no putting back.
    """
    readings = dict.fromkeys(
        reading for mark, spelling in _spellings(text) for reading in _readings(mark, spelling)
    )
    return tuple(reading for reading in readings if reading != text.upper())


def _spellings(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways one character may stand for one key, apart from a symbology mark before."""
    for spelling in _lam_alefs_told_apart(text):
        yield "", spelling
        # `]Q1` looks different on every layout; a dead key may have swallowed part of it.
        if CODE_LETTERS < len(spelling) <= CODE_LETTERS + _SYMBOLOGY_MARK:
            mark, code = spelling[:-CODE_LETTERS], spelling[-CODE_LETTERS:]
            yield mark, code.upper() if code.isascii() else code


def _lam_alefs_told_apart(text: str) -> Iterator[str]:
    """Yield each way to read the two letters that are either the key B or the keys G and H.

    Only the length of a code says how many of them are B.
    """
    if "ل" not in text:
        yield text
        return
    for pair, ligature in _LIGATURES.items():
        text = text.replace(pair, ligature)
    yield text
    pieces = text.split(_LAM_ALEF)
    pairs = len(pieces) - 1
    if pairs > _MOST_LAM_ALEFS:
        return
    for length in (CODE_LETTERS, NUMBER_LETTERS):
        if 0 < len(text) - length <= pairs:
            for on_key_b in combinations(range(1, pairs + 1), len(text) - length):
                joints = ((_KEY_B if place in on_key_b else _LAM_ALEF) for place in count(1))
                yield pieces[0] + "".join(
                    joint + piece for joint, piece in zip(joints, pieces[1:], strict=False)
                )


def _readings(mark: str, text: str) -> Iterator[str]:
    """Read `text`; none of the keys of a symbology mark is one of a badge code's nineteen."""
    if len(text) == CODE_LETTERS and not text.strip(ALPHABET):
        if not set(mark.upper()) & set(ALPHABET):
            yield text
        return
    layouts = -1 if text else 0
    for letter in text:
        layouts &= _LAYOUTS_WITH.get(letter, 0)
        if not layouts:
            return
    for layout, table in enumerate(_TABLES):
        if layouts >> layout & 1 and not any(ord(letter) in table for letter in mark):
            yield text.translate(table)
