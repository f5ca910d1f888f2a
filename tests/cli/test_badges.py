"""Which badges are printed from the command line, and what is remembered of it."""

from pathlib import Path

import pytest

from tests.cli.desk import Desk


def printed(desk: Desk, *only: str) -> int:
    """Print those badges; return how many there were."""
    named = [word for one in only for word in ("--only", one)]
    return desk.done("badges", "--out", "badges.pdf", *named, "--json").json["badges"]


def counted(desk: Desk, *only: str) -> int:
    """Draw those badges as pictures, which is not printing; return how many there were."""
    named = [word for one in only for word in ("--only", one)]
    answer = desk("badges", "--png", "pictures", *named, "--json")
    if answer.code:
        assert "no badges" in answer.one_sentence()
        return 0
    return answer.json["badges"]


@pytest.fixture
def three(desk: Desk) -> Desk:
    """Ada, Bob and Eve, none printed yet."""
    for name in ("Ada Lovelace", "Bob Builder", "Eve Moneypenny"):
        desk.add(name)
    return desk


def test_everybody_is_new_until_printed(three: Desk) -> None:
    assert (counted(three, "new"), counted(three, "changed")) == (3, 0)
    assert printed(three, "new") == 3
    assert (counted(three, "new"), counted(three, "changed")) == (0, 0)


def test_a_picture_is_no_print(three: Desk) -> None:
    assert counted(three) == 3
    assert counted(three, "new") == 3


def test_whoever_comes_later_is_new(three: Desk) -> None:
    printed(three)
    zoe = three.add("Zoë Late")
    assert printed(three, "new") == 1
    three.done("badge", "replace", zoe["id"])
    assert printed(three, "new") == 1


def test_what_looks_different_is_changed(three: Desk) -> None:
    printed(three)
    bob = three.done("attendees", "--search", "Bob", "--json").json[0]
    three.done("edit", bob["id"], "--email", "bob@example.org")
    assert counted(three, "changed") == 0
    three.done("edit", bob["id"], "--organisation", "Riga Photonics")
    assert printed(three, "changed") == 1
    assert counted(three, "changed") == 0


def test_words_and_people_add_up_and_nobody_is_printed_twice(three: Desk) -> None:
    printed(three)
    zoe = three.add("Zoë Late")
    ada = three.done("attendees", "--search", "Ada", "--json").json[0]
    assert printed(three, "new", zoe["id"], ada["badge"]) == 2


def test_nothing_new_is_a_sentence_and_no_file(three: Desk) -> None:
    printed(three)
    Path("badges.pdf").unlink()
    assert "no badges" in three("badges", "--out", "badges.pdf", "--only", "new").one_sentence()
    assert not Path("badges.pdf").exists()


def test_a_print_that_failed_is_not_remembered(three: Desk) -> None:
    three("badges", "--out", "nowhere/badges.pdf").one_sentence()
    assert counted(three, "new") == 3


def test_a_badge_is_replaced_and_why_is_kept(three: Desk) -> None:
    zoe = three.add("Zoë Late")
    said = three.done("badge", "replace", zoe["id"], "--why", "damaged").out
    assert said.startswith("Zoë Late: ")
    assert said.endswith(" is revoked.\n")
    assert three("badge", "replace", zoe["id"], "--why", "bored").code == 2


def test_what_comes_out_badly_is_said_and_printed_all_the_same(three: Desk) -> None:
    three.add("W" * 150)
    words = ("--out", "badges.pdf", "--stock", "62 × 29", "--template", "lanyard")
    answer = three("badges", *words)
    assert answer.code == 0
    cut, small = answer.err.splitlines()
    assert cut.startswith("checkin: words are cut short on the badges of WWW")
    assert "the squares of the codes of Lanyard A6 are 0.17 mm" in small
    assert counted(three, "new") == 0
