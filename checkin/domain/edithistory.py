"""What was done to something and can be undone and redone; each state is a value of its own."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

State = TypeVar("State")

MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class History(Generic[State]):
    """`now` is the state after all that was done; `last` is in what manner the last step was."""

    now: State
    past: tuple[State, ...] = ()
    future: tuple[State, ...] = ()
    last: Hashable = None

    def do(self, state: State, manner: Hashable = None) -> "History[State]":
        """Go on to a state; steps in a row of the same manner, unless None, are undone as one."""
        if state == self.now:
            return self
        if manner is not None and manner == self.last:
            return replace(self, now=state, future=())
        return History(state, (*self.past, self.now)[-MOST_STEPS:], last=manner)

    def see(self, state: State) -> "History[State]":
        """Go on to a state that differs in what undo is not about, such as what is chosen."""
        return replace(self, now=state, last=None)

    def undo(self) -> "History[State]":
        """Return to the state before, if there is one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.now, *self.future))

    def redo(self) -> "History[State]":
        """Do again what was undone last, if anything was."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.now), self.future[1:])
