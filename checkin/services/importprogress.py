"""How an import, or its undoing, tells how far it is, and stops where it is told to."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from checkin.errors import CheckinError

T = TypeVar("T")
Progress = Callable[[int, int], bool]
"""Hears how much of how much is done, and answers whether to go on."""

_BETWEEN_REPORTS = 200


class Course:
    """Long work as one count that never falls, from 0 to `total`."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._done = 0

    def along(self, items: Iterable[T], size: int, begin: float, end: float) -> Iterable[T]:
        """Hand on `items`, about `size` of them, that take the work from one share to another."""
        return self._reporting(items, size, begin, end) if self._progress else items

    def _reporting(self, items: Iterable[T], size: int, begin: float, end: float) -> Iterator[T]:
        for number, item in enumerate(items):
            if number % _BETWEEN_REPORTS == 0:
                self.reach(begin + (end - begin) * min(number / max(size, 1), 1))
            yield item
        self.reach(end)

    def counted(self, size: int, begin: float, end: float) -> Callable[[int], None]:
        """Return what hears how many of `size` are done on the way from one share to another."""
        return lambda done: self.reach(begin + (end - begin) * done / size)

    def reach(self, share: float) -> None:
        """Tell that this share is done; raise CheckinError("canceled") if it shall not go on."""
        if self._progress is None:
            return
        self._done = max(self._done, int(share * self._total))
        if not self._progress(self._done, self._total):
            raise CheckinError("canceled")
