"""Reads templates of badges from the files that come along and from files of one's own."""

import json
from pathlib import Path

from checkin.domain.template import Template
from checkin.domain.templateform import template_from


def builtin_templates(folder: Path) -> dict[str, Template]:
    """Return the templates that come along, by the names of their files without ending."""
    return {file.stem: read_template(file) for file in sorted(folder.glob("*.json"))}


def read_template(path: Path) -> Template:
    """Return the template a file holds."""
    return template_from(json.loads(path.read_text("utf-8")))
