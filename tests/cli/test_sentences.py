"""Everything that can go wrong has a sentence, and every command has help."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import click
import pytest

import checkin
from checkin.cli.main import cli
from checkin.domain.verdict import Reason
from checkin.errors import CheckinError
from checkin.sentences import PHRASES, SENTENCES, phrase, sentence
from tests.cli.desk import Desk

SOURCES = sorted(Path(checkin.__file__).parent.rglob("*.py"))


def calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    """Yield the calls of functions of those names in the whole program."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in names:
                yield path, node


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def texts(node: ast.expr | None) -> set[str]:
    """Return the texts an expression may come to, as far as its source shows."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp():
            return texts(node.body) | texts(node.orelse)
    return set()


def raised() -> dict[str, set[str]]:
    """Return the facts that come with each code, where it is raised by name."""
    found: dict[str, set[str]] = {}
    for _, call in calls("CheckinError"):
        for code in texts(call.args[0]):
            facts = {keyword.arg for keyword in call.keywords if keyword.arg}
            found[code] = found.get(code, facts) & facts
    return found


def explained_faults() -> set[str]:
    """Return the codes that faults of SQLite are turned into, by a table."""
    from checkin.store import faults

    return set(faults._CODES.values())


def test_the_search_for_codes_finds_them() -> None:
    assert len(raised()) > 60
    assert {"event-missing", "list-ambiguous", "at-in-future"} <= raised().keys()


@pytest.mark.parametrize("code", sorted(raised().keys() | explained_faults()))
def test_every_failure_has_a_sentence(code: str) -> None:
    assert code in SENTENCES


@pytest.mark.parametrize("code", sorted(raised().keys() & SENTENCES.keys()))
def test_a_sentence_asks_for_no_fact_that_is_not_told(code: str) -> None:
    asked = {name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name}
    assert asked <= raised()[code]


def test_no_sentence_is_left_over() -> None:
    elsewhere = {"event-damaged", *explained_faults()}
    named = {text for path in SOURCES for text in _constants(path)}
    assert not SENTENCES.keys() - raised().keys() - elsewhere - named


def _constants(path: Path) -> set[str]:
    if path.name == "sentences.py":
        return set()
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return {node.value for node in nodes if isinstance(node, ast.Constant) if _is_text(node.value)}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


@pytest.mark.parametrize("template", [*SENTENCES.values(), *PHRASES.values()])
def test_a_sentence_is_one_line(template: str) -> None:
    assert "\n" not in template
    assert template == template.strip()


@pytest.mark.parametrize("template", list(SENTENCES.values()))
def test_a_sentence_ends_like_one(template: str) -> None:
    assert template.endswith(".")


@pytest.mark.parametrize("reason", list(Reason))
def test_every_refusal_has_words(reason: Reason) -> None:
    assert reason.value in PHRASES


def reasons_and_warnings() -> set[str]:
    """Return the codes of refused rows, of wrong values and of warnings, by their source."""
    found: set[str] = set()
    for path, call in calls("ValueError", "RowRefused", "RowFault", "append", "phrase"):
        if "domain" in path.parts or "gateways" in path.parts or "services" in path.parts:
            place = {"RowRefused": 1, "RowFault": 2}.get(_name(call.func), 0)
            argument = call.args[place] if len(call.args) > place else None
            if isinstance(argument, ast.Tuple) and _name(call.func) == "append":
                argument = argument.elts[0]
            elif _name(call.func) == "append":
                continue
            found |= texts(argument)
        elif _name(call.func) == "phrase":
            found |= texts(call.args[0])
    return found


INTERNAL = {"registration"}  # caught by importing, which says registration-clash


@pytest.mark.parametrize("code", sorted(reasons_and_warnings() - INTERNAL))
def test_every_reason_and_warning_has_words(code: str) -> None:
    assert code in PHRASES


def every_command(
    group: click.Group = cli, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, group
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from every_command(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = {" ".join(("checkin", *path)): (path, command) for path, command in every_command()}


@pytest.mark.parametrize(("path", "command"), list(COMMANDS.values()), ids=list(COMMANDS))
def test_every_command_has_help(
    bare_desk: Desk, path: tuple[str, ...], command: click.Command
) -> None:
    assert command.help
    assert command.help.endswith(".")
    told = bare_desk.done(*path, "--help").out
    assert "Usage: checkin" in told
    assert bare_desk.done(*path, "-h").out == told
    assert not list(bare_desk.folder.iterdir())


def test_no_command_at_all_shows_what_there_is(bare_desk: Desk) -> None:
    told = bare_desk.done().out
    assert all(name in told for name in cli.commands)


def test_a_fact_cannot_break_the_line_or_flood_it() -> None:
    said = sentence(
        CheckinError("list-unknown", list="a\nb\r\x1b[31m\u2028c" + "x" * 9999, lists="")
    )
    assert len(said) < 1200
    assert said.isprintable()
    assert phrase("name-like-date", value="1\n2") == "row 1 2: is that a name?"


def test_why_a_value_is_wrong_is_said_in_words(desk: Desk) -> None:
    said = desk("add", "--name", "Ada", "--email", "nonsense").one_sentence()
    assert said == "email: nonsense is not understood (not an e-mail address)."
