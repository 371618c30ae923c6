"""Sweets & paper: things to eat."""

import math
import random
from functools import partial

from mathutils import Matrix, Vector, noise

import cloth as cl
import nature as na
import prints as pr
import shapes as sh
import studio
import surfaces as su
import wares as wa
from photo import photo


def bean_cake(colour, kind=0):
    """A pressed mung-bean cake: eight petals outside, a chrysanthemum or a lattice on its face."""
    profile = [(0.001, 0.0), (0.25, 0.0), (0.275, 0.02), (0.28, 0.06), (0.275, 0.15), (0.262, 0.19), (0.235, 0.205), (0.001, 0.205)]
    dense = []
    for a, b in zip(profile, profile[1:]):
        n = 26 if b[0] == 0.001 and a[1] > 0.2 else 3
        dense += [(a[0] + (b[0] - a[0]) * k / n, a[1] + (b[1] - a[1]) * k / n) for k in range(n)]
    body = sh.lathe(dense + [profile[-1]], su.wax(colour, 0.6, 0.12), steps=160)

    def press(v):
        r, a = math.hypot(v.x, v.y), math.atan2(v.y, v.x)
        wave = abs(math.cos(4 * a))
        k = 1 - 0.085 * (1 - wave) ** 2 * min(r / 0.2, 1)
        z = v.z
        if v.z > 0.2:
            q = r / 0.235
            if kind == 0:
                petal = abs(math.cos((8 if q > 0.55 else 5) * a))
                dent = 0.022 * (1 - petal) ** 2 if 0.16 < q < 0.92 else 0
                dent += 0.020 * math.exp(-((q - 0.55) / 0.035) ** 2) + 0.018 * math.exp(-((q - 0.18) / 0.04) ** 2)
            else:
                u, w = v.x / 0.075, v.y / 0.075
                dent = 0.020 * (math.exp(-((u - round(u)) / 0.12) ** 2) + math.exp(-((w - round(w)) / 0.12) ** 2)) if q < 0.86 else 0
                dent = min(dent, 0.02)
            z -= dent
        return Vector((v.x * k, v.y * k, z))

    return sh.warp(body, press)


TONES = ("#e6cd72", "#b4c874", "#ead58c", "#d79f5c")


@photo("mung-bean-cakes", "sweets", pitch=34, fill=0.84)
def bean_cakes():
    wa.plate(su.glaze("#8fae9c", "#64907d", rim=(0.118, "#cdd6bd")), r=1.12, h=0.13)
    spots = [(0.0, 0.0)] + [(0.60 * math.cos(math.tau * k / 6 + 0.3), 0.60 * math.sin(math.tau * k / 6 + 0.3)) for k in range(6)]
    for k, (x, y) in enumerate(spots):
        sh.put(bean_cake(TONES[k % 3 if k else 1], k % 2), (x, y, 0.045), turn=k * 17)


@photo("mung-bean-cakes-box", "sweets", pitch=46, fill=0.88, light=partial(studio.sunlight, leaves=False), floor=su.table)
def bean_cake_box():
    box = wa.tray(2.42, 1.68, 0.36, su.paper("#e9dfcb", 0.8), 0.04, 0.03, 0.03, soft=0.008)
    things = list(box)
    lining = su.paper("#f6f1e6", 0.9)
    for k in range(6):
        x, y = -0.76 + 0.76 * (k % 3), -0.38 + 0.76 * (k // 3)
        cup = sh.lathe([(0.001, 0.0), (0.27, 0.0), (0.34, 0.20)], lining, steps=120)
        sh.warp(cup, lambda v: Vector((v.x, v.y, v.z)) * (1 + 0.03 * (v.z / 0.2) * math.cos(40 * math.atan2(v.y, v.x))))
        things += sh.put([cup], (x, y, 0.04))
        things += sh.put([bean_cake(TONES[(k * 2) % 4], k % 2)], (x, y, 0.06), turn=k * 11)
    sh.put(things, turn=9)
    na.blossoms([((1.35, -0.55, 0.05), (0.2, -0.4, 1)), ((1.48, -0.28, 0.05), (-0.2, -0.3, 1))], size=0.15, petals="#f7ecd9")


JAR = [(0.40, 0.0), (0.46, 0.02), (0.488, 0.09), (0.49, 0.2), (0.49, 0.35), (0.49, 0.5), (0.488, 0.66), (0.455, 0.79), (0.40, 0.84), (0.40, 0.94)]


def honey_jar():
    label = su.printed("#f6efdf", [("#b5702a", pr.image("label", pr.blossom(640, 512))), ("#b5702a", pr.image("edge", pr.frame(640, 512)))])
    parts = [sh.vessel(JAR, 0.028, su.glass(), floor=0.06),
             sh.lathe(sh.inside(JAR, 0.0272, 0.78, floor=0.062), su.liquid("#e08a10", "#f0b040")),
             sh.lathe([(0.001, 0.86), (0.415, 0.86), (0.43, 0.87), (0.435, 0.89), (0.435, 1.04), (0.42, 1.06), (0.001, 1.06)], su.wood("#c39a68", "#8d6238", 0.5)),
             wa.wrap(0.499, 0.20, 0.62, label, 0.62)]
    rng, places = random.Random(4), []
    for _ in range(170):
        a, r = rng.uniform(0, math.tau), rng.uniform(0.30, 0.44)
        places.append((0, sh.spin(rng, (r * math.cos(a), r * math.sin(a), rng.uniform(0.5, 0.77) if rng.random() < 0.7 else rng.uniform(0.1, 0.5)), 1)))
    parts.append(sh.many([na.flower(4, 0.035, 0.03, 0.5)], places, su.leafy("#f7c64a", "#ffdf7a", glow=0.15)))
    return parts


def dipper():
    profile = [(0.001, -0.02), (0.06, -0.01)]
    for k in range(6):
        r = 0.135 - 0.012 * abs(k - 2.2)
        profile += [(0.075, 0.01 + 0.06 * k), (r, 0.018 + 0.06 * k), (r, 0.048 + 0.06 * k), (0.075, 0.056 + 0.06 * k)]
    profile += [(0.05, 0.38), (0.036, 0.45), (0.032, 1.3), (0.045, 1.4), (0.04, 1.46), (0.001, 1.48)]
    return sh.lathe(profile, su.wood("#cfa874", "#a0723f", 0.5, "Z"))


@photo("osmanthus-honey", "sweets", pitch=20, fill=0.82, samples=10)
def honey():
    sh.put(honey_jar(), (-0.30, 0.2, 0), turn=14)
    dish = [(0.26, 0.0), (0.30, 0.02), (0.44, 0.07), (0.50, 0.12)]
    sh.put([sh.vessel(dish, 0.028, su.glaze("#f1ece0", "#e0d6c2", rim=(0.11, "#c29a62"))), sh.lathe(sh.inside(dish, 0.028, 0.10, floor=0.055), su.liquid("#e6951c"))], (0.58, -0.42, 0))
    sh.put(dipper(), (0.44, -0.40, 0.15), tilt=(-8, 74), turn=18)
    rng = random.Random(7)
    sh.many([na.flower(4, 0.05, 0.042, 0.4)], [(0, sh.spin(rng, (-0.25 + rng.gauss(0, 0.2), -0.72 + rng.gauss(0, 0.07), 0.015), 1, 0.3)) for _ in range(22)], su.leafy("#f2a92f", "#f9c65a", "#e6922a"))


@photo("osmanthus-honey-toast", "sweets", pitch=38, fill=0.9, light=studio.sunlight, floor=su.table, samples=10)
def honey_use():
    sh.put(honey_jar(), (-0.55, 0.5, 0), turn=20)
    bowl = [(0.30, 0.0), (0.34, 0.03), (0.52, 0.16), (0.62, 0.34)]
    glaze = su.glaze("#2c4054", "#172433", rim=(0.325, "#8a6340"), bare=(0.06, "#b08a66"))
    porridge = su.wax("#f3ead7", 0.35, 0.1)
    sh.put([sh.vessel(bowl, 0.032, glaze), sh.lathe(sh.inside(bowl, 0.032, 0.27), porridge)], (0.55, -0.25, 0))
    pool = sh.lathe(sh.spline([(0.26, 0.262), (0.22, 0.276), (0.1, 0.285), (0.001, 0.287)], 6), su.wax("#d98a1a", 0.05, 0.12), wobble=0.35)
    sh.put(pool, (0.52, -0.28, 0))
    rng = random.Random(5)
    sh.many([na.flower(4, 0.05, 0.042, 0.4)], [(0, sh.spin(rng, (0.53 + rng.gauss(0, 0.16), -0.26 + rng.gauss(0, 0.15), 0.295), 1, 0.25)) for _ in range(26)], su.leafy("#f2a92f", "#f9c65a", "#e6922a"))


def walnut_biscuit(rng):
    """A crumbly biscuit, cracked as it rose."""
    off = Vector((rng.uniform(0, 50), rng.uniform(0, 50), 0))
    profile = [(0.001, 0.0), (0.40, 0.0), (0.465, 0.035), (0.47, 0.085), (0.43, 0.13), (0.36, 0.155)] + [(0.36 - 0.36 * k / 26, 0.155 + 0.03 * (k / 26)) for k in range(1, 26)] + [(0.001, 0.185)]
    s = su.Surface("biscuit", "#d9a45e", 0.8, Subsurface_Weight=0.15)
    crumb = s.noise(14, 6, 0.7)
    cracks = s.node("TexVoronoi", a_feature="DISTANCE_TO_EDGE", Vector=s.mix(0.12, s.where(), s.noise(6, 3, out=1)), Scale=6.5)
    gap = s.ramp(cracks, (0.0, 1.0), (0.07, 0.0))
    x, y, z = (s.node("SeparateXYZ", i, Vector=s.where()) for i in range(3))
    top = s.node("MapRange", Value=z, i1=0.06, i2=0.15)
    gap = s.maths("MULTIPLY", gap, top)
    tone = s.mix(s.ramp(crumb, (0.35, 0.0), (0.7, 0.7)), "#e2b06a", "#c0813c")
    s.set("Base Color", s.mix(gap, tone, "#9a5f28"))
    s.set("Normal", s.bump(s.maths("SUBTRACT", crumb, s.maths("MULTIPLY", gap, 1.4)), 0.9, 0.05))
    body = sh.lathe(profile, s.material, wobble=0.05)
    sh.warp(body, lambda v: v + Vector((0, 0, 0.02 * noise.noise(v * 5 + off) * min(v.z / 0.1, 1))))
    nut = su.clay("#8a5a30", "#5f3a1c", 0.7, 0.6)
    parts = [body]
    for side in (-1, 1):
        lobe = sh.lathe(sh.spline([(0.11, 0.0), (0.12, 0.04), (0.07, 0.085), (0.001, 0.095)], 6), nut, wobble=0.25)
        sh.warp(lobe, lambda v: Vector((v.x * 0.62, v.y * 1.1, v.z + 0.012 * math.sin(v.y * 60))))
        parts += sh.put(lobe, (side * 0.065, 0, 0.172))
    return parts


@photo("walnut-biscuits", "sweets", pitch=22, fill=0.82)
def biscuits():
    rng = random.Random(12)
    cl.cloth(2.2, 1.6, su.paper("#f1e7d4", 0.85, 0.4), turn=12, seed=8, lift=0.05, thick=0.008)
    for k in range(4):
        sh.put(walnut_biscuit(rng), (-0.32 + rng.uniform(-0.03, 0.03), 0.2 + rng.uniform(-0.03, 0.03), 0.03 + 0.185 * k), turn=rng.uniform(0, 360))
    sh.put(walnut_biscuit(rng), (0.62, -0.28, 0.22), turn=-35, tilt=(0, -33))
    sh.put(walnut_biscuit(rng), (0.30, -0.72, 0.03), turn=70)
    crumb = [na.ball(0.016, 0.8, 6)]
    sh.many(crumb, [(0, sh.spin(rng, (rng.gauss(0.1, 0.45), rng.gauss(-0.65, 0.15), 0.035), rng.uniform(0.4, 1.3))) for _ in range(40)], su.leafy("#d9a45e", "#c98d48"))


@photo("ginger-candy", "sweets", pitch=24, fill=0.82, samples=10)
def ginger():
    """Sugared ginger in a low jar of clear glass, some pieces beside it."""
    jar = [(0.52, 0.0), (0.57, 0.02), (0.60, 0.08), (0.60, 0.60), (0.61, 0.66)]
    sugar = su.Surface("sugar", "#f0cf86", 0.45)
    sugar.set("Base Color", sugar.mix(sugar.ramp(sugar.noise(26, 4), (0.45, 0.0), (0.7, 0.6)), sugar.mix(sugar.node("NewGeometry", "Random Per Island"), "#e9a93e", "#f3c667"), "#fff3d8"))
    sugar.set("Normal", sugar.bump(sugar.noise(34, 3), 0.6, 0.02))
    rng = random.Random(3)
    kinds = []
    for _ in range(5):
        w, d, h = rng.uniform(0.15, 0.2), rng.uniform(0.12, 0.16), rng.uniform(0.08, 0.11)
        rows = []
        for p in (math.pi * j / 10 for j in range(11)):
            row = []
            for i in range(20):
                a = math.tau * i / 20
                v = Vector([math.copysign(abs(c) ** 0.5, c) for c in (math.sin(p) * math.cos(a), math.sin(p) * math.sin(a), math.cos(p))])
                q = 1 + 0.15 * noise.noise(v * 1.3 + Vector((w * 99, 0, 0)))
                row.append((v.x * w / 1.6 * q, v.y * d / 1.6 * q, v.z * h / 1.6 * q))
            rows.append(row)
        kinds.append(sh.piece(rows, around=True))
    places = []
    for k in range(150):
        wall = k < 90
        a = k * 2.39996
        r = (0.47 if wall else 0.40 * math.sqrt(rng.random()))
        z = 0.12 + 0.5 * (k / 90) if wall else rng.uniform(0.5, 0.66 + 0.06 * (1 - r / 0.4))
        places.append((rng.randrange(5), sh.spin(rng, (r * math.cos(a), r * math.sin(a), z), 1)))
    parts = [sh.vessel(jar, 0.02, su.glass(), floor=0.04), sh.many(kinds, places, sugar.material), sh.lathe([(0.001, 0.06), (0.38, 0.06), (0.38, 0.5), (0.001, 0.52)], sugar.material)]
    sh.put(parts, (-0.25, 0.2, 0))
    beside = ((0.52, -0.36, 0.05), (0.74, -0.22, 0.05), (0.62, -0.58, 0.05), (0.62, -0.40, 0.15), (0.30, -0.62, 0.05))
    sh.many(kinds, [(k, Matrix.Translation(p) @ Matrix.Rotation(k * 1.3, 4, "Z")) for k, p in enumerate(beside)], sugar.material)
