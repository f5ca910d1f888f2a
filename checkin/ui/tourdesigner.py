"""The designer of badges in the tour: as it opens, with something chosen, and a new badge."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from checkin.domain.newelements import Kind, with_new
from checkin.ui.designer.dialog import DesignerDialog
from checkin.ui.designer.ground import document_of, ground_of
from checkin.ui.tourcertificates import certificate_designer
from checkin.ui.window import Window

# Of the classic template: the family name, and all texts about the person.
_SCENES = {"": (), "-text": (4,), "-several": (3, 4, 5, 6), "-code": (7,), "-band": (0,)}


def designer_scenes(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield a name and what is drawn, in a window's size."""
    view = window.view
    assert view, "no event is open"
    bench, page = view.bench, view.pages[2]
    desk = bench.outside.open_desk(view.path, bench.operator)
    ground = ground_of(desk, bench.outside.builtin_templates())
    desk.close()
    for name, chosen in _SCENES.items():
        document = document_of(ground.chosen, ground.pictures)
        document.see(document.now.choose(chosen))
        yield f"dialog-designer{name}", DesignerDialog(page, bench, ground, document)
    document = document_of(ground.chosen, ground.pictures)
    dialog = DesignerDialog(page, bench, ground, document)
    dialog.choosing.begin()
    for kind in (Kind.TEXT, Kind.CODE, Kind.BAND, Kind.LOGO):
        document.do(with_new(document.now, kind))
    # Nobody is there to be asked about it.
    document.saved(document.now.template, "")
    yield "dialog-designer-new", dialog
    yield from certificate_designer(window)
