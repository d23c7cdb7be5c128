"""The prefill of one decoder layer by every route, written by hand in PyTorch. Called by `npm run bench`.

Each route is written as one would write it for this prompt: a picture of some crops, each followed by a newline, then
text. What is skipped is not computed; attention is PyTorch's own, with a boolean mask where order alone does not say
who sees whom.
"""

import torch
import torch.nn.functional as F

from bench_weights import compiled, serve, settings, states, weight


class Layer:
    """Weights under their names in a checkpoint."""

    def __init__(self, given, dtype):
        self.hidden, self.heads, self.ffn = given["hidden"], given["heads"], given["ffn"]
        self.size, self.eps, self.dtype = self.hidden // self.heads, 1e-5, dtype
        self.kept = {}

    def get(self, name, *shape):
        if (name, shape) not in self.kept:
            self.kept[name, shape] = weight(f"model.layers.0.{name}", *shape).to(self.dtype)
        return self.kept[name, shape]

    def linear(self, name, x, outputs):
        return F.linear(x, self.get(f"{name}.weight", outputs, x.shape[-1]))

    def norm(self, name, x):
        return F.rms_norm(x, (self.hidden,), self.get(f"{name}.weight", self.hidden), self.eps)

    def project(self, name, y):
        return self.linear(f"self_attn.{name}", y, self.hidden)

    def split(self, x):
        return x.view(1, -1, self.heads, self.size).transpose(1, 2)

    def rotated(self, name, y, angles):
        x = self.split(self.project(name, y))
        low, high = x.chunk(2, -1)
        cos, sin = angles
        return x * cos + torch.cat((-high, low), -1) * sin

    def attention(self, q, k, v, **how):
        mixed = F.scaled_dot_product_attention(q, k, v, **how)
        return self.project("o_proj", mixed.transpose(1, 2).reshape(1, -1, self.hidden))

    def mlp(self, x):
        y = self.norm("post_attention_layernorm", x)
        gate, up = self.linear("mlp.gate_proj", y, self.ffn), self.linear("mlp.up_proj", y, self.ffn)
        return x + self.linear("mlp.down_proj", F.silu(gate) * up, self.hidden)

    def light(self, x, name, inner, guidance=None):
        h = self.linear(f"{name}.input_proj", x, inner)
        h = h if guidance is None else torch.cat((h, guidance), -1)
        h = self.linear(f"{name}.proj.2", F.silu(self.linear(f"{name}.proj.0", h, inner)), self.hidden)
        return self.norm(f"{name}.layernorm_post", h + x)


class Prompt:
    """Where the tokens of each kind stand, their states, and where each kind lies in the joined sequence."""

    def __init__(self, given, dtype):
        crops, grid, text, hidden = given["crops"], given["grid"], given["text"], given["hidden"]
        self.crops, self.grid, self.per_crop = crops, grid, grid * grid
        place = torch.arange(crops * (self.per_crop + 1))
        behind = place % (self.per_crop + 1) == self.per_crop
        self.position = {
            "vision": place[~behind],
            "newline": place[behind],
            "text": torch.arange(text) + crops * (self.per_crop + 1),
        }
        self.x = {kind: states(kind, 1, len(at), hidden).to(dtype) for kind, at in self.position.items()}
        self.size, self.base, self.dtype = hidden // given["heads"], 10000.0, dtype
        self.order = torch.cat([*self.position.values()]).argsort()  # of vision, newline, text: as they stand

    def angles(self, position):
        inverse = self.base ** (-torch.arange(0, self.size, 2) / self.size)
        angle = position[:, None].float() * inverse
        return angle.cos().repeat(1, 2).to(self.dtype), angle.sin().repeat(1, 2).to(self.dtype)


def routes(layer, prompt):
    """Each route: a function of nothing that gives the states of vision, newline and text after the layer."""
    at, x = prompt.position, prompt.x
    inner = layer.hidden // (4 if layer.hidden >= 1024 else 2)
    count = {kind: len(position) for kind, position in at.items()}
    rest = torch.cat((x["newline"], x["text"]), 1)
    rest_at = torch.cat((at["newline"], at["text"]))
    all_at = torch.cat((at["vision"], rest_at))
    everything = torch.cat((x["vision"], rest), 1)
    in_order = everything[:, prompt.order]
    back = prompt.order.argsort()
    order_at = all_at[prompt.order]
    angles = {"all": prompt.angles(all_at), "order": prompt.angles(order_at), "rest": prompt.angles(rest_at)}
    rest_sees = rest_at[:, None] >= all_at[None]
    is_vision = torch.zeros(len(all_at), dtype=torch.bool)
    is_vision[: count["vision"]] = True
    is_vision = is_vision[prompt.order]
    is_text = order_at >= prompt.crops * (prompt.per_crop + 1)
    causal = order_at[:, None] >= order_at[None]
    masked = torch.where(is_vision[:, None], torch.eye(len(order_at), dtype=torch.bool) | (causal & is_text[None]), causal)

    def parted(y):
        return y.split([count["vision"], count["newline"], count["text"]], 1)

    def attended(**how):
        y = layer.norm("input_layernorm", in_order)
        q, k = layer.rotated("q_proj", y, angles["order"]), layer.rotated("k_proj", y, angles["order"])
        return in_order + layer.attention(q, k, layer.split(layer.project("v_proj", y)), **how)

    def keys():
        y = layer.norm("input_layernorm", everything)
        return y, layer.rotated("k_proj", y, angles["all"]), layer.project("v_proj", y)

    def rest_attended(y, k, v):
        q = layer.rotated("q_proj", y[:, count["vision"] :], angles["rest"])
        return rest + layer.attention(q, k, layer.split(v), attn_mask=rest_sees)

    def full():
        return parted(layer.mlp(attended(is_causal=True))[:, back])

    def mask_attention():
        return parted(layer.mlp(attended(attn_mask=masked))[:, back])

    def skip_attention():
        y, k, v = keys()
        vision = x["vision"] + layer.project("o_proj", v[:, : count["vision"]])
        return parted(layer.mlp(torch.cat((vision, rest_attended(y, k, v)), 1)))

    def skip_ffn():
        middle = attended(is_causal=True)[:, back]
        vision, others = middle[:, : count["vision"]], middle[:, count["vision"] :]
        return parted(torch.cat((vision, layer.mlp(others)), 1))

    def skip_both():
        y, k, v = keys()
        others = layer.mlp(rest_attended(y, k, v))
        return parted(torch.cat((layer.light(x["vision"], "updates.vision.layer", layer.hidden // 4), others), 1))

    def with_proxies(many, context):
        """Proxies see proxies, newlines and text; `context` gives vision its guidance from the proxies after the layer."""
        proxy_at = torch.arange(many)
        proxy_angles = prompt.angles(proxy_at)
        proxy_rest = torch.cat((proxy_at, rest_at))
        proxy_sees = proxy_at[:, None] >= proxy_rest[None]

        def run(proxies):
            y, k, v = keys()
            z = layer.norm("input_layernorm", proxies)
            own = torch.cat((layer.rotated("k_proj", z, proxy_angles), k[:, :, count["vision"] :]), 2)
            values = torch.cat((layer.project("v_proj", z), v[:, count["vision"] :]), 1)
            q = layer.rotated("q_proj", z, proxy_angles)
            after = proxies + layer.attention(q, own, layer.split(values), attn_mask=proxy_sees)
            both = layer.mlp(torch.cat((after, rest_attended(y, k, v)), 1))
            vision = layer.light(x["vision"], "updates.vision.layer", inner, context(both[:, :many]))
            return parted(torch.cat((vision, both[:, many:]), 1))

        return run

    factor = 4
    side = prompt.grid // factor
    shape = (1, prompt.crops, side, factor, side, factor, layer.hidden)

    def shrink():
        grid = x["vision"].view(shape)
        return grid[:, :, :, 1:3, :, 1:3].mean((3, 5)).reshape(1, -1, layer.hidden)

    def nearest(proxies):
        guidance = layer.linear("updates.vision.layer.context_proj", proxies, inner)
        wide = guidance.view(1, prompt.crops, side, 1, side, 1, inner).expand(*shape[:-1], inner)
        return wide.reshape(1, -1, inner)

    spatial = with_proxies(prompt.crops * side * side, nearest)
    queries = 36

    def pooled():
        crops = x["vision"].view(prompt.crops, prompt.per_crop, layer.hidden)
        asked = layer.get("openings.proxy.proxyv_tokens", queries, inner)
        affinity = asked @ layer.linear("openings.proxy.Wk", crops, inner).transpose(1, 2) * inner**-0.5
        return (affinity.softmax(-1) @ crops).reshape(1, -1, layer.hidden), affinity.transpose(1, 2).softmax(-1)

    def non_spatial():
        proxies, share = pooled()

        def mixed(after):
            spread = share @ after.view(prompt.crops, queries, layer.hidden)
            return layer.linear("updates.vision.layer.context_proj", spread.reshape(1, -1, layer.hidden), inner)

        return with_proxies(prompt.crops * queries, mixed)(proxies)

    return {
        "full": full,
        "maskAttention": mask_attention,
        "skipAttention": skip_attention,
        "skipFfn": skip_ffn,
        "skipAttentionAndFfn": skip_both,
        "proxyV": lambda: spatial(shrink()),
        "proxyVNonSpatial": non_spatial,
    }


def summary(outputs):
    """A few numbers that two programs can be held against each other by."""
    return [value for y in outputs for value in (y.float().square().mean().item(), *y[0, -1, :4].float().tolist())]


def main():
    given = {"hidden": 4096, "heads": 32, "ffn": 11008, "crops": 5, "grid": 24, "text": 50, "routes": ["full"], **settings()}
    dtype = getattr(torch, given["precision"])
    layer, prompt = Layer(given, dtype), Prompt(given, dtype)
    variants = {name: route for name, route in routes(layer, prompt).items() if name in given["routes"]}
    for route in variants.values():
        route()  # makes the weights that it needs
    variants = {name: compiled(route, given) for name, route in variants.items()}
    serve(variants, {name: summary(route()) for name, route in variants.items()})


if __name__ == "__main__":
    with torch.inference_mode():
        main()
