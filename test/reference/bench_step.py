"""A training step of a small Llama in PyTorch: forward, cross-entropy, backward, AdamW. Called by `npm run bench`."""

import time

import torch
import torch.nn.functional as F
from torch import nn

from bench_weights import autocast, compiled, fill, ids, serve, settings, warm


class Layer(nn.Module):
    def __init__(self, hidden, heads, ffn):
        super().__init__()
        self.heads = heads
        self.input_layernorm = nn.RMSNorm(hidden, eps=1e-5)
        self.post_attention_layernorm = nn.RMSNorm(hidden, eps=1e-5)
        linear = lambda a, b: nn.Linear(a, b, bias=False)
        self.self_attn = nn.ModuleDict({name: linear(hidden, hidden) for name in ("q_proj", "k_proj", "v_proj", "o_proj")})
        self.mlp = nn.ModuleDict(
            {"gate_proj": linear(hidden, ffn), "up_proj": linear(hidden, ffn), "down_proj": linear(ffn, hidden)}
        )

    def forward(self, x, cos, sin):
        batch, tokens, hidden = x.shape
        split = lambda y: y.view(batch, tokens, self.heads, -1).transpose(1, 2)
        attention, mlp = self.self_attn, self.mlp
        y = self.input_layernorm(x)
        q, k, v = (split(attention[name](y)) for name in ("q_proj", "k_proj", "v_proj"))
        mixed = F.scaled_dot_product_attention(rotate(q, cos, sin), rotate(k, cos, sin), v, is_causal=True)
        x = x + attention["o_proj"](mixed.transpose(1, 2).reshape(batch, tokens, hidden))
        y = self.post_attention_layernorm(x)
        return x + mlp["down_proj"](F.silu(mlp["gate_proj"](y)) * mlp["up_proj"](y))


def rotate(x, cos, sin):
    low, high = x.chunk(2, -1)
    return (x * cos + torch.cat((-high, low), -1) * sin).to(x.dtype)


class Llama(nn.Module):
    def __init__(self, layers, hidden, heads, ffn, vocabulary, tokens):
        super().__init__()
        self.model = nn.Module()
        self.model.embed_tokens = nn.Embedding(vocabulary, hidden)
        self.model.layers = nn.ModuleList(Layer(hidden, heads, ffn) for _ in range(layers))
        self.model.norm = nn.RMSNorm(hidden, eps=1e-5)
        self.lm_head = nn.Linear(hidden, vocabulary, bias=False)
        size = hidden // heads
        angle = torch.arange(tokens)[:, None] * 10000 ** (-torch.arange(0, size, 2) / size)[None]
        self.cos, self.sin = angle.cos().repeat(1, 2), angle.sin().repeat(1, 2)

    def forward(self, tokens, labels):
        x = self.model.embed_tokens(tokens)
        for layer in self.model.layers:
            x = layer(x, self.cos, self.sin)
        logits = self.lm_head(self.model.norm(x))
        return F.cross_entropy(logits.flatten(0, 1), labels)


def faster_adamw(model, step):
    """PyTorch has two vectorised AdamWs; which is faster depends on the machine, so both are tried on this model."""
    step(lambda: None)  # gives every parameter its gradient
    values = [parameter.detach().clone() for parameter in model.parameters()]
    taken = {}
    for kind in ("fused", "foreach"):
        optimizer = torch.optim.AdamW(model.parameters(), lr=0.0, weight_decay=0.0, **{kind: True})
        optimizer.step()
        began = time.perf_counter()
        for _ in range(5):
            optimizer.step()
        taken[kind] = time.perf_counter() - began
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), values):
            parameter.copy_(value)
    best = min(taken, key=taken.get)
    return torch.optim.AdamW(model.parameters(), lr=1e-3, betas=(0.9, 0.999), weight_decay=0.0, **{best: True}), best


def main():
    given = {"layers": 12, "hidden": 128, "heads": 4, "ffn": 344, "vocabulary": 200, "tokens": 228, "batch": 32, **settings()}
    model = Llama(*(given[name] for name in ("layers", "hidden", "heads", "ffn", "vocabulary", "tokens")))
    fill(model)
    count = given["batch"] * given["tokens"]
    tokens = ids("tokens", count, given["vocabulary"]).view(given["batch"], given["tokens"])
    labels = ids("labels", count, given["vocabulary"])
    loss_of = compiled(model, given)

    def step(update):
        model.zero_grad(set_to_none=True)
        with autocast(given):
            loss = loss_of(tokens, labels)
        loss.backward()
        update()
        return loss.item()

    optimizer, kind = faster_adamw(model, step)
    first = step(optimizer.step)
    warm(lambda: step(optimizer.step))
    serve({"step": lambda: step(optimizer.step)}, {"step": [first]}, note=f"AdamW {kind}")


if __name__ == "__main__":
    main()
