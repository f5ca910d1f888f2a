"""Prints one table of all that is measured: `python -m tests.benchmarks [NAME…] [--million]`."""

import argparse
import os
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module

import tests.benchmarks
from tests.benchmarks.figures import Rows

PREFIX = "bench_"
WIDTH = 78


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is named, or everything, and print each row as soon as it is known."""
    names = [
        module.name.removeprefix(PREFIX)
        for module in pkgutil.iter_modules(tests.benchmarks.__path__)
        if module.name.startswith(PREFIX)
    ]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser.add_argument("name", nargs="*", help=f"of {', '.join(names)}; all unless named")
    parser.add_argument(
        "--million", action="store_true", help="measure the events of a million people, only them"
    )
    options = parser.parse_args(arguments)
    if unknown := set(options.name) - set(names):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    _print("what", "measured", "bar")
    _print("-" * WIDTH, "-" * 12, "-" * 8)
    for name in options.name or names:
        for row in _measure(name, options.million):
            _print(*row)


def _measure(name: str, million: bool) -> Rows:
    module = import_module(f"tests.benchmarks.{PREFIX}{name}")
    if not million:
        return module.rows()
    return module.million_rows() if hasattr(module, "million_rows") else []


def _print(what: str, measured: str, bar: str) -> None:
    sys.stdout.write(f"{what:{WIDTH}}  {measured:>12}  {bar}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
