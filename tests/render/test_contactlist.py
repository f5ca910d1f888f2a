"""The list of who agreed: every one of them on a page, in any script, none cut by its foot."""

from datetime import date

import pypdfium2
import pytest

from checkin.domain.event import Event
from checkin.domain.people import Attendee
from checkin.render.contactlist import write_contact_list

EVENT = Event("e", "Clusters", date(2026, 6, 2), date(2026, 6, 3), "Europe/Riga", "Riga")


def pages_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        sizes = {tuple(round(one) for one in page.get_size()) for page in document}
        assert sizes == {(595, 842)}
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def person(number, **texts):
    return Attendee(f"{number:032x}", f"Person {number} Bērziņa", **texts)


def test_all_that_is_known_of_somebody_is_there(tmp_path):
    path = tmp_path / "contacts.pdf"
    ada = person(
        *(1,),
        organisation="Riga Tech",
        job_title="Engineer",
        country="Latvia",
        email="ada@example.org",
        offers="laser cutting",
        seeks="wood",
    )
    assert write_contact_list(path, EVENT, [ada]) == 1
    (text,) = pages_of(path)
    for words in ("Clusters", "2–3 June · Riga", "Person 1 Bērziņa", "Engineer", "Riga Tech"):
        assert words in text
    for words in ("Latvia", "ada@example.org", "Offers: laser cutting", "Seeks: wood"):
        assert words in text
    assert "Page 1 of 1" in text


def test_many_go_on_in_order_over_pages_each_numbered(tmp_path):
    path = tmp_path / "contacts.pdf"
    many = [person(number, organisation="Org " * (number % 9)) for number in range(100)]
    count = write_contact_list(path, EVENT, many)
    texts = pages_of(path)
    assert len(texts) == count > 3
    told = "".join(texts)
    assert [told.index(f"Person {n} ") for n in range(100)] == sorted(
        told.index(f"Person {n} ") for n in range(100)
    )
    assert [f"Page {n} of {count}" in text for n, text in enumerate(texts, 1)] == [True] * count


@pytest.mark.parametrize(
    "text", ["علي حسن", "შოთა რუსთაველი", "王小明", "A\ud83d", "x" * 4000, " "]
)
def test_any_text_is_drawn(tmp_path, text):
    path = tmp_path / "contacts.pdf"
    odd = person(1, organisation=text, offers=text, job_title=text, email=text, country=text)
    assert write_contact_list(path, EVENT, [odd, person(2)]) == 1
    assert "Person 1 Bērziņa" in pages_of(path)[0]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path):
    path = tmp_path / "contacts.pdf"
    path.mkdir()
    with pytest.raises(Exception, match="cannot-write"):
        write_contact_list(path, EVENT, [person(1)])
