"""Leaves, flowers, fruit and branches."""

import math
import random

from mathutils import Euler, Matrix, Vector, noise

import shapes as sh
import surfaces as su


def blade(long, wide, curl=0.4, twist=0.0, cup=0.3, n=7):
    """One leaf or petal lying along +x from the origin: curl bends it up, cup folds it along its middle."""
    rows = []
    for i in range(n + 1):
        t = i / n
        a = curl * t
        x, z = (math.sin(a) / curl * long, (1 - math.cos(a)) / curl * long) if abs(curl) > 0.01 else (t * long, 0)
        half = wide / 2 * max(math.sin(math.pi * (0.06 + 0.92 * t)) ** 0.8, 0.03)
        row = []
        for k in (-1, -0.5, 0, 0.5, 1):
            b = twist * t
            y, up = k * half, cup * abs(k) ** 1.5 * half
            row.append((x, y * math.cos(b) - up * math.sin(b), z + y * math.sin(b) + up * math.cos(b)))
        rows.append(row)
    return sh.piece(rows)


def heap(n, radius, height, kinds, surface, at=(0, 0, 0), flat=0.5, seed=1, size=(0.8, 1.2), power=1.6):
    """A loose heap of pieces on a mound; a hidden core keeps it full."""
    rng = random.Random(seed)
    places = []
    for _ in range(n):
        r, a = radius * math.sqrt(rng.random()), rng.uniform(0, math.tau)
        top = height * max(1 - (r / radius) ** 2, 0) ** (power / 2)
        z = top * (0.72 + 0.28 * rng.random()) + 0.015
        places.append((rng.randrange(len(kinds)), sh.spin(
            rng, (at[0] + r * math.cos(a), at[1] + r * math.sin(a), at[2] + z), rng.uniform(*size), flat)))
    core = [(radius * 0.93 * k / 10, at[2] + height * 0.74 * max(1 - (k / 10) ** 2, 0) ** (power / 2)) for k in range(10, -1, -1)]
    mound = sh.lathe(core, surface, steps=48)
    mound.location = (at[0], at[1], 0)
    return [sh.many(kinds, places, surface), mound]


def flat_tea(rng):
    """Spear-shaped pressed leaves."""
    return [blade(rng.uniform(0.17, 0.27), rng.uniform(0.035, 0.055), rng.uniform(0.1, 0.5), rng.uniform(-0.5, 0.5), 0.4)
            for _ in range(6)]


def twisted_tea(rng, long=0.26):
    """Long strips rolled along their length."""
    kinds = []
    for _ in range(7):
        size, bow, turns = rng.uniform(0.6, 1) * long, rng.uniform(-0.7, 0.7), rng.uniform(1.5, 4)
        rows = []
        for i in range(9):
            t = i / 8
            x, y = (t - 0.5) * size, bow * size * (t - 0.5) ** 2 + 0.012 * math.sin(t * 9)
            r = 0.016 * math.sin(math.pi * (0.08 + 0.84 * t)) * (1 + 0.4 * math.sin(7 * t + size * 50))
            rows.append([(x, y + r * 1.5 * math.cos(k * math.tau / 6 + t * turns), r * math.sin(k * math.tau / 6 + t * turns))
                         for k in range(6)])
        kinds.append(sh.piece(rows, around=True))
    return kinds


def pearl(rng, r=0.075):
    """A rolled leaf ball, a little uneven."""
    rows, off = [], rng.uniform(0, 50)
    for j in range(9):
        p = math.pi * j / 8
        row = []
        for i in range(14):
            a = math.tau * i / 14
            v = Vector((math.sin(p) * math.cos(a), math.sin(p) * math.sin(a), math.cos(p)))
            row.append(v * r * (1 + 0.16 * noise.noise(v * 1.8 + Vector((off, 0, 0)))))
        rows.append(row)
    return sh.piece(rows, around=True)


def flower(petals, long, wide, lift, curl=0.5, cup=0.4, rings=1, seed=0, shrink=0.25):
    """A flower as one piece, its heart at the origin, opening upwards."""
    rng, verts, faces = random.Random(seed), [], []
    for ring in range(rings):
        for i in range(petals):
            size = 1 - shrink * ring
            v, f = blade(long * size * rng.uniform(0.92, 1.08), wide * size, curl * rng.uniform(0.7, 1.3), 0, cup, 6)
            angle = math.tau * (i + 0.5 * (ring % 2)) / petals + rng.uniform(-0.08, 0.08)
            rise = lift + ring * (1.25 - lift) / max(rings, 1) * 0.9
            m = Matrix.Rotation(angle, 4, "Z") @ Matrix.Rotation(-rise, 4, "Y") @ Matrix.Translation((0.012, 0, 0))
            faces += [tuple(k + len(verts) for k in face) for face in f]
            verts += [tuple(m @ Vector(p)) for p in v]
    return verts, faces


def ball(r, flat=1.0, n=14):
    rows = [[(r * math.sin(p) * math.cos(a), r * math.sin(p) * math.sin(a), r * flat * math.cos(p))
             for a in (math.tau * i / n for i in range(n))] for p in (math.pi * j / 8 for j in range(9))]
    return sh.piece(rows, around=True)


def blossoms(spots, size=0.13, petals="#fbf6ee", heart="#e3b84a", count=5, wide=0.95, seed=3, lift=0.35):
    """Open flowers at (position, direction) spots."""
    rng = random.Random(seed)
    kinds = [flower(count, size, size * wide, lift, 0.5, 0.35, seed=k) for k in range(3)]
    places, hearts = [], []
    for spot, facing in spots:
        turn = Vector(facing).to_track_quat("Z", "Y").to_matrix().to_4x4()
        m = Matrix.Translation(spot) @ turn @ Matrix.Rotation(rng.uniform(0, 6), 4, "Z") @ Matrix.Scale(rng.uniform(0.8, 1.15), 4)
        places.append((rng.randrange(3), m))
        hearts.append((0, m @ Matrix.Translation((0, 0, size * 0.14))))
    return [sh.many(kinds, places, su.leafy(petals, petals, rough=0.6, glow=0.18)),
            sh.many([ball(size * 0.17, 0.7)], hearts, su.leafy(heart, heart, rough=0.8))]


def twig(path, thick, bark="#5b4636"):
    return sh.tube(path, lambda t: thick * (1 - 0.75 * t), su.clay(bark, "#3d2d22", 0.8), ring=12)


def eucalyptus(path, seed=1, leaf=0.2, tones=("#8fa58f", "#a9b9a4", "#7b947f")):
    """A stem with round leaves in pairs."""
    rng = random.Random(seed)
    stem = sh.tube(path, lambda t: 0.018 * (1 - 0.6 * t), su.leafy("#8a7a5c", rough=0.6), ring=10)
    curve = sh.spline(path, 10)
    kinds = [blade(leaf, leaf * 0.82, rng.uniform(0.15, 0.5), 0, 0.15) for _ in range(4)]
    places = []
    for i in range(8, len(curve) - 1, 4):
        run = (curve[i + 1] - curve[i - 1]).normalized()
        for side in (-1, 1):
            out = (Vector((side, rng.uniform(-0.9, 0.9), rng.uniform(0.0, 0.5))) + run * 0.45).normalized()
            m = Matrix.Translation(curve[i]) @ out.to_track_quat("X", "Z").to_matrix().to_4x4() @ Matrix.Rotation(
                rng.uniform(-0.6, 0.6), 4, "X") @ Matrix.Scale(rng.uniform(0.8, 1.1) * (1.15 - 0.5 * i / len(curve)), 4)
            places.append((rng.randrange(4), m))
    return [stem, sh.many(kinds, places, su.leafy(*tones, rough=0.55))]


def grasses(root, top, n=5, seed=2, colour="#d9c39a"):
    """Dried stems with soft oval heads."""
    rng, parts = random.Random(seed), []
    for i in range(n):
        tip = Vector(top) + Vector((rng.uniform(-0.55, 0.55), rng.uniform(-0.3, 0.3), rng.uniform(-0.35, 0.25)))
        mid = (Vector(root) + tip) / 2 + Vector((-0.12 * (tip.x - root[0]), 0, 0.1))
        parts.append(sh.tube([root, mid, tip], 0.009, su.leafy("#b79f70"), ring=8))
        run, hairs = (tip - mid).normalized(), []
        kinds = [blade(0.13, 0.012, 0.3)]
        for _ in range(420):
            t = rng.random()
            fat = 0.085 * math.sin(math.pi * min(t * 0.9 + 0.08, 1)) ** 0.7
            a = rng.uniform(0, math.tau)
            side = run.orthogonal()
            out = (side * math.cos(a) + run.cross(side) * math.sin(a))
            spot = tip + run * (t - 0.4) * 0.4 + out * fat * 0.55
            hairs.append((0, Matrix.Translation(spot) @ (out * 0.55 + run).normalized().to_track_quat("X", "Z").to_matrix().to_4x4()
                          @ Matrix.Scale(rng.uniform(0.7, 1.1), 4)))
        parts.append(sh.many(kinds, hairs, su.leafy(colour, "#ead9b8", "#cdb284", rough=0.8)))
    return parts


def persimmon(at, r=0.34, turn=0.0, lean=(0, 0)):
    """A flat orange fruit with its four-leaved cap."""
    profile = [(0.001, 0.05), (r * 0.35, 0.0), (r * 0.8, r * 0.25), (r, r * 0.72), (r * 0.86, r * 1.18), (r * 0.45, r * 1.36), (0.001, r * 1.27)]
    body = sh.lathe(sh.spline(profile, 8), su.wax("#e2762a", 0.28, 0.1), wobble=0.05)
    sh.warp(body, lambda v: Vector((v.x * (1 + 0.035 * math.cos(4 * math.atan2(v.y, v.x))), v.y * (1 + 0.035 * math.cos(4 * math.atan2(v.y, v.x))), v.z)))
    cap = sh.many([blade(r * 0.62, r * 0.5, 0.5, 0.2, 0.2)], [(0, Matrix.Translation((0, 0, r * 1.27)) @ Matrix.Rotation(math.tau * k / 4 + 0.3, 4, "Z") @ Matrix.Rotation(0.05, 4, "Y")) for k in range(4)], su.leafy("#7d7a4a", "#8d7c4d", rough=0.8))
    stalk = sh.tube([(0, 0, r * 1.25), (0.01, 0, r * 1.36), (0.03, 0.01, r * 1.46)], 0.026, su.clay("#6b5a3a", "#4a3c28"), ring=10)
    return sh.put([body, cap, stalk], at, turn, lean)
