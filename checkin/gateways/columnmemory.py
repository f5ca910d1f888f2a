"""Remembers what the columns of each kind of list were said to be, in a file of this computer."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from checkin.domain.listrows import CUSTOM_FIELD
from checkin.domain.text import fold
from checkin.errors import CheckinError
from checkin.gateways.atomic import replacing
from checkin.gateways.columns import is_field

MOST_KEPT = 50
LEFT_OUT = ""

Known = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class ColumnMemory:
    """Lists with the same headings are of one kind, whatever their case and order.

    The file holds fields by the fingerprint of the headings, which may themselves be private, the
    kind used last at the end. One that is damaged or cannot be written remembers nothing.
    """

    path: Path

    def recall(self, header: Sequence[str]) -> dict[int, str] | None:
        """Return the field of each column that was not left out; None for a kind not known."""
        said = self._load().get(_fingerprint(header))
        if said is None or len(said) != len(header):
            return None
        fields = zip(_in_order(header), said, strict=True)
        return {
            at: f"{CUSTOM_FIELD}{header[at]}" if field == CUSTOM_FIELD else field
            for at, field in sorted(fields)
            if field != LEFT_OUT
        }

    def keep(self, header: Sequence[str], columns: Mapping[int, str]) -> None:
        """Remember what the columns are; those used longest ago give way."""
        known, name = self._load(), _fingerprint(header)
        known.pop(name, None)
        known[name] = [_bare(columns.get(at, LEFT_OUT), header[at]) for at in _in_order(header)]
        self._save(dict(list(known.items())[-MOST_KEPT:]))

    def forget(self, header: Sequence[str]) -> None:
        """Remember nothing of lists with these headings."""
        known = self._load()
        if known.pop(_fingerprint(header), None) is not None:
            self._save(known)

    def _load(self) -> Known:
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: said for name, said in found.items() if _is_whole(said)}

    def _save(self, known: Known) -> None:
        # What cannot be remembered is asked again; it is no reason to stop anybody.
        with suppress(OSError, CheckinError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self.path) as draft:
                draft.write_text(json.dumps(known), "utf-8")


def _in_order(header: Sequence[str]) -> list[int]:
    """Return the columns in the order of their headings."""
    names = list(_names(header))
    return sorted(range(len(header)), key=names.__getitem__)


def _names(header: Sequence[str]) -> Iterator[str]:
    """Yield a name for each heading, different ones where headings differ only in case."""
    seen: Counter[str] = Counter()
    for text in map(fold, header):
        seen[text] += 1
        yield f"{text}\n{seen[text]}"


def _fingerprint(header: Sequence[str]) -> str:
    texts = "\x1f".join(sorted(_names(header)))
    return sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _bare(field: str, heading: str) -> str:
    """Return a field; one of somebody's own that is called as its column is without its name."""
    return CUSTOM_FIELD if field == f"{CUSTOM_FIELD}{heading}" else field


def _is_whole(said: object) -> bool:
    """Tell whether fields are all known, and none is two columns'."""
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        return False
    proper = [one for one in said if one not in {LEFT_OUT, CUSTOM_FIELD}]
    return all(map(is_field, proper)) and len(set(proper)) == len(proper)
