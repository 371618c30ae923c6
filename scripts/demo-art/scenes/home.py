"""Home & textiles: candles, vases, the olive-wood bowl, the room scent."""

import math
import random
from functools import partial

import bpy
from mathutils import Vector

import cloth as cl
import nature as na
import prints as pr
import shapes as sh
import studio
import surfaces as su
import wares as wa
from photo import photo

CANDLES = {"cedar": ("#5d7257", "#42553f", pr.sprig, "#3f5a43"), "fig": ("#7b5368", "#5c3a4e", pr.blossom, "#6b3f55"), "rain": ("#8fa3b0", "#6c8494", pr.waves, "#4f6a7b")}
POT = [(0.42, 0.0), (0.465, 0.02), (0.48, 0.08), (0.48, 0.88)]


def candle(name, lit=True):
    """A soy candle in a glazed pot, with its paper label."""
    colour, deep, draw, ink = CANDLES[name]
    surface = su.glaze(colour, deep, rough=0.35, bare=(0.07, "#c2a07c"))
    parts = [sh.vessel(POT, 0.035, surface, wobble=0.004)]
    parts.append(wa.wrap(0.4845, 0.22, 0.66, su.printed("#f2ede1", [(ink, pr.image("label", draw(600, 512))), (ink, pr.image("edge", pr.frame(600, 512)))]), 0.55))
    pool = [(0.443, 0.5), (0.443, 0.745), (0.43, 0.752), (0.2, 0.742), (0.001, 0.738)]
    wax = su.wax("#f3e8d2", 0.3, 0.3)
    parts.append(sh.lathe(pool, wax))
    parts.append(sh.tube([(0, 0, 0.73), (0.004, 0, 0.79), (0.012, 0, 0.835)], 0.012, su.clay("#2b2320", "#15100d", 0.9), ring=8))
    if lit:
        s = su.Surface("flame", "#000000")
        high = s.node("SeparateXYZ", 2, Vector=s.where(kind="Generated"))
        glow = s.node("Emission", Color=s.ramp(high, (0.0, "#7aa0ff"), (0.18, "#ffb25a"), (0.6, "#ffd98a"), (1.0, "#ffb04a")), Strength=14.0)
        s.tree.links.new(glow, s.out.inputs[0])
        shape = [(0.001, 0.80), (0.028, 0.83), (0.040, 0.875), (0.030, 0.94), (0.012, 1.0), (0.001, 1.035)]
        parts.append(sh.lathe(sh.spline(shape, 6), s.material, steps=24))
        light = bpy.data.lights.new("flame", "POINT")
        light.energy, light.color, light.shadow_soft_size = 5.5, (1.0, 0.62, 0.28), 0.06
        lamp = bpy.data.objects.new("flame", light)
        lamp.location = (0, 0, 0.95)
        bpy.context.collection.objects.link(lamp)
        parts.append(lamp)
    return parts


def candle_alone(name):
    sh.put(candle(name), (-0.15, 0.1, 0), turn=12)
    lid = sh.lathe([(0.001, 0.0), (0.46, 0.0), (0.49, 0.012), (0.495, 0.03), (0.495, 0.085), (0.48, 0.10), (0.001, 0.10)], su.wood("#c39a68", "#8d6238", 0.5))
    sh.put(lid, (0.52, -0.36, 0.0), tilt=(0, 0))
    if name == "cedar":
        na.eucalyptus([(-0.95, -0.30, 0.05), (-0.6, -0.62, 0.08), (-0.1, -0.72, 0.06)], seed=2, leaf=0.24, tones=("#6d8a63", "#809a70", "#5a7552"))
    elif name == "fig":
        for at in ((-0.62, -0.5, 0), (-0.30, -0.66, 0)):
            fig = [(0.001, 0.02), (0.10, 0.0), (0.165, 0.09), (0.16, 0.18), (0.085, 0.27), (0.032, 0.33), (0.022, 0.37), (0.001, 0.375)]
            sh.put(sh.lathe(sh.spline(fig, 6), su.wax("#5b3350", 0.4, 0.06), wobble=0.05), at, turn=30, tilt=(8, 6))
    else:
        for at, r in (((-0.68, -0.42, 0), 0.15), ((-0.42, -0.64, 0), 0.11), ((-0.86, -0.60, 0), 0.09)):
            sh.put(sh.lathe(sh.spline([(0.001, 0.0), (r * 0.8, 0.02), (r, r * 0.34), (r * 0.7, r * 0.62), (0.001, r * 0.7)], 6), su.clay("#8d979c", "#6d777d", 0.6), wobble=0.14), at)


for name in CANDLES:
    photo(f"soy-candle-{name}", "home", pitch=21, fill=0.8, power=0.78)(partial(candle_alone, name))


@photo("soy-candle-evening", "home", floor=su.table, pitch=24, fill=0.9, lift=0.1, power=0.32)
def candle_evening():
    cl.cloth(2.6, 1.5, su.linen("#d9cbb2", "#b9a684", 80), turn=-8, seed=5)
    for name, at in (("cedar", (-0.62, 0.15, 0.04)), ("rain", (0.62, 0.3, 0.04)), ("fig", (0.05, -0.45, 0.04))):
        sh.put(candle(name), at, turn=8)


VASES = {"chalk": ("#ece7dc", "#d8d0bf", "#b59b74"), "rust": ("#b4613c", "#8d4427", "#d9a276"), "moss": ("#76805a", "#566040", "#a98f5c")}
BOTTLE = [(0.30, 0.0), (0.36, 0.02), (0.52, 0.22), (0.56, 0.48), (0.42, 0.76), (0.20, 0.95), (0.145, 1.12), (0.15, 1.30), (0.185, 1.38)]


def vase(name):
    colour, deep, rim = VASES[name]
    surface = su.glaze(colour, deep, rough=0.42, speckle=0.13, rim=(1.365, rim), bare=(0.08, "#b08a66"))
    sh.put(sh.vessel(BOTTLE, 0.03, surface, wobble=0.012), scale=1.25)
    if name == "chalk":
        path = [(0.02, 0, 0.9), (0.05, 0, 1.5), (-0.15, 0.02, 2.0), (0.08, 0.0, 2.5), (0.45, 0.0, 2.85)]
        side = [(-0.10, 0.02, 1.92), (-0.42, 0.0, 2.15), (-0.62, 0.0, 2.5)]
        twigs = [(path, 0.032), (side, 0.018), ([(0.02, 0, 2.42), (-0.05, 0, 2.75), (-0.02, 0, 3.0)], 0.014), ([(0.0, 0, 1.6), (0.35, -0.05, 1.85), (0.52, -0.05, 2.1)], 0.014)]
        spots = []
        rng = random.Random(4)
        for line, thick in twigs:
            na.twig(line, thick)
            curve = sh.spline(line, 10)
            for i in range(12 if line is path else 6, len(curve), 5):
                out = Vector((rng.uniform(-1, 1), rng.uniform(-1, 0.1), rng.uniform(-0.2, 0.8))).normalized()
                spots.append((curve[i] + out * 0.045, out))
        na.blossoms(spots, size=0.125, petals="#f3c9c4", heart="#e0a63e", wide=0.95, seed=6, lift=0.3)
    elif name == "moss":
        na.grasses((0, 0, 0.9), (0.05, 0, 2.5), n=6, seed=3)
    else:
        na.eucalyptus([(0, 0, 0.9), (-0.05, 0, 1.5), (-0.35, 0, 2.1), (-0.75, -0.05, 2.6)], seed=1, leaf=0.24)
        na.eucalyptus([(0, 0, 0.9), (0.06, 0, 1.6), (0.25, 0.05, 2.3), (0.35, 0.05, 2.9)], seed=5, leaf=0.25)
        na.eucalyptus([(0, 0, 0.9), (0.06, 0, 1.5), (0.45, -0.05, 1.9), (0.85, -0.1, 2.15)], seed=7, leaf=0.22)


for name in VASES:
    photo(f"bud-vase-{name}", "home", pitch=9, fill=0.88)(partial(vase, name))


def olive_bowl(at=(0, 0, 0), scale=1.0):
    shape = [(0.42, 0.0), (0.50, 0.02), (0.82, 0.18), (1.04, 0.44), (1.12, 0.66)]
    return sh.put(sh.vessel(shape, 0.06, su.wood("#c9985c", "#6e4522", 0.4, "X", 1.5), floor=0.07), at, 24, scale=scale)


@photo("olive-bowl", "home", pitch=24, fill=0.78)
def bowl_with_fruit():
    olive_bowl()
    for at, turn, lean in (((-0.42, 0.12, 0.24), 20, (6, -8)), ((0.36, 0.22, 0.24), 80, (-4, 10)), ((0.02, -0.40, 0.25), 140, (12, 4)), ((0.0, 0.06, 0.62), 50, (10, -6))):
        na.persimmon(at, 0.38, turn, lean)


@photo("olive-bowl-empty", "home", pitch=44, fill=0.86, light=studio.sunlight, floor="#e6dccb")
def bowl_empty():
    olive_bowl()
    na.persimmon((1.32, -0.52, 0), 0.34, 30, (0, 0))


@photo("reed-diffuser", "home", pitch=10, fill=0.82, samples=10)
def diffuser():
    bottle = [(0.40, 0.0), (0.46, 0.02), (0.488, 0.10), (0.49, 0.22), (0.49, 0.36), (0.49, 0.50), (0.485, 0.62), (0.43, 0.76), (0.22, 0.84), (0.19, 0.90), (0.19, 0.98)]
    parts = [sh.vessel(bottle, 0.026, su.glass("#c98a4a", shade=0.8), floor=0.06),
             sh.lathe(sh.inside(bottle, 0.0255, 0.50, floor=0.062), su.liquid("#e6b877")),
             sh.lathe([(0.20, 0.92), (0.25, 0.93), (0.255, 0.95), (0.255, 1.07), (0.24, 1.085), (0.10, 1.085), (0.10, 1.0)], su.wood("#b98a5c", "#7d5531", 0.5))]
    parts.append(wa.wrap(0.499, 0.16, 0.54, su.printed("#f3eee2", [("#5b6e5c", pr.image("label", pr.sprig(560, 512, tilt=0.18))), ("#5b6e5c", pr.image("edge", pr.frame(560, 512)))]), 0.52))
    reed = su.wood("#dcc297", "#b8965f", 0.7, "Z")
    for k in range(7):
        a = math.tau * k / 7 + 0.4
        lean = 0.36
        parts.append(sh.tube([(-0.16 * math.cos(a), -0.16 * math.sin(a), 0.12), (0.03 * math.cos(a), 0.03 * math.sin(a), 1.05), (lean * math.cos(a), lean * math.sin(a), 2.15)], 0.016, reed, per=2, ring=10))
    sh.put(parts, (-0.1, 0.1, 0), turn=8)
    rng = random.Random(2)
    sh.many([na.blade(0.2, 0.10, 0.5, 0.2, 0.3)], [(0, sh.spin(rng, (0.62 + 0.16 * k, -0.42 + 0.07 * k, 0.02), 1, 0.2)) for k in range(3)], su.leafy("#8fa58f", "#a9b9a4"))

