"""The one kind of failure a person can act on."""


class CheckinError(Exception):
    """A stable `code` and the `facts` its sentence needs; `sentences.py` writes the sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
