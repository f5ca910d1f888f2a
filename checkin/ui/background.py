"""Does work in one thread of its own, a piece after another, and answers in the window's."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")
Failed = Callable[[Exception], object]


def nothing(_: object) -> None:
    """Do nothing with it."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a piece of work came to, and who is to hear of it."""

    result: Any
    error: Exception | None
    then: Callable[[Any], object]
    failed: Failed | None


class Background(QObject):
    """`failed` tells, in the window's thread, of an exception nobody else wanted to hear of."""

    failed = Signal(Exception)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._pending = 0
        self._closed = False
        self._answered.connect(self._on_answered)

    @property
    def idle(self) -> bool:
        """Tell whether everything asked has been answered."""
        return self._pending == 0

    def ask(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] = nothing,
        failed: Failed | None = None,
    ) -> None:
        """Do `work` when its turn comes; `then` hears what it returned, or `failed` what it raised.

        Both are called in the window's thread. After `close` nothing is done and nobody hears.
        """
        if not self._closed:
            self._pending += 1
            self._thread.submit(self._do, work, then, failed)

    def close(self, last: Callable[[], object] = lambda: None) -> Exception | None:
        """Finish what is being done and do `last`, waiting for it; return what that raised."""
        if self._closed:
            return None
        self._closed = True
        ending = self._thread.submit(last)
        self._thread.shutdown(wait=True)
        error = ending.exception()
        return error if isinstance(error, Exception) else None

    def _do(
        self, work: Callable[[], T], then: Callable[[T], object], failed: Failed | None
    ) -> None:
        result: T | None = None
        fault: Exception | None = None
        try:
            result = work()
        except Exception as error:
            fault = error
        self._answered.emit(_Answer(result, fault, then, failed))

    def _on_answered(self, answer: _Answer) -> None:
        self._pending -= 1
        if self._closed:
            return
        if answer.error is None:
            answer.then(answer.result)
        else:
            (answer.failed or self.failed.emit)(answer.error)
