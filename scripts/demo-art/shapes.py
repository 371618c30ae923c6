"""Forms: everything in the pictures is one of these, in decimetres, z up, the camera looking along +y."""

import math
import random

import bpy
import numpy as np
from mathutils import Euler, Matrix, Vector, noise


def spline(points, per=10):
    """A Catmull-Rom curve through `points` (tuples of any size); straight if there are only two."""
    pts = [Vector(p) for p in points]
    if len(pts) < 3:
        return pts
    ends = [pts[0] * 2 - pts[1], *pts, pts[-1] * 2 - pts[-2]]
    curve = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:]):
        for i in range(per):
            t = i / per
            curve.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t
                                + (3 * b - a - 3 * c + d) * t ** 3))
    return curve + [pts[-1]]


def mesh(name, verts, faces, surface, smooth=True):
    """A new object in the scene."""
    data = bpy.data.meshes.new(name)
    data.from_pydata([tuple(v) for v in verts], [], faces)
    if smooth:
        data.polygons.foreach_set("use_smooth", [True] * len(data.polygons))
    data.validate()
    data.update()
    thing = bpy.data.objects.new(name, data)
    if surface:
        data.materials.append(surface)
    bpy.context.collection.objects.link(thing)
    return thing


def skin(rows, surface, around=False, along=False, name="skin"):
    """A sheet over equal rows of points; `around` joins each row's ends, `along` the last row to the first."""
    height, width = len(rows), len(rows[0])
    faces = []
    for j in range(height if along else height - 1):
        for i in range(width if around else width - 1):
            k, m = (i + 1) % width, (j + 1) % height
            faces.append((j * width + i, j * width + k, m * width + k, m * width + i))
    thing = mesh(name, [p for row in rows for p in row], faces, surface)
    layer = thing.data.uv_layers.new(name="uv")
    corners = []
    for j in range(height if along else height - 1):
        for i in range(width if around else width - 1):
            for x, y in ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)):
                corners += [x / (width - (0 if around else 1)), y / (height - (0 if along else 1))]
    if len(corners) == len(layer.data) * 2:
        layer.data.foreach_set("uv", corners)
    return thing


def lathe(profile, surface, steps=112, wobble=0.0, name="lathe"):
    """A body of revolution; profile = [(radius, height)], `wobble` = how far the potter's hand strayed."""
    seed = random.random() * 50
    rows = []
    for r, z in profile:
        row = []
        for i in range(steps):
            a = math.tau * i / steps
            stray = wobble * noise.noise((math.cos(a) * 1.3 + seed, math.sin(a) * 1.3, z * 2.2)) if wobble else 0
            q = max(r, 1e-4) * (1 + stray)
            row.append((q * math.cos(a), q * math.sin(a), z))
        rows.append(row)
    return skin(rows, surface, around=True, name=name)


def vessel(outer, wall, surface, floor=0.06, wobble=0.0, lip=1.0, name="vessel"):
    """A hollow body: outer = [(radius, height)] from foot to lip; the inner wall and the round lip are added."""
    body = [Vector((p[0], p[1])) for p in spline(outer, 12)]
    inner = []
    for i, p in enumerate(body):
        before, after = body[max(i - 1, 0)], body[min(i + 1, len(body) - 1)]
        run = (after - before).normalized()
        q = p + Vector((-run.y, run.x)) * wall
        if q.y > body[0].y + floor + wall * 0.6 and q.x > 0.02:
            inner.append(q)
    top, run = body[-1], (body[-1] - body[-2]).normalized()
    side = Vector((-run.y, run.x))
    rim = [top + side * wall / 2 - side * math.cos(t) * wall / 2 + run * math.sin(t) * wall / 2 * lip
           for t in (math.pi * k / 8 for k in range(1, 8))]
    base = body[0]
    foot = [Vector((0.001, base.y + 0.03)), Vector((base.x * 0.72, base.y + 0.03)),
            Vector((base.x * 0.76, base.y + 0.004)), Vector((base.x * 0.8, base.y)), Vector((base.x * 0.96, base.y))]
    low = inner[0]
    well = base.y + floor
    bowl = spline([low, Vector((low.x * 0.86, well + (low.y - well) * 0.35)), Vector((low.x * 0.55, well + 0.006)),
                   Vector((0.001, well))], 6)
    return lathe(foot + body + rim + inner[::-1] + bowl[1:], surface, wobble=wobble, name=name)


def inside(outer, wall, level, floor=0.06):
    """The profile of what stands in a vessel up to `level`: a closed body, just inside the wall."""
    body = [Vector((p[0], p[1])) for p in spline(outer, 12)]
    side = [Vector((p.x - wall * 1.02, p.y)) for p in body if body[0].y + floor + wall < p.y < level]
    edge = side[-1].x
    return ([Vector((0.001, body[0].y + floor)), Vector((side[0].x * 0.85, body[0].y + floor + 0.004))] + side
            + [Vector((edge, level)), Vector((edge - 0.015, level - 0.006)), Vector((0.001, level - 0.006))])


def tube(path, radius, surface, per=10, ring=28, flat=1.0, name="tube"):
    """A swept tube along points; `radius` a number or a function of 0..1; `flat` squeezes its height."""
    curve = [Vector(p) for p in spline(path, per)]
    rows, up = [], Vector((0, 0, 1))
    start = (curve[1] - curve[0]).normalized()
    if abs(start.dot(up)) > 0.9:
        up = Vector((0, 1, 0))
    normal = (up - start * up.dot(start)).normalized()
    for i, p in enumerate(curve):
        run = (curve[min(i + 1, len(curve) - 1)] - curve[max(i - 1, 0)]).normalized()
        normal = (normal - run * normal.dot(run)).normalized()
        other = run.cross(normal)
        r = radius(i / (len(curve) - 1)) if callable(radius) else radius
        rows.append([p + normal * math.cos(a) * r * flat + other * math.sin(a) * r
                     for a in (math.tau * k / ring for k in range(ring))])
    rows = [[curve[0]] * ring, *rows, [curve[-1]] * ring]
    return skin(rows, surface, around=True, name=name)


def block(size, surface, edge=0.03, at=(0, 0, 0), turn=0.0, cuts=4, name="block"):
    """A box standing on `at` with rounded edges."""
    x, y, z = size
    corners = [(sx * x / 2, sy * y / 2, h) for h in (0, z) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    thing = mesh(name, corners, faces, surface)
    round_off = thing.modifiers.new("edge", "BEVEL")
    round_off.width, round_off.segments = edge, cuts
    round_off.harden_normals = True
    thing.location, thing.rotation_euler = at, (0, 0, math.radians(turn))
    return thing


def warp(thing, change):
    """Moves every vertex: change(Vector) -> Vector, in the thing's own space."""
    for v in thing.data.vertices:
        v.co = change(v.co.copy())
    thing.data.update()
    return thing


def put(things, at=(0, 0, 0), turn=0.0, tilt=(0, 0), scale=1.0):
    """Moves things together, as one; tilt = (about x, about y), degrees."""
    if not isinstance(things, (list, tuple)):
        things = [things]
    move = (Matrix.Translation(at) @ Matrix.Rotation(math.radians(turn), 4, "Z")
            @ Euler((math.radians(tilt[0]), math.radians(tilt[1]), 0)).to_matrix().to_4x4() @ Matrix.Scale(scale, 4))
    for thing in things:
        thing.matrix_world = move @ thing.matrix_basis
    return things


def many(kinds, places, surface, name="many"):
    """One mesh of many small pieces: kinds = [(verts, faces)], places = [(kind, Matrix)]."""
    verts, faces, base = [], [], 0
    for kind, place in places:
        v, f = kinds[kind]
        m = np.array(place)
        verts.append(np.asarray(v) @ m[:3, :3].T + m[:3, 3])
        faces += [tuple(i + base for i in face) for face in f]
        base += len(v)
    return mesh(name, np.concatenate(verts), faces, surface)


def piece(rows, around=False):
    """(verts, faces) of a small sheet, for `many`."""
    h, w = len(rows), len(rows[0])
    faces = [(j * w + i, j * w + (i + 1) % w, (j + 1) * w + (i + 1) % w, (j + 1) * w + i)
             for j in range(h - 1) for i in range(w if around else w - 1)]
    return [tuple(p) for row in rows for p in row], faces


def spin(rng, at, scale=1.0, flatness=math.pi):
    """A random placement; `flatness` = the greatest tilt from lying flat, radians."""
    tilt = Euler((rng.uniform(-flatness, flatness), rng.uniform(-flatness, flatness), 0)).to_matrix().to_4x4()
    return (Matrix.Translation(at) @ Matrix.Rotation(rng.uniform(0, math.tau), 4, "Z") @ tilt
            @ Matrix.Scale(scale, 4))
