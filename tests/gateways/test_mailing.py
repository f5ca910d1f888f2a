"""Messages handed to a real mail server, which is not always obliging."""

import ssl
from dataclasses import replace

import pytest

from checkin.errors import CheckinError
from checkin.gateways.mailing import Mailing, Security
from checkin.gateways.message import Attachment, draft, message
from tests.mailserver import PASSWORD, SENDER, PostOffice, running

PNG = Attachment("KDTR.png", b"\x89PNG\r\n\x1a\n...", "image/png")


def to(address: str, name: str = "Rūta Kazlauskaitė", subject: str = "Your ticket"):
    return message(SENDER, (name, address), subject, "Sveiki, Rūta!\n", (PNG,))


@pytest.mark.parametrize("security", Security)
def test_a_message_arrives_as_it_was_written(security):
    office = PostOffice()
    with running(office, security) as (server, trust), Mailing(server, PASSWORD, trust) as mailing:
        mailing.check()
        mailing.send(to("ruta@example.lt"))
        mailing.send(to("janis@example.lv", "Jānis <Bērziņš>"))
    first, second = office.taken
    assert first["subject"] == "Your ticket"
    assert first["to"].addresses[0].display_name == "Rūta Kazlauskaitė"
    assert second["to"].addresses[0].display_name == "Jānis <Bērziņš>"
    body, attached = first.iter_parts()
    assert body.get_content().rstrip() == "Sveiki, Rūta!"
    assert (attached.get_filename(), attached.get_content()) == (PNG.name, PNG.content)


def test_one_connection_is_used_for_all():
    office = PostOffice()
    with running(office) as (server, trust), Mailing(server, PASSWORD, trust) as mailing:
        for number in range(5):
            mailing.send(to(f"guest{number}@example.lt"))
        # Before and after the connection was made secret.
        assert office.connections <= 2


def test_who_is_refused_is_told_and_the_next_gets_theirs():
    office = PostOffice(refused=frozenset({"nobody@example.lt"}))
    with running(office) as (server, trust), Mailing(server, PASSWORD, trust) as mailing:
        with pytest.raises(CheckinError) as raised:
            mailing.send(to("nobody@example.lt"))
        mailing.send(to("ruta@example.lt"))
    assert raised.value.code == "mail-refused"
    assert raised.value.facts["address"] == "nobody@example.lt"
    assert "no such person" in str(raised.value.facts["why"])
    assert office.receivers == ["ruta@example.lt"]


def test_a_connection_that_is_lost_is_told_and_made_again():
    office = PostOffice(drops_after=1)
    with running(office) as (server, trust), Mailing(server, PASSWORD, trust) as mailing:
        mailing.send(to("first@example.lt"))
        with pytest.raises(CheckinError, match="mail-lost"):
            mailing.send(to("second@example.lt"))
        mailing.send(to("second@example.lt"))
    assert office.receivers == ["first@example.lt", "second@example.lt"]


def test_a_wrong_password_is_told():
    with running(PostOffice()) as (server, trust), pytest.raises(CheckinError, match="mail-pass"):
        Mailing(server, "wrong", trust).check()


def test_a_password_may_have_any_letters():
    office = PostOffice(password="pārole")
    with running(office) as (server, trust):
        with Mailing(server, office.password, trust) as mailing:
            mailing.check()
        with pytest.raises(CheckinError, match="mail-password"):
            Mailing(server, "pārolē", trust).check()


def test_the_name_of_this_computer_is_not_told():
    office = PostOffice()
    with running(office) as (server, trust), Mailing(server, PASSWORD, trust) as mailing:
        mailing.send(to("ruta@example.lt"))
    assert office.greetings == {"[127.0.0.1]"}
    assert office.taken[0]["message-id"].endswith("@example.lv>")


def test_a_server_that_has_enough_for_now_is_left_alone():
    office = PostOffice(full_for="ruta@example.lt")
    with running(office) as (server, trust), Mailing(server, PASSWORD, trust) as mailing:
        with pytest.raises(CheckinError) as raised:
            mailing.send(to("ruta@example.lt"))
        mailing.send(to("janis@example.lv"))
    assert raised.value.code == "mail-busy"
    assert "too many for now" in str(raised.value.facts["why"])


def test_an_address_may_have_any_letters():
    office = PostOffice()
    with running(office) as (server, trust), Mailing(server, PASSWORD, trust) as mailing:
        mailing.send(to("rūta@pasts-ķīmija.lv"))
    (receiver,) = office.receivers
    assert receiver.startswith("rūta@xn--")
    (written,) = office.taken[0]["to"].addresses
    assert written.username.encode("utf-8", "surrogateescape") == "rūta".encode()
    assert "rūta@xn--".encode() in draft(to("rūta@pasts-ķīmija.lv"))


def test_whose_message_is_not_taken_is_told_whatever_the_reason():
    old = running(PostOffice(), utf8=False)
    with old as (server, trust), Mailing(server, PASSWORD, trust) as mailing:
        with pytest.raises(CheckinError) as raised:
            mailing.send(to("rūta@example.lt"))
        mailing.send(to("ruta@example.lt"))
    assert raised.value.code == "mail-refused"
    assert raised.value.facts["address"] == "rūta@example.lt"


def test_text_that_is_attached_says_what_its_letters_are_in():
    days = Attachment("event.ics", "SUMMARY:Ķīmija".encode(), "text/calendar")
    (attached,) = message(SENDER, ("", "ruta@example.lt"), "", "", (days,)).iter_attachments()
    assert attached.get_content() == "SUMMARY:Ķīmija"


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_nothing_is_sent_to_a_server_that_nobody_vouches_for(security):
    office = PostOffice()
    with running(office, security) as (server, _), pytest.raises(CheckinError) as raised:
        Mailing(server, PASSWORD, ssl.create_default_context()).send(to("ruta@example.lt"))
    assert raised.value.code == "mail-certificate"
    assert office.taken == []


def test_a_server_without_secrecy_is_not_trusted_with_a_password():
    with running(PostOffice(), Security.NONE) as (server, trust):
        asking = replace(server, security=Security.STARTTLS, user="tickets")
        with pytest.raises(CheckinError, match="mail-unsafe"):
            Mailing(asking, PASSWORD, trust).check()


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("nowhere.invalid", "mail-server-unknown"),
        ("mail..invalid", "mail-server-unknown"),
        ("localhost", "mail-server-sil"),
    ],
)
def test_a_server_that_is_not_there_is_told(host, code):
    with running(PostOffice()) as (server, trust):
        port = server.port
    with pytest.raises(CheckinError, match=code):
        Mailing(replace(server, host=host, port=port), PASSWORD, trust).check()


def test_no_header_can_be_smuggled_in():
    made = to("ruta@example.lt", "Rūta\r\nBcc: all@example.lt", "Hi\r\nBcc: all@example.lt")
    assert "bcc" not in made
    assert made["to"].addresses[0].display_name == "Rūta Bcc: all@example.lt"
    for address in ("ruta@example.lt\r\nBcc: x@y.lv", "ruta", "a@b@c.lv", ""):
        with pytest.raises(CheckinError, match="bad-mail"):
            to(address)


def test_a_domain_in_letters_of_its_own_is_written_as_servers_know_it():
    domain = to("anna@pasts-ķīmija.lv")["to"].addresses[0].domain
    assert domain.startswith("xn--")
    assert domain.encode("ascii").decode("idna") == "pasts-ķīmija.lv"


def test_a_draft_is_opened_to_be_sent():
    content = draft(to("ruta@example.lt"))
    assert b"X-Unsent: 1" in content
    assert b"\r\n" in content
