"""Writes a template as plain data, leaving out whatever is as usual; see `templateform`."""

from dataclasses import fields

from checkin.domain.template import Area, Code, Element, Fold, Picture, Shape, Template, Text
from checkin.domain.templateform import FORM

_KIND: dict[type[Element], str] = {Text: "text", Code: "code", Picture: "picture", Shape: "shape"}
_LENGTHS = frozenset(
    {"left", "top", "width", "height", "largest", "smallest", "comfortable", "stroke", "rounding"}
)


def template_data(template: Template) -> dict[str, object]:
    """Return what `template_from` reads back as the same template."""
    data: dict[str, object] = {"template": FORM}
    for name in ("name", "width", "height"):
        data[name] = _written(name, getattr(template, name))
    for side in ("front", "back"):
        if elements := getattr(template, side):
            data[side] = [_element(one) for one in elements]
    if template.fold is not Fold.NONE:
        data["fold"] = template.fold.value
    for name in ("colours", "layouts"):
        if pairs := getattr(template, name):
            data[name] = dict(pairs)
    return data


def _element(element: Element) -> dict[str, object]:
    data: dict[str, object] = {"kind": _KIND[type(element)]}
    for one in fields(element):
        value = getattr(element, one.name)
        if isinstance(value, Area):
            data |= {
                side.name: _written(side.name, getattr(value, side.name)) for side in fields(value)
            }
        elif value != one.default:
            data[one.name] = _written(one.name, value)
    return data


def _written(name: str, value: object) -> object:
    if name in _LENGTHS and isinstance(value, int):
        millimetres = value / 100
        return int(millimetres) if millimetres.is_integer() else millimetres
    return str(value) if isinstance(value, str) else value
