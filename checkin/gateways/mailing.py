"""Hands messages to a mail server, one connection for all of them, and says what it answers."""

import base64
import smtplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from enum import StrEnum
from types import TracebackType
from typing import Self

from checkin.errors import CheckinError

_PATIENCE = 30.0
# The name of this computer would be asked of the network, told to the server, and not in ASCII.
_GREETS_AS = "[127.0.0.1]"
_FOR_NOW, _LEAVES = range(400, 500), 421
_TAKEN = 235


class Security(StrEnum):
    """How a connection is kept from being read. Values are stored: never rename one."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where messages are handed in; `sender` is the address they come from.

    Without a `user` nobody signs in. Certificates are always verified.
    """

    host: str
    port: int
    security: Security
    user: str
    sender: str


class Mailing:
    """A connection that is made when it is first needed, and again after `close`.

    Raises CheckinError: `mail-refused` where a message or its receiver is not taken, others may
    be; `mail-server-unknown`, `mail-server-silent`, `mail-certificate`, `mail-password`,
    `mail-unsafe`, `mail-sender`, `mail-busy`, `mail-lost` where none will be.
    """

    def __init__(
        self, server: MailServer, password: str, context: ssl.SSLContext | None = None
    ) -> None:
        self._server = server
        self._password = password
        self._context = context or ssl.create_default_context()
        self._connection: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def check(self) -> None:
        """Connect and sign in, sending nothing."""
        self._said(self._connected)

    def send(self, message: EmailMessage) -> None:
        """Hand a message in; the server has taken it once this returns."""
        receiver = message["To"].addresses[0].addr_spec
        self._said(lambda: self._connected().send_message(message), receiver)

    def close(self) -> None:
        """End the connection."""
        connection, self._connection = self._connection, None
        if connection:
            with suppress(smtplib.SMTPException, OSError):
                connection.quit()

    def _connected(self) -> smtplib.SMTP:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        made = self._reach()
        try:
            if server.security is Security.STARTTLS:
                made.starttls(context=self._context)
            if server.user:
                _sign_in(made, server.user, self._password)
        except BaseException:
            made.close()
            raise
        return made

    def _reach(self) -> smtplib.SMTP:
        host, port = self._server.host, self._server.port
        try:
            if self._server.security is Security.TLS:
                return smtplib.SMTP_SSL(
                    host, port, _GREETS_AS, timeout=_PATIENCE, context=self._context
                )
            return smtplib.SMTP(host, port, _GREETS_AS, timeout=_PATIENCE)
        except UnicodeError as error:
            # A name with an empty part, or one of over 63 letters, is not even looked up.
            raise socket.gaierror(str(error)) from error

    def _said(self, work: Callable[[], object], receiver: str = "") -> None:
        host, port = self._server.host, self._server.port
        try:
            work()
        except smtplib.SMTPRecipientsRefused as refused:
            said = next(iter(refused.recipients.values()))
            raise self._not_taken(*said, receiver) from refused
        except (smtplib.SMTPDataError, smtplib.SMTPNotSupportedError) as error:
            if self._connection is None:
                raise CheckinError("mail-unsafe", host=host) from error
            code, answer = getattr(error, "smtp_code", 0), getattr(error, "smtp_error", error)
            raise self._not_taken(code, answer, receiver) from error
        except smtplib.SMTPSenderRefused as error:
            raise self._sender_not_taken(error) from error
        except smtplib.SMTPAuthenticationError as error:
            raise CheckinError("mail-password", user=self._server.user, host=host) from error
        except ssl.SSLCertVerificationError as error:
            raise CheckinError("mail-certificate", host=host, why=error.verify_message) from error
        except socket.gaierror as error:
            raise CheckinError("mail-server-unknown", host=host) from error
        except (smtplib.SMTPException, OSError) as error:
            was_connected = self._connection is not None
            self.close()
            if was_connected:
                raise CheckinError("mail-lost", host=host) from error
            why = str(error) or type(error).__name__
            raise CheckinError("mail-server-silent", host=host, port=port, why=why) from error

    def _sender_not_taken(self, error: smtplib.SMTPSenderRefused) -> CheckinError:
        self.close()
        why = _words(error.smtp_error)
        if error.smtp_code in _FOR_NOW:
            return CheckinError("mail-busy", host=self._server.host, why=why)
        return CheckinError("mail-sender", sender=self._server.sender, why=why)

    def _not_taken(self, code: int, answer: object, address: str) -> CheckinError:
        """Return what is to be said of a message that was not taken; get ready for the next."""
        why = f"{code or ''} {_words(answer)}".strip()
        if code == _LEAVES:
            self.close()
            return CheckinError("mail-busy", host=self._server.host, why=why)
        self._reset()
        return CheckinError("mail-refused", address=address, why=why)

    def _reset(self) -> None:
        """Forget the message that was not taken, so that the next begins afresh."""
        try:
            if self._connection:
                self._connection.rset()
        except (smtplib.SMTPException, OSError):
            self.close()


def _sign_in(connection: smtplib.SMTP, user: str, password: str) -> None:
    if f"{user}{password}".isascii():
        connection.login(user, password)
        return
    # The library knows ASCII only; how other letters are sent is in RFC 4616.
    connection.ehlo_or_helo_if_needed()
    if "PLAIN" not in connection.esmtp_features.get("auth", "").upper().split():
        raise smtplib.SMTPNotSupportedError("AUTH PLAIN")
    both = base64.b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
    code, answer = connection.docmd("AUTH", f"PLAIN {both}")
    if code != _TAKEN:
        raise smtplib.SMTPAuthenticationError(code, answer)


def _words(answer: object) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
    return " ".join(text.split())
