"""Lets much be made at once without Python looking for litter among it again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_litter() -> Iterator[None]:
    """Let Python not look for litter among what is made: all of it is kept, or goes by itself.

    For an import of 100,000 rows the search, each time over everything, would take a third of the
    time; and while it lasts no other thread goes on, the window's neither.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
