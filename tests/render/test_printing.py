"""What a printer puts on paper is as large, and lies where, the stock says, on any printer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from checkin.domain.stock import A4_EIGHT, Adjustment, SheetPlan
from checkin.domain.stockform import stock_from
from checkin.errors import CheckinError
from checkin.render.printing import paper_for, print_sheets
from tests.render.faces import CLASSIC, ODD_FACES, RUTA
from tests.render.measuring import bands, crop_marks, true_bands, true_crop_marks
from tests.render.paper import Pages, card, read_by_opencv, read_by_zxing
from tests.render.test_positions import STOCKS


class MarginedPrinter(QPrinter):
    """Keeps to the margins it was given, as printers do that cannot reach the edge."""

    def setFullPage(self, _full):
        super().setFullPage(False)

    def setPageMargins(self, _margins):
        super().setPageMargins(QMarginsF(13, 11, 7, 17))


def printer(path: Path, kind: type[QPrinter] = QPrinter, resolution: int = 1200) -> QPrinter:
    """Return a printer that writes what it would print into a file."""
    made = kind(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setResolution(resolution)
    return made


@pytest.fixture(
    scope="module",
    params=[(QPrinter, 1200), (QPrinter, 600), (QPrinter, 203), (MarginedPrinter, 600)],
    ids=["1200 dpi", "600 dpi", "203 dpi", "margins"],
)
def printed(qapp, tmp_path_factory, request):
    """The odd badges as several printers print them."""
    path = tmp_path_factory.mktemp("printed") / "odd.pdf"
    print_sheets(printer(path, *request.param), ODD_FACES, CLASSIC)
    return Pages(path)


def test_paper_is_the_stocks(printed):
    assert len(printed) == -(-len(ODD_FACES) // 8)
    # Printers take A4 in whole points.
    assert printed.size(0) == pytest.approx((595.2756, 841.8898), abs=0.5)


def test_badges_are_90_by_60_millimetres_and_lie_where_the_stock_says(printed):
    for found, true in zip(bands(printed, 0), true_bands(), strict=True):
        assert found == pytest.approx(true, abs=0.1)
    for found, true in zip(crop_marks(printed, 0), true_crop_marks(), strict=True):
        assert found == pytest.approx(true, abs=0.1)


@pytest.mark.parametrize("read", [read_by_opencv, read_by_zxing])
def test_every_printed_code_is_read(printed, read):
    for index, badge in enumerate(ODD_FACES):
        page, place = divmod(index, 8)
        assert read(card(printed.picture(page, 150), place, 150)) == badge.code, badge


def test_printed_badges_are_counted(qapp, tmp_path):
    path = tmp_path / "badges.pdf"
    assert print_sheets(printer(path), [RUTA] * 9, CLASSIC) == 9
    assert len(Pages(path)) == 2


def test_stopped_printing_tells_what_the_printer_has_taken(qapp, tmp_path):
    path = tmp_path / "badges.pdf"
    assert print_sheets(printer(path), [RUTA] * 24, CLASSIC, progress=lambda done: done < 16) == 16
    assert len(Pages(path)) == 2


def test_no_badges_are_refused(qapp, tmp_path):
    with pytest.raises(CheckinError) as failed:
        print_sheets(printer(tmp_path / "none.pdf"), [], CLASSIC)
    assert failed.value.code == "no-badges"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said(qapp, tmp_path):
    with pytest.raises(CheckinError) as failed:
        print_sheets(printer(tmp_path / "gone" / "badges.pdf"), [RUTA], CLASSIC)
    assert failed.value.code == "printer-refused"


LABELS = [one for one in STOCKS if one.badges_a_page == 1]
UPRIGHT, ACROSS = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape


def paper(width: float, height: float) -> QPageSize:
    return QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter)


@pytest.mark.parametrize("stock", LABELS, ids=lambda stock: stock.name)
def test_labels_and_cards_are_pages_of_their_own_size(qapp, tmp_path, stock):
    path = tmp_path / "labels.pdf"
    assert print_sheets(printer(path), [RUTA] * 3, CLASSIC, SheetPlan(stock)) == 3
    pages = Pages(path)
    assert len(pages) == 3
    # Printers take paper in whole points, and A6 a little short.
    points = (stock.page_width * 72 / 2540, stock.page_height * 72 / 2540)
    assert pages.size(2) == pytest.approx(points, abs=0.7)


@pytest.mark.parametrize(
    ("width", "height", "papers", "taken"),
    [
        (100, 62, [(62, 100), (210, 297)], (62, 100, ACROSS)),
        (100, 62, [(62, 100), (100, 62)], (100, 62, UPRIGHT)),
        (62, 29, [(62, 29)], (62, 29, UPRIGHT)),
        (100, 62, [(62, 110)], (100, 62, UPRIGHT)),
        (62, 100, [], (62, 100, UPRIGHT)),
        (297, 210, [(210, 297)], (210, 297, ACROSS)),
    ],
)
def test_a_printer_that_knows_a_paper_only_upright_prints_across_it(width, height, papers, taken):
    stock = stock_from({"name": "X", "page": [width, height], "badge": [width, height]})
    size, orientation = paper_for(stock, [paper(*one) for one in papers])
    found = size.size(QPageSize.Unit.Millimeter)
    assert (found.width(), found.height(), orientation) == (
        pytest.approx(taken[0], abs=0.2),
        pytest.approx(taken[1], abs=0.2),
        taken[2],
    )


def test_a4_is_the_paper_that_printers_call_so(qapp):
    assert paper_for(A4_EIGHT, [])[0].id() is QPageSize.PageSizeId.A4


@pytest.mark.parametrize("kind", [QPrinter, MarginedPrinter])
def test_an_adjusted_print_is_moved_by_so_much(qapp, tmp_path, kind):
    path = tmp_path / "moved.pdf"
    plan = SheetPlan(A4_EIGHT, adjustment=Adjustment(across=50, down=-60))
    print_sheets(printer(path, kind), ODD_FACES, CLASSIC, plan)
    for found, true in zip(bands(Pages(path), 0), true_bands(), strict=True):
        left, right, bottom = true
        assert found == pytest.approx((left + 0.5, right + 0.5, bottom - 0.6), abs=0.1)
