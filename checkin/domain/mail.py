"""Reads one e-mail address out of what somebody put into the e-mail column."""

import re
import unicodedata

MAX_LENGTH = 254
MAX_LOCAL = 64
NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "none"})
# What nearly all addresses look like; the longer way round comes to the same for them.
USUAL = re.compile(
    r"[\w+-]+(?:\.[\w+-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}", re.ASCII | re.IGNORECASE
)
FRAMED = re.compile(r"[^<>]*<([^<>]+)>")
LOCAL = re.compile(r"[^\s@<>()\[\],;:\\\"]+")
LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")


def read_email(text: str) -> str:
    """Return the address as typed, `""` for none; ValueError `bad-email`.

    Put right: `Anna <a@b.lv>`, `mailto:`, full-width letters, blanks and full stops around it.
    Letters beyond ASCII are allowed before (RFC 6531) and after (IDN) the `@`.
    """
    if len(text) < MAX_LOCAL and USUAL.fullmatch(text):
        return text
    address = _bare(text)
    if address.lower() in NOTHING:
        return ""
    if len(address.encode("utf-8", "replace")) > MAX_LENGTH or address.count("@") != 1:
        raise ValueError("bad-email")
    local, domain = address.split("@")
    if not (_is_visible(address) and _is_local(local) and _is_domain(domain)):
        raise ValueError("bad-email")
    return address


def _bare(text: str) -> str:
    if any("！" <= letter <= "～" for letter in text):
        text = unicodedata.normalize("NFKC", text)
    text = unicodedata.normalize("NFC", text).strip(" \t\r\n\xa0\u200b\ufeff\u2060")
    if framed := FRAMED.fullmatch(text.rstrip(" .,;")):
        text = framed[1]
    text = re.sub(r"(?i)^\s*mailto:", "", text).partition("?")[0] if ":" in text else text
    return re.sub(r"\s*@\s*", "@", text.strip(" .,;:'\"<>\t\r\n\xa0"))


def _is_visible(address: str) -> bool:
    """Refuse marks that turn the reading direction round, and everything else not seen."""
    return not any(unicodedata.category(letter)[0] in "CZ" for letter in address)


def _is_local(local: str) -> bool:
    dotted = local.startswith(".") or local.endswith(".") or ".." in local
    return LOCAL.fullmatch(local) is not None and not dotted and len(local) <= MAX_LOCAL


def _is_domain(domain: str) -> bool:
    labels = domain.split(".")
    proper = all(LABEL.fullmatch(label) and "_" not in label for label in labels)
    return proper and len(labels) > 1 and not labels[-1].isdecimal()
