"""The sheets badges are printed on: how large the page is and where on it each badge lies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet of equal badges in rows and columns; every length is in millimetres."""

    name: str
    page_width: float
    page_height: float
    columns: int
    rows: int
    badge_width: float
    badge_height: float
    left: float
    """From the page's left edge to the first column."""
    top: float
    """From the page's upper edge to the first row."""
    column_gap: float = 0.0
    row_gap: float = 0.0
    crop_marks: bool = True

    @property
    def badges_a_page(self) -> int:
        return self.columns * self.rows

    def position(self, place: int) -> tuple[float, float]:
        """Return the upper left corner of a page's badge 0, 1, 2…, row by row."""
        row, column = divmod(place, self.columns)
        return (
            self.left + column * (self.badge_width + self.column_gap),
            self.top + row * (self.badge_height + self.row_gap),
        )


# 90 × 60 mm is what the usual badge holders take. The gaps hold the crop marks, so that a
# knife that strays by half a millimetre never shows a neighbour's colour.
A4_EIGHT = Stock(
    name="A4, eight of 90 × 60 mm",
    page_width=210.0,
    page_height=297.0,
    columns=2,
    rows=4,
    badge_width=90.0,
    badge_height=60.0,
    left=12.0,
    top=19.5,
    column_gap=6.0,
    row_gap=6.0,
)
