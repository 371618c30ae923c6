"""What is printed or painted on labels and porcelain: small drawings computed as masks (white = ink)."""

import math

import bpy
import numpy as np


def canvas(wide=512, high=512):
    """Coordinates of a picture: x to the right, y upwards, both from 0; the longer the side the larger its end."""
    y, x = np.mgrid[0:high, 0:wide] / min(wide, high)
    return x, y


def image(name, mask):
    """A mask (rows from the bottom) as a Blender image."""
    high, wide = mask.shape
    picture = bpy.data.images.new(name, wide, high)
    picture.colorspace_settings.name = "Non-Color"
    m = np.clip(mask, 0, 1).astype(np.float32)
    picture.pixels.foreach_set(np.stack([m, m, m, np.ones_like(m)], axis=-1).ravel())
    picture.pack()
    return picture


def soft(distance, blur=0.006):
    """Ink where the distance is below zero, with a soft edge."""
    return np.clip(0.5 - distance / blur, 0, 1)


def stroke(x, y, a, b, wide):
    """A brush stroke from a to b, thin at its ends."""
    px, py, dx, dy = x - a[0], y - a[1], b[0] - a[0], b[1] - a[1]
    t = np.clip((px * dx + py * dy) / (dx * dx + dy * dy), 0, 1)
    return soft(np.hypot(px - t * dx, py - t * dy) - wide * (0.35 + 0.65 * np.sin(np.pi * (0.1 + 0.85 * t))))


def blade(x, y, root, angle, long, wide):
    """One leaf, pointed at both ends."""
    c, s = math.cos(angle), math.sin(angle)
    u, v = (x - root[0]) * c + (y - root[1]) * s, -(x - root[0]) * s + (y - root[1]) * c
    t = np.clip(u / long, 0, 1)
    return np.where((u > 0) & (u < long), soft(np.abs(v) - wide * np.sin(np.pi * t) * (1.1 - 0.5 * t)), 0)


def mountains(wide=512, high=512, lift=0.0):
    """Three washes of hills."""
    x, y = canvas(wide, high)
    mask = np.zeros_like(x)
    for k, (base, rise, tone) in enumerate(((0.46, 0.15, 0.35), (0.36, 0.13, 0.6), (0.25, 0.10, 1.0))):
        ridge = base + lift + rise * (0.6 * np.sin(x * 5.1 + k * 2.3) + 0.4 * np.sin(x * 11.7 + k * 4.1 + 1))
        fade = np.clip((y - (ridge - 0.26)) / 0.26, 0, 1) ** 1.3
        mask = np.maximum(mask, soft(y - ridge) * fade * tone)
    return mask


def sun(wide=512, high=512, at=(0.68, 0.72), r=0.09):
    x, y = canvas(wide, high)
    return soft(np.hypot(x - at[0], y - at[1]) - r)


def sprig(wide=512, high=512, tilt=0.25, pairs=5, fruit=False):
    """A twig with leaves in pairs."""
    x, y = canvas(wide, high)
    cx = wide / min(wide, high) / 2
    a, b = (cx - 0.18 * tilt * 4, 0.12), (cx + 0.14 * tilt * 4, 0.86)
    mask = stroke(x, y, a, b, 0.010)
    for i in range(pairs):
        t = 0.18 + 0.8 * i / pairs
        root = (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
        along = math.atan2(b[1] - a[1], b[0] - a[0])
        for side in (-1, 1):
            mask = np.maximum(mask, blade(x, y, root, along + side * (0.85 - 0.1 * i), 0.25 - 0.022 * i, 0.045))
    return mask


def blossom(wide=512, high=512):
    """A bare branch with five-petalled flowers."""
    x, y = canvas(wide, high)
    knots = [(0.08, 0.20), (0.30, 0.36), (0.45, 0.40), (0.66, 0.60), (0.90, 0.70)]
    mask = np.zeros_like(x)
    for i, (a, b) in enumerate(zip(knots, knots[1:])):
        mask = np.maximum(mask, stroke(x, y, a, b, 0.022 - 0.004 * i))
    mask = np.maximum(mask, stroke(x, y, (0.45, 0.40), (0.58, 0.26), 0.010))
    mask = np.maximum(mask, stroke(x, y, (0.30, 0.36), (0.34, 0.62), 0.011))
    for cx, cy, r in ((0.34, 0.66, 0.09), (0.62, 0.66, 0.10), (0.60, 0.25, 0.07), (0.84, 0.76, 0.07), (0.20, 0.36, 0.06)):
        for k in range(5):
            t = math.tau * k / 5 + cx * 7
            mask = np.maximum(mask, 0.75 * soft(np.hypot(x - cx - r * 0.62 * math.cos(t), y - cy - r * 0.62 * math.sin(t)) - r * 0.42))
        mask = np.where(np.hypot(x - cx, y - cy) < r * 0.22, 0.1, mask)
    return mask


def waves(wide=512, high=512, rows=5):
    """Overlapping scales of water."""
    x, y = canvas(wide, high)
    step = 1.0 / rows
    mask = np.zeros_like(x)
    for row in range(rows * 2 + 2, -1, -1):
        cx = (np.round(x / step - (row % 2) * 0.5) + (row % 2) * 0.5) * step
        d = np.hypot(x - cx, y - row * step * 0.5 + step * 0.5)
        rings = soft(np.abs(np.mod(d, step / 6) - step / 12) - step * 0.012)
        mask = np.where(d < step * 0.5, rings * (d > step * 0.12), mask)
    return mask


def frame(wide=512, high=512, inset=0.05, line=0.008):
    """A thin line along the edge."""
    x, y = canvas(wide, high)
    right, top = wide / min(wide, high), high / min(wide, high)
    edge = np.minimum(np.minimum(x, right - x), np.minimum(y, top - y))
    return soft(np.abs(edge - inset) - line, 0.004)
