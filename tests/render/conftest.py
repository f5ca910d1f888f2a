"""What drawing needs: Qt without a window, the fonts, and a sheet of very different badges."""

import pytest

from checkin.render.fonts import load_fonts
from checkin.render.lettering import Lettering
from checkin.render.sheet import write_pdf
from tests.render.faces import ODD_FACES
from tests.render.paper import Pages


@pytest.fixture(scope="session")
def lettering(qapp):
    return Lettering.of(load_fonts())


@pytest.fixture(scope="session")
def odd_sheet(qapp, tmp_path_factory):
    """The PDF of all odd badges."""
    path = tmp_path_factory.mktemp("sheet") / "odd.pdf"
    write_pdf(path, ODD_FACES, title="Odd badges")
    return Pages(path)
