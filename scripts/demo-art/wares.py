"""Pots, cups, tins, boxes and trays: the things that stand in more than one picture."""

import math

from mathutils import Vector

import prints as pr
import shapes as sh
import surfaces as su

BOWL = [(0.30, 0.0), (0.34, 0.05), (0.46, 0.18), (0.56, 0.42), (0.585, 0.66), (0.60, 0.80)]
SMALL = [(0.17, 0.0), (0.19, 0.03), (0.29, 0.12), (0.36, 0.26), (0.385, 0.40)]
DISH = [(0.36, 0.0), (0.42, 0.03), (0.62, 0.09), (0.76, 0.17), (0.80, 0.22)]


def brew(colour, rough=0.02):
    """The face of tea in an opaque cup: darker where it is deep."""
    s = su.Surface("brew", colour, rough)
    x, y = (s.node("SeparateXYZ", i, Vector=s.where()) for i in range(2))
    far = s.maths("SQRT", s.maths("ADD", s.maths("MULTIPLY", x, x), s.maths("MULTIPLY", y, y)))
    s.set("Base Color", s.mix(s.ramp(far, (0.05, 0.0), (0.6, 1.0)), s.mix(0.45, colour, "#2a1204"), colour))
    s.set("Specular IOR Level", 0.4)
    return s.material


def cup(surface, level=None, tea="#8a4a12", shape=BOWL, wall=0.035, wobble=0.012):
    """A handleless cup; `level` = how high the tea stands."""
    parts = [sh.vessel(shape, wall, surface, wobble=wobble)]
    if level:
        parts.append(sh.lathe(sh.inside(shape, wall, level), brew(tea)))
    return parts


def clear_cup(shape=SMALL, wall=0.016, level=None, tea="#d59b3e"):
    """A thin glass cup with tea that light passes through."""
    parts = [sh.vessel(shape, wall, su.glass(), floor=0.035)]
    if level:
        parts.append(sh.lathe(sh.inside(shape, wall * 0.97, level, floor=0.037), su.liquid(tea)))
    return parts


def tin(colour, label=None, r=0.42, h=1.1, metal=None):
    """A round tea tin with a fitted lid; label = a printed surface wrapped round the front."""
    coat = metal or su.lacquer(colour)
    lid = h * 0.74
    body = [(0.001, 0.0), (r - 0.03, 0.0), (r - 0.008, 0.008), (r, 0.03), (r, lid - 0.012), (r - 0.012, lid)]
    cap = [(r - 0.012, lid), (r + 0.010, lid + 0.004), (r + 0.014, lid + 0.016), (r + 0.014, h - 0.03), (r + 0.004, h - 0.006),
           (r - 0.02, h), (r - 0.05, h - 0.004), (r - 0.06, h - 0.014), (0.001, h - 0.016)]
    parts = [sh.lathe(body, coat), sh.lathe(cap, coat)]
    if label:
        parts.append(wrap(r + 0.004, h * 0.10, lid - h * 0.08, label))
    return parts


def wrap(r, low, high, surface, spread=1.25):
    """A paper label on a round body, facing the camera."""
    rows = [[(r * math.sin(a), -r * math.cos(a), z) for a in (spread * (k / 24 - 1) for k in range(49))]
            for z in (low, (low + high) / 2, high)]
    return sh.skin(rows, surface)


def label(paper_colour, inks, wide=900, high=512):
    """A label: drawings by name, laid over each other in their own inks."""
    layers = []
    for colour, draw, options in inks:
        layers.append((colour, pr.image("label", draw(wide, high, **options))))
    return su.printed(paper_colour, layers)


def oblong(w, d, r, z, n=10):
    """A rounded oblong as a ring of points."""
    ring = []
    for cx, cy, start in ((1, 1, 0), (-1, 1, 1), (-1, -1, 2), (1, -1, 3)):
        for k in range(n + 1):
            a = math.pi / 2 * (start + k / n)
            ring.append((cx * (w / 2 - r) + r * math.cos(a), cy * (d / 2 - r) + r * math.sin(a), z))
    return ring


def tray(w, d, h, surface, wall=0.05, r=0.12, floor=0.06, flare=0.0, soft=0.012):
    """An open tray or box with rounded corners."""
    e = soft

    def ring(inset, z, out=0.0):
        return oblong(w - 2 * inset + 2 * out, d - 2 * inset + 2 * out, max(r - inset + out, 0.008), z)

    rows = [ring(e * 2, 0.0), ring(e * 0.5, e * 0.5), ring(0, e * 2)]
    rows += [ring(0, h - e * 2, flare), ring(e * 0.4, h - e * 0.5, flare), ring(e * 1.6, h, flare)]
    rows += [ring(wall - e * 1.6, h, flare), ring(wall - e * 0.4, h - e * 0.5, flare), ring(wall, h - e * 2, flare)]
    rows += [ring(wall, floor + e * 2), ring(wall + e * 0.5, floor + e * 0.5), ring(wall + e * 2, floor)]
    n = len(rows[0])
    return [sh.skin(rows, surface, around=True),
            sh.mesh("floor", rows[-1], [tuple(range(n))], surface, smooth=False),
            sh.mesh("under", rows[0], [tuple(range(n - 1, -1, -1))], surface, smooth=False)]


def plate(surface, r=1.0, h=0.13):
    """A shallow plate."""
    outer = [(r * 0.58, 0.0), (r * 0.64, 0.02), (r * 0.86, h * 0.5), (r, h)]
    return sh.vessel(outer, 0.035, surface, floor=0.035, wobble=0.006)


def board(w, d, surface, h=0.09, at=(0, 0, 0), turn=0.0):
    return sh.block((w, d, h), surface, 0.025, at, turn)


TEAPOT = [(0.40, 0.0), (0.46, 0.03), (0.66, 0.20), (0.76, 0.44), (0.71, 0.66), (0.52, 0.82), (0.36, 0.87)]


def teapot(surface, shape=TEAPOT, knob=0.085):
    """A small round pot: spout to the left, handle to the right."""
    parts = [sh.vessel(shape, 0.04, surface, wobble=0.006)]
    neck, top = shape[-1]
    seat = [(neck - 0.05, top - 0.01), (neck + 0.035, top - 0.004), (neck + 0.045, top + 0.02), (neck * 0.9, top + 0.055),
            (neck * 0.5, top + 0.105), (0.06, top + 0.125)]
    lid = seat[:3] + [(p.x, p.y) for p in sh.spline(seat[2:], 8)][1:]
    k = knob
    top_of = [(0.055, top + 0.13), (0.05, top + 0.15), (k * 0.95, top + 0.15 + k * 0.5), (k, top + 0.15 + k), (k * 0.7, top + 0.15 + k * 1.6), (0.001, top + 0.15 + k * 1.75)]
    parts.append(sh.lathe(lid + [(p.x, p.y) for p in sh.spline(top_of, 8)], surface))
    parts.append(spout([(-0.55, 0, 0.30), (-0.80, 0, 0.40), (-0.93, 0, 0.62), (-1.10, 0, 0.84)], surface))
    parts.append(sh.tube([(0.55, 0, 0.70), (0.78, 0, 0.80), (1.02, 0, 0.72), (1.08, 0, 0.48), (0.92, 0, 0.27), (0.66, 0, 0.22)],
                         lambda t: 0.058 + 0.02 * math.cos(math.tau * t) ** 2, surface, flat=0.72))
    return parts


def spout(path, surface, wide=0.155, narrow=0.068):
    """A tapering spout, hollow at its end."""
    curve = sh.spline(path, 10)
    n = len(curve)
    thing = sh.tube(path, lambda t: wide + (narrow - wide) * (t ** 0.7), surface)
    run = (curve[-1] - curve[-3]).normalized()
    side = Vector((0, 1, 0))
    other = run.cross(side)
    rows = []
    for r, back in ((narrow, 0.0), (narrow * 0.96, -0.012), (narrow * 0.8, -0.014), (narrow * 0.72, 0.0), (narrow * 0.7, 0.14)):
        rows.append([curve[-1] - run * back + (side * math.sin(a) + other * math.cos(a)) * r
                     for a in (math.tau * k / 28 for k in range(28))])
    dark = su.Surface("dark", "#1a1410", 0.9).material
    sh.skin(rows, surface, around=True).parent = thing
    hole = sh.mesh("hole", rows[-2], [tuple(range(28))], dark)
    hole.parent = thing
    return thing
