"""Home & textiles: cloth."""

import math
import random
from functools import partial

import cloth as cl
import shapes as sh
import studio
import surfaces as su
from photo import photo

TOWELS = {"flax": ("#d8c7a6", "#b7a27b", "#8a6f49"), "sage": ("#a8b59a", "#869577", "#f0ece0"), "rust": ("#efe5d3", "#d5c6aa", "#a8502e")}


def towel_cloth(name, bands, count=70):
    colour, thread, stripe = TOWELS[name]
    return su.linen(colour, thread, count, band=(stripe, bands), depth=0.6)


def folded_towels(name):
    """Two towels, one on the other; the stripes cross the short ends."""
    sh.put(cl.folded(1.75, 1.15, 4, 0.075, towel_cloth(name, [], 90), seed=4), turn=-14)
    ends = [(0.10, 0.13), (0.15, 0.165), (0.835, 0.85), (0.87, 0.90)]
    sh.put(cl.folded(1.75, 1.15, 3, 0.075, towel_cloth(name, ends, 90), seed=2), (0.02, 0.0, 0.335), turn=-14)


for name in TOWELS:
    photo(f"linen-tea-towel-{name}", "home", pitch=30, fill=0.82)(partial(folded_towels, name))


@photo("linen-tea-towel-hung", "home", size=(1080, 1350), light=studio.sunlight, floor="#e6ddce", pitch=3, aim=(0.0, 0.0, 3.15), distance=10.4, room={"far": 1.1, "bend": 0.6})
def hung_towels():
    oak = su.wood("#b98a5c", "#7d5531", 0.45)
    sh.put(sh.tube([(-2.6, 0, 0), (2.6, 0, 0)], 0.07, oak, ring=32), (0, 0.4, 4.3))
    for at, name, drop in ((-0.95, "flax", 2.5), (0.95, "rust", 2.3)):
        stripes = [(0.875, 0.895), (0.91, 0.945), (0.96, 0.975)]
        sh.put(cl.hung(1.5, drop, towel_cloth(name, stripes, 90), 0.07, seed=3 if at < 0 else 8), (at, 0.4, 4.3))


BATH = {"white": "#f3efe6", "clay": "#c98b6b", "slate": "#7b8896"}


def waffle(colour):
    """Cells of raised thread, deep enough to throw shadows."""
    s = su.Surface("waffle", colour, 0.95, Sheen_Weight=0.35, Sheen_Roughness=0.5)
    at = s.where((1, 1, 1), "Object")
    x, y, z = (s.node("SeparateXYZ", i, Vector=at) for i in range(3))
    flat = s.maths("ADD", y, s.maths("MULTIPLY", z, 1.0))
    cell = [s.maths("ABSOLUTE", s.maths("SINE", s.maths("MULTIPLY", k, math.pi * 11))) for k in (x, flat)]
    wall = s.maths("SUBTRACT", 1.0, s.maths("MULTIPLY", cell[0], cell[1]))
    thread = s.noise(70, 3, at=at)
    high = s.maths("ADD", s.maths("POWER", wall, 2.0), s.maths("MULTIPLY", thread, 0.25))
    s.set("Base Color", s.mix(s.ramp(wall, (0.0, 0.35), (0.7, 0.0)), colour, s.mix(0.5, colour, "#3a2c22")))
    s.set("Normal", s.bump(high, 0.9, 0.05))
    return s.material


def bath_towels(name):
    fabric = waffle(BATH[name])
    sh.put(cl.folded(1.9, 1.25, 4, 0.13, fabric, seed=3, slack=0.02), (0, 0, 0), turn=-15)
    sh.put(cl.folded(1.55, 1.0, 3, 0.11, fabric, seed=6, slack=0.02), (0.03, -0.02, 0.585), turn=-12)


for name in BATH:
    photo(f"waffle-towel-{name}", "home", pitch=24, fill=0.8)(partial(bath_towels, name))


@photo("waffle-towel-roll", "home", light=studio.sunlight, floor=su.table, pitch=26, fill=0.86)
def towel_rolls():
    for name, at in (("clay", (-0.45, 0, 0)), ("white", (0.42, 0, 0)), ("slate", (0.0, 0.04, 0.66))):
        roll = cl.rolled(1.5, 4, 0.072, waffle(BATH[name]), su.linen(BATH[name], BATH[name], 60, "Object", depth=0.8))
        sh.put(sh.put(roll, turn=90), (at[0], at[1], at[2]))


CUSHIONS = {"oat": ("#e3d6bd", "#c9b694"), "indigo": ("#3a5378", "#263a58"), "terracotta": ("#bf6f4c", "#9a5236")}


def cushion(name):
    fabric = su.linen(*CUSHIONS[name], count=110, depth=0.7, fuzz=0.3)
    pillow = cl.cushion(2.2, fabric, seed=len(name))
    sh.put(pillow, (0, 0.15, 0.98), turn=-16, tilt=(74, 0))


for name in CUSHIONS:
    photo(f"linen-cushion-{name}", "home", pitch=12, fill=0.78)(partial(cushion, name))


@photo("linen-cushion-bench", "home", light=studio.sunlight, floor="#e2d9ca", pitch=9, fill=0.92, lift=0.1)
def cushions_on_a_bench():
    bench = sh.block((9.0, 2.0, 0.3), su.wood("#b98a5c", "#7d5531", 0.45), 0.03, (0, 0.6, 0))
    bench["stage"] = True
    for name, at, turn, tilt in (("oat", (-0.95, 0.75, 1.28), 8, 76), ("indigo", (0.95, 0.85, 1.28), -6, 78), ("terracotta", (0.1, 0.15, 1.18), -14, 70)):
        fabric = su.linen(*CUSHIONS[name], count=110, depth=0.7, fuzz=0.3)
        pillow = cl.cushion(2.2 if name != "terracotta" else 1.9, fabric, seed=len(name))
        sh.put(pillow, at, turn=turn, tilt=(tilt, 0))


@photo("rattan-coasters", "home", pitch=36, fill=0.84)
def coasters():
    rng = random.Random(3)

    def coil(r):
        s = su.Surface("rattan", "#c89a60", 0.55)
        at = s.where()
        x, y = (s.node("SeparateXYZ", i, Vector=at) for i in range(2))
        angle = s.node("Math", a_operation="ARCTAN2", i0=y, i1=x)
        radius = s.maths("SQRT", s.maths("ADD", s.maths("MULTIPLY", x, x), s.maths("MULTIPLY", y, y)))
        turns = s.maths("FLOOR", s.maths("MULTIPLY", radius, 1 / 0.082))
        wraps = s.maths("SINE", s.maths("MULTIPLY", angle, s.maths("ADD", 22.0, s.maths("MULTIPLY", turns, 9.0))))
        s.set("Base Color", s.mix(s.ramp(wraps, (0.0, 0.55), (0.45, 0.0)), s.mix(s.noise(7, 3), "#d8ae74", "#b98548"), "#7d5328"))
        s.set("Normal", s.bump(wraps, 0.8, 0.03))
        path, rounds = [], int(r / 0.082)
        for k in range(rounds * 40 + 1):
            a = math.tau * k / 40
            q = 0.012 + 0.082 * a / math.tau
            path.append((q * math.cos(a), q * math.sin(a), 0.045 + 0.004 * rng.uniform(-1, 1)))
        return sh.tube(path, 0.046, s.material, per=2, ring=12)

    for k in range(4):
        sh.put(coil(0.66), (-0.35 + rng.uniform(-0.03, 0.03), 0.15 + rng.uniform(-0.03, 0.03), 0.088 * k), turn=rng.uniform(0, 360))
    sh.put(coil(0.66), (0.62, -0.42, 0.25), turn=-30, tilt=(0, -24))
