"""The corpus of odd codes, `qr` in the manifest: what each text must come to at the door.

`{VALID}`, `{OTHER_EVENT}` and `{REVOKED}` in a text stand for codes to be put in.
"""

import csv
import time
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from unicodedata import category

import pytest

from checkin.domain.verdict import Reason, VerdictStatus
from checkin.services.badges import replace_badge
from tests.world import COORDINATOR, World

CORPUS = Path(__file__).parents[1] / "corpus"
SECONDS = 0.2


def two_swapped(code: str) -> str:
    """Swap the first two neighbours that are different letters."""
    place = next(place for place in range(len(code)) if code[place] != code[place + 1])
    return code[:place] + code[place + 1] + code[place] + code[place + 2 :]


# What is expected otherwise than the manifest has it, with the decision of the design behind it.
DECIDED = {
    # Section 7: the twelve letters and the sixteen may be grouped by hyphens, as they are printed.
    "qr-valid-hyphens": "known",
    # Section 6 has one reason, `invalid`, for whatever is not a code of this event.
    "qr-other-event": "unknown",
}
# In these files the mutation has hit the mark that stands for the code, or they are too large to
# keep: the same is done to a code.
CYRILLIC = str.maketrans("BCEHKOPSTX", "ВСЕНКОРЅТХ")
MADE: dict[str, Callable[[str], str]] = {
    "qr-valid-hyphens": lambda code: f"{code[:4]}-{code[4:]}",
    "qr-mut-half": lambda code: code[: len(code) // 2],
    "qr-mut-swap": two_swapped,
    "qr-mut-cyr": lambda code: code.translate(CYRILLIC),
    "qr-mut-full": lambda code: "".join(chr(ord(letter) + 0xFEE0) for letter in code),
    "qr-mut-nl-mid": lambda code: f"{code[:14]}\r\n{code[14:]}",
    "qr-mut-reverse": lambda code: code[::-1],
    "qr-mut-b64": lambda code: b64encode(code.encode()).decode(),
    "qr-mut-plus1": lambda code: code[:-1] + chr(ord(code[-1]) + 1),
    "qr-mut-percent": lambda code: "".join(f"%{ord(letter):02X}" for letter in code),
    "qr-paste-1mb": lambda code: "Z" * 1_000_000,
}
REFUSED_AS = {"qr-revoked": Reason.REVOKED}


def cases() -> list[dict[str, str]]:
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "qr"]
    return [row for row in rows if row["group"] != "picture"]


def text_of(row: dict[str, str], code: str) -> str:
    """Return what a scanner gives, with a genuine `code` where one is to stand."""
    if make := MADE.get(row["id"]):
        return make(code)
    text = (CORPUS / row["path"]).read_bytes().decode("utf-8", "replace")
    return text.replace("{VALID}", code).replace("{valid}", code.lower())


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A code of another event of the same organizer."""
    other = World.new(tmp_path_factory.mktemp("other"))
    code = other.code(other.register("Eve Elsewhere"))
    other.close()
    return code


@pytest.mark.parametrize("row", cases(), ids=lambda row: str(row["id"]))
def test_each_odd_code_comes_to_what_it_must(
    world: World, elsewhere: str, row: dict[str, str]
) -> None:
    ada, bob = world.register("Ada Lovelace"), world.register("Bob Replaced")
    revoked = world.code(bob)
    replaced = replace_badge(world.store, COORDINATOR, bob)
    text = text_of(row, world.code(ada))
    text = text.replace("{OTHER_EVENT}", elsewhere).replace("{REVOKED}", revoked)
    started = time.perf_counter()
    verdict = world.scan(text)
    assert time.perf_counter() - started < SECONDS
    match DECIDED.get(row["id"], row["outcome"]):
        case "known":
            assert verdict.attendee
            assert (verdict.attendee.id, verdict.status) == (ada.id, VerdictStatus.OK)
        case "refused":
            assert verdict.reason is REFUSED_AS[row["id"]]
        case "unknown":
            assert (verdict.status, verdict.reason) == (VerdictStatus.ERROR, Reason.INVALID)
            assert verdict.attendee is None
        case other_outcome:
            pytest.fail(f"{other_outcome}: not an outcome of a code")
    assert not [letter for letter in verdict.code if category(letter) == "Cc"]
    assert len(list(world.store.roster.everyone())) == 2
    assert world.scan(replaced.code).status is VerdictStatus.OK
