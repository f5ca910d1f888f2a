"""vCards: read back by another library as what was written, whatever the letters."""

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.people import Attendee
from checkin.gateways.vcard import LINE_BYTES, Card, Version, vcards

ADA = Attendee(
    "0123456789abcdef0123456789abcdef",
    "Ada Lovelace",
    "Ada",
    "Lovelace",
    email="ada@example.org",
    organisation="Riga; Tech, Ltd \\ Sons",
    job_title="Engineer",
    country="Latvia",
)


def read(text):
    return list(vobject.readComponents(text))


def test_a_card_is_read_back():
    (card,) = read(vcards([Card(ADA, "Met at Riga,\nyesterday; twice.", "Clusters, 2026")]))
    assert (card.version.value, card.fn.value) == ("3.0", "Ada Lovelace")
    assert (card.n.value.family, card.n.value.given) == ("Lovelace", "Ada")
    assert card.email.value == "ada@example.org"
    assert card.org.value == ["Riga; Tech, Ltd \\ Sons"]
    assert card.title.value == "Engineer"
    assert card.adr.value.country == "Latvia"
    assert card.note.value == "Met at Riga,\nyesterday; twice."
    assert card.uid.value == "urn:uuid:01234567-89ab-cdef-0123-456789abcdef"


@pytest.mark.parametrize("version", Version)
def test_lines_are_short_and_end_as_they_must(version):
    text = vcards([Card(ADA, "Ķīļ " * 200), Card(ADA)], version)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert max(len(line.encode()) for line in lines) <= LINE_BYTES
    assert "\n" not in "".join(lines)
    assert [one.version.value for one in read(text)] == [version.value] * 2


def test_what_is_not_known_has_no_line():
    text = vcards([Card(Attendee("f" * 32, "Āris", "Āris"))])
    names = {line.partition(":")[0] for line in text.splitlines()}
    assert names == {"BEGIN", "VERSION", "PRODID", "UID", "N", "FN", "END"}


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_any_text_is_one_value_and_no_other_line(text):
    odd = Attendee("0" * 32, f"A{text}", organisation=text, email="a@b.lv")
    (card,) = read(vcards([Card(odd, text)]))
    shown = "".join(one if one.isprintable() else " " for one in f"A{text}".splitlines()[0])
    assert card.fn.value.split("\n")[0].strip() == shown.strip()
    assert card.email.value == "a@b.lv"


def test_half_a_letter_is_no_fault():
    assert "FN:A?" in vcards([Card(Attendee("0" * 32, "A\ud83d"))])
