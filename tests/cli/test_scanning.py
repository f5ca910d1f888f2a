"""The door by command: standard input as it comes, pictures, and what scanners put around codes."""

import io
import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
import qrcode
from PIL import Image

from tests.cli.desk import COMMAND, Desk, command, environment, live_event


def picture(path: Path, *codes: str) -> Path:
    """Draw codes side by side."""
    drawn = [qrcode.make(code, border=6).convert("L") for code in codes]
    whole = Image.new("L", (sum(one.width for one in drawn), max(one.height for one in drawn)), 255)
    left = 0
    for one in drawn:
        whole.paste(one, (left, 0))
        left += one.width
    whole.save(path)
    return path


def test_a_reader_sees_each_verdict_before_the_next_code_is_written(tmp_path: Path) -> None:
    event, codes = live_event(tmp_path, "Ada", "Bob", "Eve")
    scanning = subprocess.Popen(
        [*COMMAND, "--event", event, "scan", "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(tmp_path / "home"),
        bufsize=0,
    )
    with scanning as door:
        assert door.stdin
        assert door.stdout
        for code in codes:
            door.stdin.write(code.encode() + b"\n")
            verdict = json.loads(door.stdout.readline())
            assert (verdict["code"], verdict["status"]) == (code, "ok")
    assert scanning.returncode == 0


def test_a_terminal_is_a_standard_input_too(tmp_path: Path) -> None:
    event, (code,) = live_event(tmp_path, "Ada")
    keyboard, terminal = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "--event", event, "scan", "-", "--json"],
        stdin=terminal,
        stdout=subprocess.PIPE,
        env=environment(tmp_path / "home"),
    ) as door:
        os.close(terminal)
        assert door.stdout
        os.write(keyboard, code.encode() + b"\n")
        assert json.loads(door.stdout.readline())["status"] == "ok"
        os.write(keyboard, b"\x04")
    os.close(keyboard)
    assert door.returncode == 0


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\n\n", b"\t\r\n"])
def test_lines_end_as_scanners_end_them(desk: Desk, end: bytes) -> None:
    codes = [desk.add(name)["code"] for name in ("Ada", "Bob", "Eve")]
    typed = end.join(code.encode() for code in codes)
    for stdin in (typed, typed + end):
        assert [line["code"] for line in desk.scan("-", stdin=stdin)] == codes


def test_a_line_far_too_long_is_one_refusal_and_its_end_is_no_code(desk: Desk) -> None:
    code = desk.add("Ada")["code"].encode()
    for length in (1 << 16, 1 << 20):
        long = b"x" * length + code
        verdicts = desk.scan("-", stdin=long + b"\n" + code)
        assert [line["reason"] is None for line in verdicts] == [False, True]
        desk("undo")


def test_bytes_that_are_no_text_are_not_a_code(desk: Desk) -> None:
    code = desk.add("Ada")["code"].encode()
    odd = [b"\xff\xfe\xfd", b"\x00", b"\xed\xa0\x80", code[:14] + b"\x00" + code[14:], b"\x1b[A"]
    verdicts = desk.scan("-", stdin=b"\n".join(odd))
    assert [line["reason"] for line in verdicts] == ["invalid"] * len(odd)
    assert all(line["code"].isprintable() for line in verdicts)


def test_arguments_and_standard_input_may_be_mixed(desk: Desk) -> None:
    codes = [desk.add(name)["code"] for name in ("Ada", "Bob", "Eve")]
    verdicts = desk.scan(codes[0], "-", codes[2], stdin=codes[1].encode())
    assert [line["code"] for line in verdicts] == codes


def test_nothing_to_scan_is_wrong_use_and_an_empty_input_is_not(desk: Desk) -> None:
    assert "Nothing to scan" in desk("scan").one_sentence()
    assert desk.done("scan", "-").out == ""


def test_a_stream_that_is_closed_does_no_harm(tmp_path: Path) -> None:
    event, (code,) = live_event(tmp_path, "Ada")
    scan = (*COMMAND, "--event", str(event), "scan")
    home = environment(tmp_path / "home")
    closed = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *scan, "-"], env=home, check=False)
    assert closed.returncode == 0
    silent = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *scan, code], env=home, check=False)
    assert silent.returncode == 0
    again = command(tmp_path / "home", "--event", event, "scan", code, "--json")
    assert again.lines[0]["reason"] == "already_redeemed"


def test_a_reader_that_goes_away_ends_the_scanning_quietly(tmp_path: Path) -> None:
    event, (code,) = live_event(tmp_path, "Ada")
    line = '(while echo "$0"; do :; done) | "$@" | head -1'
    scan = (*COMMAND, "--event", str(event), "scan", "-", "--json")
    piped = subprocess.run(
        ["sh", "-c", line, code, *scan],
        capture_output=True,
        env=environment(tmp_path / "home"),
        timeout=60,
        check=False,
    )
    assert json.loads(piped.stdout)["status"] == "ok"
    assert b"Traceback" not in piped.stderr
    assert b"checkin:" not in piped.stderr
    assert command(tmp_path / "home", "--event", event, "verify").code == 0


def test_a_full_disk_behind_standard_output_is_one_sentence(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    event, (code,) = live_event(tmp_path, "Ada")
    with full.open("wb") as out:
        done = subprocess.run(
            [*COMMAND, "--event", event, "scan", code],
            stdout=out,
            stderr=subprocess.PIPE,
            env=environment(tmp_path / "home"),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "checkin: The answer could not be written (No space left on device);"
        " what was done stays done.\n"
    )


def test_codes_in_pictures_are_scanned(desk: Desk) -> None:
    ada, bob, eve = (desk.add(name)["code"] for name in ("Ada", "Bob", "Eve"))
    one, two = picture(Path("one.png"), ada, bob), picture(Path("two.png"), eve)
    verdicts = desk.scan("--image", one, "--image", two)
    assert [(line["code"], line["status"]) for line in verdicts] == [
        (ada, "ok"),
        (bob, "ok"),
        (eve, "ok"),
    ]


def test_a_badge_of_another_event_beside_this_one_is_named(desk: Desk) -> None:
    days = ("--from", "2026-09-01", "--to", "2026-09-02", "--timezone", "Europe/Riga")
    desk("new", "trade.checkin", "--title", "Baltic Trade Forum", *days)
    theirs = desk("--event", "trade.checkin", "add", "--name", "Ada", "--json").json["code"]
    ours = ("--event", desk.event)
    assert desk(*ours, "scan", theirs, "--json").lines[0]["event"] == "Baltic Trade Forum"
    said = desk(*ours, "scan", theirs).out
    assert said == "✕ a badge of another event: Baltic Trade Forum\n"


def test_codes_in_a_pdf_are_scanned(desk: Desk) -> None:
    people = [desk.add(name) for name in ("Ada", "Bob", "Eve")]
    desk("badges", "--out", "badges.pdf")
    verdicts = desk.scan("--image", "badges.pdf")
    assert {line["code"] for line in verdicts} == {one["code"] for one in people}
    assert {line["status"] for line in verdicts} == {"ok"}


def test_a_picture_without_a_code_and_no_picture_at_all_scan_nobody(desk: Desk) -> None:
    ada = desk.add("Ada")["code"]
    Image.new("L", (90, 90), 255).save("white.png")
    shown = io.BytesIO()
    Image.new("L", (9, 9)).save(shown, "PNG")
    Path("torn.png").write_bytes(shown.getvalue()[:40])
    Path("folder.png").mkdir()
    for name in ("white.png", "torn.png", "folder.png", "missing.png", str(desk.event)):
        assert name in desk("scan", ada, "--image", name).one_sentence()
    assert desk.scan(ada)[0]["status"] == "ok"


@pytest.mark.parametrize(
    "at",
    [
        *("", " ", "nonsense", "2026", "-1", "2026-06-02T25:00", "2026-06-02T09:15+99:00"),
        *("0001-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59:59.999999-23:59", "1" * 5000),
        *("\ud800", "2026-06-02 09:15 2026-06-02"),
    ],
)
def test_a_time_that_is_none_scans_nobody(desk: Desk, at: str) -> None:
    ada = desk.add("Ada")["code"]
    desk("scan", ada, "--at", at).one_sentence()
    assert desk.scan(ada)[0]["status"] == "ok"


def test_a_delegation_is_let_in_together_and_each_refusal_says_why(desk: Desk) -> None:
    food = ("--organisation", "Baltic Food Cluster")
    _, bob, eve = (desk.add(name, *food) for name in ("Ada Abele", "Bob Berg", "Eve Egle"))
    desk.add("Tom Elsewhere", "--organisation", "Riga Tech")
    desk.done("edit", eve["id"], "--status", "unpaid")
    desk.scan(bob["badge"])
    answer = desk("scan", "--organisation", "baltic food cluster", "--json")
    assert answer.code == 1
    said = [(one["attendee"]["name"], one["reason"]) for one in answer.lines]
    assert said == [("Ada Abele", None), ("Eve Egle", "unpaid")]
    assert (
        desk("scan", "--organisation", "Riga Tech").out == "✓ Tom Elsewhere, Riga Tech: welcome\n"
    )
    assert desk("scan", "--organisation", "Riga Tech").code == 0


def test_an_organisation_that_is_none_or_leaves_is_one_sentence(desk: Desk) -> None:
    assert "Nowhere: nobody" in desk("scan", "--organisation", "Nowhere").one_sentence()
    desk("scan", "--organisation", "Nowhere", "--exit").one_sentence()
