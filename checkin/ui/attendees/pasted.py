"""A table that was copied in a spreadsheet, as a file that is gone once nobody needs it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTemporaryDir
from PySide6.QtGui import QGuiApplication


class Pasted:
    """`path` is the file; it is readable by nobody else, and goes with this object."""

    def __init__(self, text: str) -> None:
        self._folder = QTemporaryDir()
        name = QCoreApplication.translate("Pasted", "Copied table")
        self.path = Path(self._folder.filePath(f"{name}.tsv"))
        self.path.write_text(text, "utf-8-sig", "replace", newline="")


def copied_table() -> str:
    """Return the table that was copied last, empty if it was something else."""
    text = QGuiApplication.clipboard().text()
    return text if "\t" in text or "\n" in text.strip() else ""
