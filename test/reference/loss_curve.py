"""200 training steps of a small Llama in PyTorch, for `golden/lossCurve.json`: the losses that every engine should give.

The text is arithmetic: each sequence counts upwards by a stride of its own, modulo the vocabulary, so that there is
something to learn. Weights, starts and strides are hashes of their names (`bench_weights.py`).
"""

import argparse
import json
import math

import torch

from bench_step import Llama
from bench_weights import fill, ids

SETTINGS = {"layers": 4, "hidden": 64, "heads": 4, "ffn": 176, "vocabulary": 61, "tokens": 48, "batch": 8}
STEPS, RATE, WARMUP, FLOOR, CLIP, DECAY = 200, 3e-3, 10, 0.1, 1.0, 0.01


def batch(step):
    size, vocabulary, tokens = SETTINGS["batch"], SETTINGS["vocabulary"], SETTINGS["tokens"]
    start, stride = ids(f"start {step}", size, vocabulary), 1 + ids(f"stride {step}", size, 7)
    text = (start[:, None] + stride[:, None] * torch.arange(tokens + 1)[None]) % vocabulary
    return text[:, :-1], text[:, 1:].flatten()


def curve(dtype, autocast):
    model = Llama(**{name: SETTINGS[name] for name in ("layers", "hidden", "heads", "ffn", "vocabulary", "tokens")})
    fill(model)
    model.to(dtype)
    model.cos, model.sin = model.cos.to(dtype), model.sin.to(dtype)
    matrices = [p for p in model.parameters() if p.dim() > 1]
    vectors = [p for p in model.parameters() if p.dim() == 1]
    optimizer = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": DECAY}, {"params": vectors, "weight_decay": 0.0}], lr=RATE
    )
    losses = []
    for step in range(STEPS):
        factor = min(1, (step + 1) / WARMUP) * max(FLOOR, 0.5 * (1 + math.cos(math.pi * step / STEPS)))
        for group in optimizer.param_groups:
            group["lr"] = RATE * factor
        optimizer.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
            loss = model(*batch(step))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        optimizer.step()
        losses.append(loss.item())
    return losses


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    torch.set_num_threads(1)
    curves = {
        "float64": curve(torch.float64, False),
        "float32": curve(torch.float32, False),
        "bfloat16": curve(torch.float32, True),
    }
    training = {"steps": STEPS, "rate": RATE, "warmup": WARMUP, "floor": FLOOR, "clip": CLIP, "decay": DECAY}
    with open(out, "w") as file:
        json.dump({"torch": torch.__version__.split("+")[0], **SETTINGS, **training, "losses": curves}, file, indent=1)
        file.write("\n")
    for name, losses in curves.items():
        print(name, [round(losses[i], 6) for i in (0, 9, 49, 99, 149, 199)])


if __name__ == "__main__":
    main()
