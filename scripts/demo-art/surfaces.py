"""Materials: glaze, clay, wood, linen, glass, paper, metal, all computed, no picture files."""

import bpy


def rgb(text):
    """'#rrggbb' as linear light."""
    parts = [int(text[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts) + (1.0,)


class Surface:
    """A Principled material being built: nodes are added and joined by short calls."""

    def __init__(self, name, colour="#808080", rough=0.5, **inputs):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.base = self.tree.nodes["Principled BSDF"]
        self.out = self.tree.nodes["Material Output"]
        self.set("Base Color", rgb(colour) if isinstance(colour, str) else colour)
        self.set("Roughness", rough)
        for key, value in inputs.items():
            self.set(key.replace("_", " "), value)

    def set(self, key, value):
        if hasattr(value, "is_output"):
            self.tree.links.new(value, self.base.inputs[key])
        else:
            self.base.inputs[key].default_value = value

    def node(self, kind, out=0, **inputs):
        """Adds a node, sets attributes (`a_x=`) and inputs by name or, `i0=`, by place; gives an output."""
        node = self.tree.nodes.new("ShaderNode" + kind)
        for key, value in inputs.items():
            if key.startswith("a_"):
                setattr(node, key[2:], value)
        for key, value in inputs.items():
            if key.startswith("a_"):
                continue
            place = int(key[1:]) if key[0] == "i" and key[1:].isdigit() else key.replace("_", " ")
            if hasattr(value, "is_output"):
                self.tree.links.new(value, node.inputs[place])
            else:
                node.inputs[place].default_value = value
        return node.outputs[out]

    def where(self, stretch=(1, 1, 1), kind="Object", turn=(0, 0, 0)):
        """Texture coordinates, stretched and turned."""
        return self.node("Mapping", i0=self.node("TexCoord", kind), Scale=stretch, Rotation=turn)

    def noise(self, scale, detail=3.0, rough=0.55, at=None, out=0):
        return self.node("TexNoise", out, Vector=at or self.where(), Scale=scale, Detail=detail, Roughness=rough)

    def ramp(self, value, *stops):
        """stops = (position, colour as text or grey as a number)."""
        node = self.tree.nodes.new("ShaderNodeValToRGB")
        self.tree.links.new(value, node.inputs[0])
        marks = node.color_ramp.elements
        while len(marks) < len(stops):
            marks.new(0.5)
        for mark, (place, colour) in zip(marks, stops):
            mark.position = place
            mark.color = rgb(colour) if isinstance(colour, str) else (colour, colour, colour, 1)
        return node.outputs[0]

    def mix(self, amount, a, b, how="MIX"):
        a = rgb(a) if isinstance(a, str) else a
        b = rgb(b) if isinstance(b, str) else b
        return self.node("Mix", 2, a_data_type="RGBA", a_blend_type=how, i0=amount, i6=a, i7=b)

    def maths(self, how, a, b=0.0):
        return self.node("Math", a_operation=how, i0=a, i1=b)

    def bump(self, height, strength=0.3, distance=0.02, over=None):
        extra = {"Normal": over} if over is not None else {}
        return self.node("Bump", Height=height, Strength=strength, Distance=distance, **extra)

    def decal(self, print_, centre, width):
        """Where ink lies: a print laid on from the front, `width` wide around (x, z)."""
        x, y, z = (self.node("SeparateXYZ", i, Vector=self.where()) for i in range(3))
        u = self.maths("ADD", self.maths("DIVIDE", self.maths("SUBTRACT", x, centre[0]), width), 0.5)
        v = self.maths("ADD", self.maths("DIVIDE", self.maths("SUBTRACT", z, centre[1]), width), 0.5)
        ink = self.ink(print_, self.node("CombineXYZ", X=u, Y=v))
        return self.maths("MULTIPLY", ink, self.maths("LESS_THAN", y, 0.0))

    def ink(self, print_, at=None):
        """A print (see prints.py) as a mask; by default over the whole of the thing's own surface."""
        return self.node("TexImage", a_image=print_, a_extension="CLIP", Vector=at or self.where(kind="UV"))

    def ghost(self, tint=(1, 1, 1, 1)):
        """Shadow rays pass, tinted: light falls through glass without caustics."""
        clear = self.node("BsdfTransparent", Color=tint)
        shadow = self.node("LightPath", "Is Shadow Ray")
        mixed = self.node("MixShader", i0=shadow, i1=self.base.outputs[0], i2=clear)
        self.tree.links.new(mixed, self.out.inputs[0])
        return self


def glaze(colour, deep=None, rough=0.12, speckle=0.0, iron="#5a4430", pool=0.6, rim=None, bare=None, decal=None):
    """Ceramic glaze: soft colour clouds, deeper where it ran, iron specks; rim, bare = (height, colour):
    above the first the glaze is thin, below the second the foot is left unglazed; decal = (ink, print, centre, width)."""
    s = Surface("glaze", colour, rough, Coat_Weight=0.5, Coat_Roughness=0.03)
    cloud = s.noise(2.0, 4)
    tone = s.mix(s.ramp(cloud, (0.38, 0.0), (0.66, pool)), colour, deep or colour)
    if speckle:
        dots = s.node("TexVoronoi", Vector=s.where(), Scale=22.0, Randomness=1.0)
        sizes = s.node("TexWhiteNoise", Vector=s.node("TexVoronoi", 2, Vector=s.where(), Scale=22.0, Randomness=1.0))
        size = s.maths("MULTIPLY", s.maths("POWER", sizes, 5.0), speckle)
        tone = s.mix(s.ramp(s.maths("SUBTRACT", dots, size), (0.0, 0.85), (0.06, 0.0)), tone, iron)
    high = s.node("SeparateXYZ", 2, Vector=s.where())
    high = s.maths("ADD", high, s.maths("MULTIPLY", s.noise(3, 2), 0.03))
    normal = s.bump(s.noise(4, 2), 0.10, 0.03)
    if decal:
        tone = s.mix(s.decal(*decal[1:]), tone, decal[0])
    if rim:
        tone = s.mix(s.node("MapRange", Value=high, i1=rim[0], i2=rim[0] + 0.05), tone, rim[1])
    if bare:
        edge = s.node("MapRange", Value=high, i1=bare[0] + 0.012, i2=bare[0])
        sand = s.mix(s.ramp(s.noise(30, 4), (0.35, 0.0), (0.7, 0.5)), bare[1], "#3a2a20")
        tone = s.mix(edge, tone, sand)
        s.set("Roughness", s.node("MapRange", Value=edge, i3=rough, i4=0.8))
        s.set("Coat Weight", s.node("MapRange", Value=edge, i3=0.5, i4=0.0))
    s.set("Base Color", tone)
    s.set("Normal", normal)
    return s.material


def clay(colour, dark, rough=0.62, grain=0.35):
    """Unglazed stoneware: matt, fine sand, the faint rings of the wheel."""
    s = Surface("clay", colour, rough)
    s.set("Base Color", s.mix(s.ramp(s.noise(3, 6), (0.3, 0.0), (0.75, 1.0)), colour, dark))
    rings = s.node("TexWave", "Fac", a_bands_direction="Z", Vector=s.where(), Scale=5.0, Distortion=1.2, Detail=2.0)
    fine = s.bump(s.noise(60, 3), grain, 0.01)
    s.set("Normal", s.bump(rings, 0.06, 0.02, fine))
    s.set("Roughness", s.ramp(s.noise(20, 3), (0.3, rough - 0.1), (0.7, rough + 0.12)))
    return s.material


def wood(light, dark, rough=0.45, along="X", scale=1.0):
    """Oiled wood: wandering growth rings drawn out along the grain, pores, a low sheen."""
    s = Surface("wood", light, rough)
    long = {"X": (0.16, 1.5, 1.5), "Y": (1.5, 0.16, 1.5), "Z": (1.5, 1.5, 0.16)}[along]
    at = s.where(tuple(k * scale for k in long))
    flow = s.noise(1.1, 2, 0.4, at=at)
    years = s.maths("FRACT", s.maths("MULTIPLY", flow, 13.0))
    pores = s.noise(9, 6, 0.7, at=s.where(tuple(k * scale * (1.2 if k < 1 else 5) for k in long)))
    broad = s.noise(1.7, 4, 0.6, at=s.where(tuple(k * scale * (1 if k < 1 else 1.6) for k in long)))
    tone = s.mix(s.ramp(years, (0.0, 0.15), (0.62, 0.32), (0.93, 0.72), (1.0, 0.15)), light, dark)
    tone = s.mix(s.ramp(pores, (0.46, 0.0), (0.72, 0.6)), tone, dark)
    tone = s.mix(s.ramp(broad, (0.35, 0.45), (0.65, 0.0)), tone, light)
    s.set("Base Color", tone)
    s.set("Roughness", s.ramp(pores, (0.3, rough - 0.08), (0.8, rough + 0.2)))
    s.set("Normal", s.bump(pores, 0.12, 0.01))
    return s.material


def table():
    """A pale oak table top, for the pictures of use."""
    return wood("#cdb592", "#a58a66", 0.5, "X", 0.55)


def linen(colour, thread=None, count=46.0, kind="UV", stretch=(1, 1, 1), depth=0.5, fuzz=0.25, band=None):
    """Woven cloth: warp and weft over each other, slubs; `band` = (colour, [(from, to)]) stripes along v."""
    s = Surface("linen", colour, 0.9, Sheen_Weight=fuzz, Sheen_Roughness=0.5)
    at = s.where(stretch, kind)
    slub = s.noise(count * 0.25, 3, at=s.where(tuple(k * w for k, w in zip(stretch, (1, 9, 1))), kind))
    warp = s.node("TexWave", "Fac", a_bands_direction="X", Vector=at, Scale=count, Distortion=0.7, Detail=1.0)
    weft = s.node("TexWave", "Fac", a_bands_direction="Y", Vector=at, Scale=count, Distortion=0.7, Detail=1.0)
    weave = s.maths("MAXIMUM", warp, weft)
    cloth = s.mix(s.ramp(weave, (0.25, 0.55), (0.9, 0.0)), colour, thread or colour)
    cloth = s.mix(s.ramp(slub, (0.45, 0.0), (0.75, 0.35)), cloth, thread or colour)
    if band:
        split = s.node("SeparateXYZ", 1, Vector=s.where((1, 1, 1), kind))
        for start, end in band[1]:
            hit = s.maths("MULTIPLY", s.maths("GREATER_THAN", split, start), s.maths("LESS_THAN", split, end))
            cloth = s.mix(hit, cloth, s.mix(s.ramp(slub, (0.4, 0.0), (0.8, 0.3)), band[0], colour))
    s.set("Base Color", cloth)
    s.set("Normal", s.bump(s.maths("ADD", weave, slub), depth, 0.012))
    return s.material


def glass(tint="#ffffff", rough=0.0, shade=0.9):
    """Clear or tinted glass that lets its shadow be light."""
    s = Surface("glass", tint, rough, Transmission_Weight=1.0, IOR=1.45)
    c = rgb(tint)
    return s.ghost(tuple(shade * k for k in c[:3]) + (1,)).material


def film(tint="#ffffff", strength=1.0):
    """Glass so thin that nothing bends in it: clear in front, a bright outline where it turns away."""
    s = Surface("film", tint, 0.0)
    facing = s.node("LayerWeight", "Facing", Blend=0.5)
    turned = s.maths("POWER", facing, 2.5)
    edge = s.maths("ADD", s.maths("MULTIPLY", turned, 0.75), 0.04)
    shine = s.node("BsdfGlossy", Color=(1, 1, 1, 1), Roughness=0.02)
    clear = s.node("BsdfTransparent", Color=s.mix(s.maths("POWER", facing, 3.0), tint, "#5f7078"))
    amount = s.maths("MULTIPLY", edge, strength)
    camera = s.node("LightPath", "Is Shadow Ray")
    amount = s.maths("MULTIPLY", amount, s.maths("SUBTRACT", 1.0, camera))
    s.tree.links.new(s.node("MixShader", i0=amount, i1=clear, i2=shine), s.out.inputs[0])
    return s.material


def liquid(tint, shade=None):
    """Tea or honey: clear, coloured through and through."""
    s = Surface("liquid", tint, 0.0, Transmission_Weight=1.0, IOR=1.33)
    return s.ghost(rgb(shade or tint)).material


def paper(colour, rough=0.85, fibre=0.15, kraft=None):
    """Uncoated paper or card; `kraft` = the colour of its visible fibres."""
    s = Surface("paper", colour, rough)
    if kraft:
        at = s.where((1, 7, 7))
        s.set("Base Color", s.mix(s.ramp(s.noise(7, 6, 0.7, at), (0.4, 0.0), (0.75, 0.6)), colour, kraft))
    s.set("Normal", s.bump(s.noise(45, 4), fibre, 0.01))
    return s.material


def printed(colour, inks, rough=0.8):
    """Paper with prints on it: inks = [(colour, print)]."""
    s = Surface("printed", colour, rough)
    tone = colour
    for ink, print_ in inks:
        tone = s.mix(s.ink(print_), tone, ink)
    s.set("Base Color", tone)
    s.set("Normal", s.bump(s.noise(45, 4), 0.12, 0.01))
    return s.material


def metal(colour, rough=0.3, brushed=0.1, dull=0.0):
    """Brass, steel, iron."""
    s = Surface("metal", colour, rough, Metallic=1.0)
    grain = s.noise(18, 5, at=s.where((1, 1, 12)))
    s.set("Roughness", s.ramp(grain, (0.3, max(rough - 0.08, 0.02)), (0.75, rough + 0.12)))
    s.set("Normal", s.bump(grain, brushed, 0.005))
    if dull:
        s.set("Metallic", 1 - dull)
    return s.material


def lacquer(colour, rough=0.3, coat=0.3):
    """Painted tin, coated paper: one even colour with a soft sheen."""
    s = Surface("lacquer", colour, rough, Coat_Weight=coat, Coat_Roughness=0.12)
    s.set("Normal", s.bump(s.noise(30, 2), 0.03, 0.01))
    return s.material


def leafy(*colours, rough=0.7, sheen=0.0, glow=0.0):
    """Tea leaves, petals: each piece draws its own tone from the row of colours; glow = light through a thin petal."""
    s = Surface("leafy", colours[0], rough, Sheen_Weight=sheen)
    own = s.node("NewGeometry", "Random Per Island")
    stops = [(i / max(len(colours) - 1, 1), c) for i, c in enumerate(colours)]
    tone = s.ramp(own, *stops)
    s.set("Base Color", s.mix(s.ramp(s.noise(24, 3), (0.35, 0.0), (0.8, 0.35)), tone, colours[0]))
    if glow:
        s.set("Emission Color", tone)
        s.set("Emission Strength", glow)
    return s.material


def wax(colour, rough=0.45, radius=0.15):
    """Wax, sugar, dough: light goes in and comes out softer."""
    s = Surface("wax", colour, rough, Subsurface_Weight=0.6, Subsurface_Scale=radius)
    c = rgb(colour)
    s.set("Subsurface Radius", (1.0, 0.6 * c[1] / max(c[0], 0.05) + 0.2, 0.4))
    s.set("Normal", s.bump(s.noise(16, 4), 0.08, 0.02))
    return s.material
