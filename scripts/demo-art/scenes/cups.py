"""Cups & pots of clay and porcelain."""

import math
import random
from functools import partial

from mathutils import Matrix, Vector

import cloth as cl
import nature as na
import prints as pr
import shapes as sh
import studio
import surfaces as su
import wares as wa
from photo import photo

# name: glaze, its depth, thin rim, specks
GLAZES = {
    "celadon": ("#9fc0ab", "#6b9a86", "#cdd6bd", 0.0),
    "oat": ("#e6d9c2", "#d2bb96", "#b07f4e", 0.17),
    "ink": ("#2c4054", "#172433", "#8a6340", 0.0),
}


def cup_glaze(name, top=0.80):
    colour, deep, rim, specks = GLAZES[name]
    return su.glaze(colour, deep, speckle=specks, rim=(top, rim), bare=(0.09, "#b08a66"))


def two_cups(name):
    sh.put(wa.cup(cup_glaze(name), level=0.62), (-0.40, 0.12, 0))
    sh.put(wa.cup(cup_glaze(name)), (0.60, -0.26, 0), scale=0.78, turn=70)


for name in GLAZES:
    photo(f"celadon-cup-{name}", "cups", pitch=24, fill=0.82)(partial(two_cups, name))


@photo("celadon-cup-use", "cups", light=studio.sunlight, floor=su.table, pitch=42, fill=0.98, lift=0.12)
def cup_in_use():
    cl.cloth(2.5, 2.0, su.linen("#ece4d4", "#cdbfa6", 70), turn=13, seed=3)
    sh.put(wa.cup(cup_glaze("celadon"), level=0.66, tea="#9a5010"), (-0.3, 0.0, 0.04))
    sh.put(wa.cup(cup_glaze("oat"), level=0.6, tea="#9a5010"), (0.82, 0.45, 0.04), scale=0.78)
    rng = random.Random(4)
    sh.many(na.flat_tea(rng), [(rng.randrange(6), sh.spin(rng, (0.62 + rng.gauss(0, 0.16), -0.55 + rng.gauss(0, 0.08), 0.07), 1, 0.25))
                               for _ in range(26)], su.leafy("#6d7a3c", "#8d9650", "#55622f"))


POTS = {"brick": ("#9a4f36", "#7a3826"), "sand": ("#c9a878", "#ad8a5b"), "black": ("#3a3634", "#221f1e")}


def teapot(name):
    sh.put(wa.teapot(su.clay(*POTS[name], rough=0.42, grain=0.18)), turn=-14)
    sh.put(wa.cup(su.clay(*POTS[name], rough=0.45, grain=0.18), level=0.30, tea="#8a4510", shape=wa.SMALL, wall=0.028), (0.62, -0.98, 0), scale=0.95)


for name in POTS:
    photo(f"clay-teapot-{name}", "cups", pitch=22, fill=0.86, light=studio.softlight if name == "black" else studio.daylight)(partial(teapot, name))

WHITE, BLUE = ("#f2f1ec", "#e6ebea"), "#2f5287"
GAIWAN = [(0.25, 0.0), (0.27, 0.05), (0.38, 0.14), (0.52, 0.36), (0.60, 0.58), (0.70, 0.72)]


def porcelain(decal=None, rim=None):
    return su.glaze(*WHITE, rough=0.06, rim=rim, decal=decal, pool=0.3)


def lidded_bowl(open_lid):
    branch = pr.image("branch", pr.blossom())
    parts = wa.cup(porcelain((BLUE, branch, (-0.05, 0.33), 0.86), (0.695, BLUE)), level=0.5 if open_lid else None, tea="#8f4e08", shape=GAIWAN, wall=0.024, wobble=0.0)
    wa.plate(porcelain(rim=(0.118, BLUE)), r=0.82, h=0.14)
    sh.put(parts, (0, 0, 0.07))
    lid_shape = [(0.60, 0.0), (0.57, 0.055), (0.42, 0.13), (0.24, 0.185), (0.16, 0.20)]
    lid = [(p.x, p.y) for p in sh.spline(lid_shape, 8)]
    knob = [(0.15, 0.20), (0.145, 0.25), (0.19, 0.30), (0.185, 0.31), (0.17, 0.305), (0.13, 0.26), (0.001, 0.255)]
    under = [(p[0] - 0.012, p[1] - 0.02) for p in lid[::-1] if p[0] > 0.02] + [(0.588, -0.004)]
    top = sh.lathe([(0.001, 0.178)] + under + lid + knob, porcelain())
    if open_lid:
        sh.put(top, (1.12, -0.62, 0.0))
    else:
        sh.put(top, (0, 0, 0.75))


@photo("gaiwan", "cups", pitch=19, fill=0.78)
def gaiwan():
    lidded_bowl(False)


@photo("gaiwan-open", "cups", pitch=36, fill=0.82)
def gaiwan_open():
    lidded_bowl(True)


MUGS = {"moss": ("#7d8a5a", "#5b6a40", "#b69b63"), "clay": ("#c47a58", "#a25a3c", "#e0b48c"),
        "cream": ("#efe6d3", "#dccba9", "#b98a55"), "night": ("#34466a", "#1d2a47", "#8f7554")}
MUG = [(0.40, 0.0), (0.455, 0.02), (0.485, 0.10), (0.49, 0.45), (0.488, 0.98)]


def mug_body(name):
    colour, deep, rim = MUGS[name]
    surface = su.glaze(colour, deep, rough=0.2, speckle=0.12, iron="#4d3a28" if name != "night" else "#8b93a8", rim=(0.975, rim), bare=(0.14, "#b98f6a"))
    handle = sh.tube([(0.46, 0, 0.80), (0.66, 0, 0.86), (0.83, 0, 0.72), (0.82, 0, 0.48), (0.67, 0, 0.30), (0.46, 0, 0.24)],
                     lambda t: 0.075 - 0.015 * math.sin(math.pi * t), surface, flat=0.5)
    return [sh.vessel(MUG, 0.045, surface, wobble=0.01), handle]


def mug(name):
    sh.put(mug_body(name) + [sh.lathe(sh.inside(MUG, 0.045, 0.84), wa.brew("#7a3c10"))], turn=-28)


for name in MUGS:
    photo(f"morning-mug-{name}", "cups", pitch=22, fill=0.68)(partial(mug, name))


@photo("morning-mug-shelf", "cups", light=studio.sunlight, floor="#d5d8d1", pitch=8, aim=(0.0, 0.0, 3.38), distance=11.5,
       room={"far": 1.3, "bend": 0.6})
def mugs_on_a_shelf():
    sh.block((9.0, 1.9, 0.16), su.wood("#c79a68", "#8a5c34"), 0.02, (0, 0.35, 2.84))
    for k, (name, turn) in enumerate((("moss", -30), ("clay", -50), ("cream", -20), ("night", -42))):
        sh.put(mug_body(name), (-1.98 + 1.27 * k, 0.1 - 0.1 * (k % 2), 3.0), turn=turn, scale=0.95)


def kettle():
    iron = su.clay("#2b2a2b", "#151515", rough=0.48, grain=0.5)
    shape = [(0.42, 0.0), (0.50, 0.03), (0.80, 0.24), (0.88, 0.50), (0.78, 0.74), (0.52, 0.90), (0.40, 0.93)]
    body = sh.vessel(shape, 0.05, iron)
    rng, spots = random.Random(2), []
    curve = sh.spline(shape, 12)
    for row in range(10):
        p = curve[int(16 + row * 4.2)]
        q = curve[int(16 + row * 4.2) + 1]
        out = math.atan2(-(q.x - p.x), q.y - p.y)
        count = int(34 * p.x / 0.88)
        for i in range(count):
            a = math.tau * (i + 0.5 * (row % 2)) / count
            facing = Vector((math.cos(a) * math.cos(out), math.sin(a) * math.cos(out), math.sin(out)))
            spots.append((0, Matrix.Translation((p.x * math.cos(a), p.x * math.sin(a), p.y)) @ facing.to_track_quat("Z", "Y").to_matrix().to_4x4()))
    bumps = sh.many([na.ball(0.034, 0.75, 10)], spots, iron)
    lid = sh.lathe([(0.42, 0.92), (0.43, 0.95), (0.40, 0.975), (0.2, 1.02), (0.06, 1.03), (0.05, 1.06), (0.10, 1.12), (0.105, 1.16), (0.06, 1.205), (0.001, 1.21)], iron)
    beak = wa.spout([(-0.62, 0, 0.42), (-0.90, 0, 0.55), (-1.02, 0, 0.72), (-1.18, 0, 0.90)], iron, 0.16, 0.085)
    bail = sh.tube([(-0.50, 0, 0.88), (-0.62, 0, 1.18), (-0.42, 0, 1.52), (0, 0, 1.66), (0.42, 0, 1.52), (0.62, 0, 1.18), (0.50, 0, 0.88)], 0.045, iron, flat=0.7)
    ears = [sh.tube([(s * 0.50, -0.06, 0.86), (s * 0.53, 0, 0.95), (s * 0.50, 0.06, 0.86)], 0.04, iron) for s in (-1, 1)]
    sh.put([body, bumps, lid, beak, bail, *ears], turn=-16)


photo("iron-kettle", "cups", pitch=17, fill=0.76, light=studio.softlight, power=1.15)(kettle)
