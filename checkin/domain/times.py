"""Moments as the program keeps them: whole milliseconds of Unix time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def to_ms(moment: datetime) -> int:
    """Return a moment with a zone as Unix milliseconds."""
    return round(moment.timestamp() * 1000)


def from_ms(at: int, timezone: str) -> datetime:
    """Return Unix milliseconds as a moment in `timezone`, whole seconds kept exact."""
    seconds, rest = divmod(at, 1000)
    moment = datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest * 1000)
    return moment.astimezone(ZoneInfo(timezone))
