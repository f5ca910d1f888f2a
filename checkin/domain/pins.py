"""PINs of roles and the code that recovers one: what may be one, and what of it is kept."""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from hashlib import scrypt, sha256

from checkin.domain.code import ALPHABET

FEWEST_DIGITS, MOST_DIGITS = 4, 12
GROUPS, GROUP_LETTERS = 5, 5
FREE_TRIES = 5

_DIGITS = frozenset("0123456789")
# Some 0.1 s and 32 MB a try; with a salt of their own for each PIN.
_COST, _BLOCK, _LANES = 1 << 15, 8, 1
_SALT_BYTES, _DIGEST_BYTES = 16, 32
# What a kept text may ask for at most: it may have come from another laptop.
_MOST_WORK = 1 << 20
_LONGEST_TYPED = 64
_FIRST_WAIT_MS, _LONGEST_WAIT_MS = 30_000, 3_600_000


@dataclass(frozen=True, slots=True)
class KeptPin:
    """What an event keeps of a role's PIN: see `kept_of`; `recovery` is empty where none is."""

    pin: str
    recovery: str = ""


def read_pin(text: str) -> str:
    """Return the digits of a PIN as it is compared, empty for what cannot be one."""
    if len(text) > _LONGEST_TYPED:
        return ""
    digits = unicodedata.normalize("NFKC", text.strip())
    fits = FEWEST_DIGITS <= len(digits) <= MOST_DIGITS and _DIGITS.issuperset(digits)
    return digits if fits else ""


def new_recovery_code() -> str:
    """Return 25 random letters, 106 bits, in five groups as they are printed."""
    letters = [secrets.choice(ALPHABET) for _ in range(GROUPS * GROUP_LETTERS)]
    groups = (letters[at : at + GROUP_LETTERS] for at in range(0, len(letters), GROUP_LETTERS))
    return "-".join("".join(group) for group in groups)


def read_recovery_code(text: str) -> str:
    """Return the letters of a recovery code as it is compared, empty for what cannot be one."""
    if len(text) > _LONGEST_TYPED:
        return ""
    letters = "".join(one for one in text.upper() if not one.isspace() and one not in "-‐‑–")
    fits = len(letters) == GROUPS * GROUP_LETTERS and not set(letters) - set(ALPHABET)
    return letters if fits else ""


def kept_of(secret: str) -> str:
    """Return what is kept of a PIN or code: `scrypt$cost$block$lanes$salt$digest`, salt random."""
    salt = secrets.token_bytes(_SALT_BYTES)
    digest = _digest(secret, salt, _COST, _BLOCK, _LANES)
    return f"scrypt${_COST}${_BLOCK}${_LANES}${salt.hex()}${digest.hex()}"


def matches(secret: str, kept: str) -> bool:
    """Tell whether a PIN or code is the one kept; what another version kept matches nothing."""
    try:
        method, cost, block, lanes, salt, digest = kept.split("$")
        numbers = int(cost), int(block), int(lanes)
        if method != "scrypt" or numbers[0] * numbers[1] * numbers[2] > _MOST_WORK:
            return False
        found = _digest(secret, bytes.fromhex(salt), *numbers)
        return hmac.compare_digest(found, bytes.fromhex(digest))
    except ValueError:
        return False


def _digest(secret: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return scrypt(
        secret.encode(),
        salt=salt,
        n=cost,
        r=block,
        p=lanes,
        maxmem=256 * block * (cost + lanes),
        dklen=_DIGEST_BYTES,
    )


def proof_of(key: bytes, role: str, kept: str) -> str:
    """Return what an operator carries who knew the PIN; it holds as long as that PIN does."""
    return hmac.digest(key, f"signed in\x1f{role}\x1f{kept}".encode(), sha256).hex()


def wait_ms(wrong: int) -> int:
    """Return how long to wait after so many wrong tries in a row, in milliseconds."""
    if wrong < FREE_TRIES:
        return 0
    doublings = min(wrong - FREE_TRIES, 10)
    return min(_FIRST_WAIT_MS << doublings, _LONGEST_WAIT_MS)
