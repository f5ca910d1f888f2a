"""What a camera sees when somebody holds up a badge, spoilt in every way that frames are."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from checkin.render.qr import SIDE, matrix

# Its threads would look busy for a while after each frame that is drawn.
cv2.setNumThreads(1)
Plane = NDArray[np.uint8]
Dice = np.random.Generator
SIZES = ((640, 480), (1280, 720))
SMALLEST, LARGEST = 60, 200
_MODULE = 8
_CODE = SIDE * _MODULE
_CARD = (400, 520)
_CODE_AT = ((_CARD[0] - _CODE) // 2, 260)


@dataclass(frozen=True, slots=True)
class Pose:
    """How a badge is held: its code `side` pixels wide about `centre`, turned and tilted (rad)."""

    side: float
    centre: tuple[float, float]
    turn: float = 0.0
    nod: float = 0.0
    yaw: float = 0.0


def card(text: str) -> Plane:
    """Return a badge of paper: two lines that stand for a name, and the code below."""
    paper = np.full(_CARD[::-1], 245, np.uint8)
    for top, right in ((50, 330), (110, 250)):
        paper[top : top + 34, 60:right] = 30
    code = np.where(np.array(matrix(text)), 0, 255).astype(np.uint8)
    x, y = _CODE_AT
    paper[y : y + _CODE, x : x + _CODE] = code.repeat(_MODULE, 0).repeat(_MODULE, 1)
    return paper


def room(size: tuple[int, int], dice: Dice) -> Plane:
    """Return a hall behind: light from one side, and patches of all brightnesses."""
    width, height = size
    low, high = sorted(dice.uniform(30, 200, 2))
    plane = np.tile(np.linspace(low, high, width), (height, 1))
    for _ in range(14):
        x, y = dice.integers(0, (width, height))
        wide, high_ = dice.integers(20, 200, 2)
        plane[y : y + high_, x : x + wide] = dice.uniform(10, 240)
    return cv2.GaussianBlur(plane, (0, 0), 2.5).astype(np.uint8)


def held_up(text: str, behind: Plane, pose: Pose) -> Plane:
    """Return the hall with a badge held up in it."""
    x, y = _CODE_AT
    middle = (x + _CODE / 2, y + _CODE / 2)
    corners = [(0, 0), (_CARD[0], 0), _CARD, (0, _CARD[1])]
    seen = [_seen(pose, (cx - middle[0], cy - middle[1])) for cx, cy in corners]
    warp = cv2.getPerspectiveTransform(np.float32(corners), np.float32(seen))
    size = behind.shape[::-1]
    # Drawn at twice the size and reduced, as a sensor gathers light.
    double = np.diag([2.0, 2.0, 1.0]) @ warp
    whole = (2 * size[0], 2 * size[1])
    paper = cv2.warpPerspective(card(text), double, whole, flags=cv2.INTER_LINEAR)
    cover = cv2.warpPerspective(np.full(_CARD[::-1], 255, np.uint8), double, whole)
    paper, cover = (cv2.resize(one, size, interpolation=cv2.INTER_AREA) for one in (paper, cover))
    share = cover / 255.0
    return (paper * 1.0 + behind * (1 - share)).clip(0, 255).astype(np.uint8)


def _seen(pose: Pose, place: tuple[float, float]) -> tuple[float, float]:
    """Return where a place of the card, from the middle of its code, is seen in the frame."""
    scale = pose.side / _CODE
    x, y = place[0] * scale, place[1] * scale
    x, y = x * cos(pose.turn) - y * sin(pose.turn), x * sin(pose.turn) + y * cos(pose.turn)
    # A camera some ten widths of the code away.
    far = 10 * pose.side
    depth = far + x * sin(pose.yaw) + y * sin(pose.nod)
    zoom = far / depth
    return (
        pose.centre[0] + x * cos(pose.yaw) * zoom,
        pose.centre[1] + y * cos(pose.nod) * zoom,
    )


def any_pose(size: tuple[int, int], dice: Dice, side: float = 0.0, **held: float) -> Pose:
    """Return a pose somewhere in the frame, the code whole and `side` wide, or as chance has it."""
    side = side or dice.uniform(SMALLEST, LARGEST)
    margin = side * 0.75
    centre = (dice.uniform(margin, size[0] - margin), dice.uniform(margin, size[1] - margin))
    return Pose(side, centre, **({"turn": dice.uniform(-0.1, 0.1)} | held))


Spoiling = Callable[[Plane, Pose, Dice], Plane]


def _blurred(plane: Plane, pose: Pose, dice: Dice) -> Plane:
    return cv2.GaussianBlur(plane, (0, 0), dice.uniform(0.3, 0.85) * pose.side / SIDE)


def _noisy(plane: Plane, pose: Pose, dice: Dice) -> Plane:
    noise = dice.normal(0, dice.uniform(15, 70), plane.shape)
    return (plane + noise).clip(0, 255).astype(np.uint8)


def _glaring(plane: Plane, pose: Pose, dice: Dice) -> Plane:
    height, width = plane.shape
    x, y = np.array(pose.centre) + dice.uniform(-0.6, 0.6, 2) * pose.side
    across, down = np.meshgrid(np.arange(width), np.arange(height))
    reach = dice.uniform(0.25, 0.7) * pose.side
    light = np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2 * reach**2))
    return (plane + dice.uniform(150, 420) * light).clip(0, 255).astype(np.uint8)


def _pale(plane: Plane, pose: Pose, dice: Dice) -> Plane:
    middle, share = dice.uniform(40, 215), dice.uniform(0.04, 0.3)
    pale = middle + (plane - 127.0) * share + dice.normal(0, 2.5, plane.shape)
    return pale.clip(0, 255).astype(np.uint8)


def _moving(plane: Plane, pose: Pose, dice: Dice) -> Plane:
    return moved(plane, dice.uniform(0.5, 2.6) * pose.side / SIDE, dice)


def moved(plane: Plane, length: float, dice: Dice) -> Plane:
    """Return a frame in which everything went `length` pixels some way while it was taken."""
    side = int(length) + 3
    way = np.zeros((2 * side + 1, 2 * side + 1), np.float32)
    angle = dice.uniform(0, pi)
    for step in np.linspace(-length / 2, length / 2, 41):
        way[round(side + step * sin(angle)), round(side + step * cos(angle))] += 1
    return cv2.filter2D(plane, -1, way / way.sum())


def _as_it_is(plane: Plane, pose: Pose, dice: Dice) -> Plane:
    return plane


def draw(kind: str, text: str, size: tuple[int, int], dice: Dice, side: float = 0.0) -> Plane:
    """Return a frame of a kind out of `KINDS`, spoilt as much as chance has it.

    The code is `side` pixels wide, or as wide as chance has it.
    """
    held = {}
    if kind == "turned":
        held = {"turn": dice.uniform(-pi, pi)}
    elif kind == "tilted":
        held = {"nod": dice.uniform(-1.0, 1.0), "yaw": dice.uniform(-1.0, 1.0)}
    pose = any_pose(size, dice, side, **held)
    plane = held_up(text, room(size, dice), pose)
    # No camera is without some blur and noise.
    plane = cv2.GaussianBlur(KINDS[kind](plane, pose, dice), (0, 0), 0.6)
    return (plane + dice.normal(0, 3, plane.shape)).clip(0, 255).astype(np.uint8)


KINDS: dict[str, Spoiling] = {
    "turned": _as_it_is,
    "tilted": _as_it_is,
    "blurred": _blurred,
    "noisy": _noisy,
    "glaring": _glaring,
    "pale": _pale,
    "moving": _moving,
}
