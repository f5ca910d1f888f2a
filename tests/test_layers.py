"""The house of the design as a table: what each layer may import, wherever the import stands."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "checkin"
MODULES = sorted(ROOT.rglob("*.py"))

WORDS = {"sentences", "phrases", *(file.stem for file in ROOT.glob("*words.py"))}
LEAVES = {"errors", "settings", "assets"} | WORDS
EVERYTHING = LEAVES | {
    "domain", "store", "services", "gateways", "render", "capture", "ui", "cli", "app",
}  # fmt: skip
OURS = {
    "domain": set(),
    "store": LEAVES | {"domain"},
    "services": LEAVES | {"domain", "store"},
    "gateways": LEAVES | {"domain"},
    "render": LEAVES | {"domain"},
    "capture": LEAVES,
    "ui": LEAVES | {"domain", "services", "render", "capture"},
    "cli": EVERYTHING,
    "app": EVERYTHING,
    "__main__": EVERYTHING,
} | dict.fromkeys(LEAVES, LEAVES)
THEIRS = {
    "domain": set(),
    "store": {"peewee", "playhouse"},
    "services": set(),
    "gateways": {"python_calamine", "xlsxwriter", "charset_normalizer", "icalendar", "psycopg"},
    "render": {
        "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtPrintSupport", "PySide6.QtSvg", "qrcode",
        "PIL", "font_source_sans_pro",
    },
    "capture": {
        "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtMultimedia", "PySide6.QtPdf",
        "PySide6.QtSerialPort", "zxingcpp", "PIL",
    },
    "ui": {"PySide6"},
    "cli": {"PySide6", "click", "platformdirs"},
    "app": {"PySide6", "platformdirs"},
    "settings": {"platformdirs"},
}  # fmt: skip
WITHOUT_QT_AT_IMPORT = {"app", "cli", "services", "store", "domain", "gateways"} | LEAVES


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the full name of all that is imported anywhere below `tree`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno}: spell the import out from `checkin`"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
            ("__import__", "import_module")
        ):
            yield ast.unparse(node.args[0]).strip("'\"")


def at_import(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements that run when the module is imported, not in its functions."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from at_import(node.orelse)
            continue
        inner = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)]
        handlers = getattr(node, "handlers", [])
        inner += [statement for handler in handlers for statement in handler.body]
        if inner:
            yield from at_import(inner)
        else:
            yield node


def layer_of(path: Path) -> str:
    """Return the folder or module right below the package: `store`, `cli`, `errors`."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def faults(tree: ast.AST, layer: str) -> list[str]:
    """Return the imports a module of `layer` may not have."""
    found = []
    for name in imports(tree):
        top, _, rest = name.partition(".")
        if top == "checkin":
            allowed = OURS[layer] | {layer}
            fine = rest.split(".")[0] in allowed or not rest
        else:
            whole = {top, ".".join(name.split(".")[:2])}
            fine = top in sys.stdlib_module_names or bool(whole & THEIRS.get(layer, set()))
        if not fine:
            found.append(name)
    return found


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def in_the_house() -> list[Path]:
    return [path for path in MODULES if path != ROOT / "__init__.py"]


@pytest.mark.parametrize("path", in_the_house(), ids=named)
def test_a_module_imports_only_what_its_layer_may(path):
    assert faults(parsed(path), layer_of(path)) == []


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        ("domain", "import peewee"),
        ("domain", "from checkin.errors import CheckinError"),
        ("store", "from checkin.services import admission"),
        ("services", "def f():\n    from checkin.gateways.workbook import write_workbook"),
        ("services", "if TYPE_CHECKING:\n    from PySide6.QtCore import QObject"),
        ("services", "import importlib\nimportlib.import_module('checkin.render.sheet')"),
        ("render", "from PySide6.QtWidgets import QWidget"),
        ("render", "from PySide6 import QtWidgets"),
        ("capture", "from checkin.domain.code import read"),
        ("gateways", "import checkin.store.tables"),
        ("ui", "from checkin.store.store import Store"),
        ("ui", "import zxingcpp"),
    ],
)
def test_a_forbidden_import_is_seen_wherever_it_stands(layer, line):
    assert len(faults(ast.parse(line), layer)) == 1


def test_a_relative_import_is_seen():
    with pytest.raises(AssertionError, match="spell the import out"):
        faults(ast.parse("from .people import Attendee"), "domain")


@pytest.mark.parametrize(
    "path", [path for path in in_the_house() if layer_of(path) in WITHOUT_QT_AT_IMPORT], ids=named
)
def test_qt_is_imported_only_by_the_command_that_needs_it(path):
    running = ast.Module(body=list(at_import(parsed(path).body)), type_ignores=[])
    assert not [name for name in imports(running) if name.partition(".")[0] == "PySide6"]


def module_name(path: Path) -> str:
    parts = ("checkin", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def graph() -> dict[str, set[str]]:
    """Return which modules of ours each one needs while it is being imported."""
    names = {module_name(path): path for path in MODULES}
    needs: dict[str, set[str]] = {}
    for name, path in names.items():
        running = ast.Module(body=list(at_import(parsed(path).body)), type_ignores=[])
        found = {
            imported if imported in names else imported.rpartition(".")[0]
            for imported in imports(running)
        }
        needs[name] = found & names.keys() - {name}
    return needs


def test_no_module_needs_itself_by_a_detour():
    try:
        list(TopologicalSorter(graph()).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_the_graph_sees_the_edges_it_is_made_of():
    needs = graph()
    assert "checkin.domain.code" in needs["checkin.domain.keyboards"]
    assert "checkin.gateways.pages" not in needs["checkin.gateways.workbook"]


def queries(tree: ast.AST) -> list[str]:
    """Return where something looks into a store instead of handing it to a service."""
    return [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "store"
    ]


@pytest.mark.parametrize(
    "path", [path for path in in_the_house() if layer_of(path) == "ui"], ids=named
)
def test_no_widget_queries(path):
    assert queries(parsed(path)) == []


def test_a_query_is_seen():
    assert queries(ast.parse("lambda desk: desk.store.roster.everyone()")) == ["desk.store.roster"]
