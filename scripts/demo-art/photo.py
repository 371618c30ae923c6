"""The list of pictures: each scene file adds its own with `photo`."""

import random
import zlib

import bpy

import studio

PHOTOS = {}


def photo(name, stage, size=(1080, 1080), samples=8, light=studio.daylight, floor=None, power=1.0, room=None,
          **camera):
    """Registers a scene: the function builds what stands on the stage; floor = a colour or a function that makes
    a surface, room = what is different about the backdrop, camera = what `studio.camera` takes."""

    def keep(build):
        PHOTOS[name] = (build, stage, size, samples, light, floor, power, room or {}, camera)
        return build

    return keep


def shoot(name, path, small=1.0):
    """Builds and renders one picture to `path` (PNG); `small` < 1 for a quick look."""
    build, stage, size, samples, light, floor, power, room, camera = PHOTOS[name]
    random.seed(zlib.crc32(name.encode()))
    studio.clear()
    studio.settings(tuple(int(s * small) for s in size), samples)
    studio.backdrop(floor or studio.STAGES[stage], **room)
    light(power)
    build()
    bpy.context.view_layer.update()
    studio.camera(**camera)
    bpy.context.scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)
