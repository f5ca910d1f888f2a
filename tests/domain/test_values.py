"""What the cells of a list say: names, addresses, statuses, days, in eight languages."""

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.people import OrganisationKind, Status
from checkin.domain.values import (
    clean_name,
    find_date,
    join_name,
    read_category,
    read_days,
    read_email,
    read_kind,
    read_status,
    read_yes,
    split_name,
)

FIRST, SECOND = date(2016, 6, 2), date(2016, 6, 3)
EVENT = (FIRST, SECOND)


def attempt(read, *arguments):
    """Return what was read and no reason, or nothing and the reason."""
    try:
        return read(*arguments), ""
    except ValueError as error:
        return None, str(error)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("anna@example.lv", "anna@example.lv"),
        ("Anna Kalna <anna@example.lv>", "anna@example.lv"),
        ('"Kalna, Anna" <anna@example.lv>', "anna@example.lv"),
        ("mailto:anna@example.lv", "anna@example.lv"),
        ("mailto:anna@example.lv?subject=Hi", "anna@example.lv"),
        (" anna@example.lv. ", "anna@example.lv"),
        ("anna@example.lv;", "anna@example.lv"),
        ("anna @ example.lv", "anna@example.lv"),
        ("<anna@example.lv>", "anna@example.lv"),
        ("\u200banna@example.lv\xa0", "anna@example.lv"),
        ("ａｎｎａ＠ｅｘａｍｐｌｅ．ｌｖ", "anna@example.lv"),
        ("a+tag@example.org", "a+tag@example.org"),
        ("o'hara@example.org", "o'hara@example.org"),
        ("UPPER@EXAMPLE.ORG", "UPPER@EXAMPLE.ORG"),
        ("a@xn--e1afmkfd.example", "a@xn--e1afmkfd.example"),
        ("jānis@example.lv", "jānis@example.lv"),
        ("info@müller.de", "info@müller.de"),
        ("x_y.z@sub.sub2.example.co.uk", "x_y.z@sub.sub2.example.co.uk"),
        ("", ""),
        ("   ", ""),
        ("-", ""),
        ("n/a", ""),
    ],
)
def test_an_address_is_read_out_of_what_was_typed(typed, address):
    assert read_email(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "anna",
        "anna@",
        "@example.lv",
        "anna@example",
        "anna@localhost",
        "anna kalna@example.lv",
        "anna@example.lv, ivo@example.lv",
        "anna@example.lv; ivo@example.lv",
        "anna@@example.lv",
        "anna..k@example.lv",
        "anna@-example.lv",
        "anna@example..lv",
        "anna@example.1",
        "user\u202emoc.elpmaxe@example.org",
        "anna\x07@example.lv",
        "a" * 65 + "@example.lv",
        "a" * 400 + "@example.org",
        "+371 29 000 000",
    ],
)
def test_what_is_no_single_address_is_refused(typed):
    with pytest.raises(ValueError, match="bad-email"):
        read_email(typed)


@given(st.text())
def test_reading_an_address_twice_changes_nothing(text):
    address, reason = attempt(read_email, text)
    assert reason in ("", "bad-email")
    assert address is None or read_email(address) == address


@pytest.mark.parametrize(
    ("full", "given", "family"),
    [
        ("Anna Kalna", "Anna", "Kalna"),
        ("Anna Marija Kalna", "Anna Marija", "Kalna"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Ursula von der Leyen", "Ursula", "von der Leyen"),
        ("Vincent Van Gogh", "Vincent", "Van Gogh"),
        ("Maria da Silva Santos", "Maria", "da Silva Santos"),
        ("Thi Le Nguyen", "Thi Le", "Nguyen"),
        ("John Smith Jr.", "John", "Smith Jr."),
        ("John Smith, PhD", "John", "Smith, PhD"),
        ("Bērziņš, Jānis", "Jānis", "Bērziņš"),
        ("Ozols, dr., Pēteris", "dr., Pēteris", "Ozols"),
        ("Sukarno", "Sukarno", ""),
        ("李", "李", ""),
        ("", "", ""),
        ("Van Damme", "Van", "Damme"),
        ("Anna de", "Anna", "de"),
    ],
)
def test_a_name_is_taken_apart(full, given, family):
    assert split_name(full) == (given, family)


@given(st.text(st.characters(exclude_characters=","), max_size=40))
def test_a_name_put_together_again_is_as_typed(name):
    assert join_name(*split_name(name)) == " ".join(name.split())


@given(st.text(st.sampled_from("Aāb, .vandePhDJr"), max_size=40))
def test_no_letter_of_a_name_is_lost(name):
    def letters(text: str) -> Counter[str]:
        return Counter(re.sub(r"[\s,]", "", text))

    assert letters(join_name(*split_name(name))) == letters(name)


@pytest.mark.parametrize("nothing", ["", "  ", "\xa0", "\u200b\u200b", "\u202e", "\u200d"])
def test_a_name_nobody_can_see_is_missing(nothing):
    with pytest.raises(ValueError, match="missing-name"):
        clean_name(nothing)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Anna \n Kalna ", "Anna Kalna"),
        ("👩🏽‍🚀 Anna", "👩🏽‍🚀 Anna"),
        ("دوד David", "دوד David"),
        ("Anna \u202eanlaK", "Anna anlaK"),
        ("'t Hart", "'t Hart"),
    ],
)
def test_a_name_stays_as_typed_on_one_line(typed, name):
    assert clean_name(typed) == name


def test_a_name_has_at_most_200_letters_whatever_marks_they_carry():
    assert clean_name("Z" + "\u0301\u0310" * 150)
    assert clean_name("A" * 200)
    with pytest.raises(ValueError, match="name-too-long"):
        clean_name("A" * 201)
    with pytest.raises(ValueError, match="name-too-long"):
        clean_name("Z" + "\u0301" * 5000)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("", Status.REGISTERED),
        *(
            (w, Status.REGISTERED)
            for w in ["Checked In", "approved", "Attending", "Paid", "COMPLETE"]
        ),
        *((w, Status.REGISTERED) for w in ["užsiregistravo", "reģistrēts", "registreeritud"]),
        *((w, Status.REGISTERED) for w in ["potwierdzony", "angemeldet", "anmäld", "оплачено"]),
        *(
            (w, Status.CANCELED)
            for w in ["Declined", "Not Attending", "refunded", "void", "Cancelled"]
        ),
        *((w, Status.CANCELED) for w in ["atšaukta", "atcelts", "tühistatud", "anulowane"]),
        *((w, Status.CANCELED) for w in ["storniert", "avbokad", "Отменено"]),
        *((w, Status.UNAPPROVED) for w in ["pending", "Waiting list", "pending_approval"]),
        *((w, Status.UNAPPROVED) for w in ["laukia", "gaida", "ootel", "oczekuje", "Warteliste"]),
        *((w, Status.UNAPPROVED) for w in ["väntelista", "ожидает подтверждения"]),
        *((w, Status.UNPAID) for w in ["unpaid", "payment pending", "neapmokėta", "neapmaksāts"]),
        *((w, Status.UNPAID) for w in ["maksmata", "nieopłacone", "unbezahlt", "obetald"]),
        *((w, Status.BLOCKED) for w in ["blocked", "užblokuota", "gesperrt", "заблокирован"]),
    ],
)
def test_status_words(word, status):
    assert read_status(word) is status
    assert read_status(f" {word.upper()}. ") is status


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *(
            (w, "company")
            for w in ["Company", "SME", "įmonė", "uzņēmums", "ettevõte", "firma prywatna"]
        ),
        *((w, "company") for w in ["Unternehmen", "företag", "компания"]),
        *((w, "cluster") for w in ["cluster", "klasteris", "klaster", "kluster", "кластер"]),
        *((w, "company network") for w in ["Company network", "įmonių tinklas", "tīkls"]),
        *((w, "company network") for w in ["võrgustik", "sieć firm", "Verband", "nätverk"]),
        *(
            (w, "public body")
            for w in ["public body", "savivaldybė", "pašvaldība", "avalik sektor"]
        ),
        *((w, "public body") for w in ["urząd", "Behörde", "kommun", "министерство"]),
        *((w, "research") for w in ["University", "universitetas", "augstskola", "ülikool"]),
        *((w, "research") for w in ["uczelnia", "Hochschule", "högskola", "вуз"]),
        *(
            (w, "other")
            for w in ["NGO", "kita", "cits", "muu", "inne", "Sonstige", "övrigt", "другое"]
        ),
    ],
)
def test_organisation_kinds(word, kind):
    assert read_kind(word) is OrganisationKind(kind)


@pytest.mark.parametrize("kind", OrganisationKind)
def test_our_own_words_for_kinds_are_understood(kind):
    assert read_kind(kind.value) is kind


@pytest.mark.parametrize("status", Status)
def test_our_own_words_for_status_are_understood(status):
    assert read_status(status.value) is status


@pytest.mark.parametrize(
    ("typed", "category"),
    [
        ("Speakers", "speaker"),
        ("pranešėja", "speaker"),
        ("Teilnehmer/in", "participant"),
        ("General Admission", "participant"),
        ("Organiser", "organizer"),
        ("prese", "press"),
        ("Gold  Partner", "Gold Partner"),
        ("", ""),
    ],
)
def test_categories(typed, category):
    assert read_category(typed) == category


@pytest.mark.parametrize("word", ["Yes", "taip", "Jā", "jah", "TAK", "ja", "да", "x", "1", "✓"])
def test_yes(word):
    assert read_yes(word)


@pytest.mark.parametrize("word", ["No", "ne", "nē", "ei", "nie", "nein", "nej", "нет", "0", ""])
def test_no(word):
    assert not read_yes(word)


@pytest.mark.parametrize(
    ("read", "code"),
    [(read_status, "status"), (read_kind, "organisation-kind"), (read_yes, "yes-or-no")],
)
def test_words_not_known_are_refused(read, code):
    with pytest.raises(ValueError, match=code):
        read("perhaps on a rainy day")


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        *((t, ()) for t in ("", " ", "-", "all", "All days", "visas dienas", "alle Tage", "все")),
        *((t, EVENT) for t in ("both", "Both days", "abi", "abas dienas", "beide", "oba dni")),
        *((t, EVENT) for t in ("1, 2", "1;2", "1 and 2", "Day 1-2", "Day 1 & Day 2", "1 un 2")),
        *((t, EVENT) for t in ("2016-06-02; 2016-06-03", "2-3 June", "2.–3. Juni", "2.6./3.6.")),
        *((t, EVENT) for t in ("2016-06-02 - 2016-06-03", "Thu 2 June & Fri 3 June", "2–3 июня")),
        *((t, (FIRST,)) for t in ("1", "Day 1", "1. diena", "1. päev", "Tag 1", "dzień 1", "1st")),
        *((t, (FIRST,)) for t in ("2016-06-02", "2 June", "June 2, 2016", "02.06.2016", "2.6.")),
        *((t, (FIRST,)) for t in ("06/02/2016", "02/06/2016", "2016-06-02 00:00:00", "den 2 juni")),
        *((t, (FIRST,)) for t in ("2016-06-02T09:00:00Z", "Jun 2, 2016 at 9:00 AM", "Thursday")),
        *((t, (FIRST,)) for t in ("2. jūnijs", "birželio 2 d.", "2016 m. birželio 2 d.")),
        *(
            (t, (FIRST,))
            for t in ("2 czerwca 2016 r.", "2. juuni", "2 июня", "Donnerstag, 2. Juni")
        ),
        *((t, (FIRST,)) for t in ("Day 1 (2 June)", "четверг", "neljapäev", "Ceturtdiena")),
        *((t, (SECOND,)) for t in ("2", "Day 2", "only day 2", "2nd day", "piątek", "3.06")),
    ],
)
def test_days(typed, days):
    assert read_days(typed, EVENT) == days


@pytest.mark.parametrize(
    "typed",
    [
        "3",
        "0",
        "Day 3",
        "2016-06-04",
        "1 July",
        "Monday",
        "yes",
        "1, 2, 3",
        "2 June, maybe",
        "45352",
    ],
)
def test_days_that_are_not_the_event_s_or_not_understood(typed):
    with pytest.raises(ValueError, match="days"):
        read_days(typed, EVENT)


def test_both_is_no_word_for_three_days():
    with pytest.raises(ValueError, match="days"):
        read_days("both", (FIRST, SECOND, date(2016, 6, 4)))


def test_a_date_that_may_be_two_days_of_the_event_is_refused():
    event = (date(2016, 5, 6), date(2016, 6, 5))
    assert read_days("05.06.2016", event) == (date(2016, 6, 5),)
    assert read_days("2016-05-06", event) == (date(2016, 5, 6),)
    with pytest.raises(ValueError, match="days"):
        read_days("05/06/2016", event)


def test_a_month_is_not_taken_for_another():
    event = (date(2026, 3, 2), date(2026, 5, 2))
    assert read_days("2 мая", event) == (date(2026, 5, 2),)
    assert read_days("2 марта", event) == (date(2026, 3, 2),)


@given(st.sets(st.integers(0, 4), min_size=1), st.sampled_from([", ", "; ", " and ", "\n", " + "]))
def test_days_written_in_any_usual_way_are_read(chosen, between):
    event = tuple(date(2026, 2, 26 + n) if n < 3 else date(2026, 3, n - 2) for n in range(5))
    days = tuple(event[n] for n in sorted(chosen))
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%A %d %B", "%d/%m/%Y"):
        assert read_days(between.join(day.strftime(form) for day in days), event) == days


@given(st.text(st.sampled_from("0123456789.-/ ,June2016dayall–\x00"), max_size=20))
def test_reading_days_gives_days_of_the_event_or_a_reason(text):
    days, reason = attempt(read_days, text, EVENT)
    assert reason in ("", "days")
    assert set(days or ()) <= set(EVENT)


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Day 1 (2 June 2016)", FIRST),
        ("2016-06-02", FIRST),
        ("02.06.2016", FIRST),
        ("Thursday, June 2, 2016", FIRST),
        ("13/06/2016", date(2016, 6, 13)),
        ("06/02/2016", None),
        ("Day 1 (2 June)", None),
        ("2–3 June 2016", None),
        ("Day 1", None),
    ],
)
def test_a_date_in_a_heading_counts_only_beyond_doubt(heading, day):
    assert find_date(heading) == day
