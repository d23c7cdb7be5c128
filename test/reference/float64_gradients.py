"""Gradients of every route of the paper, computed in float64 by decoder.py and autograd.

    python float64_gradients.py --out test/golden/gradients

Weights and inputs are float32 numbers, computed with in float64, and everything is stored in float32. Samples are run one at a time, so that no
padding takes part; what stands in the padded places of the files is noise that must not matter. Each case is checked against a finite difference.
"""

import argparse
import json
import math
from pathlib import Path

import torch

import decoder as ours
from seeded import integers, noise, save

VOCAB, SIDE, LAYERS, START = 29, 4, 4, 1
TOKENS = SIDE * SIDE
BASE = {"hidden": 16, "ffn": 24, "layers": LAYERS, "heads": 4, "headDim": 4, "vocab": VOCAB, "ropeTheta": 10000.0, "rmsNormEps": 1e-5}
DECODERS = {"gqa": {**BASE, "kvHeads": 2, "qkvBias": True}, "mha": {**BASE, "kvHeads": 4, "qkvBias": False}}
PROXIES_A_CROP = 4

# text: tokens before the first image, between images, at the end; promptEnd: index of the prompt's last token among the text tokens.
ONE_IMAGE = [{"text": [3, 6], "crops": [3], "promptEnd": 5}, {"text": [3, 4], "crops": [2], "promptEnd": 4}]
TWO_IMAGES = [{"text": [3, 2, 4], "crops": [2, 1], "promptEnd": 6}, {"text": [3, 4], "crops": [2], "promptEnd": 4}]
# The largest gap that rounding could close where tokens are chosen by a comparison.
SMALLEST_LEAD = 1e-6


def case(name, route, options=None, *, decoder="gqa", newlines="inPlace", samples=ONE_IMAGE, encoder=None, first_token=False):
    return {
        "name": name,
        "decoder": decoder,
        "route": route,
        "options": options or {},
        "startLayer": None if route in ("full", "fastV", "pyramidDrop") else START,
        "newlines": newlines,
        "encoder": encoder,
        "samples": samples,
        "firstTokenAtNewline": first_token,
    }


def proxies(sees, positions, **more):
    return {"sees": sees, "positions": positions, **more}


VISION_ZIP = {"opening": "visionZip", "dominant": 5, "contextual": 3}
LIGHT = {"with": "light", "ratio": 0.25}
CASES = [
    case("full", "full"),
    case("full-early", "full", newlines="early"),
    case("full-first-token", "full", first_token=True),
    case("mask-attention", "maskAttention", newlines="early"),
    case("skip-attention", "skipAttention"),
    case("skip-ffn-keep", "skipFfn", {"with": "keep"}),
    case("skip-ffn-light-mlp", "skipFfn", LIGHT, newlines="early"),
    case("skip-attention-and-ffn", "skipAttentionAndFfn", {"ratio": 0.25}),
    case("proxyv-released", "proxyV", proxies("released", "released", factor=2), newlines="early"),
    case("proxyv-released-block", "proxyV", proxies("released", "block", factor=2)),
    case("proxyv-drawn", "proxyV", proxies("drawn", "released", factor=2), newlines="early"),
    case("proxyv-drawn-block", "proxyV", proxies("drawn", "block", factor=2)),
    case("proxyv-first-token", "proxyV", proxies("released", "released", factor=2), newlines="early", first_token=True),
    case("proxyv-two-images", "proxyV", proxies("released", "released", factor=2), newlines="early", samples=TWO_IMAGES),
    case("proxyv-drawn-two-images", "proxyV", proxies("drawn", "block", factor=2), samples=TWO_IMAGES),
    case("proxyv-non-spatial", "proxyVNonSpatial", proxies("released", "released", count=PROXIES_A_CROP), newlines="early"),
    case("proxyv-non-spatial-drawn", "proxyVNonSpatial", proxies("drawn", "released", count=PROXIES_A_CROP)),
    case("fast-v", "fastV", {"layer": 2, "keep": 0.5}),
    case("pyramid-drop", "pyramidDrop", {"layers": [2, 3], "keep": 0.5}, newlines="early"),
    case("vision-zip", "full", encoder=VISION_ZIP),
    case(
        "vision-zip-proxyv-non-spatial",
        "proxyVNonSpatial",
        proxies("released", "released", count=PROXIES_A_CROP),
        encoder=VISION_ZIP,
        newlines="early",
    ),
    case("mha-full", "full", decoder="mha"),
    case("mha-mask-attention", "maskAttention", decoder="mha"),
    case("mha-skip-attention", "skipAttention", decoder="mha", newlines="early"),
    case("mha-skip-attention-and-ffn", "skipAttentionAndFfn", {"ratio": 0.25}, decoder="mha"),
    case("mha-proxyv-released", "proxyV", proxies("released", "released", factor=2), decoder="mha", newlines="early"),
    case("mha-proxyv-drawn-block", "proxyV", proxies("drawn", "block", factor=2), decoder="mha", newlines="early"),
    case("mha-fast-v", "fastV", {"layer": 2, "keep": 0.5}, decoder="mha", newlines="early"),
]


def shapes_of(case):
    """Every weight of a case by its checkpoint name, with its shape."""
    config = DECODERS[case["decoder"]]
    d, f, h, kv = config["hidden"], config["ffn"], config["heads"] * config["headDim"], config["kvHeads"] * config["headDim"]
    shapes = {"model.embed_tokens.weight": (VOCAB, d), "model.image_newline": (d,), "model.norm.weight": (d,), "lm_head.weight": (VOCAB, d)}

    def mlp(name, inner, guided):
        shapes[f"{name}.input_proj.weight"] = (inner, d)
        if guided:
            shapes[f"{name}.context_proj.weight"] = (inner, d)
        shapes[f"{name}.proj.0.weight"] = (inner, 2 * inner if guided else inner)
        shapes[f"{name}.proj.2.weight"] = (d, inner)
        shapes[f"{name}.layernorm_post.weight"] = (d,)

    for index in range(LAYERS):
        name = f"model.layers.{index}"
        for norm in ("input_layernorm", "post_attention_layernorm"):
            shapes[f"{name}.{norm}.weight"] = (d,)
        for part, rows, columns in (("q", h, d), ("k", kv, d), ("v", kv, d), ("o", d, h)):
            shapes[f"{name}.self_attn.{part}_proj.weight"] = (rows, columns)
            if config["qkvBias"] and part != "o":
                shapes[f"{name}.self_attn.{part}_proj.bias"] = (rows,)
        for part, rows, columns in (("gate", f, d), ("up", f, d), ("down", d, f)):
            shapes[f"{name}.mlp.{part}_proj.weight"] = (rows, columns)
        if index < START:
            continue
        if case["route"] == "skipAttentionAndFfn":
            mlp(f"{name}.updates.vision.layer", d // 4, False)
        elif case["route"] == "skipFfn" and case["options"]["with"] == "light":
            mlp(f"{name}.updates.vision.ffn", d // 4, False)
        elif case["route"].startswith("proxyV"):
            mlp(f"{name}.updates.vision.layer", d // 2, True)
    if case["route"] == "proxyVNonSpatial":
        shapes[f"model.layers.{START}.openings.proxy.Wk.weight"] = (d // 2, d)
        shapes[f"model.layers.{START}.openings.proxy.proxyv_tokens"] = (case["options"]["count"], d // 2)
    return shapes


def make_weights(case):
    """Equal names have equal numbers in all cases of a decoder."""
    weights = {}
    for name, shape in shapes_of(case).items():
        x = noise(*shape, seed=f"{case['decoder']} {name}")
        if "norm" in name:
            x = 1 + 0.3 * x
        elif name.endswith("bias") or "image_newline" in name:
            x = 0.2 * x
        elif "embed_tokens" in name:
            x = 0.4 * x
        elif "proxyv_tokens" not in name:
            x = (1.4 if "q_proj" in name or "k_proj" in name else 0.9) * x / shape[1] ** 0.5
        weights[name] = x.float().double()
    return weights


def make_inputs(case):
    crops, text = max(sum(s["crops"]) for s in case["samples"]), max(sum(s["text"]) for s in case["samples"])
    inputs = {"vision_features": (0.4 * noise(2, crops, TOKENS, BASE["hidden"], seed="features")).float().double()}
    inputs["text_ids"] = integers(0, VOCAB, 2, text, seed="text")
    if case["encoder"]:
        inputs["class_attention"] = torch.softmax(noise(2, crops, TOKENS, seed="class attention"), -1).float().double()
        inputs["keys"] = noise(2, crops, TOKENS, 8, seed="keys").float().double()
    return inputs


def targets_of(sample):
    """(place among the text tokens, next text token) for text behind the first image, within its stretch of text."""
    pairs, first = [], sample["text"][0]
    for length in sample["text"][1:]:
        pairs += [(index, index + 1) for index in range(first, first + length - 1)]
        first += length
    return pairs


def check_lead(values, chosen):
    """Tokens chosen by a comparison must be so by more than rounding."""
    rest = values[[index for index in range(len(values)) if index not in set(chosen.tolist())]]
    assert values[chosen].min() - rest.max() > SMALLEST_LEAD, "a choice of tokens hangs on rounding; take another seed"


def run_sample(case, weights, inputs, number):
    """Logits by kind, the sample's streams, and what its openings kept."""
    config, sample = DECODERS[case["decoder"]], case["samples"][number]
    features = inputs["vision_features"][number, : sum(sample["crops"])]
    record = {}
    if case["encoder"]:
        counts = case["encoder"]["dominant"], case["encoder"]["contextual"]
        crops = len(features)
        attention, keys = inputs["class_attention"][number, :crops], inputs["keys"][number, :crops]
        features, record["dominant"], record["merge_targets"], record["assigned"] = ours.vision_zip(features, attention, keys, *counts)
        for values, chosen in zip(attention, record["dominant"]):
            check_lead(values, chosen)
        for key, target in zip(torch.nn.functional.normalize(keys, dim=-1), record["merge_targets"]):
            best = (key @ key[target].T).topk(2, -1).values
            assert (best[:, 0] - best[:, 1]).min() > SMALLEST_LEAD, "a merge hangs on rounding; take another seed"
    embedded = weights["model.embed_tokens.weight"][inputs["text_ids"][number, : sum(sample["text"])]]
    streams = ours.lay_out(features, weights["model.image_newline"], embedded, sample["text"], sample["crops"], case["newlines"])
    model = ours.Decoder(
        weights,
        heads=config["heads"],
        kv_heads=config["kvHeads"],
        head_dim=config["headDim"],
        layers=LAYERS,
        theta=config["ropeTheta"],
        eps=config["rmsNormEps"],
    )
    final, logits, kept = model.forward(streams, ours.plan_of(case["route"], case["options"], START), sample["promptEnd"])
    before = torch.arange(len(streams["vision"]["position"]))
    for index, (places, ranks) in enumerate(kept):
        check_lead(ranks, places)
        before = before[places]
        record[f"kept_{index}"] = before
    return logits, {**streams, **({"proxy": final["proxy"]} if "proxy" in final else {})}, record


def loss_of(case, weights, inputs):
    """Mean cross-entropy over all counted tokens of the batch; also what each sample gave."""
    total, count, runs = 0, 0, []
    for number, sample in enumerate(case["samples"]):
        logits, streams, record = run_sample(case, weights, inputs, number)
        ids = inputs["text_ids"][number]
        for place, following in targets_of(sample):
            total, count = total - torch.log_softmax(logits["text"][place], -1)[ids[following]], count + 1
        if case["firstTokenAtNewline"]:
            total, count = total - torch.log_softmax(logits["newline"][-1], -1)[ids[sample["text"][0]]], count + 1
        runs.append((logits, streams, record))
    return total / count, runs


def padded(rows, fill=0):
    """Rows of different lengths, stacked; [batch, longest, ...]."""
    longest = [max(row.shape[axis] for row in rows) for axis in range(rows[0].dim())]
    stacked = torch.full((len(rows), *longest), fill, dtype=rows[0].dtype)
    for number, row in enumerate(rows):
        stacked[(number, *(slice(0, size) for size in row.shape))] = row
    return stacked


def finite_difference(case, weights, inputs, gradients):
    """Relative error of the gradient along one random direction through all weights and features."""
    direction = {
        name: noise(*tensor.shape, seed=f"direction {name}")
        for name, tensor in {**weights, "vision_features": inputs["vision_features"]}.items()
    }
    step = 1e-6

    def at(sign):
        moved = {name: tensor + sign * step * direction[name] for name, tensor in weights.items()}
        features = inputs["vision_features"] + sign * step * direction["vision_features"]
        return loss_of(case, moved, {**inputs, "vision_features": features})[0].item()

    with torch.no_grad():
        slope = (at(1) - at(-1)) / (2 * step)
    along = sum((gradients[name] * direction[name]).sum().item() for name in direction)
    return abs(slope - along) / abs(along)


def write_case(case, out):
    weights = {name: tensor.requires_grad_() for name, tensor in make_weights(case).items()}
    inputs = make_inputs(case)
    inputs["vision_features"].requires_grad_()
    loss, runs = loss_of(case, weights, inputs)
    loss.backward()
    leaves = {**weights, "vision_features": inputs["vision_features"]}
    gradients = {name: torch.zeros_like(tensor) if tensor.grad is None else tensor.grad for name, tensor in leaves.items()}
    detached = {name: tensor.detach() for name, tensor in weights.items()}, {name: tensor.detach() for name, tensor in inputs.items()}
    error = finite_difference(case, *detached, gradients)
    assert error < 1e-6, (case["name"], error)

    text = inputs["text_ids"].shape[1]
    targets, target_weights = torch.zeros(2, text, dtype=torch.long), torch.zeros(2, text)
    for number, sample in enumerate(case["samples"]):
        for place, following in targets_of(sample):
            targets[number, place], target_weights[number, place] = inputs["text_ids"][number, following], 1
    tensors = {
        **weights,
        **inputs,
        "targets": targets,
        "target_weights": target_weights,
        "loss": loss[None],
        "logits_text": padded([logits["text"] for logits, _, _ in runs]),
        "logits_newline": padded([logits["newline"] for logits, _, _ in runs]),
        **{f"grad.{name}": tensor for name, tensor in gradients.items()},
    }
    for kind in runs[0][1]:
        for field in ("position", "image", "crop"):
            tensors[f"{field}_{kind}"] = padded([streams[kind][field] for _, streams, _ in runs], 0 if field == "position" else -1)
        tensors[f"present_{kind}"] = padded([torch.ones_like(streams[kind]["position"]) for _, streams, _ in runs])
    assert not set(runs[0][2]) & set(tensors)
    for name in runs[0][2]:
        tensors[name] = padded([record[name] for _, _, record in runs], -1)
    if case["firstTokenAtNewline"]:
        tensors["newline_targets"] = torch.zeros_like(tensors["present_newline"])
        tensors["newline_target_weights"] = torch.zeros(tensors["present_newline"].shape)
        for number, sample in enumerate(case["samples"]):
            last = sum(sample["crops"]) - 1
            tensors["newline_targets"][number, last] = inputs["text_ids"][number, sample["text"][0]]
            tensors["newline_target_weights"][number, last] = 1
    file = f"{case['name']}.safetensors"
    save(tensors, out / file)
    norm = math.sqrt(sum(tensor.pow(2).sum().item() for tensor in gradients.values()))
    print(f"{file} loss {loss.item():.6f}, gradient norm {norm:.4f}, finite difference {error:.0e}")
    return {
        **case,
        "decoder": {"name": case["decoder"], **DECODERS[case["decoder"]]},
        "grid": SIDE,
        "file": file,
        "loss": loss.item(),
        "gradientNorm": norm,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True, type=Path)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    index = [write_case(each, out) for each in CASES]
    (out / "index.json").write_text(json.dumps(index, indent=2) + "\n")


if __name__ == "__main__":
    main()
