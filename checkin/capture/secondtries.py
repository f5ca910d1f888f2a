"""Looks once more, prepared in other ways, at camera frames in which nothing was found."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from PIL import Image, ImageChops, ImageFilter

from checkin.capture.decode import Code, against_surroundings, codes_in

# Half of a 30 Hz frame: a newer one is not to wait, on a computer that is busy either.
BUDGET_SECONDS = 0.016
_MIDDLE = (640, 480)
_THUMBNAIL = (32, 24)
# Of 255; the noise of a sensor goes in the many pixels that make one of the thumbnail.
_SAME_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Prepared:
    """A frame made ready for another look, or the part of it at `left`, `top` of `size` pixels."""

    plane: Image.Image
    size: tuple[int, int]
    left: int = 0
    top: int = 0

    def codes(self, whole: tuple[int, int]) -> list[Code]:
        """Return the codes in it, their corners as shares of the `whole` frame."""

        def in_whole(corner: tuple[float, float]) -> tuple[float, float]:
            x, y = (share * side for share, side in zip(corner, self.size, strict=True))
            return (self.left + x) / whole[0], (self.top + y) / whole[1]

        found = codes_in(self.plane, inverted=False)
        return [replace(code, corners=tuple(map(in_whole, code.corners))) for code in found]


def sharp_edges(plane: Image.Image) -> Prepared:
    """For what is blurred: an adaptive threshold, soft, over a code's own squares."""
    return Prepared(against_surroundings(plane, radius=5, gain=16), plane.size)


def even_light(plane: Image.Image) -> Prepared:
    """For what lies in glare or shade, or is pale: the same over more of the surroundings."""
    return Prepared(against_surroundings(plane, radius=20, gain=8), plane.size)


def unsharp(plane: Image.Image) -> Prepared:
    """For what is out of focus."""
    return Prepared(_sharpened(plane, radius=3, gain=6), plane.size)


def twice_as_large(plane: Image.Image) -> Prepared:
    """For what is small: the middle, to which people hold a badge, sharpened and enlarged."""
    width, height = (min(pair) for pair in zip(plane.size, _MIDDLE, strict=True))
    left, top = (plane.width - width) // 2, (plane.height - height) // 2
    middle = _sharpened(plane.crop((left, top, left + width, top + height)), radius=2, gain=8)
    large = middle.resize((2 * width, 2 * height), Image.Resampling.BILINEAR)
    return Prepared(large, (width, height), left, top)


# Which ones, and their order, is what found most codes for their time in frames drawn at random.
WAYS: tuple[Callable[[Image.Image], Prepared], ...] = (
    sharp_edges,
    even_light,
    unsharp,
    twice_as_large,
)


class SecondTries:
    """Goes round all ways of looking, over as many frames as that takes.

    `clock` gives seconds. Where nothing changes before the camera and all ways have been tried,
    nothing more is: an empty hall costs no battery.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next = 0
        self._in_vain = 0
        self._took = [0.0] * len(WAYS)
        self._scene: Image.Image | None = None

    def find(
        self, plane: Image.Image, seen: Collection[str], newer_waits: Callable[[], bool]
    ) -> list[Code]:
        """Return what is found besides the texts `seen`, as long as no newer frame waits and
        `BUDGET_SECONDS` last; one look there is time for, or else none would be taken ever.
        """
        if self._seen_through(plane):
            return []
        begun = self._clock()
        for done in range(len(WAYS)):
            if newer_waits() or (done and not self._fits(begun)):
                break
            started = self._clock()
            prepared = WAYS[self._next](plane)
            if newer_waits():
                break
            codes = prepared.codes(plane.size)
            self._took[self._next] = self._clock() - started
            if found := [code for code in codes if code.text not in seen]:
                # What found this code is likely to find it in the next frame too.
                self._in_vain = 0
                return found
            self._next = (self._next + 1) % len(WAYS)
            self._in_vain += 1
        return []

    def _fits(self, begun: float) -> bool:
        return self._clock() - begun + self._took[self._next] <= BUDGET_SECONDS

    def _seen_through(self, plane: Image.Image) -> bool:
        """Tell whether all was tried in vain on what is before the camera still."""
        scene = plane.resize(_THUMBNAIL, Image.Resampling.BOX)
        if self._scene is None or not _same(scene, self._scene):
            self._scene, self._in_vain = scene, 0
        return self._in_vain >= len(WAYS)


def _same(one: Image.Image, other: Image.Image) -> bool:
    _, most = ImageChops.difference(one, other).getextrema()
    return isinstance(most, int) and most <= _SAME_LEVEL


def _sharpened(plane: Image.Image, radius: int, gain: int) -> Image.Image:
    """Return the picture with its edges `gain` times as strong; two box blurs are near a Gaussian
    one and take a third of its time.
    """
    box = ImageFilter.BoxBlur(radius)
    return Image.blend(plane.filter(box).filter(box), plane, 1 + gain)
