"""Glass, and the walnut tray that carries everything."""

import math

import shapes as sh
import studio
import surfaces as su
import wares as wa
from photo import photo

TUMBLER = [(0.30, 0.0), (0.36, 0.015), (0.42, 0.10), (0.455, 0.45), (0.47, 0.90)]
HEART = [(0.05, 0.10), (0.20, 0.13), (0.33, 0.28), (0.39, 0.52), (0.455, 0.895)]


def double_wall(level, tea):
    """Two shells of thin glass with air between; the tea seems to float."""
    shell = [(0.001, 0.0)] + [(p.x, p.y) for p in sh.spline(TUMBLER, 12)]
    heart = [(p.x, p.y) for p in sh.spline(HEART, 12)][::-1] + [(0.001, 0.095)]
    clear = su.film("#f4f8f8")
    outer = sh.lathe(shell, clear)
    inner = sh.lathe(heart, clear)
    rim = sh.tube([(0.463 * math.cos(math.tau * k / 24), 0.463 * math.sin(math.tau * k / 24), 0.90) for k in range(25)], 0.010,
                  su.lacquer("#dfe8ea", 0.08), per=4, ring=12)
    drink = [(p.x - 0.006, p.y + 0.005) for p in sh.spline(HEART, 12) if p.y < level]
    edge = drink[-1][0]
    tea_body = sh.lathe([(0.001, 0.105)] + drink + [(edge - 0.012, level - 0.006), (0.001, level - 0.006)], su.wax(tea, 0.06, 0.25))
    return [outer, inner, rim, tea_body]


@photo("double-wall-glass", "cups", floor="#c5d0d3", pitch=15, fill=0.82, samples=12)
def two_glasses():
    sh.put(double_wall(0.72, "#e2962e"), (-0.44, 0.10, 0))
    sh.put(double_wall(0.66, "#98ab3a"), (0.62, -0.2, 0))


PITCHER = [(0.40, 0.0), (0.47, 0.02), (0.56, 0.16), (0.57, 0.38), (0.47, 0.66), (0.41, 0.84), (0.43, 0.98)]


def pitcher(level=0.56, tea="#cf8a34"):
    clear = su.glass()
    body = sh.vessel(PITCHER, 0.02, clear, floor=0.05)

    def lip(v):
        pull = max(0.0, (v.z - 0.72) / 0.26) ** 2 * max(0.0, math.cos(math.atan2(v.y, -v.x))) ** 6 * 0.2
        v.x -= pull
        v.z += pull * 0.12
        return v

    sh.warp(body, lip)
    drink = sh.lathe(sh.inside(PITCHER, 0.0195, level, floor=0.052), su.liquid(tea))
    handle = sh.tube([(0.42, 0, 0.84), (0.66, 0, 0.88), (0.84, 0, 0.68), (0.74, 0, 0.40), (0.55, 0, 0.28)], 0.042, clear)
    return [body, drink, handle]


@photo("glass-pitcher", "cups", floor="#c5d0d3", pitch=17, fill=0.82, samples=12)
def glass_pitcher():
    sh.put(pitcher(), (-0.2, 0.15, 0), turn=-12)
    sh.put(wa.clear_cup(level=0.27, tea="#dca04c"), (0.72, -0.42, 0))


def walnut_tray(w=2.9, d=1.8):
    wood = su.wood("#8a5a38", "#4a2c1a", rough=0.38)
    return wa.tray(w, d, 0.20, wood, wall=0.07, r=0.22, floor=0.08, flare=0.03, soft=0.02)


@photo("walnut-tray", "cups", pitch=44, fill=0.92)
def tray_alone():
    sh.put(walnut_tray(), turn=16)


@photo("walnut-tray-set", "cups", pitch=32, fill=0.92, light=studio.sunlight, floor="#d9d4c8")
def tray_set():
    parts = walnut_tray()
    pot = wa.teapot(su.clay("#9a4f36", "#7a3826", rough=0.42, grain=0.18))
    sh.put(pot, (-0.42, 0.18, 0.08), turn=10, scale=0.82)
    glaze = su.glaze("#9fc0ab", "#6b9a86", rim=(0.39, "#cdd6bd"), bare=(0.05, "#b08a66"))
    cups = []
    for at in ((0.72, 0.42), (0.98, -0.22), (0.30, -0.48)):
        cups += sh.put(wa.cup(glaze, 0.29, "#9a5010", wa.SMALL, 0.026), (*at, 0.08), scale=0.9)
    sh.put(parts + pot + cups, turn=16)


@photo("walnut-tray-grain", "cups", size=(1080, 1350), pitch=40, aim=(0.42, -0.16, 0.12), distance=4.4, light=studio.sunlight, floor="#d9d4c8", fstop=0.35, focus=(0.6, -0.6, 0.1))
def tray_detail():
    sh.put(walnut_tray(), turn=16)
    sh.put(wa.cup(su.glaze("#e6d9c2", "#d2bb96", speckle=0.17, rim=(0.39, "#b07f4e"), bare=(0.05, "#b08a66")), 0.3, "#9a5010", wa.SMALL, 0.026), (0.35, 0.1, 0.08))
