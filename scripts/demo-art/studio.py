"""The studio: one backdrop per category, the same window light from the left, a camera that frames what stands there."""

import math
import random

import bpy
from mathutils import Vector

from surfaces import Surface, rgb

# floor colour and the wall's tint above it, by category
STAGES = {
    "tea": "#d1dcbd",
    "cups": "#cddee4",
    "home": "#eedabe",
    "sweets": "#f1d3c5",
}


def clear():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    world = bpy.data.worlds.new("room")
    bpy.context.scene.world = world
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = rgb("#eef0f2")
    world.node_tree.nodes["Background"].inputs[1].default_value = 0.35


def settings(size=(1080, 1080), samples=10):
    s = bpy.context.scene
    s.render.engine = "CYCLES"
    c = s.cycles
    c.samples, c.use_adaptive_sampling, c.use_light_tree = samples, False, False
    c.sampling_pattern = "BLUE_NOISE"
    c.use_denoising, c.denoiser, c.denoising_prefilter = True, "OPENIMAGEDENOISE", "FAST"
    c.max_bounces, c.diffuse_bounces, c.glossy_bounces, c.transmission_bounces = 16, 2, 4, 14
    c.caustics_reflective = c.caustics_refractive = False
    c.transparent_max_bounces = 32
    c.sample_clamp_indirect, c.seed = 4.0, 7
    s.render.resolution_x, s.render.resolution_y = size
    s.render.image_settings.file_format = "PNG"
    s.view_settings.view_transform = "AgX"
    s.view_settings.look = "AgX - Medium High Contrast"
    s.view_settings.exposure = 0.7


def backdrop(colour, near=-14.0, far=6.0, bend=3.2, top=16.0, half=26.0):
    """A paper sweep: floor, a wide curve, wall; colour = text, or a function that makes a surface."""
    profile = [(near, 0.0), (far - bend, 0.0)]
    profile += [(far - bend + bend * math.sin(t), bend - bend * math.cos(t))
                for t in (math.pi / 2 * k / 24 for k in range(1, 25))]
    profile.append((far, top))
    verts = [(x, y, z) for y, z in profile for x in (-half, half)]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(profile) - 1)]
    data = bpy.data.meshes.new("backdrop")
    data.from_pydata(verts, [], faces)
    data.polygons.foreach_set("use_smooth", [True] * len(faces))
    if callable(colour):
        data.materials.append(colour())
    else:
        s = Surface("sweep")
        s.tree.links.new(s.node("BsdfDiffuse", Color=rgb(colour)), s.out.inputs[0])
        data.materials.append(s.material)
    thing = bpy.data.objects.new("backdrop", data)
    thing["stage"] = True
    bpy.context.collection.objects.link(thing)
    return thing


def lamp(at, towards, size, power, colour="#ffffff", shape="RECTANGLE", tall=None, glossy=True):
    light = bpy.data.lights.new("lamp", "AREA")
    light.shape, light.size, light.size_y = shape, size, tall or size
    light.energy, light.color = power, rgb(colour)[:3]
    thing = bpy.data.objects.new("lamp", light)
    thing.location = at
    thing.rotation_euler = (Vector(towards) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    thing.visible_glossy = glossy
    bpy.context.collection.objects.link(thing)
    return thing


def daylight(power=1.0):
    """A tall window to the left and a little behind, a pale reflector to the right, a faint front fill."""
    lamp((-6.0, 2.5, 5.0), (0, 0, 0.4), 2.6, 1000 * power, "#fff0dc", tall=4.0)
    lamp((7.0, -2.5, 4.0), (0, 0, 0.6), 5.0, 95 * power, "#dfe9ff", tall=5.0)
    lamp((-1.5, -8.0, 6.0), (0, 0, 0.4), 5.0, 110 * power, "#fffaf2", tall=3.0)


def softlight(power=1.0):
    """Two windows: for dark and for white things, which need light from both sides."""
    lamp((-5.0, -1.0, 5.0), (0, 0, 0.4), 2.6, 700 * power, "#fff0dc", tall=4.0)
    lamp((5.0, 2.5, 5.0), (0, 0, 0.6), 3.0, 260 * power, "#e6eeff", tall=4.0)


def sunlight(power=1.0, blur=2.4, at=(-5.0, -2.2, 4.6), leaves=True):
    """Morning sun through a plant on the sill: soft-edged shadows, for the pictures of use."""
    sun = bpy.data.lights.new("sun", "SUN")
    sun.energy, sun.angle, sun.color = 3.6 * power, math.radians(blur), rgb("#ffe3bd")[:3]
    thing = bpy.data.objects.new("sun", sun)
    thing.rotation_euler = (-Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(thing)
    lamp((-6.5, 1.0, 6.5), (0, 0, 0.6), 4.2, 150, "#f4f6ff", tall=5.0)
    lamp((6.0, -5.0, 4.0), (0, 0, 0.6), 6.0, 90, "#e8eeff", tall=5.0)
    if leaves:
        sill(Vector(at))


def sill(towards):
    """The plant itself, out of the picture: two sprigs of leaves between the sun and the wall."""
    rng = random.Random(11)
    side = towards.cross(Vector((0, 0, 1))).normalized()
    up = side.cross(towards).normalized()
    for root, lean in (((-1.5, 3.2), 0.35), ((1.3, 4.4), -0.3)):
        for i in range(11):
            along = i * 0.42
            for flip in (-1, 1):
                centre = towards * 0.75 + side * (root[0] + lean * along + 0.3 * math.sin(along) + flip * 0.3) + up * (root[1] - along)
                turn = flip * rng.uniform(0.5, 1.0) + math.pi
                long, wide = rng.uniform(0.6, 0.85), rng.uniform(0.16, 0.24)
                ring = []
                for k in range(20):
                    t = math.tau * k / 20
                    x, y = math.sin(t) * wide * (1 - 0.35 * math.cos(t)), math.cos(t) * long / 2
                    ring.append(centre + side * (x * math.cos(turn) - y * math.sin(turn))
                                + up * (x * math.sin(turn) + y * math.cos(turn)))
                data = bpy.data.meshes.new("leaf")
                data.from_pydata([tuple(p) for p in ring], [], [tuple(range(20))])
                leaf = bpy.data.objects.new("leaf", data)
                leaf["stage"] = True
                leaf.visible_camera = leaf.visible_glossy = leaf.visible_transmission = False
                bpy.context.collection.objects.link(leaf)


def corners():
    """World points of everything that is not stage."""
    bpy.context.view_layer.update()
    points = []
    for thing in bpy.context.scene.objects:
        if thing.type == "MESH" and not thing.get("stage"):
            data = thing.data.vertices
            step = max(1, len(data) // 400)
            points += [thing.matrix_world @ data[i].co for i in range(0, len(data), step)]
    return points


def camera(pitch=20.0, yaw=0.0, fill=0.68, lens=85.0, aim=None, distance=None, lift=0.0, focus=None, fstop=None):
    """Frames the goods so that they take `fill` of the picture; or looks at `aim` from `distance`."""
    data = bpy.data.cameras.new("camera")
    data.lens, data.sensor_width, data.clip_end = lens, 36.0, 200.0
    thing = bpy.data.objects.new("camera", data)
    bpy.context.collection.objects.link(thing)
    bpy.context.scene.camera = thing
    p, y = math.radians(pitch), math.radians(yaw)
    back = Vector((math.sin(y) * math.cos(p), -math.cos(y) * math.cos(p), math.sin(p)))
    turn = (-back).to_track_quat("-Z", "Y")
    right, up = turn @ Vector((1, 0, 0)), turn @ Vector((0, 1, 0))
    s = bpy.context.scene.render
    half = 18.0 / lens
    tall = half * s.resolution_y / s.resolution_x
    if s.resolution_y > s.resolution_x:
        half, tall = half * s.resolution_x / s.resolution_y, half
    if aim is None:
        points = corners()
        aim, distance = sum(points, Vector()) / len(points), 10.0
        for _ in range(12):
            seen = []
            for q in points:
                d = q - (aim + back * distance)
                deep = max(-d.dot(back), 0.1)
                seen.append((d.dot(right) / deep / half, d.dot(up) / deep / tall))
            left, rightmost = min(a for a, _ in seen), max(a for a, _ in seen)
            low, high = min(b for _, b in seen), max(b for _, b in seen)
            aim = aim + right * (left + rightmost) / 2 * half * distance + up * (low + high) / 2 * tall * distance
            distance *= max((rightmost - left) / 2, (high - low) / 2) / fill
        aim = aim + up * lift
    aim = Vector(aim)
    thing.location = aim + back * distance
    thing.rotation_euler = turn.to_euler()
    if fstop:
        data.dof.use_dof = True
        data.dof.focus_distance = (thing.location - Vector(focus)).length if focus else distance
        data.dof.aperture_fstop = fstop
    return thing
