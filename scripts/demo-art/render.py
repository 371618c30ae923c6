"""Runs inside Blender's Python (`pip install bpy`): render.py FOLDER SCALE NAME… draws the named pictures as PNG."""

import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import photo  # noqa: E402
import scenes.cups  # noqa: E402,F401
import scenes.glassware  # noqa: E402,F401
import scenes.textiles  # noqa: E402,F401
import scenes.home  # noqa: E402,F401
import scenes.sweets  # noqa: E402,F401
import scenes.paper  # noqa: E402,F401
import scenes.tea  # noqa: E402,F401

def main():
    folder, scale, names = pathlib.Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
    if names == ["--list"]:
        print("\n".join(photo.PHOTOS))
        return
    for name in names or photo.PHOTOS:
        start, busy = time.time(), time.process_time()
        photo.shoot(name, folder / f"{name}.png", scale)
        print(f"drawn {name} {time.time() - start:.1f} s ({time.process_time() - busy:.0f} s of processor)", file=sys.stderr, flush=True)


main()
