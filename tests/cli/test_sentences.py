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
from checkin.phrases import PHRASES
from checkin.sentences import SENTENCES, phrase, sentence
from checkin.store.faults import _CODES
from tests.cli.desk import Desk

ROOT = Path(checkin.__file__).parent
TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(ROOT.rglob("*.py"))}
# What importing and reading sheets catch, to say it in another way, and a mistake of ours.
INTERNAL = {"registration", "not-a-badge-code"}
CAUGHT = {"unknown-encoding"}


def calls(*names: str) -> Iterator[tuple[ast.Module, ast.Call]]:
    """Yield the calls of functions of those names in the whole program."""
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and name_of(node.func) in names:
                yield tree, node


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def texts(node: ast.expr, tree: ast.Module) -> set[str]:
    """Return the texts an expression may come to, as far as its source shows."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp():
            return texts(node.body, tree) | texts(node.orelse, tree)
        case ast.Name(id=name):
            assigned = [one for one in ast.walk(tree) if isinstance(one, ast.Assign)]
            values = [one.value for one in assigned if name in map(name_of, one.targets)]
            return set().union(*(texts(value, tree) for value in values if value is not node))
    return set()


def test_each_code_stands_in_the_source_once() -> None:
    written = [
        key.value
        for path in (ROOT / "sentences.py", *ROOT.glob("*words.py"))
        for one in ast.walk(TREES[path])
        if isinstance(one, ast.Dict)
        for key in one.keys
        if isinstance(key, ast.Constant)
    ]
    assert len(written) == len(set(written)) >= len(SENTENCES)


def raised() -> dict[str, set[str]]:
    """Return the facts that come with each code wherever it is raised."""
    found: dict[str, set[str]] = {}
    for tree, call in calls("CheckinError"):
        facts = {keyword.arg for keyword in call.keywords if keyword.arg}
        for code in texts(call.args[0], tree):
            found[code] = found.get(code, facts) & facts
    return found


def reasons_and_warnings() -> set[str]:
    """Return the codes of wrong values, refused rows and warnings, and what the desk is told."""
    found: set[str] = set()
    for name, place in (("phrase", 0), ("RowRefused", 1), ("RowFault", 2), ("Record", 2)):
        for tree, call in calls(name):
            found |= texts(call.args[place], tree) if len(call.args) > place else set()
    for tree, call in calls("ValueError"):
        if call.args and all(" " not in text for text in texts(call.args[0], tree)):
            found |= texts(call.args[0], tree)
    for tree, call in calls("append"):
        if isinstance(call.args[0], ast.Tuple) and "arnings" in ast.unparse(call.func):
            found |= texts(call.args[0].elts[0], tree)
    return found


def test_every_failure_has_a_sentence() -> None:
    assert {"event-missing", "list-ambiguous", "at-in-future"} <= raised().keys()
    assert sorted((raised().keys() | set(_CODES.values())) - SENTENCES.keys() - CAUGHT) == []


def test_a_sentence_asks_for_no_fact_that_is_not_told() -> None:
    for code, told in raised().items():
        if code in SENTENCES:
            asked = {name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name}
            assert sorted(asked - told) == [], code


def test_no_sentence_is_left_over() -> None:
    named = {
        node.value
        for path, tree in TREES.items()
        if path.name != "sentences.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(SENTENCES.keys() - named) == []


def test_a_sentence_is_one_line_and_ends_like_one() -> None:
    for template in (*SENTENCES.values(), *PHRASES.values()):
        assert template.isprintable()
        assert template == template.strip()
    assert [one for one in SENTENCES.values() if not one.endswith(".")] == []


def test_every_reason_and_warning_has_words() -> None:
    assert {"bad-email", "repeated-row", "genuine-unknown"} <= reasons_and_warnings()
    assert sorted((reasons_and_warnings() | set(Reason)) - PHRASES.keys() - INTERNAL) == []


def test_a_fact_cannot_break_the_line_or_flood_it() -> None:
    odd = "a\nb\r\x1b[31m\u2028c" + "x" * 9999
    said = sentence(CheckinError("list-unknown", list=odd, lists=""))
    assert len(said) < 1200
    assert said.isprintable()
    assert phrase("name-odd", value="1\n2") == "row 1 2: is that a name?"


def test_why_a_value_is_wrong_is_said_in_words(desk: Desk) -> None:
    said = desk("add", "--name", "Ada", "--email", "nonsense").one_sentence()
    assert said == "email: nonsense is not understood (not an e-mail address)."


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
