"""Counts what was practised, in the words that reception shows."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QObject, Signal

from checkin.domain.verdict import Direction, Verdict
from checkin.ui.rehearsal.wording import headline_of


class Tally(QObject):
    """`grown` tells that one more scan was answered."""

    grown = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counts: Counter[str] = Counter()

    def hear(self, verdict: Verdict) -> None:
        """Count a verdict."""
        goes = verdict.direction is Direction.EXIT and verdict.reason is None
        self.counts[_tr("Goodbye") if goes else headline_of(verdict.reason)] += 1
        self.grown.emit()

    def words(self) -> str:
        """Return how many scans there were, and of each kind, the most frequent first."""
        if not self.counts:
            return _tr("Nothing was scanned yet.")
        kinds = ", ".join(f"{headline} {count}" for headline, count in self.counts.most_common())
        return _tr("Scans: {count} ({kinds})").format(count=self.counts.total(), kinds=kinds)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rehearsal", text)
