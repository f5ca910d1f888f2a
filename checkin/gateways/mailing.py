"""Hands messages to a mail server, one connection for all of them, and says what it answers."""

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
    `mail-unsafe`, `mail-sender`, `mail-lost` where none will be.
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
        self._said(lambda: self._connected().send_message(message))

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
        if server.security is Security.TLS:
            made: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=_PATIENCE, context=self._context
            )
        else:
            made = smtplib.SMTP(server.host, server.port, timeout=_PATIENCE)
        try:
            if server.security is Security.STARTTLS:
                made.starttls(context=self._context)
            if server.user:
                made.login(server.user, self._password)
        except BaseException:
            made.close()
            raise
        return made

    def _said(self, work: Callable[[], object]) -> None:
        host, port = self._server.host, self._server.port
        try:
            work()
        except smtplib.SMTPRecipientsRefused as refused:
            address, (code, answer) = next(iter(refused.recipients.items()))
            self._reset()
            raise _refused(address, code, answer) from refused
        except (smtplib.SMTPDataError, smtplib.SMTPNotSupportedError) as error:
            if self._connection is None:
                raise CheckinError("mail-unsafe", host=host) from error
            self._reset()
            code = getattr(error, "smtp_code", 0)
            raise _refused("", code, getattr(error, "smtp_error", str(error))) from error
        except smtplib.SMTPSenderRefused as error:
            self.close()
            why = _words(error.smtp_error)
            raise CheckinError("mail-sender", sender=self._server.sender, why=why) from error
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

    def _reset(self) -> None:
        """Forget the message that was not taken, so that the next begins afresh."""
        try:
            if self._connection:
                self._connection.rset()
        except (smtplib.SMTPException, OSError):
            self.close()


def _refused(address: str, code: int, answer: object) -> CheckinError:
    return CheckinError("mail-refused", address=address, why=f"{code} {_words(answer)}".strip())


def _words(answer: object) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
    return " ".join(text.split())
