"""Where the files that come along are: beside the package in a checkout, else inside it."""

from pathlib import Path


def resources() -> Path:
    """Return the folder of resources."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
