"""`checkin rehearse`: test codes on paper, and what a crash left behind."""

from checkin.app import App
from checkin.cli.rehearsing import rehearse
from checkin.cli.window import _clear_rehearsals
from checkin.domain.roles import Operator
from checkin.services.desk import Desk as Working
from checkin.store.store import Store
from tests.render.paper import Pages, read_by_zxing


def test_the_page_of_codes_is_made_without_a_screen_and_changes_nothing(desk, qapp):
    before = desk.event.read_bytes()
    said = desk.done("rehearse", "--codes", "codes.pdf").out
    assert said == "codes.pdf: 10 test codes; they work in a rehearsal only.\n"
    pages = Pages(desk.folder / "codes.pdf")
    assert "Test Anna" in pages.text(0)
    assert len(read_by_zxing(pages.picture(0, 200))) == 7 * 12 + 2 * 28
    assert desk.event.read_bytes() == before
    assert desk.scan(read_by_zxing(pages.picture(0, 200)[:800])[:12])[0]["reason"] == "invalid"


def test_without_a_screen_nothing_is_played(desk):
    assert desk("rehearse").one_sentence().startswith("This needs a screen")


def test_a_copy_is_refused_by_every_command_and_gone_at_the_next_start(desk):
    app = App(desk.folder / "installation", desk._clock)
    with app.open_event(desk.event) as store:
        left_behind = rehearse(app, Working(store, Operator("Elīna")), app.now())
    copy = left_behind.path
    said = desk("--event", copy, "scan", "BCDF").one_sentence()
    assert "a rehearsal and an event are kept apart" in said
    for typed in (("exchange", "--with", copy), ("restore", copy)):
        assert "are kept apart" in desk(*typed).one_sentence()
    assert (
        "are kept apart" in desk("--event", copy, "exchange", "--with", desk.event).one_sentence()
    )
    _clear_rehearsals(app.rehearsals)
    assert copy.exists()
    left_behind.end()
    crashed = copy.parent
    crashed.mkdir()
    with app.open_event(desk.event) as store:
        assert isinstance(store, Store)
        (crashed / "seminar.checkin").write_bytes(desk.event.read_bytes())
    _clear_rehearsals(app.rehearsals)
    assert not crashed.exists()
