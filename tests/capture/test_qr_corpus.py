"""The corpus of odd codes, drawn as pictures: what is read of each comes to what its text does."""

from pathlib import Path

import pytest
import qrcode

from checkin.capture.decode import decode_image
from checkin.domain.verdict import Reason
from checkin.services.badges import replace_badge
from tests.services.test_qr_corpus import DECIDED, REFUSED_AS, cases, elsewhere, text_of
from tests.world import COORDINATOR, World

__all__ = ["elsewhere"]
MOST_BYTES = 2_900
# What is not a text, or more than any code holds, cannot be drawn.
UNDRAWN = {"qr-empty", "qr-digits-max", "qr-paste-1mb"}


def drawn(folder: Path, text: str) -> Path:
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_L, box_size=4)
    code.add_data(text.encode("utf-8", "replace"))
    path = folder / "code.png"
    code.make_image().save(path)
    return path


def test_few_cannot_be_drawn() -> None:
    known = {row["id"] for row in cases()}
    assert known >= UNDRAWN
    assert len(known) > 60


@pytest.mark.parametrize(
    "row", [row for row in cases() if row["id"] not in UNDRAWN], ids=lambda row: str(row["id"])
)
def test_each_odd_code_is_read_and_comes_to_what_it_must(
    world: World, elsewhere: str, tmp_path: Path, row: dict[str, str]
) -> None:
    ada, bob = world.register("Ada Lovelace"), world.register("Bob Replaced")
    revoked = world.code(bob)
    replace_badge(world.store, COORDINATOR, bob)
    text = text_of(row, world.code(ada))
    text = text.replace("{OTHER_EVENT}", elsewhere).replace("{REVOKED}", revoked)
    (found,) = decode_image(drawn(tmp_path, text[:MOST_BYTES]))
    verdict = world.scan(found)
    match DECIDED.get(row["id"], row["outcome"]):
        case "known":
            assert verdict.attendee
            assert verdict.attendee.id == ada.id
        case "refused":
            assert verdict.reason is REFUSED_AS[row["id"]]
        case _:
            assert verdict.reason is Reason.INVALID
    assert len(list(world.store.roster.everyone())) == 2
