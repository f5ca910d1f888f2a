"""Looks at printed pages as a person and two unrelated decoders would."""

from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import zxingcpp

from checkin.domain.stock import A4_EIGHT, Stock

MILLIMETRES_AN_INCH = 25.4


class Pages:
    """A PDF to measure: pictures are grey, from 0 black to 255 white."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._document = pypdfium2.PdfDocument(path.read_bytes())
        self._pictures: dict[tuple[int, int], np.ndarray] = {}

    def __len__(self) -> int:
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        return self._document[page].get_size()

    def picture(self, page: int, dpi: int) -> np.ndarray:
        if (page, dpi) not in self._pictures:
            shown = self._document[page].render(scale=dpi / 72, grayscale=True).to_numpy()
            picture = np.ascontiguousarray(shown.reshape(shown.shape[:2]))
            picture.flags.writeable = False
            self._pictures[page, dpi] = picture
        return self._pictures[page, dpi]

    def text(self, page: int) -> str:
        return self._document[page].get_textpage().get_text_bounded()


def card(picture: np.ndarray, place: int, dpi: int, stock: Stock = A4_EIGHT) -> np.ndarray:
    """Cut one badge out of a page; places count from 0."""
    left, top = stock.position(place + 1)
    dots = dpi / MILLIMETRES_AN_INCH / 100
    rows = slice(round(top * dots), round((top + stock.badge_height) * dots))
    columns = slice(round(left * dots), round((left + stock.badge_width) * dots))
    return np.ascontiguousarray(picture[rows, columns])


def read_by_opencv(picture: np.ndarray) -> str:
    return cv2.QRCodeDetectorAruco().detectAndDecode(picture)[0]


def read_by_zxing(picture: np.ndarray) -> str:
    return "".join(found.text for found in zxingcpp.read_barcodes(picture))
