"""Sweets & paper: notebooks and letters."""

import math
from functools import partial

from mathutils import Matrix

import nature as na
import prints as pr
import shapes as sh
import studio
import surfaces as su
from photo import photo

COVERS = {"indigo": ("#3b5580", "#263b60"), "persimmon": ("#c9683c", "#a54d27"), "moss": ("#7f8a5c", "#606b42")}


def notebook(name, w=1.3, d=1.85, thick=0.17):
    """A thread-bound notebook lying flat, its spine to the left."""
    colour, thread = COVERS[name]
    s = su.linen(colour, thread, 60, "Object", depth=0.5, fuzz=0.15)
    edge = su.Surface("pages", "#f1e9d9", 0.9)
    lines = edge.node("TexWave", "Fac", a_bands_direction="Z", Vector=edge.where(), Scale=22.0, Distortion=1.5)
    edge.set("Base Color", edge.mix(edge.ramp(lines, (0.2, 0.5), (0.7, 0.0)), "#f4ecdc", "#cdbfa6"))
    parts = [sh.block((w - 0.03, d - 0.03, thick), edge.material, 0.004, (-0.005, 0, 0.02)),
             sh.block((w, d, 0.022), s, 0.008, (0, 0, 0)), sh.block((w, d, 0.024), s, 0.009, (0, 0, thick + 0.018))]
    cotton, top, left = su.linen("#f3ecdd", "#cfc3ad", 20, "Object"), thick + 0.046, -w / 2
    rows = [-d * 0.40, -d * 0.14, d * 0.14, d * 0.40]
    hole = left + 0.15
    parts.append(sh.tube([(hole, rows[0], top), (hole, rows[-1], top)], 0.011, cotton, ring=10))
    for y in rows:
        parts.append(sh.tube([(hole, y, top), (left + 0.02, y, top + 0.001), (left - 0.011, y, top - 0.02), (left - 0.011, y, 0.01)], 0.011, cotton, ring=10, per=4))
    for y, way in ((rows[0], -1), (rows[-1], 1)):
        parts.append(sh.tube([(hole, y, top), (hole, way * (d / 2 - 0.015), top), (hole, way * (d / 2 + 0.011), top - 0.02), (hole, way * (d / 2 + 0.011), 0.01)], 0.011, cotton, ring=10, per=4))
    z = thick + 0.0445
    tag = [[(x, y, z) for x in (left + 0.34, left + 0.62)] for y in (d * 0.04, d * 0.42)]
    parts.append(sh.skin(tag, su.printed("#f4eee0", [(thread, pr.image("edge", pr.frame(380, 512, inset=0.07, line=0.009))), (thread, pr.image("twig", pr.sprig(380, 512, tilt=0.12, pairs=5)))])))
    return parts


def notebook_pair(name):
    sh.put(notebook(name), (0.0, 0.2, 0), turn=-24)
    pencil((0.86, -0.70, 0.045), 28)


def pencil(at, turn):
    """A plain cedar pencil."""
    paint = su.lacquer("#3c3a36", 0.35)
    bare = su.wood("#d9b27c", "#b3834c", 0.6)
    body = sh.tube([(-0.75, 0, 0), (0.6, 0, 0)], 0.043, paint, ring=6)
    cone = sh.tube([(0.6, 0, 0), (0.70, 0, 0), (0.80, 0, 0)], lambda t: 0.042 * (1 - 0.75 * t), bare, ring=18)
    lead = sh.tube([(0.79, 0, 0), (0.83, 0, 0), (0.86, 0, 0)], lambda t: 0.0115 * (1 - 0.85 * t), su.metal("#333333", 0.4), ring=12)
    return sh.put([body, cone, lead], at, turn)


for name in COVERS:
    photo(f"stitched-notebook-{name}", "sweets", pitch=42, fill=0.84)(partial(notebook_pair, name))


@photo("stitched-notebook-open", "sweets", pitch=44, fill=0.9, light=studio.sunlight, floor=su.table)
def notebook_open():
    sheet = su.printed("#f6efdf", [("#b9ad97", pr.image("lines", lines()))])
    cover = su.linen(*COVERS["indigo"], 60, "Object")
    for side in (-1, 1):
        for k in range(5):
            rows = []
            for j in range(25):
                row = []
                for i in range(33):
                    t = i / 32
                    lift = (0.20 - 0.035 * k) * math.sin(math.pi * min(t * 1.1 + 0.03, 1)) ** 0.8 * (1 - 0.5 * t) + 0.02 * (4 - k) * (1 - t)
                    row.append((side * (t * (1.30 - 0.008 * k)), (j / 24 - 0.5) * 1.82, 0.03 + 0.012 * (4 - k) + lift))
                rows.append(row if side == 1 else row[::-1])
            sh.skin(rows, sheet)
        sh.block((1.36, 1.88, 0.025), cover, 0.009, (side * 0.68, 0, 0))
    ribbon = [(0.0, 0.9, 0.12), (0.03, 0.3, 0.16), (-0.02, -0.4, 0.15), (0.05, -0.92, 0.10), (0.12, -1.15, 0.02)]
    sh.tube(ribbon, 0.028, su.linen("#a8442f", "#8a3422", 30), flat=0.15)
    pencil((0.72, -0.12, 0.30), 62)


def lines():
    import numpy as np
    x, y = pr.canvas(512, 512)
    rule = pr.soft(np.abs(np.mod(y, 0.07) - 0.035) - 0.0018, 0.003)
    return rule * ((x > 0.1) & (x < 0.9) & (y > 0.1) & (y < 0.9)) * 0.8


def envelope(colour, seal=None, w=1.65, d=1.12):
    """An envelope lying on its face: the flap and, if wished, the wax seal are seen."""
    sheet, z = su.paper(colour, 0.9, 0.25), 0.03
    parts = [sh.block((w, d, z), sheet, 0.010)]

    def leaf(points, height, dip=0.0):
        verts = [(x, y, height + dip * (1 if i == 1 else 0)) for i, (x, y) in enumerate(points)]
        flap = sh.mesh("flap", verts, [tuple(range(len(points)))], sheet, smooth=False)
        body = flap.modifiers.new("body", "SOLIDIFY")
        body.thickness, body.offset = 0.008, 1
        return flap

    parts.append(leaf([(-w / 2, -d / 2), (0, 0.06), (-w / 2, d / 2)], z + 0.002))
    parts.append(leaf([(w / 2, d / 2), (0, 0.06), (w / 2, -d / 2)], z + 0.002))
    parts.append(leaf([(w / 2, -d / 2), (0, 0.10), (-w / 2, -d / 2)], z + 0.010))
    parts.append(leaf([(-w / 2, d / 2), (0, -0.16), (w / 2, d / 2)], z + 0.024))
    if seal:
        wax = su.Surface("seal", seal, 0.28, Coat_Weight=0.3)
        drop = [(0.001, 0.0), (0.15, 0.0), (0.17, 0.02), (0.165, 0.045), (0.14, 0.055), (0.125, 0.04), (0.11, 0.034), (0.001, 0.034)]
        blob = sh.lathe(drop, wax.material, wobble=0.12)
        mark = sh.many([na.blade(0.085, 0.04, 0.05, 0, -0.4)], [(0, Matrix.Rotation(math.tau * k / 5, 4, "Z")) for k in range(5)], wax.material)
        parts += sh.put([blob], (0, -0.10, z + 0.03)) + sh.put([mark], (0, -0.10, z + 0.068))
    return parts


@photo("letter-set", "sweets", pitch=46, fill=0.86)
def letters():
    for k, (at, turn) in enumerate((((-0.12, 0.52, 0.0), 20), ((-0.02, 0.36, 0.03), 12))):
        sheet = [[(x * 1.5, y * 1.9, 0.008) for x in (-0.5, 0.5)] for y in (-0.5, 0.5)]
        page = sh.skin(sheet, su.printed("#f8f2e6" if k else "#efe6d4", [("#7d9a76", pr.image("twig", corner()))]))
        sh.put(page, at, turn)
    sh.put(envelope("#a9bf9f"), (-0.28, -0.30, 0.06), turn=-12)
    sh.put(envelope("#eebd9c", "#9c2f24"), (0.38, -0.42, 0.125), turn=9)



def corner():
    """A small sprig in the upper right corner of a sheet."""
    import numpy as np
    mask, small = np.zeros((640, 512)), pr.sprig(200, 200, tilt=0.25)
    mask[420:620, 300:500] = small
    return mask


@photo("letter-set-tied", "sweets", pitch=34, fill=0.82, light=studio.sunlight, floor=su.table)
def letters_tied():
    for k, colour in enumerate(("#eebd9c", "#a9bf9f", "#f4eee2", "#a9bf9f", "#eebd9c", "#f4eee2", "#a9bf9f", "#eebd9c")):
        sh.put(sh.block((1.65, 1.12, 0.045), su.paper(colour, 0.9, 0.25), 0.012), (0.012 * math.sin(k * 5), 0.012 * math.cos(k * 7), 0.05 * k), turn=-16 + 1.2 * math.sin(k * 3))
    top, string = 0.405, su.linen("#b98f5c", "#8a6538", 26, "Object")
    for path in ([(-0.86, 0, top), (0.86, 0, top)], [(0, -0.60, top), (0, 0.60, top)], [(-0.845, 0, top), (-0.845, 0, 0.0)], [(0, -0.58, top), (0, -0.58, 0.0)]):
        sh.put(sh.tube(path, 0.016, string, ring=10), turn=-16)
    bow = [[(0, 0, top + 0.02), (0.20, 0.16, top + 0.10), (0.34, 0.10, top + 0.06), (0.22, 0.0, top + 0.05), (0, 0, top + 0.03)],
           [(0, 0, top + 0.02), (-0.20, 0.13, top + 0.10), (-0.34, 0.03, top + 0.06), (-0.2, -0.04, top + 0.05), (0, 0, top + 0.03)],
           [(0, 0, top + 0.02), (0.12, -0.18, top + 0.03), (0.26, -0.30, top + 0.02)], [(0, 0, top + 0.02), (-0.14, -0.16, top + 0.03), (-0.20, -0.32, top + 0.02)]]
    for path in bow:
        sh.put(sh.tube(path, 0.016, string, ring=10), turn=-16)
    na.eucalyptus([(-0.55, -0.25, top + 0.03), (-0.1, -0.02, top + 0.06), (0.45, 0.3, top + 0.07)], seed=3, leaf=0.15)
