"""Turns goods/*.toml into the two files the shop imports, and checks what stands there."""

import json
import pathlib
import re
import subprocess
import tomllib

HERE = pathlib.Path(__file__).parent
SOURCES = HERE / "goods"
LANGUAGES = {"en": ("usd", 0, "USD"), "zh": ("cny", 1, "CNY")}
MOST_BYTES, MOST_IN_ALL, LEAST_SIDE = 120_000, 3_500_000, 1080


def photo(name):
    return f"photos/{name}.webp"


def shop(source, language):
    """The shop's own part of the file."""
    own = source[language]
    deliveries = [{"free_over": None, **d} for d in own["deliveries"]]
    order = ("kind", "title", "fee", "free_over", "note")
    payments = [{**p, "text": p["text"].strip()} for p in own["payments"]]
    return {
        "name": own["name"], "currency": own["currency"], "locale": language, "notice": own["notice"],
        "about": own["about"], "licence": own["licence"], "logo": source["logo"], "theme": source["theme"],
        "contacts": [{"kind": k, "value": v} for k, v in source["contacts"].items()],
        "unpaid_minutes": source["unpaid_minutes"],
        "deliveries": [{k: d[k] for k in order} for d in deliveries], "payments": payments,
    }


def one(goods, category, language):
    """One of the goods, in one language and its currency."""
    price, place, currency = LANGUAGES[language]
    options = goods.get("options", [])
    names = [{v["key"]: v for v in o["values"]} for o in options]
    variants = []
    for v in goods["variants"]:
        values = [names[i][key] for i, key in enumerate(v["is"])]
        shown = [value["photo"] for value in values if "photo" in value]
        variants.append({
            "sku": v["sku"], "options": {o[language]: value[language] for o, value in zip(options, values, strict=True)},
            "price": {currency: v[price]}, "compare_at": {currency: v["was"][place]} if "was" in v else None,
            "stock": v["stock"], "weight_grams": v["grams"], "photo": photo(shown[0]) if shown else None,
        })
    return {"slug": goods["slug"], "title": goods[language]["title"], "description": goods[language]["text"],
            "category": category, "photos": [photo(p) for p in goods["photos"]],
            "options": [o[language] for o in options], "variants": variants}


def catalogue(language):
    """The whole file of one language."""
    source = tomllib.loads((SOURCES / "shop.toml").read_text("utf-8"))
    goods = []
    for key in source["categories"]:
        listed = tomllib.loads((SOURCES / f"{key}.toml").read_text("utf-8"))["goods"]
        goods += [one(g, source[language]["categories"][key], language) for g in listed]
    return {"shop": shop(source, language), "goods": goods}


def text(language):
    return json.dumps(catalogue(language), ensure_ascii=False, indent=1) + "\n"


def write(folder):
    for language in LANGUAGES:
        (folder / f"goods.{language}.json").write_text(text(language), "utf-8")


def contrast_with_white(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)


def size(path):
    """Width and height of a picture."""
    said = subprocess.run(["identify", "-format", "%w %h", path], capture_output=True, text=True, check=True)
    return tuple(int(n) for n in said.stdout.split())


def faults(folder):
    """Everything that is wrong with the data and the pictures, in sentences."""
    found, used, skus = [], set(), {}
    for language in LANGUAGES:
        path = folder / f"goods.{language}.json"
        if not path.exists() or path.read_text("utf-8") != text(language):
            found.append(f"{path.name} is not what the sources say: run scripts/draw-demo --data")
            continue
        data = json.loads(path.read_text("utf-8"))
        if contrast_with_white(data["shop"]["theme"]) < 4.5:
            found.append(f"{path.name}: white text on the theme colour is hard to read")
        if len(data["goods"]) < 24 or len({g["category"] for g in data["goods"]}) < 4:
            found.append(f"{path.name}: fewer than 24 goods or 4 categories")
        used |= {data["shop"]["logo"]} | {p["qr"] for p in data["shop"]["payments"] if "qr" in p}
        for g in data["goods"]:
            used |= set(g["photos"])
            seen = [tuple(v["options"].items()) for v in g["variants"]]
            if len(set(seen)) != len(seen) or any([k for k, _ in s] != g["options"] for s in seen):
                found.append(f"{path.name}: {g['slug']} has a doubled or incomplete combination")
            for v in g["variants"]:
                if skus.setdefault((language, v["sku"]), g["slug"]) != g["slug"]:
                    found.append(f"{path.name}: sku {v['sku']} is used twice")
                if v["photo"] and v["photo"] not in g["photos"]:
                    found.append(f"{path.name}: {v['sku']} shows a picture that {g['slug']} has not")
                amounts = [*v["price"].values(), *(v["compare_at"] or {}).values()]
                if not all(re.fullmatch(r"\d+\.\d\d", a) for a in amounts):
                    found.append(f"{path.name}: {v['sku']} has an amount that is not decimal text")
    total = 0
    for name in sorted(used):
        path = folder / name
        if not path.exists():
            found.append(f"{name} is missing")
            continue
        total += path.stat().st_size
        limit = 20_000 if name == "logo.png" else MOST_BYTES
        if path.stat().st_size > limit:
            found.append(f"{name} is larger than {limit} bytes")
        if name.startswith("photos/") and min(size(path)) < LEAST_SIDE:
            found.append(f"{name} is smaller than {LEAST_SIDE} pixels")
    if total > MOST_IN_ALL:
        found.append(f"the pictures take {total} bytes, more than {MOST_IN_ALL}")
    for path in (folder / "photos").glob("*"):
        if f"photos/{path.name}" not in used:
            found.append(f"photos/{path.name} belongs to no goods")
    return found
