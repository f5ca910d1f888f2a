"""Tells which sound outputs there are, where the library for them works at all."""


def sound_outputs() -> tuple[str, ...] | None:
    """Return the names of the sound outputs, None where none could be used."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return None
    return tuple(one.description() for one in QMediaDevices.audioOutputs())
