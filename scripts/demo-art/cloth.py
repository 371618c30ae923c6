"""Cloth: flat, folded, rolled, hung, stuffed."""

import math
import random

import bpy
from mathutils import Vector, noise

import shapes as sh


def cloth(w, d, surface, at=(0, 0, 0), turn=0.0, seed=1, lift=0.03, thick=0.022):
    """A cloth laid on a table: soft swells, lifted edges."""
    rng = random.Random(seed)
    off = Vector((rng.uniform(0, 40), rng.uniform(0, 40), 0))
    n, rows = 80, []
    for j in range(n + 1):
        row = []
        for i in range(n + 1):
            u, v = i / n - 0.5, j / n - 0.5
            swell = noise.noise(Vector((u * w * 0.9, v * d * 0.9, 0)) + off)
            rim = max(abs(u), abs(v)) * 2
            z = thick + lift * max(swell, 0) * (0.3 + rim ** 2)
            row.append((u * w * (1 + 0.012 * noise.noise(Vector((0, v * 5, 3)) + off)),
                        v * d * (1 + 0.012 * noise.noise(Vector((u * 5, 0, 7)) + off)), z))
        rows.append(row)
    thing = sh.skin(rows, surface)
    body = thing.modifiers.new("body", "SOLIDIFY")
    body.thickness, body.offset = thick, -1
    return sh.put(thing, at, turn)


def folded(w, d, layers, thick, surface, seed=1, slack=0.012):
    """A cloth folded back and forth along its depth: the rolls of the folds lie to the front and the back."""
    rng = random.Random(seed)
    pitch = thick * 1.12
    line = []
    for k in range(layers):
        z = thick / 2 + k * pitch
        front, back = -d / 2 + rng.uniform(0, 0.02), d / 2 - rng.uniform(0, 0.02)
        run = [front + (back - front) * t / 14 for t in range(15)]
        if k % 2:
            run.reverse()
        line += [(y, z) for y in run]
        if k < layers - 1:
            end, way = run[-1], -1 if k % 2 else 1
            line += [(end + way * math.sin(math.pi * t / 6) * pitch * 0.5, z + pitch / 2 - pitch / 2 * math.cos(math.pi * t / 6))
                     for t in range(1, 6)]
    pts = [Vector(p) for p in line]
    left, right = [], []
    for i, p in enumerate(pts):
        run = (pts[min(i + 1, len(pts) - 1)] - pts[max(i - 1, 0)]).normalized()
        side = Vector((-run.y, run.x)) * thick / 2
        left.append(p + side)
        right.append(p - side)
    outline = left + right[::-1]
    off = Vector((seed * 7.3, seed * 3.1, 0))
    top = layers * pitch
    rows, n = [], 44
    for i in range(n + 1):
        x = (i / n - 0.5) * w
        edge = min(i, n - i) / n
        row = []
        for y, z in outline:
            pinch = 1 - 0.22 * max(0.0, 1 - edge / 0.03)
            mid = (math.floor(z / pitch) + 0.5) * pitch
            zz = mid + (z - mid) * pinch
            sag = slack * (noise.noise(Vector((x * 1.1, y * 1.1, z * 2)) + off) + 0.5 * noise.noise(Vector((x * 3, y * 3, z * 4)) + off))
            row.append((x + 0.02 * noise.noise(Vector((z * 9, y * 1.5, 5 if i > n / 2 else 1)) + off), y, max(zz + sag * (0.4 + zz / top), 0.002)))
        rows.append(row)
    thing = sh.skin(rows, surface, around=True)
    m = len(outline)
    half = m // 2
    ends = []
    for base, flip in ((0, False), (n * m, True)):
        for i in range(half - 1):
            q = (base + i, base + i + 1, base + m - 2 - i, base + m - 1 - i)
            ends.append(q[::-1] if flip else q)
    verts = [tuple(v.co) for v in thing.data.vertices]
    return [thing, sh.mesh("ends", verts, ends, surface)]


def rolled(w, turns, thick, surface, ends_surface):
    """A rolled towel lying along x; its spiral shows at the ends."""
    line = []
    for k in range(int(turns * 36) + 1):
        a = math.tau * k / 36
        r = 0.06 + thick * 1.2 * a / math.tau
        line.append(Vector((r * math.cos(a), r * math.sin(a))))
    radius = line[-1].length + thick / 2
    left, right = [], []
    for i, p in enumerate(line):
        run = (line[min(i + 1, len(line) - 1)] - line[max(i - 1, 0)]).normalized()
        side = Vector((-run.y, run.x)) * thick / 2
        left.append(p + side)
        right.append(p - side)
    outline, rows, n = left + right[::-1], [], 30
    for i in range(n + 1):
        x = (i / n - 0.5) * w
        rows.append([(x + 0.05 * (q.length / radius - 0.6) * (1 if i > n / 2 else -1) * abs(2 * i / n - 1) ** 6 * -1,
                      q.x, q.y + radius) for q in outline])
    thing = sh.skin(rows, surface, around=True)
    m, half, ends = len(outline), len(outline) // 2, []
    for base, flip in ((0, False), (n * m, True)):
        for i in range(half - 1):
            quad = (base + i, base + i + 1, base + m - 2 - i, base + m - 1 - i)
            ends.append(quad[::-1] if flip else quad)
    return [thing, sh.mesh("ends", [tuple(v.co) for v in thing.data.vertices], ends, ends_surface)]


def hung(w, drop, surface, rod=0.06, seed=1, folds=3.2, deep=0.07):
    """A cloth over a rod at the origin (the rod along x): the front panel falls with gentle folds."""
    rows, n, off = [], 90, seed * 5.7
    path = [(0.14, -drop * 0.86 + drop * 0.86 * k / 30) for k in range(31)]
    path += [(rod * 1.25 * math.cos(math.pi * k / 10), rod * 1.25 * math.sin(math.pi * k / 10)) for k in range(1, 10)]
    path += [(-rod * 1.25, -drop * k / 60) for k in range(61)]
    for y, z in path:
        row = []
        for i in range(n + 1):
            u = i / n - 0.5
            low = max(0.0, -z / drop)
            wave = math.sin(u * folds * math.tau + off + 0.5 * math.sin(u * 9 + off)) * 0.6 + noise.noise((u * 4, off, low)) * 0.7
            amp = deep * (0.25 + 0.75 * low) * min(1.0, low * 6)
            way = -1 if y < 0 else 0.5
            row.append((u * w * (1 - 0.05 * low) + 0.02 * noise.noise((low * 3, u * 2, off)), y + way * amp * (wave + 0.9), z))
        rows.append(row)
    thing = sh.skin(rows, surface)
    body = thing.modifiers.new("body", "SOLIDIFY")
    body.thickness = 0.014
    return thing


def cushion(size, surface, seed=1, frames=34, pressure=5.5):
    """Two squares of cloth sewn along their edges and blown up: the wrinkles come by themselves."""
    n = 64
    spots, index, faces = [], {}, []
    for side in (1, -1):
        for j in range(n + 1):
            for i in range(n + 1):
                rim = i in (0, n) or j in (0, n)
                if side == -1 and rim:
                    index[(side, i, j)] = index[(1, i, j)]
                    continue
                index[(side, i, j)] = len(spots)
                k = noise.noise((i * 0.11, j * 0.11, seed * 3.3 + side)) * 0.006
                spots.append(((i / n - 0.5) * size, (j / n - 0.5) * size, 0 if rim else side * 0.012 + k))
        for j in range(n):
            for i in range(n):
                q = [index[(side, *c)] for c in ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1))]
                faces.append(tuple(q if side == 1 else q[::-1]))
    thing = sh.mesh("cushion", spots, faces, surface)
    layer = thing.data.uv_layers.new(name="uv")
    for loop in thing.data.loops:
        x, y, _ = spots[loop.vertex_index]
        layer.data[loop.index].uv = (x / size + 0.5, y / size + 0.5)
    soft = thing.modifiers.new("cloth", "CLOTH")
    c = soft.settings
    c.quality, c.mass = 5, 0.3
    c.tension_stiffness = c.compression_stiffness = 18
    c.shear_stiffness, c.bending_stiffness = 8, 0.6
    c.use_pressure, c.uniform_pressure_force = True, pressure
    c.effector_weights.gravity = 0.0
    c.shrink_min = -0.02
    soft.collision_settings.use_collision = False
    scene = bpy.context.scene
    scene.frame_start, scene.frame_end = 1, frames
    for frame in range(1, frames + 1):
        scene.frame_set(frame)
    shape = bpy.data.meshes.new_from_object(thing.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    thing.modifiers.clear()
    thing.data = shape
    scene.frame_set(1)
    finer = thing.modifiers.new("finer", "SUBSURF")
    finer.levels = finer.render_levels = 1
    return thing
