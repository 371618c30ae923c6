"""Cups & pots."""

from functools import partial

import shapes as sh
import surfaces as su
from photo import photo

BOWL = [(0.30, 0.0), (0.34, 0.05), (0.46, 0.18), (0.56, 0.42), (0.585, 0.66), (0.60, 0.80)]


def cup(colour, deep, speckle=0.0, level=None, tea="#8a5a22", scale=1.0, at=(0, 0, 0), turn=0.0):
    """A handleless cup with a bare foot; `level` = how high the tea stands."""
    parts = [sh.vessel(BOWL, 0.035, su.glaze(colour, deep, speckle=speckle), wobble=0.012)]
    if level:
        parts.append(sh.lathe(sh.inside(BOWL, 0.035, level), tea_surface(tea)))
    return sh.put(parts, at, turn, scale=scale)


def tea_surface(colour):
    s = su.Surface("tea", colour, 0.03)
    s.set("Specular IOR Level", 0.45)
    return s.material


GLAZES = {
    "celadon": ("#a9c2ad", "#7fa491", 0.0),
    "oat": ("#e2d6c0", "#cdb999", 0.10),
    "ink": ("#2f3d4a", "#1f2a36", 0.0),
}


def pair(glaze):
    cup(*GLAZES[glaze], level=0.6, at=(-0.42, 0.1, 0))
    cup(*GLAZES[glaze], scale=0.78, at=(0.62, -0.28, 0))


for name in GLAZES:
    photo(f"celadon-cup-{name}", "cups", pitch=24)(partial(pair, name))
