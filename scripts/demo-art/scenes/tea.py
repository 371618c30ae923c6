"""Tea: leaves, tins, a cake, flowers."""

import math
import random

from mathutils import Matrix, Vector

import nature as na
import prints as pr
import shapes as sh
import studio
import surfaces as su
import wares as wa
from photo import photo

GREEN = ("#71803f", "#8f9a55", "#566331", "#a3a766")
BLACK = ("#2e221b", "#3f2d22", "#1f1815", "#6b4a2c")
OOLONG = ("#3c332b", "#554636", "#2a2420", "#6a5a44")


def dish(surface, at=(0, 0, 0), scale=1.0):
    return sh.put(sh.vessel(wa.DISH, 0.035, surface, floor=0.04, wobble=0.008), at, scale=scale)


@photo("spring-green-tea", "tea", pitch=20, fill=0.84)
def green_tea():
    label = wa.label("#f1ede0", [("#3f6b52", pr.mountains, {"lift": 0.12}), ("#c2573a", pr.sun, {"at": (1.25, 0.76), "r": 0.085}), ("#3f6b52", pr.frame, {})])
    sh.put(wa.tin("#7d9a76", label), (-0.42, 0.30, 0), turn=18)
    dish(su.glaze("#f0ece2", "#e2dccb", rim=(0.2, "#c9b48c")), (0.62, -0.35, 0), 0.8)
    rng = random.Random(5)
    heap = na.heap(620, 0.44, 0.24, na.flat_tea(rng), su.leafy(*GREEN), flat=0.45, seed=5)
    sh.put(heap, (0.62, -0.35, 0.06))
    sh.many(na.flat_tea(rng), [(rng.randrange(6), sh.spin(rng, (-0.15 + rng.gauss(0, 0.14), -0.75 + rng.gauss(0, 0.06), 0.02), 1, 0.1)) for _ in range(9)], su.leafy(*GREEN))


@photo("spring-green-tea-glass", "tea", light=studio.sunlight, floor="#d9dcc9", pitch=12, fill=0.8, samples=12)
def green_tea_glass():
    tall = [(0.36, 0.0), (0.39, 0.02), (0.40, 0.12), (0.41, 1.35)]
    sh.put([sh.vessel(tall, 0.02, su.glass(), floor=0.07), sh.lathe(sh.inside(tall, 0.0195, 1.08, floor=0.072), su.liquid("#cbd08a", "#d9dd9a"))])
    rng, places = random.Random(8), []
    kinds = [na.blade(rng.uniform(0.22, 0.32), rng.uniform(0.045, 0.065), rng.uniform(0.1, 0.6), 0.2, 0.4) for _ in range(6)]
    for k in range(64):
        r, a = 0.29 * math.sqrt(rng.random()), rng.uniform(0, math.tau)
        z = rng.uniform(0.08, 0.34) if k < 44 else rng.uniform(0.6, 0.98)
        stand = Vector((rng.gauss(0, 0.45), rng.gauss(0, 0.45), 1 if k < 44 else -1)).normalized()
        places.append((rng.randrange(6), Matrix.Translation((r * math.cos(a), r * math.sin(a), z if k < 44 else min(z + 0.12, 1.05))) @ stand.to_track_quat("X", "Z").to_matrix().to_4x4()))
    sh.many(kinds, places, su.leafy("#7f9140", "#98a555", "#66762f"))
    dish(su.glaze("#a9c2ad", "#7fa491", rim=(0.2, "#d3d8c0")), (0.92, -0.35, 0), 0.62)
    sh.put(na.heap(380, 0.34, 0.16, na.flat_tea(rng), su.leafy(*GREEN), flat=0.45, seed=6), (0.92, -0.35, 0.04))


def pearls(n, radius, z, rng, top):
    places = []
    for k in range(n):
        r, a = radius * math.sqrt((k + 0.5) / n), k * 2.39996 + rng.uniform(-0.12, 0.12)
        places.append((rng.randrange(6), sh.spin(rng, (r * math.cos(a), r * math.sin(a), z + top * (1 - (r / radius) ** 2) + rng.uniform(-0.02, 0.02)), rng.uniform(0.88, 1.12))))
    return places


def pearl_leaf():
    s = su.Surface("pearl", "#6f7a4d", 0.65)
    at = s.where((1, 1, 3))
    wave = s.node("TexWave", "Fac", Vector=at, Scale=7.0, Distortion=7.0, Detail=3.0)
    own = s.node("NewGeometry", "Random Per Island")
    tone = s.mix(own, "#5d6a42", "#8b9163")
    s.set("Base Color", s.mix(s.ramp(wave, (0.6, 0.0), (0.95, 0.5)), tone, "#c9c9a0"))
    s.set("Normal", s.bump(wave, 0.5, 0.02))
    return s.material


@photo("jasmine-pearls", "tea", pitch=33, fill=0.9)
def jasmine():
    sh.put(wa.cup(su.glaze("#f4f2ec", "#e7e6df", rough=0.08), shape=wa.BOWL), (0, 0, 0), scale=1.05)
    rng = random.Random(3)
    leaf = pearl_leaf()
    kinds = [na.pearl(rng) for _ in range(6)]
    sh.many(kinds, pearls(46, 0.50, 0.66, rng, 0.14) + pearls(40, 0.50, 0.56, rng, 0.12), leaf)
    sh.many(kinds, [(k % 6, Matrix.Translation(p)) for k, p in enumerate(((0.52, -0.62, 0.07), (0.70, -0.52, 0.07), (0.38, -0.76, 0.07), (-0.20, -0.80, 0.07)))], leaf)
    na.blossoms([((0.2, -0.12, 0.90), (0.3, -0.6, 1)), ((0.86, -0.72, 0.07), (0.1, -0.5, 1)), ((-0.66, -0.46, 0.06), (-0.3, -0.5, 1)), ((-0.46, -0.64, 0.05), (0.4, -0.4, 0.8))],
                size=0.19, count=6, wide=0.62, heart="#dfe0b0")
    na.twig([(-0.98, -0.12, 0.03), (-0.84, -0.30, 0.04), (-0.62, -0.48, 0.05)], 0.018, "#6d7a4a")
    leaves = [na.blade(0.36, 0.17, 0.3, 0.2, 0.25), na.blade(0.30, 0.15, 0.5, -0.2, 0.25)]
    sh.many(leaves, [(0, Matrix.Translation((-0.86, -0.28, 0.04)) @ Matrix.Rotation(2.3, 4, "Z")), (1, Matrix.Translation((-0.82, -0.32, 0.04)) @ Matrix.Rotation(-1.7, 4, "Z")), (1, Matrix.Translation((-0.96, -0.14, 0.03)) @ Matrix.Rotation(2.9, 4, "Z"))], su.leafy("#4f6b3a", "#5f7d45", rough=0.4))


def pouch(paper_surface, w=0.95, h=1.5, d=0.42):
    """A standing paper pouch: full below, flat at its sealed top."""
    from mathutils import noise
    rows, n = [], 64
    for j in range(49):
        t = j / 48
        deep = d * (0.9 + 0.25 * math.sin(math.pi * min(t * 1.4, 1))) * max(1 - max(t - 0.12, 0) / 0.80, 0.0) ** 0.75 + 0.016
        if t < 0.04:
            deep *= 0.86 + 3.5 * t
        wide = w * (1 - 0.03 * math.sin(math.pi * t))
        row = []
        for i in range(n):
            a = math.tau * i / n
            c, s = math.cos(a), math.sin(a)
            x = math.copysign(abs(c) ** 0.32, c) * wide / 2
            y = math.copysign(abs(s) ** 0.75, s) * deep / 2
            crease = 0.018 * noise.noise((x * 2.2, t * 4, 3 if y > 0 else 1)) + 0.010 * noise.noise((x * 6, t * 9, 7 if y > 0 else 2))
            row.append((x, y + crease * (1 if t < 0.93 else 0.25), t * h))
        rows.append(row)
    return sh.skin(rows, paper_surface, around=True)


@photo("rock-oolong", "tea", pitch=18, fill=0.84)
def oolong():
    kraft = su.paper("#c79d6c", 0.8, 0.3, kraft="#a67c4e")
    bag = pouch(kraft)
    front = [[(x * 0.56, 0, z) for x in (k / 20 - 0.5 for k in range(21))] for z in (0.36 + 0.56 * j / 20 for j in range(21))]
    stick = sh.skin(front, su.printed("#f2ecdd", [("#7a3b27", pr.image("hills", pr.mountains(512, 512, 0.1))), ("#7a3b27", pr.image("edge", pr.frame()))]))
    press = stick.modifiers.new("press", "SHRINKWRAP")
    press.target, press.wrap_method, press.use_project_y = bag, "PROJECT", True
    press.use_positive_direction = press.use_negative_direction = True
    press.offset, press.cull_face = 0.008, "BACK"
    stick.location = (0, -1, 0)
    press.use_negative_direction = False
    fold = sh.block((0.97, 0.06, 0.16), kraft, 0.02, (0, 0, 1.42))
    sh.put([bag, fold], (-0.35, 0.3, 0), turn=14)
    sh.put(stick, (-0.35 + math.sin(math.radians(14)), 0.3 - math.cos(math.radians(14)), 0), turn=14)
    rng = random.Random(2)
    walnut = su.wood("#9a6a42", "#5a371f", 0.4)
    sh.put(wa.tray(1.15, 0.62, 0.09, walnut, 0.05, 0.28, 0.035, 0.04), (0.62, -0.50, 0), turn=-12)
    heap = na.heap(330, 0.25, 0.15, na.twisted_tea(rng, 0.3), su.leafy(*OOLONG, rough=0.5), flat=0.4, seed=3)
    for part in heap:
        sh.put(part, scale=1.0)
        sh.warp(part, lambda v: Vector((v.x * 1.75, v.y, v.z)))
    sh.put(heap, (0.62, -0.50, 0.03), turn=-12)


CAKE = [(0.30, 0.10), (0.34, 0.02), (0.60, 0.0), (0.90, 0.02), (1.02, 0.10), (1.04, 0.20), (0.98, 0.30), (0.75, 0.36), (0.40, 0.385)]


def cake(rng):
    """A pressed disc, its face all leaves."""
    profile = [(0.001, 0.10)] + [(p.x, p.y) for p in sh.spline(CAKE, 8)] + [(0.001, 0.39)]
    surface = su.leafy("#978a68", "#c2ba9c", "#7a6b49", "#ddd8c2", "#5d5138", "#a89b78", rough=0.8)
    body = sh.lathe(profile, su.clay("#8a7c5a", "#5f5338", 0.85, 0.6), wobble=0.01)
    curve, places = sh.spline(CAKE, 8), []
    for _ in range(5200):
        i = rng.randrange(12, len(curve) - 1)
        p, q = curve[i], curve[i + 1]
        t, a = rng.random(), rng.uniform(0, math.tau)
        r, z = p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t
        if i > len(curve) - 16:
            r, z = 0.82 * math.sqrt(rng.random()), 0.0
            z = 0.388 - 0.03 * (r / 0.75) ** 2
        out = math.atan2(-(q.x - p.x), q.y - p.y)
        facing = Vector((math.cos(a) * math.cos(out), math.sin(a) * math.cos(out), math.sin(out)))
        places.append((rng.randrange(6), Matrix.Translation(Vector((r * math.cos(a), r * math.sin(a), z)) + facing * 0.002) @ facing.to_track_quat("Z", "Y").to_matrix().to_4x4()
                       @ Matrix.Rotation(rng.uniform(0, math.tau), 4, "Z") @ Matrix.Rotation(rng.gauss(0.05, 0.07), 4, "Y") @ Matrix.Translation((-0.07, 0, 0))))
    kinds = [na.blade(rng.uniform(0.16, 0.26), rng.uniform(0.035, 0.055), -rng.uniform(0.05, 0.4), 0, 0.3) for _ in range(6)]
    return [body, sh.many(kinds, places, surface)]


def wrapped_cake():
    """The same disc in its cotton paper, with the pleats gathered on the back and a print on the face."""
    profile = [(0.001, 0.0)] + [(p.x * 1.015, p.y) for p in sh.spline(CAKE, 8)[8:]] + [(0.001, 0.392)]
    s = su.Surface("wrap", "#efe7d6", 0.85)
    x, y = (s.node("SeparateXYZ", i, Vector=s.where()) for i in range(2))
    at = s.node("CombineXYZ", X=s.maths("ADD", s.maths("DIVIDE", x, 1.35), 0.5), Y=s.maths("ADD", s.maths("DIVIDE", y, 1.35), 0.5))
    ring = s.maths("SQRT", s.maths("ADD", s.maths("MULTIPLY", x, x), s.maths("MULTIPLY", y, y)))
    line = s.maths("LESS_THAN", s.maths("ABSOLUTE", s.maths("SUBTRACT", ring, 0.66)), 0.008)
    tone = s.mix(s.ink(pr.image("twig", pr.sprig(tilt=0.2, pairs=5)), at), "#efe7d6", "#6b7a4a")
    s.set("Base Color", s.mix(line, tone, "#a8442f"))
    s.set("Normal", s.bump(s.noise(5, 5), 0.35, 0.03))
    disc = sh.lathe(profile, s.material, wobble=0.006)

    def pleat(v):
        r = math.hypot(v.x, v.y)
        k = max(0.0, (r - 0.72) / 0.3) * 0.012 * math.sin(44 * math.atan2(v.y, v.x) + 3 * math.sin(5 * math.atan2(v.y, v.x)))
        return Vector((v.x * (1 + k), v.y * (1 + k), v.z + k * 0.4))

    return sh.warp(disc, pleat)


@photo("white-tea-cake", "tea", pitch=16, fill=0.76)
def tea_cake():
    rng = random.Random(9)
    sh.put(cake(rng), (0, 0.1, 1.0), tilt=(66, 0), turn=-12)
    oak = su.wood("#b98a5c", "#7d5531", 0.45)
    sh.block((1.3, 0.42, 0.09), oak, 0.02, (0.0, 0.0, 0), -12)
    sh.block((1.3, 0.07, 0.20), oak, 0.02, (-0.05, -0.24, 0), -12)
    sh.put(sh.tube([(0, 0, 0), (0, 0.5, 0.9)], 0.05, oak), (0, 0.45, 0.05))
    sh.many(na.flat_tea(rng), [(rng.randrange(6), sh.spin(rng, (0.72 + rng.gauss(0, 0.13), -0.78 + rng.gauss(0, 0.08), 0.02), 1, 0.2)) for _ in range(18)], su.leafy("#8d8468", "#a9a58a", "#6b6147"))


@photo("white-tea-cake-wrap", "tea", pitch=52, fill=0.8, light=studio.sunlight, floor=su.table)
def tea_cake_wrap():
    sh.put(wrapped_cake(), turn=-10)


@photo("mountain-black-tea", "tea", pitch=20, fill=0.84)
def black_tea():
    label = wa.label("#efe6d4", [("#7e2f23", pr.sprig, {"tilt": 0.25, "pairs": 6}), ("#7e2f23", pr.frame, {})])
    sh.put(wa.tin("#8e3325", label, r=0.44, h=0.95), (-0.48, 0.32, 0), turn=16)
    sh.put(wa.clear_cup(level=0.29, tea="#b24a16"), (0.55, -0.35, 0), scale=1.15)
    rng = random.Random(1)
    sh.put(na.heap(300, 0.34, 0.10, na.twisted_tea(rng, 0.2), su.leafy(*BLACK, rough=0.5), flat=0.4, seed=9), (-0.30, -0.72, 0))


@photo("mountain-black-tea-cup", "tea", pitch=40, fill=0.84, light=studio.sunlight, floor=su.table)
def black_tea_cup():
    white = su.glaze("#f4f1ea", "#e8e4d8", rough=0.07, rim=(0.118, "#c39a4e"))
    wa.plate(white, r=0.86, h=0.13)
    sh.put(wa.cup(su.glaze("#f4f1ea", "#e8e4d8", rough=0.07, rim=(0.79, "#c39a4e")), level=0.68, tea="#8c2c08", wall=0.026), (0, 0, 0.05), scale=0.92)
    rng = random.Random(4)
    sh.put(na.heap(200, 0.26, 0.10, na.twisted_tea(rng, 0.2), su.leafy(*BLACK, rough=0.5), flat=0.4, seed=2), (0.98, -0.42, 0))


def mums(n, rng, place):
    """Dried chrysanthemum heads."""
    kinds = [na.flower(19, 0.15, 0.034, 0.12, 0.8, 0.3, rings=4, seed=k, shrink=0.16) for k in range(4)]
    spots = [place(k) for k in range(n)]
    return [sh.many(kinds, [(rng.randrange(4), m) for m in spots], su.leafy("#f2dfa6", "#f7ebc6", "#ecd28a", rough=0.7, glow=0.22)),
            sh.many([na.ball(0.055, 0.6)], [(0, m @ Matrix.Translation((0, 0, 0.05))) for m in spots], su.leafy("#dfa01e", "#d08a18", rough=0.9, glow=0.1))]


@photo("chrysanthemum", "tea", pitch=18, fill=0.84, samples=12)
def chrysanthemum():
    jar = [(0.46, 0.0), (0.50, 0.02), (0.52, 0.08), (0.52, 0.92), (0.49, 1.02), (0.42, 1.07), (0.42, 1.14)]
    parts = [sh.vessel(jar, 0.022, su.glass(), floor=0.05)]
    cork = sh.lathe([(0.001, 1.02), (0.385, 1.02), (0.395, 1.04), (0.42, 1.15), (0.43, 1.17), (0.43, 1.27), (0.415, 1.29), (0.001, 1.29)], su.clay("#c79a6a", "#9c7043", 0.85, 0.5))
    rng = random.Random(6)

    def packed(k):
        wall = k < 150
        a = k * 2.39996 + rng.uniform(-0.2, 0.2)
        r = rng.uniform(0.34, 0.40) if wall else 0.3 * math.sqrt(rng.random())
        z = 0.13 + 0.76 * ((k % 150) / 150) + rng.uniform(-0.04, 0.04) if wall else rng.uniform(0.85, 0.93)
        facing = Vector((math.cos(a) * (1 if wall else 0.3), math.sin(a) * (1 if wall else 0.3), 0)) + Vector([rng.gauss(0, 0.55) for _ in range(3)])
        return Matrix.Translation((r * math.cos(a), r * math.sin(a), z)) @ facing.to_track_quat("Z", "Y").to_matrix().to_4x4()

    core = sh.lathe([(0.001, 0.06), (0.33, 0.07), (0.33, 0.84), (0.001, 0.88)], su.leafy("#e6cf90", glow=0.2))
    flowers = mums(176, rng, packed)
    sh.put(parts + [cork, core] + flowers, (-0.28, 0.25, 0))
    loose = [((0.62, -0.42), 0.1), ((0.86, -0.20), 0.4), ((0.42, -0.66), -0.4), ((0.95, -0.55), 0.3)]
    mums(4, rng, lambda k: Matrix.Translation((*loose[k][0], 0.03)) @ Matrix.Rotation(loose[k][1], 4, "X") @ Matrix.Scale(1.25, 4))


@photo("chrysanthemum-cup", "tea", pitch=34, fill=0.8, light=studio.sunlight, floor=su.table, samples=12)
def chrysanthemum_cup():
    parts = wa.clear_cup(wa.BOWL, 0.02, 0.62, "#e8c766")
    rng = random.Random(3)
    spots = ((0.10, -0.12), (-0.22, 0.06), (0.12, 0.24), (-0.10, -0.34))
    flowers = mums(4, rng, lambda k: Matrix.Translation((*spots[k], 0.60)) @ Matrix.Rotation(rng.uniform(-0.3, 0.3), 4, "X") @ Matrix.Scale(1.2, 4))
    sh.put(parts + flowers)
    loose = ((0.85, -0.3), (1.02, -0.02))
    mums(2, rng, lambda k: Matrix.Translation((*loose[k], 0.03)) @ Matrix.Scale(1.15, 4))


@photo("five-teas-sampler", "tea", pitch=44, fill=0.9)
def sampler():
    kraft = su.paper("#b98d5f", 0.8, 0.25, kraft="#96704a")
    box = wa.tray(2.75, 0.78, 0.34, kraft, 0.035, 0.03, 0.03, soft=0.008)
    inks = (("#7d9a76", "#f1ede0", pr.mountains), ("#c9a24a", "#f6efdc", pr.sprig), ("#8e3325", "#f1e6d4", pr.waves), ("#56697a", "#eef0ea", pr.mountains), ("#d8cdb8", "#6a5a44", pr.sprig))
    things = list(box)
    for k, (paint, ink, draw) in enumerate(inks):
        small = wa.tin(paint, r=0.235, h=0.5)
        face = sh.skin([[(x * 0.30, y * 0.30, 0.489) for x in (-0.5, 0.5)] for y in (-0.5, 0.5)], su.printed(paint, [(ink, pr.image("lid", draw(256, 256)))], 0.5))
        things += sh.put(small + [face], (-1.06 + 0.53 * k, 0, 0.03))
    sh.put(things, turn=-10)
    lid = wa.tray(2.80, 0.83, 0.22, kraft, 0.035, 0.03, 0.03, soft=0.008)
    band = sh.block((0.5, 0.84, 0.005), su.paper("#f1ede0"), 0.001, (0.0, 0, 0.222))
    seal = sh.lathe([(0.001, 0.23), (0.13, 0.23), (0.13, 0.228)], su.lacquer("#b5452f"), steps=48)
    for part in lid:
        sh.warp(part, lambda v: Vector((v.x, -v.y, 0.22 - v.z)))
    sh.put(lid + [band, seal], (0.25, 0.98, 0), turn=-4)
