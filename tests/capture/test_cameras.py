"""This computer's cameras, of which there may be none, and the library, which may be missing."""

import sys

import numpy as np
import pytest
from PySide6.QtMultimedia import QCamera

from checkin.capture.cameras import CameraInfo, list_cameras, this_computers
from checkin.errors import CheckinError
from tests.played import frame_of


def test_cameras_are_listed_each_once(qapp):
    found = list_cameras()
    assert len({one.id for one in found}) == len(found)


def test_without_the_library_that_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "checkin.capture.devices", None)
    with pytest.raises(CheckinError) as said:
        list_cameras()
    assert said.value.code == "camera-library-missing"


@pytest.fixture
def source(qapp):
    """The frames of a camera that is not there, so that a test can play its part."""
    made = this_computers().open(CameraInfo("gone", "Gone"))
    yield made
    made.stop()


def test_a_camera_that_is_gone_gives_nothing_and_does_no_harm(source, qapp):
    frames = []
    source.framed.connect(frames.append)
    qapp.processEvents()
    assert frames == []


def test_each_frame_of_a_camera_is_told(source, qtbot):
    frame = frame_of(np.full((48, 64), 90, np.uint8))
    with qtbot.waitSignal(source.framed) as told:
        source._sink.setVideoFrame(frame)
    assert told.args[0].size() == frame.size()


def test_a_camera_in_use_elsewhere_is_told_and_one_that_is_well_is_not(source, qtbot):
    with qtbot.assertNotEmitted(source.failed):
        source._camera.errorOccurred.emit(QCamera.Error.NoError, "")
    with qtbot.waitSignal(source.failed):
        source._camera.errorOccurred.emit(QCamera.Error.CameraError, "Camera is in use")
