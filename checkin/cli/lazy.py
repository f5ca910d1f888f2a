"""Commands whose modules are read only when somebody gives them: the window need not wait."""

from collections.abc import Mapping
from pkgutil import resolve_name

import click


class LazyGroup(click.Group):
    """A group of commands, each found in the `COMMANDS` of a module of this package."""

    def __init__(self, *args: object, modules: Mapping[str, str], **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self._modules = modules

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the commands' names, in alphabetical order."""
        return sorted(self._modules)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Return a command by its name."""
        if name not in self._modules:
            return None
        commands = resolve_name(f"checkin.cli.{self._modules[name]}:COMMANDS")
        return next((one for one in commands if one.name == name), None)
