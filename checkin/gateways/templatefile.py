"""Reads and writes templates of badges as files: JSON in millimetres, their pictures in Base64."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.template import Picture, Template
from checkin.domain.templatedata import template_data
from checkin.domain.templateform import TemplateError, template_from
from checkin.errors import CheckinError
from checkin.gateways.atomic import replacing
from checkin.gateways.plainfile import plain_bytes

MOST_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template and the pictures that stand on it, as they are in the file, by id.

    Nobody looked into the pictures yet: each may be of any kind, or none.
    """

    template: Template
    pictures: Mapping[str, bytes]

    def place_of(self, picture: str) -> str:
        """Return where a picture stands first, such as `front 3`."""
        return next(place for place, named in _placed(self.template) if named == picture)


def builtin_templates(folder: Path) -> dict[str, Template]:
    """Return the templates that come along, by the names of their files without ending."""
    return {file.stem: read_template(file).template for file in sorted(folder.glob("*.json"))}


def read_template(path: Path) -> TemplateFile:
    """Return what a file holds; CheckinError names the file, and the place and field in it."""
    data = _data(path)
    try:
        template = template_from(data)
        return TemplateFile(template, dict(_pictures(template, data)))
    except TemplateError as error:
        if (error.where, error.field) == ("", "template"):
            raise CheckinError("not-a-template", path=path) from error
        place = error.where or "template"
        raise CheckinError(
            "template-file-wrong", path=path, place=place, field=error.field
        ) from error


def write_template(path: Path, template: Template, pictures: Mapping[str, bytes]) -> None:
    """Write a template with its pictures, each element on a line of its own.

    Raises CheckinError as `atomic.replacing` does.
    """
    data = template_data(template)
    if used := sorted(template.pictures & pictures.keys()):
        data["pictures"] = {one: b64encode(pictures[one]).decode("ascii") for one in used}
    fields = (f"  {json.dumps(name)}: {_written(value)}" for name, value in data.items())
    with replacing(path) as draft:
        draft.write_text("{\n" + ",\n".join(fields) + "\n}\n", "utf-8")


def _written(value: object) -> str:
    if isinstance(value, list):
        lines = (f"    {json.dumps(one, ensure_ascii=False)}" for one in value)
        return "[\n" + ",\n".join(lines) + "\n  ]"
    return json.dumps(value, ensure_ascii=False)


def _data(path: Path) -> dict[str, object]:
    """Return the JSON object in a file."""
    try:
        content = plain_bytes(path, MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise CheckinError("template-file-missing", path=path) from error
    except OSError as error:
        why = error.strerror or "no ordinary file"
        raise CheckinError("file-fault", path=path, why=why) from error
    if len(content) > MOST_BYTES:
        raise CheckinError("template-file-too-large", path=path, most=MOST_BYTES // 1_000_000)
    try:
        data = json.loads(content.decode("utf-8-sig"))
        # A lone half of a letter can be read and never be written again.
        json.dumps(data, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise CheckinError("not-a-template", path=path) from error
    if not isinstance(data, dict):
        raise CheckinError("not-a-template", path=path)
    return data


def _pictures(template: Template, data: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures that a template names; all have to be in its file."""
    held = data.get("pictures", {})
    if not isinstance(held, dict):
        raise TemplateError("", "pictures")
    for place, picture in _placed(template):
        yield picture, _picture(held.get(picture), place)


def _placed(template: Template) -> Iterator[tuple[str, str]]:
    """Yield the place and the id of each picture of its own that a template shows."""
    for side, elements in (("front", template.front), ("back", template.back)):
        for number, one in enumerate(elements, 1):
            if isinstance(one, Picture) and one.picture:
                yield f"{side} {number}", one.picture


def _picture(text: object, place: str) -> bytes:
    try:
        if isinstance(text, str) and (content := b64decode(text, validate=True)):
            return content
    except ValueError:
        pass
    raise TemplateError(place, "picture")
