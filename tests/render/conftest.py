"""What drawing needs: Qt without a window, the fonts, and a sheet of very different badges."""

import pytest

from checkin.render.drawer import Drawer
from checkin.render.sheet import write_pdf
from tests.render.faces import CLASSIC, ODD_FACES
from tests.render.paper import Pages


@pytest.fixture(scope="session")
def drawer(qapp):
    return Drawer(CLASSIC)


@pytest.fixture(scope="session")
def odd_sheet(qapp, tmp_path_factory):
    """The PDF of all odd badges."""
    path = tmp_path_factory.mktemp("sheet") / "odd.pdf"
    write_pdf(path, ODD_FACES, CLASSIC, title="Odd badges")
    return Pages(path)
