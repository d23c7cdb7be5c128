"""Gradients of single modules and five steps of AdamW, computed in float64.

    python float64_modules.py --out test/golden/gradients

Inputs and weights are float32 numbers, computed with in float64, and everything is stored in float32. AdamW is held against PyTorch's own.
"""

import argparse
import json
import math
from pathlib import Path

import torch

import decoder as ours
from seeded import integers, noise, save


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
            first = lambda x, b=b: x[b].transpose(0, 1)
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
    (out / "modules.json").write_text(json.dumps({"modules": write_modules(out), "adamw": write_optimizer(out)}, indent=2) + "\n")


if __name__ == "__main__":
    main()
