"""The studio: one backdrop per category, the same window light from the left, a camera that frames what stands there."""

import math

import bpy
from mathutils import Vector

from surfaces import Surface, rgb

# floor colour and the wall's tint above it, by category
STAGES = {
    "tea": "#d9d8c8",
    "cups": "#d3d9db",
    "home": "#e4d6c6",
    "sweets": "#e6d2cc",
}


def clear():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    world = bpy.data.worlds.new("room")
    bpy.context.scene.world = world
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = rgb("#eef0f2")
    world.node_tree.nodes["Background"].inputs[1].default_value = 0.42


def settings(size=(1080, 1080), samples=32):
    s = bpy.context.scene
    s.render.engine = "CYCLES"
    c = s.cycles
    c.samples, c.use_adaptive_sampling, c.adaptive_threshold = samples, True, 0.03
    c.use_denoising, c.denoiser, c.denoising_prefilter = True, "OPENIMAGEDENOISE", "ACCURATE"
    c.max_bounces, c.diffuse_bounces, c.glossy_bounces, c.transmission_bounces = 14, 3, 4, 12
    c.caustics_reflective = c.caustics_refractive = False
    c.sample_clamp_indirect, c.seed = 4.0, 7
    s.render.resolution_x, s.render.resolution_y = size
    s.render.image_settings.file_format = "PNG"
    s.view_settings.view_transform = "AgX"
    s.view_settings.look = "AgX - Medium High Contrast"
    s.view_settings.exposure = 0.25


def backdrop(colour, near=-14.0, far=3.2, bend=3.0, top=16.0, half=26.0, surface=None):
    """A paper sweep: floor, a wide curve, wall."""
    profile = [(near, 0.0), (far - bend, 0.0)]
    profile += [(far - bend + bend * math.sin(t), bend - bend * math.cos(t))
                for t in (math.pi / 2 * k / 24 for k in range(1, 25))]
    profile.append((far, top))
    verts = [(x, y, z) for y, z in profile for x in (-half, half)]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(profile) - 1)]
    data = bpy.data.meshes.new("backdrop")
    data.from_pydata(verts, [], faces)
    data.polygons.foreach_set("use_smooth", [True] * len(faces))
    if surface is None:
        s = Surface("sweep", colour, 0.95)
        s.set("Specular IOR Level", 0.2)
        s.set("Normal", s.bump(s.noise(30, 4), 0.04, 0.01))
        surface = s.material
    data.materials.append(surface)
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
    """A tall window to the left and behind, a pale reflector to the right, a faint front fill."""
    lamp((-6.5, 3.0, 6.5), (0, 0, 0.6), 4.2, 900 * power, "#fff4e6", tall=5.0)
    lamp((7.0, -2.5, 4.0), (0, 0, 0.6), 5.0, 120 * power, "#dfe9ff", tall=5.0)
    lamp((-1.5, -8.0, 6.0), (0, 0, 0.4), 5.0, 150 * power, "#fffaf2", tall=3.0)


def sunlight(power=1.0, blur=2.2, at=(-5.5, 2.2, 6.0)):
    """Morning sun through the window: crisp but soft-edged shadows, for the pictures of use."""
    sun = bpy.data.lights.new("sun", "SUN")
    sun.energy, sun.angle, sun.color = 3.4 * power, math.radians(blur), rgb("#ffe9cc")[:3]
    thing = bpy.data.objects.new("sun", sun)
    thing.rotation_euler = (-Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(thing)
    lamp((-6.5, 3.0, 6.5), (0, 0, 0.6), 4.2, 260, "#f4f6ff", tall=5.0)
    lamp((6.0, -5.0, 4.0), (0, 0, 0.6), 6.0, 170, "#e8eeff", tall=5.0)


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
