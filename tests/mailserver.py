"""A real mail server on this computer, which takes, refuses, drops or asks who is there."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword, Session

from checkin.gateways.mailing import MailServer, Security

USER, PASSWORD, SENDER = "tickets", "open sesame", "tickets@example.lv"


@dataclass
class PostOffice:
    """What a mail server does with messages, and those it took."""

    refused: frozenset[str] = frozenset()
    full_for: str = ""
    password: str = PASSWORD
    greetings: set[str] = field(default_factory=set)
    drops_after: int | None = None
    taken: list[EmailMessage] = field(default_factory=list)
    receivers: list[str] = field(default_factory=list)
    connections: int = 0

    async def handle_EHLO(
        self, server: Any, session: Session, _envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.greetings.add(hostname)
        if not session.authenticated:
            self.connections += 1
        return responses

    async def handle_RCPT(
        self, _server: Any, _session: Session, envelope: Any, address: str, _options: Any
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 no such person here"
        if address == self.full_for:
            return "421 4.7.0 too many for now"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Session, envelope: Any) -> str:
        if self.drops_after is not None and len(self.taken) >= self.drops_after:
            self.drops_after = None
            server.transport.abort()
            return "421 gone"
        made = message_from_bytes(envelope.content, policy=default)
        self.taken.append(cast("EmailMessage", made))
        self.receivers += envelope.rcpt_tos
        return "250 OK"

    def authenticate(
        self, _server: Any, _session: Session, _envelope: Any, _mechanism: str, given: Any
    ) -> AuthResult:
        known = LoginPassword(USER.encode(), self.password.encode())
        return AuthResult(success=given == known, handled=False)


@contextmanager
def running(
    office: PostOffice, security: Security = Security.STARTTLS, *, utf8: bool = True
) -> Iterator[tuple[MailServer, ssl.SSLContext]]:
    """Run a mail server; give where it is and what proves that it is it."""
    authority = trustme.CA()
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(theirs)
    ours = ssl.create_default_context()
    authority.configure_trust(ours)
    controller = Controller(
        office,
        hostname="127.0.0.1",
        port=_free_port(),
        server_hostname="localhost",
        enable_SMTPUTF8=utf8,
        authenticator=office.authenticate,
        auth_require_tls=security is Security.STARTTLS,
        tls_context=theirs if security is Security.STARTTLS else None,
        require_starttls=security is Security.STARTTLS,
        ssl_context=theirs if security is Security.TLS else None,
        ready_timeout=20,
    )
    controller.start()
    try:
        user = "" if security is Security.NONE else USER
        yield MailServer("localhost", controller.port, security, user, SENDER), ours
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
