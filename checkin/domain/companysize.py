"""Reads how large a company is, and whether it is a partner, from columns of a list's own."""

import re
from enum import Enum, auto
from functools import lru_cache

from checkin.domain.meanings import NO, YES
from checkin.domain.words import plain, plain_words

# A company with as many employees is a large one, by the European definition.
LARGE = 250


class Asks(Enum):
    """What a heading asks for."""

    SMALL = auto()
    EMPLOYEES = auto()
    PARTNER = auto()


_HEADINGS = {
    Asks.SMALL: """
        sme, smes, is sme, sme status, is your company an sme, is your organisation an sme,
        are you an sme, small or medium company, small and medium company,
        small or medium enterprise, small and medium sized enterprise,
        mvį, svv, ar mvį, mvu, vai mvu, vke, kas vke, mśp, czy mśp, kmu, smf, мсп, pme, pmi, pyme,
        smulkioji ar vidutinė įmonė, mazais vai vidējais uzņēmums,
        väike või keskmise suurusega ettevõte, małe lub średnie przedsiębiorstwo,
        kleines oder mittleres unternehmen, små och medelstora företag,
        малое или среднее предприятие""",
    Asks.EMPLOYEES: """
        employees, number of employees, no of employees, employee count, how many employees,
        number of staff, company size, size of company, size of the company,
        organisation size, organization size, enterprise size, size of enterprise, business size,
        įmonės dydis, darbuotojų skaičius, darbuotojai, organizacijos dydis,
        uzņēmuma lielums, uzņēmuma izmērs, darbinieku skaits, darbinieki, organizācijas lielums,
        ettevõtte suurus, töötajate arv, töötajaid, organisatsiooni suurus,
        wielkość firmy, wielkość przedsiębiorstwa, liczba pracowników, liczba zatrudnionych,
        unternehmensgröße, firmengröße, betriebsgröße, mitarbeiterzahl, anzahl mitarbeiter,
        anzahl der mitarbeiter, beschäftigte, anzahl beschäftigte,
        företagsstorlek, antal anställda, anställda, företagets storlek,
        размер компании, размер предприятия, число сотрудников, количество сотрудников,
        численность, численность сотрудников""",
    Asks.PARTNER: """
        partner, partners, is partner, project partner, partner organisation, partner organization,
        partner of the project, consortium partner, partneris, projekto partneris,
        partnerė, projekta partneris, partnerorganizācija, projektipartner,
        partnerorganisatsioon, partner projektu, organizacja partnerska, projektpartner,
        partnerorganisation, партнер, партнер проекта""",
}
_ASKED = {plain(name): asks for asks, names in _HEADINGS.items() for name in names.split(",")}
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_LANGUAGES = re.compile(r"\s*[/|]\s*|\s+[-–—]\s+")

_SMALL = plain_words(
    """sme, smes, micro, small, medium, startup, mvį, svv, mvu, vke, mśp, kmu, smf, мсп, pme, pmi,
    maža, vidutinė, mikro, mazs, mazais, vidējs, vidējais, väike, keskmine, mikroettevõte,
    mikroprzedsiębiorstwo, mały, małe, mała, średni, średnie, średnia, kleinst, klein, kleines,
    mittel, mittleres, mittelgroß, liten, litet, små, medelstor, medelstort, mikroföretag,
    микро, малая, малое, малый, средняя, среднее, средний""",
    ",",
)
_BIG = plain_words(
    """large, big, didelė, stambi, liels, lielais, suur, duży, duże, duża, groß, grosses, großes,
    großunternehmen, stor, stort, storföretag, крупная, крупное, крупный, большая""",
    ",",
)
_DENIALS = plain_words("not non no nėra nav pole nie nicht kein keine ej inte не нет")
_SILENT = plain_words("n a, na, none, unknown, not known, other, ?", ",")
_PARTNERS = plain_words(
    """partneris partnerė partner partners partnerorganisation partnerorganizācija projektpartner
    projektipartner partnerem партнер"""
)
_STRANGERS = plain_words("external outside extern externt välis ārējs išorinis zewnętrzny внешний")

_NUMBER = re.compile(r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+(?!\d)|\d+")
_NOT_DIGITS = re.compile(r"\D")


def _signs(signs: str, words: str) -> re.Pattern[str]:
    spoken = "|".join(word.strip() for word in words.split(","))
    return re.compile(rf"[{signs}]|\b(?:{spoken})\b", re.IGNORECASE)


_NOT_LESS = r"(?<!no )(?<!not )"
_LESS = _signs(
    "<≤",
    rf"""{_NOT_LESS}less, {_NOT_LESS}fewer, under, below, up to, at most, no more, not more, iki,
    mažiau, ne daugiau, līdz, mazāk, ne vairāk, kuni, alla, vähem, do, poniżej, mniej, bis, unter,
    weniger, högst, färre, upp till, до, менее, меньше, не более""",
)
_MORE = _signs(
    ">≥+",
    """more, not less, not fewer, over, above, at least, from, and up, daugiau, virš, nuo, vairāk,
    virs, no, üle, rohkem, alates, ponad, powyżej, więcej, od, über, mehr, ab, över, mer, fler,
    более, свыше, больше, от""",
)


def asked_by(heading: str) -> Asks | None:
    """Return what the heading of a column asks, in any of its languages; None for all else."""
    parts = (_BRACKETS.sub(" ", heading), *_BRACKETS.findall(heading), *_LANGUAGES.split(heading))
    for part in (heading, *parts):
        if asks := _ASKED.get(plain(part)):
            return asks
    return None


@lru_cache(maxsize=4096)
def says_small(text: str, asks: Asks) -> bool | None:
    """Tell whether a cell says fewer than 250 employees; None for one that leaves it open.

    To a question for a number `1` is one employee, to the other it is yes.
    """
    words = plain(text)
    if words in _SILENT or not (words or text.strip()):
        return None
    if asks is Asks.SMALL and (answer := _yes_or_no(text)) is not None:
        return answer
    if (answer := _by_number(text)) is not None:
        return answer
    if _NUMBER.search(text):
        return None
    answer = _by_words(set(words.split()))
    return _yes_or_no(text) if answer is None and asks is Asks.SMALL else answer


@lru_cache(maxsize=4096)
def says_partner(text: str) -> bool | None:
    """Tell whether a cell says partner; None for one that leaves it open."""
    words = set(plain(text).split())
    if plain(text) in _SILENT:
        return None
    if (answer := _yes_or_no(text)) is not None:
        return answer
    if words & _PARTNERS:
        return not words & _DENIALS
    return False if words & _STRANGERS else None


def _yes_or_no(text: str) -> bool | None:
    words = plain(text) or text.strip()
    if words in YES:
        return True
    return False if words and words in NO else None


def _by_number(text: str) -> bool | None:
    """Read `120`, `10–49`, `< 250`, `250+`; None for what may be either, as `over 50`."""
    numbers = [int(_NOT_DIGITS.sub("", found)[:9]) for found in _NUMBER.findall(text)]
    if not numbers:
        return None
    low, high = min(numbers), max(numbers)
    if low == high:
        if _LESS.search(text):
            return True if high <= LARGE else None
        if _MORE.search(text):
            return False if low >= LARGE - 1 else None
        return low < LARGE
    if low >= LARGE:
        return False
    return True if high <= LARGE else None


def _by_words(words: set[str]) -> bool | None:
    small, big = bool(words & _SMALL), bool(words & _BIG)
    if small == big:
        return None
    return small != bool(words & _DENIALS)
