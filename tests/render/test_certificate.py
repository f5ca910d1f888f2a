"""Certificates on paper: alike on each page, with a back if any, and nothing cut silently."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from checkin.assets import resources
from checkin.domain.certificates import Facts, certificate_code, certificate_number
from checkin.domain.design import Design
from checkin.domain.event import CheckInList, Event
from checkin.domain.people import Attendee
from checkin.domain.session import Session
from checkin.domain.template import Area, Text
from checkin.gateways.templatefile import builtin_templates
from checkin.render.certificate import troubles, write_apart, write_together
from checkin.render.certificatefaces import (
    CertificateWriter,
    days_words,
    hours_words,
    share_words,
)
from checkin.render.face import BadgeFace

DAYS = (date(2026, 6, 2), date(2026, 6, 3))
CLASSIC = Design(builtin_templates(resources() / "certificates")["classic"])


def face(name: str = "Rūta Kazlauskaitė", sessions: int = 3) -> BadgeFace:
    event = Event("0" * 32, "Clusters go international", *DAYS, "Europe/Riga", "Riga")
    held = [
        Session(
            CheckInList(f"{at:032x}", f"How clusters grow, part {at}", DAYS[0]), time(9), time(10)
        )
        for at in range(sessions)
    ]
    facts = Facts("a" * 32, 41_400_000, 43_200_000, DAYS, tuple(one.id for one in held))
    number = certificate_number(b"k" * 32, facts, 1)
    writer = CertificateWriter(event, held, ["Baltic Food Cluster"])
    code = certificate_code(b"k" * 32, number)
    return writer.face(Attendee("a" * 32, name), facts, number, code, 1, 1_780_400_000_000)


def pages(path: Path) -> list[np.ndarray]:
    return [np.array(page.render(scale=1).to_pil()) for page in pypdfium2.PdfDocument(path)]


def test_what_is_drawn_again_on_later_pages_is_as_on_the_first(tmp_path):
    write_together(tmp_path / "a.pdf", [face()] * 4, CLASSIC, "Certificates")
    first, *others = pages(tmp_path / "a.pdf")
    for other in others:
        assert np.abs(first.astype(int) - other).max() <= 8
    texts = [
        one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(tmp_path / "a.pdf")
    ]
    assert len(set(texts)) == 1
    assert "11 h 30 min of 12 h of the programme (95 %)" in texts[0]


def test_a_back_is_printed_too_in_both_kinds_of_file(tmp_path):
    back = (Text(Area(0, 0, 29_700, 3_000), "{sessions}", 800, 300),)
    design = Design(replace(CLASSIC.template, back=back))
    write_together(tmp_path / "a.pdf", [face(), face()], design, "")
    write_apart(tmp_path, [face()], ["one.pdf"], design)
    assert len(pypdfium2.PdfDocument(tmp_path / "a.pdf")) == 4
    single = pypdfium2.PdfDocument(tmp_path / "one.pdf")
    assert "How clusters grow" in single[1].get_textpage().get_text_bounded()


def test_long_names_shrink_and_what_does_not_fit_is_named():
    assert troubles([face("Aleksandra " * 6)], CLASSIC) == {}
    [(place, trouble)] = troubles([face(), face(sessions=200)], CLASSIC).items()
    assert (place, trouble.cut_short) == (1, ("topics",))
    [(_, trouble)] = troubles([face("W" * 200)], CLASSIC).items()
    assert trouble.cut_short == ("name",)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (DAYS, "2–3 June 2026"),
        (DAYS[:1], "2 June 2026"),
        ((DAYS[0], date(2026, 6, 4)), "2 June, 4 June 2026"),
        ((date(2026, 5, 31), date(2026, 6, 1)), "31 May, 1 June 2026"),
        ((date(2025, 12, 31), date(2026, 1, 1)), "31 December 2025, 1 January 2026"),
        ((), ""),
    ],
)
def test_days_in_words(days, words):
    assert days_words(days) == words


def test_hours_and_share_never_say_more_than_there_was():
    assert hours_words(41_400_000) == "11 h 30 min"
    assert hours_words(3_600_000) == "1 h"
    assert hours_words(59_999) == "0 min"
    assert share_words(999, 1000) == "99 %"
    assert share_words(0, 0) == ""
