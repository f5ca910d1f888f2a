"""A worksheet of XlsxWriter that writes cells in half the time, and every text as a text.

Imported where a workbook is written: XlsxWriter takes its time to load.
"""

import re
from functools import lru_cache
from html import escape
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellNumberTuple, CellStringTuple, Worksheet

_column_name = lru_cache(maxsize=None)(xl_col_to_name)
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Page(Worksheet):  # type: ignore[misc]  # the library brings no types we follow
    """For workbooks with `constant_memory` only; texts must be what XML can hold.

    The library's own way puts a text such as `<r>…</r>` into the file unescaped.
    """

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        kind = type(cell)
        if kind is CellNumberTuple:
            style = f' s="{cell.format._get_xf_index()}"' if cell.format else ""
            self.fh.write(
                f'<c r="{_column_name(col)}{row + 1}"{style}><v>{cell.number:.16G}</v></c>'
            )
            return
        if kind is not CellStringTuple:
            super()._write_cell(row, col, cell)
            return
        text = escape(cell.string, quote=False)
        if "_x" in text:
            text = _LIKE_AN_ESCAPE.sub("_x005F_", text)
        style = f' s="{cell.format._get_xf_index()}"' if cell.format else ""
        self.fh.write(
            f'<c r="{_column_name(col)}{row + 1}"{style} t="inlineStr">'
            f'<is><t xml:space="preserve">{text}</t></is></c>'
        )
