"""Gradients of every route of the paper, of the modules and of the optimizer, computed in float64 by decoder.py and autograd.

    python float64_gradients.py --out test/golden/gradients

Weights and inputs are float32 numbers, computed with in float64, and everything is stored in float32. Samples are run one at a time, so that no
padding takes part; what stands in the padded places of the files is noise that must not matter. Each case is checked against a finite difference.
"""

import argparse
import json
import math
import zlib
from pathlib import Path

import torch
from safetensors.torch import save_file

import decoder as ours

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


def noise(*shape, seed):
    return torch.randn(shape, generator=torch.Generator().manual_seed(zlib.crc32(seed.encode()))).double()


def integers(low, high, *shape, seed):
    return torch.randint(low, high, shape, generator=torch.Generator().manual_seed(zlib.crc32(seed.encode())))


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


def save(tensors, path):
    stored = {
        name: tensor.detach().to(torch.float32 if tensor.is_floating_point() else torch.int32).contiguous()
        for name, tensor in tensors.items()
    }
    save_file(stored, path, metadata={"format": "pt"})


# ------------------------------------------------------------------------------------------------ modules


def module_cases():
    """name: (constants, leaves, function of the leaves). Leaves get a gradient; a constant may be a tensor."""
    n = lambda name, *shape, scale=1.0: (scale * noise(*shape, seed=name)).float().double()
    some = integers(0, 5, 2, 6, seed="positions")
    query_position = torch.tensor([[0, 3, 3, 7, 9], [2, 4, 5, 5, 8]])
    key_position = torch.tensor([[1, 1, 3, 4, 7, 9, 20], [2, 0, 5, 6, 5, 3, 8]])
    key_present = torch.tensor([[1, 1, 0, 1, 1, 1, 1], [1, 1, 1, 1, 0, 1, 1]])

    def attention(q, k, v):
        """[batch, tokens, heads, head dim]; the first query of the first sample sees no key and gives zeros."""
        rows = []
        for b in range(len(q)):
            visible = (query_position[b][:, None] >= key_position[b][None]) & (key_present[b] == 1)[None]
            times = q.shape[2] // k.shape[2]
            first = lambda x: x[b].transpose(0, 1)
            mixed, _ = ours.attend(first(q), ours.repeat_heads(first(k), times), ours.repeat_heads(first(v), times), visible)
            rows.append(mixed.transpose(0, 1))
        return torch.stack(rows)

    masked = {"query_position": query_position, "key_position": key_position, "key_present": key_present}

    def named(prefix, shapes, scale=0.5):
        return {
            name: (1 + 0.3 * n(prefix + name, *shape) if "norm" in name and "bias" not in name else scale * n(prefix + name, *shape))
            .float()
            .double()
            for name, shape in shapes.items()
        }

    gated = {"gate_proj.weight": (12, 8), "up_proj.weight": (12, 8), "down_proj.weight": (8, 12)}
    layer = {
        "input_layernorm.weight": (8,),
        "self_attn.q_proj.weight": (8, 8),
        "self_attn.q_proj.bias": (8,),
        "self_attn.k_proj.weight": (4, 8),
        "self_attn.k_proj.bias": (4,),
        "self_attn.v_proj.weight": (4, 8),
        "self_attn.v_proj.bias": (4,),
        "self_attn.o_proj.weight": (8, 8),
        "post_attention_layernorm.weight": (8,),
        **{f"mlp.{name}": shape for name, shape in gated.items()},
    }
    block = {f"layer_norm{i}.{part}": (8,) for i in (1, 2) for part in ("weight", "bias")}
    for part in ("q_proj", "k_proj", "v_proj", "out_proj"):
        block |= {f"self_attn.{part}.weight": (8, 8), f"self_attn.{part}.bias": (8,)}
    block |= {"mlp.fc1.weight": (12, 8), "mlp.fc1.bias": (12,), "mlp.fc2.weight": (8, 12), "mlp.fc2.bias": (8,)}

    def decoder_layer(x, **weights):
        model = ours.Decoder(
            {f"model.layers.0.{k}": v for k, v in weights.items()}, heads=2, kv_heads=1, head_dim=4, layers=1, theta=10000.0, eps=1e-5
        )
        rows = []
        for b in range(len(x)):
            nothing = torch.full((len(x[b]),), -1)
            stream = {"text": {"x": x[b], "position": torch.arange(len(x[b])), "image": nothing, "crop": nothing}}
            rows.append(model.layer(0, ours.FULL, stream, None, 0)[0]["text"]["x"])
        return torch.stack(rows)

    def by_prefix(function, *more):
        return lambda x, **weights: function({f"m.{k}": v for k, v in weights.items()}, "m", x, *more)

    def vit(x, **weights):
        return torch.stack([by_prefix(ours.vit_block, 2, 1e-5)(row, **weights) for row in x])

    def cross_entropy(logits):
        each = -torch.log_softmax(logits, -1).gather(-1, targets[..., None])[..., 0]
        return (each * target_weights).sum() / target_weights.sum()

    targets, target_weights = integers(0, 11, 2, 6, seed="targets"), torch.tensor([[1.0, 1, 0, 1, 1, 0], [0, 1, 1, 1, 0, 0]]).double()
    return {
        "linear": (
            {},
            {"x": n("linear x", 2, 5, 7), "weight": n("linear w", 6, 7), "bias": n("linear b", 6)},
            lambda x, weight, bias: x @ weight.T + bias,
        ),
        "rmsNorm": (
            {"eps": 1e-5},
            {"x": n("rms x", 2, 5, 8, scale=0.01), "weight": 1 + n("rms w", 8, scale=0.25)},
            lambda x, weight: ours.rms_norm(weight, x, 1e-5),
        ),
        "layerNorm": (
            {"eps": 1e-5},
            {"x": 1 + n("ln x", 2, 5, 8, scale=0.01), "weight": 1 + n("ln w", 8, scale=0.25), "bias": n("ln b", 8)},
            lambda x, weight, bias: ours.layer_norm(weight, bias, x, 1e-5),
        ),
        "rotaryEmbedding": (
            {"theta": 10000.0, "position": some},
            {"x": n("rotary x", 2, 6, 3, 8)},
            lambda x: torch.stack([ours.rotary(x[b].transpose(0, 1), some[b], 10000.0).transpose(0, 1) for b in range(2)]),
        ),
        "attention": (masked, {"q": n("mha q", 2, 5, 4, 4), "k": n("mha k", 2, 7, 4, 4), "v": n("mha v", 2, 7, 4, 4)}, attention),
        "groupedQueryAttention": (
            masked,
            {"q": n("gqa q", 2, 5, 4, 4), "k": n("gqa k", 2, 7, 2, 4), "v": n("gqa v", 2, 7, 2, 4)},
            attention,
        ),
        "swiglu": ({}, {"x": n("swiglu x", 2, 5, 8), **named("swiglu", gated)}, by_prefix(ours.swiglu)),
        "decoderLayer": (
            {"heads": 2, "kvHeads": 1, "headDim": 4, "theta": 10000.0, "eps": 1e-5},
            {"x": n("layer x", 2, 6, 8), **named("layer", layer)},
            decoder_layer,
        ),
        "vitBlock": ({"heads": 2, "eps": 1e-5}, {"x": n("vit x", 2, 6, 8), **named("vit", block)}, vit),
        "patchEmbedding": (
            {"patch": 4},
            {"x": n("patch x", 2, 3, 8, 12), "weight": n("patch w", 5, 3, 4, 4, scale=0.3)},
            lambda x, weight: torch.stack([ours.patches(crop, 4) @ weight.flatten(1).T for crop in x]),
        ),
        "projector": (
            {},
            {
                "x": n("projector x", 2, 5, 7),
                **named("projector", {"0.weight": (8, 7), "0.bias": (8,), "2.weight": (8, 8), "2.bias": (8,)}),
            },
            lambda x, **w: ours.project({f"model.mm_projector.{k}": v for k, v in w.items()}, x),
        ),
        "lightMlp": (
            {"eps": 1e-5},
            {
                "x": n("light x", 2, 5, 8),
                **named(
                    "light", {"input_proj.weight": (2, 8), "proj.0.weight": (2, 2), "proj.2.weight": (8, 2), "layernorm_post.weight": (8,)}
                ),
            },
            by_prefix(ours.light_mlp, 1e-5),
        ),
        "crossEntropy": (
            {"targets": targets, "target_weights": target_weights},
            {"x": n("logits", 2, 6, 11, scale=3)},
            lambda x: cross_entropy(x),
        ),
    }


def write_modules(out):
    tensors, index = {}, []
    for name, (constants, leaves, function) in module_cases().items():
        leaves = {key: tensor.detach().clone().requires_grad_() for key, tensor in leaves.items()}
        y = function(**leaves)
        upstream = noise(*y.shape, seed=f"{name} upstream").float().double() if y.dim() else torch.ones(()).double()
        (y * upstream).sum().backward()
        tensors |= {f"{name}.{key}": tensor for key, tensor in leaves.items()}
        tensors |= {f"{name}.{key}": value for key, value in constants.items() if torch.is_tensor(value)}
        tensors |= {f"{name}.y": y if y.dim() else y[None], f"{name}.upstream": upstream if upstream.dim() else upstream[None]}
        tensors |= {f"{name}.grad.{key}": tensor.grad for key, tensor in leaves.items()}
        index.append({"name": name, "constants": {k: v for k, v in constants.items() if not torch.is_tensor(v)}, "leaves": list(leaves)})
    save(tensors, out / "modules.safetensors")
    return index


def write_optimizer(out):
    """AdamW by its formulas, held against PyTorch's; two groups of learning rates; clipping by the norm of all gradients together."""
    options = {
        "beta1": 0.9,
        "beta2": 0.95,
        "eps": 1e-8,
        "weightDecay": 0.1,
        "clipNorm": 1.0,
        "learningRates": {"a": 1e-2, "b": 3e-3},
        "steps": 5,
    }
    shapes = {"a": (3, 4), "b": (5,)}
    value = {name: noise(*shape, seed=f"adamw {name}").float().double() for name, shape in shapes.items()}
    tensors = {f"start.{name}": x.clone() for name, x in value.items()}
    theirs = {name: torch.nn.Parameter(x.clone()) for name, x in value.items()}
    optimizer = torch.optim.AdamW(
        [{"params": [theirs[name]], "lr": options["learningRates"][name]} for name in shapes],
        betas=(options["beta1"], options["beta2"]),
        eps=options["eps"],
        weight_decay=options["weightDecay"],
    )
    first, second = {name: torch.zeros_like(x) for name, x in value.items()}, {name: torch.zeros_like(x) for name, x in value.items()}
    norms = []
    for step in range(1, options["steps"] + 1):
        # Steps 2 and 4 stay under the norm at which gradients are clipped.
        scale = 0.1 if step % 2 == 0 else 1.0
        gradient = {name: (scale * noise(*shape, seed=f"adamw {name} {step}")).float().double() for name, shape in shapes.items()}
        norms.append(math.sqrt(sum(g.pow(2).sum().item() for g in gradient.values())))
        clip = min(1.0, options["clipNorm"] / (norms[-1] + 1e-6))
        for name, g in gradient.items():
            tensors[f"gradient.{step}.{name}"] = g
            theirs[name].grad = g.clone()
            g, rate = g * clip, options["learningRates"][name]
            first[name] = options["beta1"] * first[name] + (1 - options["beta1"]) * g
            second[name] = options["beta2"] * second[name] + (1 - options["beta2"]) * g * g
            mean, square = first[name] / (1 - options["beta1"] ** step), second[name] / (1 - options["beta2"] ** step)
            value[name] = value[name] * (1 - rate * options["weightDecay"]) - rate * mean / (square.sqrt() + options["eps"])
            tensors[f"value.{step}.{name}"] = value[name]
        torch.nn.utils.clip_grad_norm_(theirs.values(), options["clipNorm"])
        optimizer.step()
        assert all(torch.allclose(theirs[name], value[name], rtol=0, atol=1e-12) for name in shapes)
    save(tensors, out / "adamw.safetensors")
    return {**options, "gradientNorms": norms}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", required=True, type=Path)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    index = [write_case(each, out) for each in CASES]
    (out / "index.json").write_text(json.dumps(index, indent=2) + "\n")
    (out / "modules.json").write_text(json.dumps({"modules": write_modules(out), "adamw": write_optimizer(out)}, indent=2) + "\n")


if __name__ == "__main__":
    main()
