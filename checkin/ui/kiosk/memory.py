"""Remembers that this station is a kiosk, so that a restart opens no page without a PIN."""

from dataclasses import replace
from pathlib import Path

from checkin.domain.kiosk import KioskPlan
from checkin.settings import Settings
from checkin.ui.outside import Outside


def remembered_plan(settings: Settings, path: Path) -> KioskPlan | None:
    """Return the kiosk that this station is for the event at `path`, if it is one."""
    plan = KioskPlan.read(settings.kiosk)
    return plan if plan and plan.event == str(path.resolve()) else None


def remember_plan(outside: Outside, plan: KioskPlan | None) -> None:
    """Remember a kiosk, or that there is none; what cannot be kept is no reason to stop anybody."""
    settings = replace(outside.load_settings(), kiosk=plan.written() if plan else "")
    try:
        outside.save_settings(settings)
    except OSError:
        return
