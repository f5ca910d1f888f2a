"""Reads which days somebody comes: `both`, `Day 2`, `2 June`, `02.06.2016; 3.6.`, `2-3 June`."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from checkin.domain.text import fold
from checkin.domain.words import plain, plain_words

# January to December by the beginnings of their names, in English, Lithuanian, Latvian, Estonian,
# Polish, German, Swedish and Russian, folded.
MONTHS = tuple(
    tuple(starts.split())
    for starts in (
        "jan saus jaan sty янв",
        "feb vas lut veeb фев",
        "mar kov maerz мар",
        "apr bal kwi апр",
        "may maj geg mai мая маи",
        "jun birz juun cze июн",
        "jul liep juul lip июл",
        "aug rugp sier sie авг",
        "sep rugs wrz сен",
        "oct okt spa paz окт",
        "nov lap lis ноя",
        "dec dez gru dets дек",
    )
)
WEEKDAYS = tuple(
    tuple(starts.split())
    for starts in (
        "mon pirmad pirmd esmasp ponied mant man пон",
        "tue antrad otrd teisip wtor die tis втор",
        "wed treciad tresd kolmap srod mit ons сред",
        "thu ketvirtad ceturtd neljap czwart don tors четв",
        "fri penktad piektd reede piat fre пятн",
        "sat sestad sestd laupa sobot sam lor субб",
        "sun sekmad svetd puhap niedziel son воск",
    )
)
EVERY = plain_words(
    """all every any full whole entire everything visos visas visi viss kõik kogu wszystkie wszystko
    cały cale całość alle alles ganze ganz jeden alla hela samtliga все весь kiekvieną katru iga"""
)
BOTH = plain_words(
    "both abi abidvi abas abus mõlemad mõlemal oba obydwa obie beide beiden båda bägge оба обе"
)
FILLERS = plain_words(
    """day days the and on of only conference event diena dienos dieną dienas dienu dienām ir un ja
    ning i oraz und och и päev päeval päevad päeva dzień dni dnia tag tage am den dag dagar dagarna
    день дни дня только tik tikai ainult tylko nur bara endast st nd rd th m d r g år rok roku gada
    metų aasta г"""
)
DATE = re.compile(
    r"(?P<iso>\d{4})[-./](?P<isomonth>\d{1,2})[-./](?P<isoday>\d{1,2})(?:t\d\d?:\d\d\S*)?"
    r"|(?P<first>\d{1,2})[./](?P<second>\d{1,2})(?:[./](?P<year>\d{4}|\d\d)?|(?!\d))"
)
MONTH = "(?:" + "|".join(start for starts in MONTHS for start in starts) + r")[^\W\d_]*\.?"
NAMED = re.compile(
    r"(?P<from>\d{1,2})(?:st|nd|rd|th|\.|\b)\s*(?:(?:[-–—]|to|bis|til|till|до)\s*(?P<to>\d{1,2})"
    rf"(?:st|nd|rd|th|\.|\b))?\s*(?:of\s+)?(?P<month>{MONTH}),?(?:\s*(?P<year>\d{{4}}))?"
    rf"|(?P<monthfirst>{MONTH})\s*(?P<from2>\d{{1,2}})(?:st|nd|rd|th|\.|\b)"
    r"(?:\s*[-–—]\s*(?P<to2>\d{1,2})\b)?(?:,?\s+(?P<year2>\d{4}))?"
)
TIME = re.compile(
    r"(?<![\w:.])(?:at |kl\.? ?|um )?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?|uhr\b)|"
    r"(?<![\w:.])(?:at |kl\.? ?|um )?\d{1,2}:\d\d(?::\d\d)?(?: ?[-–—] ?\d{1,2}:\d\d)?"
)
NUMBER = re.compile(r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th)?\b\.?")
RANGE = re.compile(r"\x00(\d+)\x00\s*(?:[-–—]|to|bis|lidz|iki|kuni|do|до|till)\s*\x00(\d+)\x00")


def read_days(text: str, event_days: Sequence[date]) -> tuple[date, ...]:
    """Return the days meant, in order; none for an empty cell or `all`, which is every day.

    A lone number is the day of the event, not of the month. ValueError `days` if any part is not
    understood or is no day of the event.
    """
    found: list[date] = []
    rest = _take_out(TIME.sub(" ", fold(text)), event_days, found)
    rest = RANGE.sub(lambda match: _span(match, found), rest)
    words = [
        word
        for word in plain(re.sub(r"\x00\d+\x00", " ", rest)).split()
        if not _takes_weekday(word, event_days, found)
    ]
    if set(words) & BOTH and len(event_days) == 2 and not found:
        found.extend(event_days)
    elif not found and set(words) & EVERY:
        return ()
    years = {str(day.year) for day in event_days}
    understood = FILLERS | years | (BOTH | EVERY if len(event_days) == 2 else EVERY)
    if not set(words) <= understood or not set(found) <= set(event_days):
        raise ValueError("days")
    if text.strip(" -–—") and not found:
        raise ValueError("days")
    return tuple(sorted(set(found)))


def find_date(text: str) -> date | None:
    """Return the one date, year included, that `text` names beyond doubt; else none."""
    text = fold(text)
    found = {
        day
        for match in DATE.finditer(text)
        for day in _numeric(match, None)
        if match["iso"] or match["year"]
    }
    for match in NAMED.finditer(text):
        if (match["year"] or match["year2"]) and not (match["to"] or match["to2"]):
            found.update(_named(match, ()))
    return found.pop() if len(found) == 1 else None


def _take_out(text: str, event_days: Sequence[date], found: list[date]) -> str:
    """Return `text` with each date and number, once read into `found`, replaced by its place."""

    def taker(read: Callable[[re.Match[str]], Sequence[date]]) -> Callable[[re.Match[str]], str]:
        def take(match: re.Match[str]) -> str:
            days = read(match)
            if not days:
                return match[0]
            places = range(len(found), len(found) + len(days))
            found.extend(days)
            return "".join(f" \x00{place}\x00 " for place in places)

        return take

    text = DATE.sub(taker(lambda match: _of_event(_numeric(match, event_days), event_days)), text)
    text = NAMED.sub(taker(lambda match: _named(match, event_days)), text)
    parts = re.split(r"(\x00\d+\x00)", text)
    number = taker(lambda match: event_days[int(match[1]) - 1 :][:1] if int(match[1]) else ())
    return "".join(part if "\x00" in part else NUMBER.sub(number, part) for part in parts)


def _takes_weekday(word: str, event_days: Sequence[date], found: list[date]) -> bool:
    """Add the one day of the event that `word` names; a date's own weekday changes nothing."""
    starts = [number for number, names in enumerate(WEEKDAYS) if word.startswith(names)]
    days = [day for day in event_days if day.weekday() in starts]
    if len(days) == 1:
        found.extend(days)
    return len(days) == 1


def _span(match: re.Match[str], found: list[date]) -> str:
    first, last = found[int(match[1])], found[int(match[2])]
    found.extend(first + timedelta(days) for days in range(1, min((last - first).days, 366)))
    return " "


def _of_event(days: Sequence[date], event_days: Sequence[date]) -> Sequence[date]:
    """Of several ways to read a date, keep the one that is a day of the event."""
    if len(days) < 2:
        return days
    own = [day for day in days if day in event_days]
    if len(own) > 1:
        raise ValueError("days")
    return own


def _numeric(match: re.Match[str], event_days: Sequence[date] | None) -> list[date]:
    """Return each way to read the numbers; without a year, those of the event's years."""
    if match["iso"]:
        return list(_dates(int(match["iso"]), int(match["isomonth"]), int(match["isoday"])))
    first, second = int(match["first"]), int(match["second"])
    if match["year"]:
        years = {int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)}
    else:
        years = {day.year for day in event_days or ()}
    days = {day for year in years for day in _dates(year, second, first)}
    if "/" in match[0]:
        days |= {day for year in years for day in _dates(year, first, second)}
    return sorted(days)


def _named(match: re.Match[str], event_days: Sequence[date]) -> Sequence[date]:
    """Return the days of `2-3 June`; nothing if the word is not a month."""
    word = match["month"] or match["monthfirst"]
    months = [number for number, starts in enumerate(MONTHS, 1) if word.startswith(starts)]
    first = int(match["from"] or match["from2"])
    last = int(match["to"] or match["to2"] or first)
    year = match["year"] or match["year2"]
    years = {int(year)} if year else {day.year for day in event_days}
    return [
        day
        for month in months
        for each in sorted(years)
        for number in range(first, last + 1)
        for day in _dates(each, month, number)
    ]


def _dates(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
