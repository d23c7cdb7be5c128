"""FLOPs of every route, counted by hand: formulas over token counts, nothing run. Needs no package.

    python hand_count.py --llms datasets/paper/llms.csv --out test/golden/flops.json

What is counted: the decoder layers of one prefill, matrix products only, 2 FLOPs for a multiply-add. Not counted: the vision encoder, the projector,
the head, norms, activations, softmax, rotary embedding, residuals. Keys and values are counted for all tokens that anyone sees, scores either
`full` (every query by every key of the layer, masked or not: the paper's convention) or `visible` (only pairs that may be seen).
First it prints the published numbers that the paper's tables give beside those counted here, and fails if they are not the expected ones.
"""

import argparse
import bisect
import csv
import json
import math
from pathlib import Path

SIDE = 24
TOKENS = SIDE * SIDE  # of a crop
PYRAMID = [12, 20, 26]


def read_llms(path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["llm"]: {key: int(row[key]) for key in ("layers", "hidden", "ffn_hidden", "heads", "kv_heads", "head_dim")} for row in rows}


# ------------------------------------------------------------------------------------------------ multiply-adds of one token, or of one pair


class Shape:
    def __init__(self, llm):
        self.layers, d, f = llm["layers"], llm["hidden"], llm["ffn_hidden"]
        wide, narrow = llm["heads"] * llm["head_dim"], llm["kv_heads"] * llm["head_dim"]
        self.hidden, self.query_width = d, wide
        self.query, self.output, self.key_value = d * wide, wide * d, 2 * d * narrow
        self.pair = 2 * wide  # a score, and a value added with that score
        self.rank = wide  # a score alone, as rankings need it
        self.ffn = 3 * d * f


def inner_width(d, ratio):
    """None is the release's own rule."""
    return round(d * ratio) if ratio is not None else d // 4 if d >= 1024 else d // 2


def light_mlp(d, ratio=0.25):
    i = inner_width(d, ratio)
    return d * i + i * i + i * d


def guided_mlp(d, ratio):
    """For a vision token, without the projection of what guides it."""
    i = inner_width(d, ratio)
    return d * i + 2 * i * i + i * d


# ------------------------------------------------------------------------------------------------ who may see whom


def positions(crops, per_crop, text, newlines):
    """Vision, newline and text positions of one image with all text behind it."""
    vision = [c * (per_crop + 1) + j for c in range(crops) for j in range(per_crop)]
    newline = [c * (per_crop + 1) + per_crop - (per_crop + 1 if newlines == "early" and c > 0 else 0) for c in range(crops)]
    return vision, newline, [crops * (per_crop + 1) + j for j in range(text)]


def seen(queries, keys):
    """Pairs in which the key's position is equal or earlier."""
    ordered = sorted(keys)
    return sum(bisect.bisect_right(ordered, query) for query in queries)


def proxy_positions(crops, count, factor, rule):
    if rule == "released":
        return list(range(crops * count))
    if factor is None:  # a learned proxy stands for its whole crop
        return [c * (TOKENS + 1) + TOKENS - 1 for c in range(crops) for _ in range(count)]
    side = SIDE // factor
    last = lambda row, column: (row * factor + factor - 1) * SIDE + column * factor + factor - 1
    return [c * (TOKENS + 1) + last(row, column) for c in range(crops) for row in range(side) for column in range(side)]


# ------------------------------------------------------------------------------------------------ layers


def plain_layer(shape, places, scores):
    """All tokens do everything. places: vision, newline and text positions."""
    every = [position for kind in places for position in kind]
    n = len(every)
    pairs = n * n if scores == "full" else seen(every, every)
    return n * (shape.query + shape.output + shape.key_value + shape.ffn) + pairs * shape.pair


def edited_layer(shape, places, scores, route, options):
    """A layer from the route's start on."""
    vision, newline, text = places
    every = vision + newline + text
    v, rest, n = len(vision), len(newline) + len(text), len(every)
    attention = shape.query + shape.output
    own = n * shape.key_value
    if route == "maskAttention":
        # Pairs of vision tokens shrink to each with itself; there is no text before the image, and newlines are not seen.
        pairs = n * n if scores == "full" else v + seen(newline + text, every)
        return own + n * (attention + shape.ffn) + pairs * shape.pair
    if route == "skipFfn":
        pairs = n * n if scores == "full" else seen(every, every)
        update = light_mlp(shape.hidden, options["ratio"]) if options["with"] == "light" else 0
        return own + n * attention + rest * shape.ffn + v * update + pairs * shape.pair
    pairs = rest * n if scores == "full" else seen(newline + text, every)
    if route == "skipAttention":
        return own + rest * attention + v * shape.output + n * shape.ffn + pairs * shape.pair
    if route == "skipAttentionAndFfn":
        return own + rest * (attention + shape.ffn) + v * light_mlp(shape.hidden, options["ratio"]) + pairs * shape.pair
    return None


def proxied_layer(shape, places, scores, options, crops, per_crop):
    """A layer of either ProxyV; what the learned proxies cost once is counted elsewhere."""
    vision, newline, text = places
    factor = options.get("factor")
    count = (SIDE // factor) ** 2 if factor else options["count"]
    proxy = proxy_positions(crops, count, factor, options["positions"])
    v, p, rest = len(vision), len(proxy), len(newline) + len(text)
    if scores == "full":
        pairs = (p + rest) * (v + p + rest)
    else:
        drawn = p * v if options["sees"] == "drawn" else 0
        pairs = drawn + seen(proxy, proxy + newline + text) + seen(newline + text, vision + newline + text)
    d, i = shape.hidden, inner_width(shape.hidden, options["ratio"])
    # Spatial guidance is projected and then repeated; learned guidance is mixed from the proxies of its crop and then projected.
    guidance = p * d * i if factor else v * count * d + v * d * i
    return (
        (v + p + rest) * shape.key_value
        + (p + rest) * (shape.query + shape.output + shape.ffn)
        + v * guided_mlp(d, options["ratio"])
        + guidance
        + pairs * shape.pair
    )


def learned_pooling(shape, options, vision):
    """Keys of all vision tokens, scores with their crop's queries, and the pooled sums."""
    i = inner_width(shape.hidden, options["ratio"])
    return vision * shape.hidden * i + vision * options["count"] * (i + shape.hidden)


# ------------------------------------------------------------------------------------------------ a whole prefill


def count(llm, *, route="full", options=None, encoder=None, start=0, crops=5, text=50, scores="full", newlines="early"):
    """FLOPs of the decoder layers, and those of ranking rows apart."""
    shape, options = Shape(llm), options or {}
    per_crop = encoder["dominant"] + encoder["contextual"] if encoder else TOKENS
    places = positions(crops, per_crop, text, newlines)
    total, ranking = 0, 0
    drops = {"fastV": [options.get("layer")], "pyramidDrop": options.get("layers")}.get(route, [])
    if drops and scores == "visible":
        raise ValueError("which pairs are visible behind a drop depends on which tokens are kept")
    for layer in range(shape.layers):
        if layer in drops:
            ranking += sum(map(len, places)) * shape.rank
            # Which tokens are kept is of no matter to a full count, only how many.
            places = (places[0][: math.floor(len(places[0]) * options["keep"])], *places[1:])
        if route.startswith("proxyV") and layer >= start:
            if route == "proxyVNonSpatial" and layer == start:
                total += learned_pooling(shape, options, len(places[0]))
            total += proxied_layer(shape, places, scores, options, crops, per_crop)
        elif route in ("full", "fastV", "pyramidDrop") or layer < start:
            total += plain_layer(shape, places, scores)
        else:
            total += edited_layer(shape, places, scores, route, options)
    return 2 * total, 2 * ranking


def baseline(llm, **setting):
    """FLOPs of the same prefill with nothing edited."""
    return count(llm, **{key: setting[key] for key in ("crops", "text", "scores", "newlines") if key in setting})[0]


def saved(llm, **setting):
    """Percent of the baseline's FLOPs."""
    return 100 * (1 - count(llm, **setting)[0] / baseline(llm, **setting))


# ------------------------------------------------------------------------------------------------ published numbers

PROXYV = {"factor": 4, "sees": "released", "positions": "released", "ratio": None}
LEARNED = {"count": 36, "sees": "released", "positions": "released", "ratio": None}
ZIP = {"opening": "visionZip", "dominant": 360, "contextual": 40}
LIGHT = {"ratio": 0.25}


def with_unused_queries(llm, start):
    """Percent saved by ProxyV where a fused projection makes the vision tokens' queries too, as in InternLM2.5."""
    shape, full = Shape(llm), baseline(llm)
    proxied = count(llm, route="proxyV", options=PROXYV, start=start)[0] + 2 * (shape.layers - start) * 5 * TOKENS * shape.query
    return 100 * (1 - proxied / full)


def published():
    """(rows, LLM, setting, published percent, percent that these conventions are known to give)."""
    for start, table, known in zip((0, 12, 16), (18, 11, 9), (17.69, 11.06, 8.85)):
        yield "ATN", "vicuna-7b", {"route": "skipAttention", "start": start}, table, known
    for start, table, known in zip((0, 12, 16), (80, 50, 40), (79.49, 49.68, 39.75)):
        yield "ATN+FFN", "vicuna-7b", {"route": "skipAttentionAndFfn", "options": LIGHT, "start": start}, table, known
    for start, table, known in zip((0, 12, 16), (73, 46, 36), (72.74, 45.46, 36.37)):
        yield "ProxyV", "vicuna-7b", {"route": "proxyV", "options": PROXYV, "start": start}, table, known
    for llm, rows in {
        "vicuna-13b": ((43, 43.43), (36, 36.19)),
        "llama3-8b": ((42, 42.09), (32, 31.57)),
        "qwen2-7b": ((37, 37.44), (25, 24.96)),
        "phi3-3b": ((35, 36.65), (27, 27.49)),
        "internlm2.5-7b": ((39, 42.09), (30, 31.57)),
    }.items():
        for start, (table, known) in zip((16, 20), rows):
            yield "ProxyV", llm, {"route": "proxyV", "options": PROXYV, "start": start}, table, known
    yield "non-spatial", "vicuna-7b", {"route": "proxyVNonSpatial", "options": LEARNED, "start": 12}, 44, 44.30
    yield "VisionZip", "vicuna-7b", {"encoder": ZIP}, 32, 32.21
    yield "PyramidDrop, drop before", "vicuna-7b", {"route": "pyramidDrop", "options": {"layers": PYRAMID, "keep": 0.5}}, 42, 43.46
    yield (
        "PyramidDrop, drop after",
        "vicuna-7b",
        {"route": "pyramidDrop", "options": {"layers": [n + 1 for n in PYRAMID], "keep": 0.5}},
        42,
        40.73,
    )
    for queries, known in ((36, 60.56), (25, 61.72)):
        setting = {"route": "proxyVNonSpatial", "options": {**LEARNED, "count": queries}, "encoder": ZIP, "start": 12}
        yield f"non-spatial ({queries}) + VisionZip", "vicuna-7b", setting, 62, known
    for text, known in zip((50, 100, 200, 300), (45.5, 44.7, 43.3, 42.0)):
        yield f"text {text}", "vicuna-7b", {"route": "proxyV", "options": PROXYV, "start": 12, "text": text}, None, known
    for factor, known in zip((2, 3, 4, 6, 8), (33.4, 42.4, 45.5, 47.7, 48.4)):
        yield f"factor {factor}", "vicuna-7b", {"route": "proxyV", "options": {**PROXYV, "factor": factor}, "start": 12}, None, known


TERAFLOPS = {"vicuna-7b": 42.53, "vicuna-13b": 81.53, "llama3-8b": 45.48, "qwen2-7b": 41.76, "phi3-3b": 24.66, "internlm2.5-7b": 45.48}


def check_published(llms):
    worst = 0
    print("rows | LLM, start | published | expected | counted")
    for rows, llm, setting, table, known in published():
        counted = saved(llms[llm], **setting)
        worst = max(worst, abs(counted - known))
        print(f"{rows} | {llm}, {setting.get('start', '-')} | {'-' if table is None else table} | {known} | {counted:.3f}")
    for start, table, known in ((16, 39, 38.70), (20, 30, 29.02)):
        counted = with_unused_queries(llms["internlm2.5-7b"], start)
        worst = max(worst, abs(counted - known))
        print(f"ProxyV, unused queries counted | internlm2.5-7b, {start} | {table} | {known} | {counted:.3f}")
    for llm, known in TERAFLOPS.items():
        counted = count(llms[llm])[0] / 1e12
        worst = max(worst, abs(counted - known))
        print(f"baseline, TFLOPs | {llm} | - | {known} | {counted:.3f}")
    print(f"largest distance {worst:.3f}")
    if worst > 0.05:
        raise SystemExit("these are not the conventions by which the paper's tables were understood")


# ------------------------------------------------------------------------------------------------ settings that nobody published


def proxyv(factor, sees="released", at="released", ratio=None):
    return {"route": "proxyV", "options": {"factor": factor, "sees": sees, "positions": at, "ratio": ratio}}


def learned(queries, sees="released", ratio=None):
    return {"route": "proxyVNonSpatial", "options": {"count": queries, "sees": sees, "positions": "released", "ratio": ratio}}


def drop(route, **options):
    return {"route": route, "options": options}


def zipped(dominant, contextual):
    return {"encoder": {"opening": "visionZip", "dominant": dominant, "contextual": contextual}}


FULL, MASK, ATN = {"route": "full"}, {"route": "maskAttention"}, {"route": "skipAttention"}
KEEP = {"route": "skipFfn", "options": {"with": "keep"}}


def light_ffn(ratio):
    return {"route": "skipFfn", "options": {"with": "light", "ratio": ratio}}


def light_layer(ratio):
    return {"route": "skipAttentionAndFfn", "options": {"ratio": ratio}}


# LLM, what is edited, start layer, crops, text tokens, scores, newlines
SETTINGS = [
    ("vicuna-7b", FULL, None, 1, 20, "full", "inPlace"),
    ("llama3-8b", FULL, None, 3, 75, "visible", "inPlace"),
    ("qwen2-7b", FULL, None, 7, 130, "visible", "early"),
    ("vicuna-13b", MASK, 10, 2, 40, "full", "early"),
    ("vicuna-7b", MASK, 0, 5, 50, "visible", "inPlace"),
    ("internlm2.5-7b", MASK, 22, 4, 200, "visible", "early"),
    ("qwen2-7b", MASK, 21, 6, 300, "visible", "inPlace"),
    ("llama3-8b", ATN, 6, 5, 50, "full", "early"),
    ("phi3-3b", ATN, 0, 1, 25, "visible", "inPlace"),
    ("qwen2-7b", ATN, 14, 3, 100, "full", "inPlace"),
    ("vicuna-13b", ATN, 31, 7, 60, "visible", "early"),
    ("vicuna-7b", KEEP, 8, 5, 80, "full", "early"),
    ("internlm2.5-7b", KEEP, 0, 2, 20, "visible", "inPlace"),
    ("qwen2-7b", light_ffn(0.25), 5, 4, 150, "full", "inPlace"),
    ("vicuna-13b", light_ffn(0.125), 20, 5, 33, "visible", "early"),
    ("llama3-8b", light_layer(0.25), 12, 5, 50, "full", "early"),
    ("phi3-3b", light_layer(0.5), 3, 3, 220, "visible", "inPlace"),
    ("qwen2-7b", light_layer(0.125), 27, 6, 45, "full", "inPlace"),
    ("internlm2.5-7b", light_layer(0.25), 0, 7, 300, "visible", "early"),
    ("vicuna-7b", proxyv(2), 4, 5, 50, "full", "early"),
    ("vicuna-7b", proxyv(2), 12, 7, 64, "visible", "early"),
    ("vicuna-13b", proxyv(3), 0, 2, 90, "full", "early"),
    ("llama3-8b", proxyv(6), 8, 4, 120, "visible", "early"),
    ("qwen2-7b", proxyv(8), 10, 3, 21, "full", "inPlace"),
    ("phi3-3b", proxyv(4), 31, 6, 50, "visible", "inPlace"),
    ("internlm2.5-7b", proxyv(3, "drawn", "released"), 16, 5, 50, "visible", "early"),
    ("vicuna-7b", proxyv(6, "drawn", "block"), 2, 3, 300, "visible", "inPlace"),
    ("qwen2-7b", proxyv(8, "released", "block"), 7, 1, 35, "visible", "inPlace"),
    ("llama3-8b", proxyv(2, "drawn", "block"), 20, 2, 70, "full", "early"),
    ("vicuna-13b", proxyv(4, ratio=0.125), 12, 5, 110, "full", "early"),
    ("vicuna-7b", learned(36), 0, 3, 50, "full", "early"),
    ("qwen2-7b", learned(16), 14, 5, 85, "visible", "early"),
    ("phi3-3b", learned(64, "drawn"), 6, 2, 28, "visible", "inPlace"),
    ("llama3-8b", learned(9, ratio=0.5), 24, 7, 160, "full", "inPlace"),
    ("llama3-8b", drop("fastV", layer=2, keep=0.5), None, 5, 50, "full", "early"),
    ("qwen2-7b", drop("fastV", layer=5, keep=0.35), None, 3, 77, "full", "inPlace"),
    ("vicuna-13b", drop("pyramidDrop", layers=[10, 20, 30], keep=0.5), None, 5, 50, "full", "early"),
    ("phi3-3b", drop("pyramidDrop", layers=[8, 16, 24], keep=0.3), None, 7, 240, "full", "inPlace"),
    ("internlm2.5-7b", {**FULL, **zipped(54, 10)}, None, 5, 50, "full", "inPlace"),
    ("llama3-8b", {**FULL, **zipped(191, 30)}, None, 4, 66, "visible", "early"),
    ("vicuna-7b", {**learned(25), **zipped(360, 40)}, 16, 3, 95, "full", "early"),
    ("qwen2-7b", {**ATN, **zipped(108, 20)}, 9, 6, 50, "visible", "inPlace"),
]


def counted(llms):
    for llm, edit, start, crops, text, scores, newlines in SETTINGS:
        setting = {**edit, "start": start or 0, "crops": crops, "text": text, "scores": scores, "newlines": newlines}
        flops, ranking = count(llms[llm], **setting)
        yield {
            "llm": llm,
            "route": edit["route"],
            "options": edit.get("options", {}),
            "encoder": edit.get("encoder"),
            "from": start,
            "crops": crops,
            "newline": crops,
            "text": text,
            "newlines": newlines,
            "scores": scores,
            "baselineFlops": baseline(llms[llm], **setting),
            "flops": flops,
            "rankingFlops": ranking,
        }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--llms", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    options = parser.parse_args()
    llms = read_llms(options.llms)
    check_published(llms)
    rows = list(counted(llms))
    options.out.write_text("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")
    print(f"{len(rows)} settings written")


if __name__ == "__main__":
    main()
